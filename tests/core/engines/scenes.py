"""Made photos with a known matte: a product on a sweep, with grain and its cast shadow."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from tests.pictures import disc_matte
from whitecove.core.model import F32, U8

SIZE = 600
GREY, NEAR_WHITE, BLUE = (205, 205, 203), (240, 240, 238), (120, 150, 190)


def sweep(size: int = SIZE, colour: tuple[int, int, int] = GREY, falloff: float = 0.15) -> F32:
    """A backdrop (size, size, 3) that darkens towards the top corners."""
    y, x = np.linspace(-1, 1, size)[:, None], np.linspace(-1, 1, size)[None]
    field = 1 - falloff * (0.5 * y + 0.25 * x * x + 0.25 * y * y)
    return np.asarray(np.array(colour) * field[..., None], np.float32)


def photo(matte: U8, product: tuple[int, int, int] | F32, backdrop: F32, seed: int = 0) -> U8:
    """``product`` through ``matte`` (H, W) on ``backdrop``, with grain of two levels."""
    share = matte[..., None].astype(np.float32) / 255
    mixed = np.asarray(product, np.float32) * share + backdrop * (1 - share)
    grain = np.random.default_rng(seed).normal(0, 2, mixed.shape)
    return np.asarray(np.clip(np.rint(mixed + grain), 0, 255), np.uint8)


def shadowed(backdrop: F32, matte: U8, depth: float = 0.3, offset: int = 30, blur: float = 18) -> F32:
    """``backdrop`` with the soft shadow that ``matte`` casts down on it."""
    soft = Image.fromarray(np.roll(matte, offset, axis=0)).filter(ImageFilter.GaussianBlur(blur))
    return np.asarray(backdrop * (1 - depth * np.asarray(soft, np.float32)[..., None] / 255), np.float32)


def disc(radius: float = 130.0, size: int = SIZE) -> U8:
    return disc_matte(size, size, (size / 2, size / 2), radius)


def ring(size: int = SIZE) -> U8:
    """A disc with a round hole."""
    outer, inner = disc(150, size), disc(80, size)
    return np.asarray(outer - inner, np.uint8)


def iou(a: U8, b: U8) -> float:
    """Intersection over union of two mattes at one half."""
    x, y = a > 127, b > 127
    return int(np.count_nonzero(x & y)) / max(1, int(np.count_nonzero(x | y)))


def patchwork(size: int = SIZE) -> U8:
    """A busy scene: coloured patches of all sizes."""
    rng = np.random.default_rng(3)
    image = np.zeros((size, size, 3), np.uint8)
    for cell in (150, 60, 20):
        count = size // cell
        patches = Image.fromarray(rng.integers(0, 256, (count, count, 3)).astype(np.uint8))
        layer = np.asarray(patches.resize((size, size), Image.Resampling.NEAREST))
        image = image // 2 + layer // 2
    return image
