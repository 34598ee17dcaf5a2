"""A photo and its cutout reduced to the screen."""

from __future__ import annotations

import numpy as np
from PIL import Image

from whitecove.core.arrays import STRIP
from whitecove.core.engines.scale import reduced
from whitecove.core.model import U8


def reduced_cutout(rgb: U8, matte: U8, side: int) -> U8:
    """The cutout ``rgb`` (H, W, 3) under ``matte`` (H, W) with a long side of at most ``side`` pixels, by area
    averaging: RGBA (h, w, 4), straight. What is seen more of a pixel counts more for its colour; where nothing is
    seen, all count alike."""
    if side >= max(matte.shape):
        return np.dstack([rgb, matte])
    alpha = reduced(matte, side)
    seen = reduced(_times(rgb, matte), side).astype(np.float32)
    colour = np.rint(seen * 255 / np.maximum(alpha, 1)[..., None])
    plain = reduced(rgb, side)
    own = np.where(alpha[..., None] > 0, np.minimum(colour, 255), plain).astype(np.uint8)
    return np.dstack([own, alpha])


def _times(rgb: U8, matte: U8) -> U8:
    """``rgb`` (H, W, 3) times ``matte`` (H, W), which counts as 0…1."""
    out = np.empty_like(rgb)
    black = Image.new("RGB", (rgb.shape[1], STRIP))
    for top in range(0, rgb.shape[0], STRIP):
        rows = slice(top, top + STRIP)
        strip = Image.fromarray(np.ascontiguousarray(rgb[rows]))
        share = Image.fromarray(np.ascontiguousarray(matte[rows]))
        out[rows] = np.asarray(Image.composite(strip, black.crop((0, 0, *strip.size)), share))
    return out
