"""What a person sets for photos, as steps that can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtGui import QUndoCommand, QUndoStack

from whitecove.core.adjust.values import UNTOUCHED, Adjust
from whitecove.core.corrections.values import Corrections, Step
from whitecove.studio.items import Shot

# Qt's id of commands that are never merged.
ALONE = -1


class History(Protocol):
    """Keeps what was done, so that it can be undone; `gui.touching` does. What is drawn on a photo is undone photo by
    photo (``stack``), what is set for photos as a whole in the order in which it was set (``project_stack``)."""

    @property
    def project_stack(self) -> QUndoStack: ...

    def stack(self, key: str) -> QUndoStack: ...

    def become(self, key: str, corrections: Corrections | None) -> None: ...

    def corrections_of(self, key: str) -> Corrections | None: ...


class SetAdjust(QUndoCommand):
    """What is set for some photos as a whole, before and after, by key. Changes of one ``gesture`` that follow each
    other are one. What is drawn on them stays, whenever it was drawn."""

    def __init__(
        self, history: History, shots: Mapping[str, tuple[Shot, Adjust]], text: str, gesture: int = ALONE
    ) -> None:
        super().__init__(text)
        self._history, self._gesture = history, gesture
        self._sizes = {key: _known(shot) for key, (shot, _) in shots.items()}
        self._before = {key: adjust_of(shot) for key, (shot, _) in shots.items()}
        self.after = {key: adjust for key, (_, adjust) in shots.items()}

    def id(self) -> int:
        return self._gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, SetAdjust) or other.after.keys() != self.after.keys():
            return False
        self.after = other.after
        self.setObsolete(self.after == self._before)
        return True

    def redo(self) -> None:
        self._set(self.after)

    def undo(self) -> None:
        self._set(self._before)

    def _set(self, adjusts: Mapping[str, Adjust]) -> None:
        for key, adjust in adjusts.items():
            self._history.become(key, adjusted(self._history.corrections_of(key), adjust, self._sizes[key]))


class Draw(QUndoCommand):
    """Steps drawn on a photo of that ``size``, after those that are there. What is set for it as a whole stays,
    whenever it was set."""

    def __init__(self, history: History, key: str, size: tuple[int, int], steps: tuple[Step, ...], text: str) -> None:
        super().__init__(text)
        self._history, self._key, self._size = history, key, size
        now = history.corrections_of(key)
        self._before = now.steps if now else ()
        self._after = (*self._before, *steps)

    def redo(self) -> None:
        self._set(self._after)

    def undo(self) -> None:
        self._set(self._before)

    def _set(self, steps: tuple[Step, ...]) -> None:
        width, height = self._size
        now = self._history.corrections_of(self._key) or Corrections(width=width, height=height, steps=())
        made = replace(now, steps=steps)
        self._history.become(self._key, None if made.is_empty else made)


def set_adjust(history: History, shots: Sequence[tuple[Shot, Adjust]], text: str, gesture: int = ALONE) -> None:
    """Sets something for photos as a whole, as one step that can be undone.

    Raises:
        ValueError: the size of one of them is not known.
    """
    chosen = {shot.key: (shot, adjust) for shot, adjust in shots}
    if chosen:
        history.project_stack.push(SetAdjust(history, chosen, text, gesture))


def adjust_of(shot: Shot) -> Adjust:
    """What is set for a photo as a whole."""
    return shot.corrections.adjust if shot.corrections else UNTOUCHED


def adjusted(now: Corrections | None, adjust: Adjust, size: tuple[int, int]) -> Corrections | None:
    """What is corrected ``now`` in a photo of that ``size``, with ``adjust``; None where nothing is left of it."""
    made = replace(now or Corrections(width=size[0], height=size[1], steps=()), adjust=adjust)
    return None if made.is_empty else made


def size_of(shot: Shot) -> tuple[int, int] | None:
    """Width and height of the upright photo; None where they are not known yet (`Document.measure` asks for them)."""
    return shot.known_size


def _known(shot: Shot) -> tuple[int, int]:
    size = size_of(shot)
    if size is None:
        raise ValueError("the photo's size is not known")
    return size
