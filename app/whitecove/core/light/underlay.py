"""A shadow laid under a product on a white page, so that nothing of it ends abruptly and all else stays exact white."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from whitecove.core.model import F32, U8

# A shadow of so few levels is let fade: squared over itself and this, it lands on white without a step.
KNEE = 3.0
# The shadow is gone so many pixels before the canvas's rim, after fading over this share of the canvas.
RIM_PIXELS, RIM_FADE = 4, 0.10
# No shadow that is left, or made, is darker.
DARKEST = 160.0


def smoothstep(value: NDArray[np.floating]) -> F32:
    """0 below 0, 1 above 1, smooth between: 3 t² - 2 t³."""
    t = np.clip(value, 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def landed(darkness: F32) -> U8:
    """``darkness`` (H, W), levels ≥ 0 on the canvas, as whole levels that run out to nothing: by the knee, and before
    the canvas's rim, wherever the shadow goes."""
    height, width = darkness.shape
    down, across = _to_rim(height), _to_rim(width)
    fade = down[:, None] * across[None]
    deep = np.minimum(darkness, DARKEST) * fade
    return np.asarray(np.rint(deep * deep / (deep + KNEE)), np.uint8)


def hanging_together(shadow: U8, matte: U8) -> U8:
    """``shadow`` (H, W) without scraps that do not touch the product of ``matte`` (H, W), directly or by more shadow:
    on white they would be dirt."""
    from scipy import ndimage as ndi

    labels, count = ndi.label((shadow > 0) | (matte > 0))
    touching = np.zeros(count + 1, bool)
    touching[labels[matte > 127]] = True
    touching[0] = False
    return np.where(touching[labels], shadow, np.uint8(0))


def _to_rim(length: int) -> F32:
    """1 inside, 0 at both ends of an axis of ``length`` pixels."""
    place = np.arange(length, dtype=np.float32)
    distance = np.minimum(place, length - 1 - place)
    return smoothstep((distance - RIM_PIXELS) / max(1.0, RIM_FADE * length))


def laid_under(rgb: U8, matte: U8, shadow: U8) -> U8:
    """``rgb`` (H, W, 3), a product on white with its ``matte`` (H, W), on a page darkened by ``shadow`` (H, W).

    With F a + 255 (1 - a) given, F a + (255 - s) (1 - a) is s (1 - a) darker: the product itself stays to the bit.
    """
    free = np.uint16(255) - matte
    darker = (shadow.astype(np.uint16) * free + 127) // 255
    return np.asarray(np.maximum(rgb.astype(np.int16) - darker[..., None].astype(np.int16), 0), np.uint8)
