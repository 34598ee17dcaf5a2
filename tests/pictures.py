"""Small pictures that tests make: products with a known matte on known backdrops, and the values around them."""

from __future__ import annotations

import hashlib

import numpy as np
from PIL import Image, ImageDraw

from whitecove.core.model import U8, Cutout, Picture, SourceFacts


def facts(width: int, height: int, data: bytes = b"") -> SourceFacts:
    """Facts of a made picture."""
    return SourceFacts(
        format="PNG",
        width=width,
        height=height,
        mode="RGB",
        bits=8,
        orientation=1,
        icc=None,
        has_alpha=False,
        frames=1,
        captured=None,
        camera=None,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
    )


def picture(rgb: U8, alpha: U8 | None = None) -> Picture:
    """A picture as `read_photo` would give it."""
    return Picture(rgb=rgb, alpha=alpha, exif=b"", facts=facts(rgb.shape[1], rgb.shape[0], rgb.tobytes()))


def noise(width: int, height: int, low: int = 0, high: int = 256, seed: int = 0) -> U8:
    """Uniform noise (height, width, 3)."""
    return np.random.default_rng(seed).integers(low, high, (height, width, 3)).astype(np.uint8)


def disc_matte(width: int, height: int, centre: tuple[float, float], radius: float) -> U8:
    """An antialiased disc (height, width)."""
    big = Image.new("L", (width * 4, height * 4))
    left, top = (centre[0] - radius) * 4, (centre[1] - radius) * 4
    ImageDraw.Draw(big).ellipse((left, top, left + radius * 8, top + radius * 8), fill=255)
    return np.asarray(big.resize((width, height), Image.Resampling.BOX))


def box_matte(width: int, height: int, box: tuple[int, int, int, int]) -> U8:
    """A hard-edged box (height, width)."""
    matte = np.zeros((height, width), np.uint8)
    matte[box[1] : box[3], box[0] : box[2]] = 255
    return matte


def cutout(rgb: U8, matte: U8) -> Cutout:
    """A cutout nobody doubts."""
    return Cutout(rgb=rgb, matte=matte, engine="test", doubt=0.0)
