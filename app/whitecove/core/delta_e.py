"""Colour difference as eyes see it: CIEDE2000."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from whitecove.core.model import F32

_TWENTY_FIVE_7 = 25.0**7

_Wide = NDArray[np.float64]
_Floats = F32 | _Wide


def delta_e_2000(lab_a: _Floats, lab_b: _Floats) -> F32:
    """CIEDE2000 difference of two arrays of L*a*b* colours, (..., 3) each, as (...): 0 is equal, 1 just visible.

    Formula and pitfalls: Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula", Color Research & Application
    30 (2005), 21-30, with kL = kC = kH = 1.
    """
    a, b = np.asarray(lab_a, np.float64), np.asarray(lab_b, np.float64)
    chroma = (np.hypot(a[..., 1], a[..., 2]) + np.hypot(b[..., 1], b[..., 2])) / 2
    stretch = 1.5 - 0.5 * _saturation(chroma)
    chroma_a, hue_a = _polar(a, stretch)
    chroma_b, hue_b = _polar(b, stretch)
    lightness = (a[..., 0] + b[..., 0]) / 2
    chroma = (chroma_a + chroma_b) / 2
    grey = (chroma_a == 0) | (chroma_b == 0)
    turn = _hue_turn(hue_a, hue_b, grey)
    hue = _mean_hue(hue_a, hue_b, grey)

    fifty = (lightness - 50) ** 2
    d_l = (b[..., 0] - a[..., 0]) / (1 + 0.015 * fifty / np.sqrt(20 + fifty))
    d_c = (chroma_b - chroma_a) / (1 + 0.045 * chroma)
    d_h = 2 * np.sqrt(chroma_a * chroma_b) * np.sin(np.radians(turn) / 2) / (1 + 0.015 * chroma * _hue_weight(hue))
    rotation = -np.sin(2 * np.radians(30 * np.exp(-(((hue - 275) / 25) ** 2)))) * 2 * _saturation(chroma)
    square = d_l**2 + d_c**2 + d_h**2 + rotation * d_c * d_h
    difference: F32 = np.sqrt(np.maximum(square, 0)).astype(np.float32)
    return difference


def _saturation(chroma: _Wide) -> _Wide:
    seventh = chroma**7
    return np.sqrt(seventh / (seventh + _TWENTY_FIVE_7))


def _polar(lab: _Wide, stretch: _Wide) -> tuple[_Wide, _Wide]:
    """Chroma, and hue in degrees 0…360, after the stretch of a* that straightens blues and greys."""
    a = lab[..., 1] * stretch
    return np.hypot(a, lab[..., 2]), np.degrees(np.arctan2(lab[..., 2], a)) % 360


def _hue_turn(hue_a: _Wide, hue_b: _Wide, grey: NDArray[np.bool_]) -> _Wide:
    """Degrees from the first hue to the second, the short way round; none where a colour has no hue."""
    turn = hue_b - hue_a
    turn = np.where(turn > 180, turn - 360, np.where(turn < -180, turn + 360, turn))
    return np.where(grey, 0.0, turn)


def _mean_hue(hue_a: _Wide, hue_b: _Wide, grey: NDArray[np.bool_]) -> _Wide:
    total = hue_a + hue_b
    far = np.abs(hue_a - hue_b) > 180
    mean = np.where(far, np.where(total < 360, total + 360, total - 360), total) / 2
    return np.where(grey, total, mean)


def _hue_weight(hue: _Wide) -> _Wide:
    h = np.radians(hue)
    weight: _Wide = 1 - 0.17 * np.cos(h - np.radians(30)) + 0.24 * np.cos(2 * h)
    weight += 0.32 * np.cos(3 * h + np.radians(6)) - 0.20 * np.cos(4 * h - np.radians(63))
    return weight
