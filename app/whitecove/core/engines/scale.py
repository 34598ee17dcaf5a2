"""Pictures and planes made smaller and larger: the thinking is done small, only edges are drawn at full size."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PIL import Image

from whitecove.core.model import F32, U8

# A row of averages is the sum of so many rows at most: more would not fit into 16 bits.
MOST_ROWS = 256


def reduced(rgb: U8, side: int) -> U8:
    """``rgb`` (H, W, 3), or one plane (H, W), with a long side of at most ``side`` pixels, by area averaging; itself
    where it is small."""
    height, width = rgb.shape[:2]
    ratio = side / max(height, width)
    if ratio >= 1:
        return rgb
    size = (max(1, round(width * ratio)), max(1, round(height * ratio)))
    # First lower: rows are added up as they lie in memory, without a copy of the photo in Pillow's own layout.
    lower = rgb if height > MOST_ROWS * size[1] else _lower(rgb, size[1])
    return np.asarray(Image.fromarray(lower).resize(size, Image.Resampling.BOX))


def _lower(rgb: U8, height: int) -> U8:
    """``rgb`` (H, W, …) averaged down to ``height`` rows, of those whose middle falls into each."""
    edges = np.floor(np.arange(height + 1) * (rgb.shape[0] / height) + 0.5).astype(int)
    lower = np.empty((height, *rgb.shape[1:]), np.uint8)
    for row, (top, bottom) in enumerate(pairwise(edges)):
        count = bottom - top
        total = np.add.reduce(rgb[top:bottom], axis=0, dtype=np.uint16)
        # At most 256 rows of 255, and half of them, stay below 2 ** 16.
        lower[row] = (total + count // 2) // count
    return lower


def plane_of(plane: F32) -> Image.Image:
    """``plane`` (h, w) as Pillow resamples it."""
    return Image.fromarray(np.ascontiguousarray(plane, np.float32))


def part_of(plane: Image.Image, shape: tuple[int, ...], part: tuple[int, int, int, int]) -> F32:
    """The ``part`` (top, left, bottom, right) of ``plane``, enlarged bilinearly to ``shape`` (H, W)."""
    top, left, bottom, right = part
    across, down = plane.width / shape[1], plane.height / shape[0]
    box = (left * across, top * down, right * across, bottom * down)
    return np.asarray(plane.resize((right - left, bottom - top), Image.Resampling.BILINEAR, box=box), np.float32)


def parts_of(planes: F32, shape: tuple[int, ...], part: tuple[int, int, int, int]) -> F32:
    """The ``part`` (top, left, bottom, right) of all ``planes`` (n, h, w), enlarged bilinearly to ``shape`` (H, W): as
    `part_of` does one, but many times faster."""
    top, left, bottom, right = part
    rows, down = _between(top, bottom, planes.shape[1] / shape[0], planes.shape[1])
    columns, across = _between(left, right, planes.shape[2] / shape[1], planes.shape[2])
    return np.asarray(down @ (planes[:, rows, columns] @ across.T), np.float32)


def _between(start: int, stop: int, scale: float, count: int) -> tuple[slice, F32]:
    """Which of ``count`` values the places from ``start`` to ``stop`` lie between, and how much (places, values) of
    each is in each place; there are ``scale`` values to a place, and beyond the first and last they go on."""
    at = np.clip((np.arange(start, stop) + 0.5) * scale - 0.5, 0, count - 1)
    first, last = int(at[0]), min(count - 1, int(at[-1]) + 1)
    values = np.arange(first, last + 1)
    return slice(first, last + 1), np.maximum(0, 1 - np.abs(at[:, None] - values)).astype(np.float32)


def enlarged(plane: F32, shape: tuple[int, ...]) -> F32:
    """``plane`` (h, w) resampled bilinearly to ``shape`` (H, W)."""
    if plane.shape == shape:
        return plane
    return np.asarray(plane_of(plane).resize((shape[1], shape[0]), Image.Resampling.BILINEAR), np.float32)
