"""A part of a picture: where it lies, and how much of each of its pixels is meant."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from whitecove.core.model import F32, Box


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Patch:
    """``share`` (h, w), 0…1, of the pixels in ``box``, which lies inside of the picture and may be empty."""

    box: Box
    share: F32

    @property
    def window(self) -> tuple[slice, slice]:
        """Where the patch lies in an array of the picture's size."""
        return window(self.box)


def window(box: Box) -> tuple[slice, slice]:
    """Rows and columns of ``box``."""
    return slice(box.top, box.bottom), slice(box.left, box.right)


def within(box: Box, outer: Box) -> tuple[slice, slice]:
    """Rows and columns of ``box`` in an array of what is in ``outer``, which holds it."""
    return (
        slice(box.top - outer.top, box.bottom - outer.top),
        slice(box.left - outer.left, box.right - outer.left),
    )


def inside(left: float, top: float, right: float, bottom: float, shape: tuple[int, int]) -> Box:
    """The whole pixels that the given edges touch, of a picture of ``shape`` (H, W); empty where they miss it."""
    first_column, last_column = _span(left, right, shape[1])
    first_row, last_row = _span(top, bottom, shape[0])
    return Box(first_column, first_row, last_column, last_row)


def grown(box: Box, margin: int, shape: tuple[int, int]) -> Box:
    """``box`` with ``margin`` more pixels on each side, as far as the picture reaches."""
    return inside(box.left - margin, box.top - margin, box.right + margin, box.bottom + margin, shape)


def _span(first: float, last: float, limit: int) -> tuple[int, int]:
    start = int(np.clip(np.floor(first), 0, limit))
    return start, max(start, int(np.clip(np.ceil(last), 0, limit)))
