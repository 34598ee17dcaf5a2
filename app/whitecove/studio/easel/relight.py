"""A photo in another light at once, by and large, while it is cut out anew."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from whitecove.core.adjust.values import Adjust
from whitecove.core.arrays import mapped
from whitecove.core.light.asked import as_asked
from whitecove.core.light.curves import Gains
from whitecove.core.model import U8
from whitecove.studio.easel.layers import Layers


def relit(layers: Layers, session: Gains | None, now: Adjust, then: Adjust) -> tuple[U8, U8]:
    """Photo (h, w, 3) and cutout (h, w, 4) of ``layers``, which are in the light of their ``session`` as ``now`` sets
    it, in that which ``then`` sets."""
    light = Relight(layers, session, now, then)
    return light.of(layers.look), np.dstack([light.of(layers.colours), layers.matte])


class Relight:
    """From the light of ``layers``, that of their ``session`` as ``now`` sets it, to that which ``then`` sets."""

    def __init__(self, layers: Layers, session: Gains | None, now: Adjust, then: Adjust) -> None:
        self._table = None if _light(now) == _light(then) else _table(layers, session, now, then)

    def of(self, rgb: U8) -> U8:
        """``rgb`` (h, w, 3) in that light."""
        return rgb if self._table is None else mapped(np.ascontiguousarray(rgb), self._table)


def _light(adjust: Adjust) -> tuple[object, float]:
    return adjust.white_point, adjust.exposure


def _table(layers: Layers, session: Gains | None, now: Adjust, then: Adjust) -> list[int]:
    """What the levels of each channel become, 256 each."""
    ramp = np.repeat(np.arange(256, dtype=np.uint8), 3).reshape(1, 256, 3)
    shot = replace(layers.picture, rgb=ramp, shot=None)
    before, after = (as_asked(shot, session, adjust).rgb[0] for adjust in (now, then))
    return [level for channel in range(3) for level in _channel(before[:, channel], after[:, channel])]


def _channel(before: U8, after: U8) -> list[int]:
    levels: list[int] = np.rint(np.interp(np.arange(256), before, after)).astype(int).tolist()
    return levels
