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

    def corrections_of(self, key: str) -> Corrections | None: ...

    def size_of(self, key: str) -> tuple[int, int]: ...


class AddStep(QUndoCommand):
    """One more step."""

    def __init__(self, drawing: Drawing, key: str, step: Step) -> None:
        super().__init__(_word(step))
        self._drawing, self._key, self._step = drawing, key, step
        self._before = drawing.corrections_of(key)

    def redo(self) -> None:
        before = self._before or _nothing(self._drawing.size_of(self._key))
        self._drawing.become(self._key, replace(before, steps=(*before.steps, self._step)))

    def undo(self) -> None:
        self._drawing.become(self._key, self._before)


class CopySteps(QUndoCommand):
    """The steps of another photo, after a photo's own; what is set for either stays with it."""

    def __init__(self, drawing: Drawing, key: str, drawn: Corrections) -> None:
        super().__init__(QCoreApplication.translate("Touching", "Copy what was drawn"))
        self._drawing, self._key = drawing, key
        self._before = drawing.corrections_of(key)
        self._new = self._before or _nothing(drawing.size_of(key))
        across, down = self._new.width / drawn.width, self._new.height / drawn.height
        self._steps = tuple(scaled(step, across, down) for step in drawn.steps)

    def redo(self) -> None:
        self._drawing.become(self._key, replace(self._new, steps=(*self._new.steps, *self._steps)))

    def undo(self) -> None:
        self._drawing.become(self._key, self._before)


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
