"""Holes before they are opened: what a click would open, and where one may be worth it."""

from __future__ import annotations

import numpy as np

from whitecove.core.corrections.holes import opened
from whitecove.core.corrections.patch import window
from whitecove.core.corrections.values import Point
from whitecove.core.enclosed import holes_in
from whitecove.core.extent import box_of
from whitecove.core.miniature import miniature
from whitecove.core.model import U8, Box
from whitecove.studio.easel.changes import NOWHERE, moved
from whitecove.studio.easel.layers import Layers
from whitecove.studio.easel_asks import HoleAt, HoleFound, Holes, HolesFound, Offer


def hole_at(ask: HoleAt, layers: Layers, scale: tuple[float, float]) -> HoleFound:
    """What a hole there would open; ``scale`` are the screen's pixels to one of the photo, across and down."""
    box, share = _opened(ask.point, layers, scale)
    return HoleFound(
        key=ask.key,
        generation=ask.generation,
        point=ask.point,
        area=float(share.sum(dtype=np.float64)) / 255 / (scale[0] * scale[1]),
        box=box,
        share=share.tobytes(),
    )


def offers(ask: Holes, layers: Layers, scale: tuple[float, float]) -> HolesFound:
    """The areas in the cutout as it is shown that may be holes and would open at a click."""
    small = miniature(layers.photo, layers.matte)
    found = [
        offer
        for each in holes_in(small, layers.matte.shape)
        if (offer := _offer(Point(each.point[0] + 0.5, each.point[1] + 0.5), layers, scale))
    ]
    ordered = sorted(found, key=lambda offer: -offer.area)
    return HolesFound(key=ask.key, generation=ask.generation, holes=tuple(ordered))


def _offer(there: Point, layers: Layers, scale: tuple[float, float]) -> Offer | None:
    """The hole at a place of the screen, if one opens there."""
    across, down = scale
    point = Point(there.x / across, there.y / down)
    box, share = _opened(point, layers, scale)
    if not share.any():
        return None
    edges = zip(box, (across, down, across, down), strict=True)
    return Offer(
        point=point,
        box=Box(*(round(edge / by) for edge, by in edges)),
        area=float(share.sum(dtype=np.float64)) / 255 / (across * down),
    )


def _opened(point: Point, layers: Layers, scale: tuple[float, float]) -> tuple[Box, U8]:
    """What a hole at ``point``, in the photo, would take away from the matte (h, w), and the box of it on the
    screen."""
    matte = layers.matte
    patch = opened(Point(point.x * scale[0], point.y * scale[1]), layers.photo, matte)
    level = np.rint(patch.share * 255).astype(np.uint8)
    before = matte[patch.window]
    taken = before - np.minimum(before, 255 - level)
    tight = box_of(taken > 0)
    if tight is None:
        return NOWHERE, np.zeros((0, 0), np.uint8)
    return moved(tight, patch.box.left, patch.box.top), taken[window(tight)]
