"""What a person sets for photos, as steps that can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QImageIOHandler, QImageReader, QUndoCommand, QUndoStack

from whitecove.core.adjust.values import UNTOUCHED, Adjust
from whitecove.core.corrections.values import Corrections, Step
from whitecove.studio.items import Shot

# Qt's id of commands that are never merged.
ALONE = -1
_ON_ITS_SIDE = QImageIOHandler.Transformation.TransformationRotate90


class History(Protocol):
    """Keeps what was done to each photo, so that it can be undone; `gui.touching` does."""

    def stack(self, key: str) -> QUndoStack: ...

    def become(self, key: str, corrections: Corrections | None) -> None: ...


class Change(QUndoCommand):
    """The corrections of a photo, before and after. Changes of one ``gesture`` that follow each other are one."""

    def __init__(
        self, history: History, shot: Shot, after: Corrections | None, text: str, gesture: int = ALONE
    ) -> None:
        super().__init__(text)
        self._history, self._key, self._gesture = history, shot.key, gesture
        self._before = shot.corrections
        self.after = after

    def id(self) -> int:
        return self._gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Change):
            return False
        self.after = other.after
        self.setObsolete(self.after == self._before)
        return True

    def redo(self) -> None:
        self._history.become(self._key, self.after)

    def undo(self) -> None:
        self._history.become(self._key, self._before)


def change(history: History, shot: Shot, after: Corrections | None, text: str, gesture: int = ALONE) -> None:
    """Gives ``shot`` those corrections, as a step of its own history."""
    history.stack(shot.key).push(Change(history, shot, after, text, gesture))


def adjust_of(shot: Shot) -> Adjust:
    """What is set for a photo as a whole."""
    return shot.corrections.adjust if shot.corrections else UNTOUCHED


def with_adjust(shot: Shot, adjust: Adjust) -> Corrections | None:
    """The corrections of ``shot`` with ``adjust``; none where nothing is left of them.

    Raises:
        ValueError: the photo's size is not known, and it has no corrections yet.
    """
    if shot.corrections:
        made = replace(shot.corrections, adjust=adjust)
    else:
        width, height = _known(shot)
        made = Corrections(width=width, height=height, steps=(), adjust=adjust)
    return None if made.is_empty else made


def with_step(shot: Shot, step: Step) -> Corrections:
    """The corrections of ``shot`` with one ``step`` more.

    Raises:
        ValueError: the photo's size is not known, and it has no corrections yet.
    """
    if shot.corrections:
        return replace(shot.corrections, steps=(*shot.corrections.steps, step))
    width, height = _known(shot)
    return Corrections(width=width, height=height, steps=(step,))


def size_of(shot: Shot) -> tuple[int, int] | None:
    """Width and height of the upright photo: as it was read, else as its head says; None where neither is known yet."""
    facts = shot.result.facts if shot.result else None
    if facts:
        return facts.width, facts.height
    if shot.corrections:
        return shot.corrections.width, shot.corrections.height
    if not QFileInfo.exists(str(shot.photo.path)):
        return None
    reader = QImageReader(str(shot.photo.path))
    size = reader.size()
    if not size.isValid():
        return None
    if reader.transformation() & _ON_ITS_SIDE:
        size.transpose()
    return size.width(), size.height()


def _known(shot: Shot) -> tuple[int, int]:
    size = size_of(shot)
    if size is None:
        raise ValueError("the photo's size is not known")
    return size
