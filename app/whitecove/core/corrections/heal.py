"""Healing: what a brush passes is made anew of a place near by that looks alike around it, in the light of this one.

Texture and grain are the photo's own, moved by one offset (as in image quilting and cloning brushes); the difference in
light between the two places is carried in from the border, so that gradients go on (after Georgiev 2004).
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from whitecove.core.corrections.brush import Floats, painted, steadied
from whitecove.core.corrections.light import light_between
from whitecove.core.corrections.offsets import Scene, best_offset
from whitecove.core.corrections.patch import Patch, grown, window, within
from whitecove.core.corrections.values import Brush, Touch
from whitecove.core.model import F32, U8, Box, Mask

# A long stroke is healed in pieces of this many radii, at least so many pixels: no one place looks like all of a
# thread's surroundings.
PIECE, LEAST_PIECE = 4.0, 16.0
# What lies around a piece is looked at this many radii wide, at least so many pixels.
RING, LEAST_RING = 0.7, 4
# A place to copy from is looked for this many radii around a piece, at least so many pixels.
REACH, LEAST_REACH = 6.0, 28
# Cells to a radius where offsets are looked for coarsely, and where light is compared.
CELLS, LIGHT_CELLS = 6, 3
# A share that near to the whole stroke's is the whole stroke's.
DONE = 0.01


def healed(brush: Brush, rgb: U8, matte: U8 | None) -> Patch:
    """Heals ``rgb`` (H, W, 3) in place where ``brush`` passes, from what lies around, and gives the part that changed.
    Product is healed from product and backdrop from backdrop, where ``matte`` (H, W) tells them apart."""
    whole = painted(brush, rgb.shape[:2])
    if not whole.share.any():
        return whole
    area = grown(whole.box, _ring(brush.radius) + _reach(brush.radius), rgb.shape[:2])
    spoilt = np.zeros((area.height, area.width), bool)
    spoilt[within(whole.box, area)] = whole.share > 0
    for piece in _pieces(brush):
        part = painted(piece, rgb.shape[:2])
        if part.share.any():
            _heal_piece(part, brush.radius, rgb, matte, spoilt, area)
            # The soft end of a piece is the next one's to heal.
            done = part.share >= whole.share[within(part.box, whole.box)] - DONE
            spoilt[within(part.box, area)] &= ~done
    return whole


def _ring(radius: float) -> int:
    return max(LEAST_RING, int(np.ceil(RING * radius)))


def _reach(radius: float) -> int:
    return max(LEAST_REACH, int(np.ceil(REACH * radius)))


def _pieces(brush: Brush) -> list[Brush]:
    """``brush`` cut along its way."""
    way = steadied(brush)
    longest = max(LEAST_PIECE, PIECE * brush.radius)
    pieces: list[Brush] = []
    held, length = [way[0]], 0.0
    for start, end in pairwise(way):
        for place in _stops(start, end, longest):
            length += float(np.hypot(*(place - held[-1])[:2]))
            held.append(place)
            if length >= longest:
                pieces.append(_brush(held, brush))
                held, length = [place], 0.0
    if len(held) > 1 or not pieces:
        pieces.append(_brush(held, brush))
    return pieces


def _stops(start: Floats, end: Floats, longest: float) -> Floats:
    """Places from ``start`` to ``end``, no farther apart than half of ``longest``."""
    count = max(1, int(np.ceil(2 * np.hypot(*(end - start)[:2]) / longest)))
    return np.asarray(start + (end - start) * (np.arange(1, count + 1) / count)[:, None])


def _brush(way: list[Floats], brush: Brush) -> Brush:
    touches = tuple(Touch(float(x), float(y), float(r) / brush.radius) for x, y, r in way)
    return Brush(touches=touches, radius=brush.radius, hardness=brush.hardness)


def _heal_piece(part: Patch, radius: float, rgb: U8, matte: U8 | None, spoilt: Mask, area: Box) -> None:
    """Heals ``part`` in ``rgb``; ``spoilt``, over ``area``, is what is still to be healed."""
    around = grown(part.box, _ring(radius), rgb.shape[:2])
    sight = grown(around, _reach(radius), rgb.shape[:2])
    share = np.zeros((around.height, around.width), np.float32)
    share[within(part.box, around)] = part.share
    usable = ~spoilt[within(around, area)]
    if not usable.any():
        return
    scene = Scene(
        rgb=rgb[window(sight)],
        matte=None if matte is None else matte[window(sight)],
        spoilt=spoilt[within(sight, area)],
        hole=share > 0,
        place=(around.top - sight.top, around.left - sight.left),
        cell=max(1.0, radius / CELLS),
    )
    old = rgb[window(around)].astype(np.float32)
    source = _source(rgb, around, best_offset(scene))
    new = source + light_between(old, source, usable, share > 0, max(1.0, radius / LIGHT_CELLS))
    mixed = np.rint(np.clip(old + share[..., None] * (new - old), 0, 255))
    rgb[window(around)] = mixed.astype(np.uint8)


def _source(rgb: U8, around: Box, offset: tuple[int, int] | None) -> F32:
    """What lies at ``offset`` (rows, columns) from ``around``; even black where there is no place to copy from."""
    if offset is None:
        return np.zeros((around.height, around.width, 3), np.float32)
    rows = np.clip(np.arange(around.top, around.bottom) + offset[0], 0, rgb.shape[0] - 1)
    columns = np.clip(np.arange(around.left, around.right) + offset[1], 0, rgb.shape[1] - 1)
    return np.asarray(rgb[np.ix_(rows, columns)], np.float32)
