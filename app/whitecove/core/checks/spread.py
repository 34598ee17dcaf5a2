"""Sliding windows over whole pictures by chessboard distance, in a few passes and without scipy."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from whitecove.core.model import U8, Mask

_Pixel = TypeVar("_Pixel", np.bool_, np.uint8)


def grow(mask: Mask, reach: int) -> Mask:
    """The pixels of ``mask`` (H, W), and those within ``reach`` pixels of one by chessboard distance."""
    return _slide(_slide(mask, reach, 0, np.logical_or, 0), reach, 1, np.logical_or, 0)


def shrink(mask: Mask, reach: int) -> Mask:
    """The pixels of ``mask`` (H, W) that have no other pixel within ``reach``; beyond the frame counts as inside."""
    return ~grow(~mask, reach)


def darkest(levels: U8, reach: int) -> U8:
    """The smallest level of ``levels`` (H, W) within ``reach`` pixels of each pixel, by chessboard distance."""
    return _slide(_slide(levels, reach, 0, np.minimum, 255), reach, 1, np.minimum, 255)


def _slide(pixels: NDArray[_Pixel], reach: int, axis: int, join: np.ufunc, beyond: int) -> NDArray[_Pixel]:
    """``join`` over the window of ``reach`` pixels to either side along ``axis``: what is covered doubles with each
    pass. Outside the frame all pixels are ``beyond``."""
    window = 2 * reach + 1
    pad = [(0, 0), (0, 0)]
    pad[axis] = (reach, reach)
    joined = np.pad(pixels, pad, constant_values=beyond)
    covered = 1
    while covered < window:
        step = min(covered, window - covered)
        length = joined.shape[axis] - step
        joined = join(_part(joined, axis, 0, length), _part(joined, axis, step, length))
        covered += step
    return joined


def _part(pixels: NDArray[_Pixel], axis: int, start: int, length: int) -> NDArray[_Pixel]:
    return pixels[start : start + length] if axis == 0 else pixels[:, start : start + length]
