"""Pictures and planes made smaller and larger: the thinking is done small, only edges are drawn at full size."""

from __future__ import annotations

import numpy as np
from PIL import Image

from whitecove.core.model import F32, U8


def reduced(rgb: U8, side: int) -> U8:
    """``rgb`` (H, W, 3) with a long side of at most ``side`` pixels, by area averaging; itself where it is small."""
    height, width = rgb.shape[:2]
    ratio = side / max(height, width)
    if ratio >= 1:
        return rgb
    size = (max(1, round(width * ratio)), max(1, round(height * ratio)))
    return np.asarray(Image.fromarray(rgb).resize(size, Image.Resampling.BOX))


def enlarged(plane: F32, shape: tuple[int, ...]) -> F32:
    """``plane`` (h, w) resampled bilinearly to ``shape`` (H, W)."""
    if plane.shape == shape:
        return plane
    image = Image.fromarray(np.ascontiguousarray(plane, np.float32))
    return np.asarray(image.resize((shape[1], shape[0]), Image.Resampling.BILINEAR), np.float32)
