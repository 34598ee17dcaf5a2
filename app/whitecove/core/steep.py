"""How steep a picture is, place by place."""

from __future__ import annotations

import numpy as np

from whitecove.core.model import F32
from whitecove.core.smooth import slope


def steepness(picture: F32) -> F32:
    """The steepest of the three channels of ``picture`` (h, w, 3) at each pixel (h, w), in its levels a pixel."""
    planes = [slope(picture[..., k], 1.0) for k in range(3)]
    return np.asarray(np.maximum(np.maximum(planes[0], planes[1]), planes[2]), np.float32)
