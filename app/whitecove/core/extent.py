"""How far something reaches in a picture."""

from __future__ import annotations

import numpy as np

from whitecove.core.model import Box, Mask

# A matte under a tenth is the tail of a soft edge: it is drawn, but it does not say how large the product is.
TENTH = 26


def box_of(mask: Mask) -> Box | None:
    """The smallest box around the set pixels of ``mask`` (H, W); None where there are none."""
    rows = np.flatnonzero(mask.any(axis=1))
    columns = np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return None
    return Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


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
