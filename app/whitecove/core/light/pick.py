"""A place that a person says is white or grey, made the white point of the photo."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from whitecove.core import icc
from whitecove.core.adjust.values import LEAST_GAIN, MOST_GAIN
from whitecove.core.errors import PrepareError
from whitecove.core.light.curves import Gains, multiplied
from whitecove.core.model import U8

# A channel from this level on is burnt out, and below this light a colour is mostly noise and rounding.
BURNT, DARK = 250, 0.015
# Where white is put, in sRGB levels: as a session's backdrop is.
WHITE = 238.0
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
HALVINGS = 40


def gains_of(patch: U8, *, white: bool = False) -> Gains:
    """The gains of light that make ``patch`` (h, w, 3), a few pixels of a photo as it was shot, neutral: at the
    lightness that it has, or with ``white`` at that of a white page in the shade (238, 238, 238), if it is not lighter.
    It is judged by its median; three decimals.

    Raises:
        ValueError: the patch has no pixels. PrepareError: it is burnt out, too dark, or too coloured to have been
            neutral.
    """
    if not patch.size:
        raise ValueError("a patch needs pixels")
    levels = np.median(patch.reshape(-1, 3), axis=0)
    light = icc.srgb_light(levels / 255)
    luminance = float(light @ LUMINANCE)
    if levels.max() >= BURNT:
        raise PrepareError("light.pick_burnt")
    if luminance < DARK:
        raise PrepareError("light.pick_dark")
    target = max(luminance, float(icc.srgb_light(np.array(WHITE / 255)))) if white else luminance
    # Rounded before they are looked at: halving only comes near to a limit.
    gains = [round(_gain(channel, target), 3) for channel in light]
    if not all(LEAST_GAIN < gain < MOST_GAIN for gain in gains):
        raise PrepareError("light.pick_coloured")
    red, green, blue = gains
    return red, green, blue


def _gain(light: NDArray[np.float64], target: float) -> float:
    """The gain between the limits at which ``light`` becomes ``target``, or the limit that is nearest: near white the
    curves bend, so it is more than their ratio."""
    low, high = LEAST_GAIN, MOST_GAIN
    becomes = partial(multiplied, light)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if float(becomes(middle)) < target else (low, middle)
    return (low + high) / 2
