"""How far something reaches in a picture."""

from __future__ import annotations

import numpy as np

from whitecove.core.model import U8, Box, Mask

# A matte under a tenth is the tail of a soft edge: it is drawn, but it does not say how large the product is.
TENTH = 26


def box_of(mask: Mask) -> Box | None:
    """The smallest box around the set pixels of ``mask`` (H, W); None where there are none."""
    return _around(mask.any(axis=0), mask.any(axis=1))


def box_of_levels(levels: U8, least: int) -> Box | None:
    """The smallest box around what is at least ``least`` in ``levels`` (H, W); None where nothing is."""
    return _around(levels.max(axis=0) >= least, levels.max(axis=1) >= least)


def _around(columns: Mask, rows: Mask) -> Box | None:
    across, down = np.flatnonzero(columns), np.flatnonzero(rows)
    if not down.size:
        return None
    return Box(int(across[0]), int(down[0]), int(across[-1]) + 1, int(down[-1]) + 1)


def enlarged_box(box: Box, small: tuple[int, ...], full: tuple[int, ...]) -> Box:
    """``box`` in a picture of the shape ``small`` (h, w) in pixels of the same picture at ``full`` (H, W): no smaller
    than it was, and within the picture, though the sides of a small picture are rounded."""
    down, across = full[0] / small[0], full[1] / small[1]
    return Box(*(round(value * by) for value, by in zip(box, (across, down, across, down), strict=True)))
