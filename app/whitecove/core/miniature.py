"""A photo and its matte made small together, for what is measured on the whole of them."""

from __future__ import annotations

import numpy as np
from PIL import Image

from whitecove.core.engines.scale import reduced
from whitecove.core.model import U8, Mask


def miniature(rgb: U8, matte: U8, side: int) -> tuple[U8, Mask]:
    """``rgb`` (H, W, 3) with a long side of at most ``side`` pixels, by area averaging, and the subject (h, w) of its
    ``matte`` (H, W) at that size."""
    return reduced(rgb, side), reduced_matte(matte, side) > 127


def reduced_matte(matte: U8, side: int) -> U8:
    """``matte`` (H, W) with a long side of at most ``side`` pixels, by area averaging."""
    height, width = matte.shape
    scale = min(1.0, side / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(Image.fromarray(matte).resize(size, Image.Resampling.BOX))
