"""Pictures and planes made smaller and larger: the thinking is done small, only edges are drawn at full size."""

from __future__ import annotations

import numpy as np
from PIL import Image

from whitecove.core.model import F32, U8

# So many rows of a large photo are copied at once. What is taller than this many times its width is first made lower.
STRIP, TALL = 64, 2


def reduced(rgb: U8, side: int) -> U8:
    """``rgb`` (H, W, 3) with a long side of at most ``side`` pixels, by area averaging; itself where it is small."""
    height, width = rgb.shape[:2]
    ratio = side / max(height, width)
    if ratio >= 1:
        return rgb
    size = (max(1, round(width * ratio)), max(1, round(height * ratio)))
    if height > TALL * width:
        return np.asarray(Image.fromarray(rgb).resize(size, Image.Resampling.BOX))
    # First narrower, a strip at a time, then lower, as Pillow does it itself: the same bytes, but no second large copy.
    narrow = np.empty((height, size[0], 3), np.uint8)
    for top in range(0, height, STRIP):
        strip = Image.fromarray(rgb[top : top + STRIP])
        narrow[top : top + STRIP] = strip.resize((size[0], strip.height), Image.Resampling.BOX)
    return np.asarray(Image.fromarray(narrow).resize(size, Image.Resampling.BOX))


def plane_of(plane: F32) -> Image.Image:
    """``plane`` (h, w) as Pillow resamples it."""
    return Image.fromarray(np.ascontiguousarray(plane, np.float32))


def part_of(plane: Image.Image, shape: tuple[int, ...], part: tuple[int, int, int, int]) -> F32:
    """The ``part`` (top, left, bottom, right) of ``plane``, enlarged bilinearly to ``shape`` (H, W)."""
    top, left, bottom, right = part
    across, down = plane.width / shape[1], plane.height / shape[0]
    box = (left * across, top * down, right * across, bottom * down)
    return np.asarray(plane.resize((right - left, bottom - top), Image.Resampling.BILINEAR, box=box), np.float32)


def enlarged(plane: F32, shape: tuple[int, ...]) -> F32:
    """``plane`` (h, w) resampled bilinearly to ``shape`` (H, W)."""
    if plane.shape == shape:
        return plane
    return np.asarray(plane_of(plane).resize((shape[1], shape[0]), Image.Resampling.BILINEAR), np.float32)
