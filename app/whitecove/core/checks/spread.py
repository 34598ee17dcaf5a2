"""Sliding windows over whole pictures by chessboard distance, in a few passes and without scipy."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from whitecove.core.model import U8, Mask

_Pixel = TypeVar("_Pixel", np.bool_, np.uint8)

# So many rows of a picture are worked on at once.
ROWS = 256


def grow(mask: Mask, reach: int) -> Mask:
    """The pixels of ``mask`` (H, W), and those within ``reach`` pixels of one by chessboard distance."""
    return _around(mask, reach, np.logical_or, 0)


def shrink(mask: Mask, reach: int) -> Mask:
    """The pixels of ``mask`` (H, W) that have no other pixel within ``reach``; beyond the frame counts as inside."""
    return _around(mask, reach, np.logical_and, 1)


def darkest(levels: U8, reach: int) -> U8:
    """The smallest level of ``levels`` (H, W) within ``reach`` pixels of each pixel, by chessboard distance."""
    return _around(levels, reach, np.minimum, 255)


def _around(pixels: NDArray[_Pixel], reach: int, join: np.ufunc, beyond: int) -> NDArray[_Pixel]:
    """``join`` over the square of ``reach`` pixels to all sides, so many rows at a time as the processor's cache
    holds. Outside the frame all pixels are ``beyond``."""
    out = np.empty(pixels.shape, pixels.dtype)
    for top in range(0, pixels.shape[0], ROWS):
        first, bottom = max(0, top - reach), top + ROWS
        part = _slide(_slide(pixels[first : bottom + reach], reach, 0, join, beyond), reach, 1, join, beyond)
        out[top:bottom] = part[top - first : bottom - first]
    return out


def _slide(pixels: NDArray[_Pixel], reach: int, axis: int, join: np.ufunc, beyond: int) -> NDArray[_Pixel]:
    """``join`` over the window of ``reach`` pixels to either side along ``axis``: what is covered doubles with each
    pass. Outside the frame all pixels are ``beyond``."""
    window = 2 * reach + 1
    size = list(pixels.shape)
    size[axis] += 2 * reach
    joined = np.full(size, beyond, pixels.dtype)
    _part(joined, axis, reach, pixels.shape[axis])[:] = pixels
    covered = 1
    while covered < window:
        step = min(covered, window - covered)
        length = joined.shape[axis] - step
        joined = join(_part(joined, axis, 0, length), _part(joined, axis, step, length))
        covered += step
    return joined


def _part(pixels: NDArray[_Pixel], axis: int, start: int, length: int) -> NDArray[_Pixel]:
    return pixels[start : start + length] if axis == 0 else pixels[:, start : start + length]
