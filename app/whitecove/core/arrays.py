"""Pillow's pictures as arrays, some rows at a time: all at once takes thrice the picture's memory and time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from whitecove.core.model import U8

# So many rows of a large picture are copied, laid on white or resized at once: they stay in the processor's cache.
STRIP = 128
# What makes a picture wider than high of one that is higher than wide.
_LYING = (
    Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.TRANSPOSE, Image.Transpose.TRANSVERSE,
)  # fmt: skip
# Where rows that come from the top end up at the bottom, or at the right.
_FAR_END = (
    Image.Transpose.ROTATE_180, Image.Transpose.FLIP_TOP_BOTTOM, Image.Transpose.ROTATE_270, Image.Transpose.TRANSVERSE,
)  # fmt: skip


def pixels(image: Image.Image, turn: Image.Transpose | None = None) -> U8:
    """The levels of ``image`` (mode L or RGB), turned by ``turn``, as an array (H, W) or (H, W, 3) of its own."""
    lying = turn in _LYING
    size = (image.width, image.height) if lying else (image.height, image.width)
    out = np.empty((*size, 3) if image.mode == "RGB" else size, np.uint8)
    for top in range(0, image.height, STRIP):
        bottom = min(top + STRIP, image.height)
        strip = image.crop((0, top, image.width, bottom))
        place = slice(image.height - bottom, image.height - top) if turn in _FAR_END else slice(top, bottom)
        where = (slice(None), place) if lying else place
        out[where] = np.asarray(strip if turn is None else strip.transpose(turn))
    return out


def mapped(rgb: U8, table: Sequence[int]) -> U8:
    """``rgb`` (H, W, 3) with each level exchanged for that in ``table``: 256 for red, then for green, then for blue."""
    out = np.empty_like(rgb)
    for top in range(0, rgb.shape[0], STRIP):
        out[top : top + STRIP] = np.asarray(Image.fromarray(rgb[top : top + STRIP]).point(table))
    return out
