"""How far something reaches in a picture."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from whitecove.core.model import U8, Box, Mask

_Pixel = TypeVar("_Pixel", np.bool_, np.uint8)

# A matte under a tenth is the tail of a soft edge: it is drawn, but it does not say how large the product is.
TENTH = 26


def box_of(mask: Mask) -> Box | None:
    """The smallest box around the set pixels of ``mask`` (H, W); None where there are none."""
    return _around(np.asarray(mask.any(axis=0)), np.asarray(mask.any(axis=1)))


def box_of_levels(levels: U8, least: int) -> Box | None:
    """The smallest box around what is at least ``least`` in ``levels`` (H, W); None where nothing is."""
    return _around(levels.max(axis=0) >= least, levels.max(axis=1) >= least)


def _around(columns: Mask, rows: Mask) -> Box | None:
    across, down = np.flatnonzero(columns), np.flatnonzero(rows)
    if not down.size:
        return None
    return Box(int(across[0]), int(down[0]), int(across[-1]) + 1, int(down[-1]) + 1)


def crop(plane: NDArray[_Pixel], box: Box) -> NDArray[_Pixel]:
    """The part of ``plane`` (H, W) or (H, W, 3) in ``box``; no copy."""
    return plane[box.top : box.bottom, box.left : box.right]


def with_margin(box: Box, margin: int, shape: tuple[int, ...]) -> Box:
    """``box`` with so many pixels more on every side, as far as a picture of ``shape`` (H, W) reaches."""
    return Box(
        max(0, box.left - margin), max(0, box.top - margin),
        min(shape[1], box.right + margin), min(shape[0], box.bottom + margin),
    )  # fmt: skip


def window(mask: Mask, around: int) -> tuple[slice, slice]:
    """The rows and columns of ``mask`` (H, W) that hold all its set pixels and so many around them, within the frame;
    one pixel where none is set."""
    box = box_of(mask) or Box(0, 0, 1, 1)
    return slice(max(0, box.top - around), box.bottom + around), slice(max(0, box.left - around), box.right + around)


def enlarged_box(box: Box, small: tuple[int, ...], full: tuple[int, ...]) -> Box:
    """``box`` in a picture of the shape ``small`` (h, w) in pixels of the same picture at ``full`` (H, W): no smaller
    than it was, and within the picture, though the sides of a small picture are rounded."""
    down, across = full[0] / small[0], full[1] / small[1]
    return Box(*(round(value * by) for value, by in zip(box, (across, down, across, down), strict=True)))
