"""What is drawn on a photo, as acts that can be undone; and where one looks when one begins."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF

from whitecove.core.adjust.geometry import bounds, to_source
from whitecove.core.adjust.values import AS_SHOT, UNTOUCHED
from whitecove.core.corrections.values import Corrections, Step, scaled, word
from whitecove.core.model import Box
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.panels.changing import Draw, History, size_of
from whitecove.studio.items import Shot

# Photos whose sides are in proportions that differ by more than this share are of another shape.
SAME_SHAPE = 0.01


def drawn(history: History, key: str, size: tuple[int, int], step: Step) -> Draw:
    """One more step on a photo of that ``size``."""
    return Draw(history, key, size, (step,), _word(step))


def copied(history: History, key: str, size: tuple[int, int], source: Corrections) -> Draw:
    """The steps of another photo, after a photo's own, which has that ``size``; what is set for either stays with
    it."""
    across, down = size[0] / source.width, size[1] / source.height
    steps = tuple(scaled(step, across, down) for step in source.steps)
    return Draw(history, key, size, steps, QCoreApplication.translate("Touching", "Copy what was drawn"))


def can_copy(source: Corrections, size: tuple[int, int]) -> bool:
    """Whether what was drawn means something on a photo of ``size``: one of the same shape."""
    if not all(size):
        return False
    return abs(source.width * size[1] - source.height * size[0]) <= SAME_SHAPE * source.width * size[1]


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
