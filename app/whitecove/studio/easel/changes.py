"""What one step changed, kept so that it can be undone and redone without being computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whitecove.core.corrections.patch import window
from whitecove.core.corrections.values import Step
from whitecove.core.extent import box_of
from whitecove.core.model import U8, Box, Mask

NOWHERE = Box(0, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Delta:
    """The pixels of one array (H, W, n) that changed within ``box``: a bit for each pixel there, and the changed ones'
    values (k, n) before and after."""

    box: Box
    bits: U8
    before: U8
    after: U8

    @classmethod
    def between(cls, before: U8, after: U8, box: Box) -> Delta:
        """What changed from ``before`` to ``after`` (h, w, n), two states of what lies in ``box``."""
        changed = differs(before, after)
        tight = box_of(changed)
        if tight is None:
            none = np.zeros((0, before.shape[2]), np.uint8)
            return cls(box=NOWHERE, bits=np.zeros(0, np.uint8), before=none, after=none)
        part = window(tight)
        where = changed[part]
        return cls(
            box=moved(tight, box.left, box.top),
            bits=np.packbits(where),
            before=before[part][where],
            after=after[part][where],
        )

    @property
    def bytes(self) -> int:
        return self.bits.nbytes + self.before.nbytes + self.after.nbytes

    def undo(self, pixels: U8) -> None:
        """Puts back in ``pixels`` (H, W, n) what was there before."""
        pixels[window(self.box)][self._where] = self.before

    def redo(self, pixels: U8) -> None:
        """Puts in ``pixels`` (H, W, n) what came after."""
        pixels[window(self.box)][self._where] = self.after

    @property
    def _where(self) -> Mask:
        count = self.box.width * self.box.height
        return np.unpackbits(self.bits, count=count).view(bool).reshape(self.box.height, self.box.width)


@dataclass(slots=True, kw_only=True, eq=False)
class Done:
    """A ``step`` that was made, as it was drawn, and what it changed in the cutout and in the photo; ``box`` is where.
    Without ``cutout`` that was forgotten."""

    step: Step
    box: Box
    cutout: Delta | None
    photo: Delta | None

    @property
    def bytes(self) -> int:
        return sum(delta.bytes for delta in (self.cutout, self.photo) if delta)

    def forget(self) -> None:
        """Frees the memory: the step can no longer be undone."""
        self.cutout = self.photo = None


def differs(a: U8, b: U8) -> Mask:
    """Where two pictures (h, w, 3 or 4) are not the same."""
    if a.shape[2] == 4:
        return np.asarray(_words(a) != _words(b))
    return np.asarray((a != b).any(axis=2))


def _words(pixels: U8) -> NDArray[Any]:
    """Each pixel (h, w, 4) as one number: compared at once."""
    return np.ascontiguousarray(pixels).view(np.uint32)[..., 0]


def moved(box: Box, across: int, down: int) -> Box:
    """``box`` so many pixels farther to the right and down."""
    return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)


def joined(a: Box, b: Box) -> Box:
    """The smallest box around both; an empty one does not count."""
    if not (a.width and a.height):
        return b
    if not (b.width and b.height):
        return a
    return Box(min(a.left, b.left), min(a.top, b.top), max(a.right, b.right), max(a.bottom, b.bottom))
