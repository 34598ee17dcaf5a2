"""Whether the colours on the two sides of an outline can be told apart, place by place."""

from __future__ import annotations

import numpy as np

from whitecove.core.extent import window
from whitecove.core.model import F32, U8, Mask
from whitecove.core.squares import F64, Squares, Whole

# Each side's colours are taken from squares of these many pixels, the wider ones counting for the second number.
NEAR_BY = ((15, 1.0), (41, 0.02))
# Less than one pixel in the widest square: there is nothing of that side near by.
NOTHING = 1e-6
# Noise that any photo has, in levels: it keeps even colours from looking infinitely far apart.
NOISE = 3.0


def distance(look: U8, inside: Mask, outside: Mask, at: Mask) -> F32:
    """The Bhattacharyya distance (n,) between the colours of ``look`` (h, w, 3) that lie ``inside`` and ``outside``
    near each pixel of ``at``: under 1 they overlap, from 3 on they hardly do (Bhattacharyya 1943, for two normal
    distributions). 0, too, where one side has no pixel near by: nothing says that it has other colours."""
    part = window(at, NEAR_BY[-1][0] // 2)
    look, inside, outside, at = look[part], inside[part], outside[part], at[part]
    # 32 bits hold what any square adds up to.
    colours = [np.asarray(look[..., k], np.int32) for k in range(3)]
    squares = Squares(at, NEAR_BY[-1][0])
    (near, mean, spread), (other_near, other_mean, other_spread) = (
        _near_by(colours, side, squares) for side in (inside, outside)
    )
    both = (spread + other_spread) / 2
    apart = (mean - other_mean)[..., None]
    by_mean = (apart * np.linalg.solve(both, apart)).sum(axis=(1, 2)) / 8
    volume = np.sqrt(np.maximum(np.linalg.det(spread) * np.linalg.det(other_spread), 1e-9))
    by_spread = 0.5 * np.log(np.maximum(np.linalg.det(both), 1e-9) / volume)
    known = near & other_near
    return np.asarray(np.where(known, np.maximum(by_mean + by_spread, 0), 0), np.float32)


def _near_by(colours: list[Whole], side: Mask, squares: Squares) -> tuple[Mask, F64, F64]:
    """Whether one side has pixels near each pixel that ``squares`` ask for, and the mean (n, 3) and covariance
    (n, 3, 3) of their colours."""
    found = squares.weighed(side.astype(np.int32), NEAR_BY)
    total = np.maximum(found, NOTHING)
    planes = [plane * side for plane in colours]
    mean = np.stack([squares.weighed(plane, NEAR_BY) / total for plane in planes], axis=1)
    spread = np.empty((mean.shape[0], 3, 3))
    for i in range(3):
        for j in range(i, 3):
            products = squares.weighed(planes[i] * planes[j], NEAR_BY)
            spread[:, i, j] = spread[:, j, i] = products / total - mean[:, i] * mean[:, j]
    return np.asarray(found > NOTHING), mean, spread + NOISE**2 * np.eye(3)
