"""What is drawn on a photo, as acts that can be undone; and where one looks when one begins."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QUndoCommand

from whitecove.core.adjust.geometry import bounds, to_source
from whitecove.core.adjust.values import AS_SHOT, UNTOUCHED
from whitecove.core.corrections.values import Corrections, Step, scaled, word
from whitecove.core.model import Box
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.panels.changing import History, size_of
from whitecove.studio.items import Shot

# Photos whose sides are in proportions that differ by more than this share are of another shape.
SAME_SHAPE = 0.01


class Drawing(History, Protocol):
    """Keeps what is drawn on each photo; `gui.touching` does."""

    def size_of(self, key: str) -> tuple[int, int]: ...


class AddSteps(QUndoCommand):
    """More steps on a photo, after its own. What is set for it as a whole stays, whenever it was set."""

    def __init__(self, drawing: Drawing, key: str, steps: tuple[Step, ...], text: str) -> None:
        super().__init__(text)
        self._drawing, self._key = drawing, key
        now = drawing.corrections_of(key)
        self._size = (now.width, now.height) if now else drawing.size_of(key)
        self._before = now.steps if now else ()
        self._after = (*self._before, *steps)

    def redo(self) -> None:
        self._draw(self._after)

    def undo(self) -> None:
        self._draw(self._before)

    def _draw(self, steps: tuple[Step, ...]) -> None:
        now = self._drawing.corrections_of(self._key) or _nothing(self._size)
        self._drawing.become(self._key, replace(now, steps=steps))


def add_step(drawing: Drawing, key: str, step: Step) -> AddSteps:
    """One more step, as it was drawn."""
    return AddSteps(drawing, key, (step,), _word(step))


def copy_steps(drawing: Drawing, key: str, drawn: Corrections) -> AddSteps:
    """The steps of another photo of the same shape."""
    width, height = drawing.size_of(key)
    steps = tuple(scaled(step, width / drawn.width, height / drawn.height) for step in drawn.steps)
    return AddSteps(drawing, key, steps, QCoreApplication.translate("Touching", "Copy what was drawn"))


def can_copy(drawn: Corrections, size: tuple[int, int]) -> bool:
    """Whether what was drawn means something on a photo of ``size``: one of the same shape."""
    if not all(size):
        return False
    return abs(drawn.width * size[1] - drawn.height * size[0]) <= SAME_SHAPE * drawn.width * size[1]


def looked_at(canvas: Canvas, shot: Shot) -> QRectF | None:
    """The part of the upright photo ``shot`` that a person looks at closely, before and after."""
    seen, size = canvas.looked_at, size_of(shot)
    if seen is None or size is None:
        return None
    made, drawn = shot.rendition, shot.corrections
    as_set = (drawn.adjust if drawn else UNTOUCHED).geometry
    geometry = as_set if shot.changed or made is None else made.geometry
    box = Box(*(round(edge) for edge in (seen.left(), seen.top(), seen.right(), seen.bottom())))
    if geometry != AS_SHOT:
        box = bounds(to_source(size, geometry), box)
    return QRectF(box.left, box.top, box.width, box.height)


def _nothing(size: tuple[int, int]) -> Corrections:
    return Corrections(width=size[0], height=size[1], steps=())


def _word(step: Step) -> str:
    """What a step is called in the list of what can be undone."""
    translate = QCoreApplication.translate
    words = {
        "keep": translate("Touching", "Keep"),
        "erase": translate("Touching", "Erase"),
        "open hole": translate("Touching", "Open a hole"),
        "heal": translate("Touching", "Heal"),
    }
    return words[word(step)]
