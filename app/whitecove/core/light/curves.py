"""Light multiplied, in curves that leave white white: what a channel's levels become."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from whitecove.core import icc
from whitecove.core.arrays import mapped
from whitecove.core.model import Picture

# Factors of light for red, green and blue.
Gains: TypeAlias = tuple[float, float, float]

# Below this share of full light a channel is multiplied and nothing else; above, it bends so that white stays white.
KNEE = 0.9
# What is made darker than by this factor bends earlier, from the second knee on at the least gain there is: it would
# be steep near white else.
GENTLY, EARLY, LEAST = 0.5, 0.5, 0.25


def relit(picture: Picture, gains: Gains, *, stops: float = 0.0, changes: tuple[str, ...]) -> Picture:
    """``picture`` with its light multiplied by ``gains`` and by 2 to the power of ``stops``, and ``changes``, short
    phrases, to say so. What was white stays white, nothing becomes it: near white the curves bend."""
    table = [level for gain in gains for level in _table(gain, stops)]
    return replace(
        picture,
        rgb=mapped(picture.rgb, table),
        shot=picture.as_shot,
        changes=(*picture.changes, *changes),
    )


def multiplied(light: NDArray[np.float64], gain: float) -> NDArray[np.float64]:
    """``light`` (0…1) times ``gain`` (above 0) as far as that leaves room for white; beyond, a bend with the same slope
    that ends at 1 for 1."""
    return _bent(light, gain, _knee(gain))


def exposed(light: NDArray[np.float64], stops: float) -> NDArray[np.float64]:
    """``light`` (0…1) times 2 to the power of ``stops``, with the same bend; where it gets darker, a long one."""
    return _bent(light, 2.0**stops, KNEE if stops >= 0 else EARLY)


def _knee(gain: float) -> float:
    return float(np.interp(gain, (LEAST, GENTLY), (EARLY, KNEE)))


def _bent(light: NDArray[np.float64], gain: float, knee: float) -> NDArray[np.float64]:
    start = min(knee / gain, knee)
    end = gain * start
    u = np.clip((light - start) / (1 - start), 0, 1)
    slope = gain * (1 - start) / (1 - end)
    return np.where(light < start, gain * light, end + (1 - end) * slope * u / (1 + (slope - 1) * u))


@lru_cache(maxsize=64)
def _table(gain: float, stops: float) -> tuple[int, ...]:
    """What a channel's levels 0…255 become: rising all the way, 255 for 255 alone where there is room below."""
    light = multiplied(icc.srgb_curve(256), gain)
    if stops:
        light = exposed(light, stops)
    table = np.rint(255 * icc.srgb_signal(light)).astype(int)
    table[:255] = np.minimum(table[:255], 254)
    return tuple(table.tolist())
