"""Pixels of a straightened picture, resampled once, a tile at a time: large photos need little memory beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageFilter

from whitecove.core.adjust.geometry import Affine, bounds, straightening
from whitecove.core.extent import box_of_levels
from whitecove.core.model import F32, U8, Box

TILE = 1024
# How many pixels around a place the kernel looks at, and one more.
REACH = 3
BEST, QUICK = Image.Resampling.BICUBIC, Image.Resampling.BILINEAR
# Of less than this much foreground (0…255) the colour is mostly rounding.
FAINT = 16


class _Tile(NamedTuple):
    """A part of what is made: its ``place`` in the result, what is ``seen`` of the source for it (it may reach beyond
    the source's edges), and the ``way`` from places in the one to places in the other."""

    place: Box
    seen: Box
    way: Affine

    @property
    def window(self) -> tuple[slice, slice]:
        return slice(self.place.top, self.place.bottom), slice(self.place.left, self.place.right)


def straightened(levels: U8, degrees: float, box: Box, *, quick: bool = False) -> U8:
    """What ``box`` shows of ``levels``, (H, W) or (H, W, 3), turned clockwise by ``degrees`` about their middle; it
    counts from the corner that they had. Beyond their edges they go on as they end there. Bicubic; with ``quick``
    bilinear, in half the time."""
    out = np.empty((box.height, box.width, *levels.shape[2:]), np.uint8)
    for tile in _tiles(levels.shape, degrees, box, box):
        out[tile.window] = _drawn(_part(levels, tile.seen), tile, QUICK if quick else BEST)
    return out


def straightened_cutout(rgb: U8, matte: U8, degrees: float, box: Box, *, quick: bool = False) -> tuple[U8, U8]:
    """`straightened` of a foreground ``rgb`` (H, W, 3) with its ``matte`` (H, W): only colours of the foreground count,
    and beyond the edges there is none. Where there is none, colours are any."""
    colours, out = np.zeros((box.height, box.width, 3), np.uint8), np.zeros((box.height, box.width), np.uint8)
    there = box_of_levels(matte, 1)
    if there is None:
        return colours, out
    for tile in _tiles(matte.shape, degrees, box, there):
        share = _cleared(_part(matte, tile.seen), tile.seen, matte.shape)
        if share.any():
            make = _blended if quick else _sharp
            colours[tile.window], out[tile.window] = make(_part(rgb, tile.seen), share, tile)
    return colours, out


def straightened_plane(plane: F32, degrees: float, box: Box, size: tuple[int, int]) -> F32:
    """What ``box`` shows of a ``plane`` (h, w) of another scale that lies over a picture of ``size`` (width, height)
    which is straightened; as fine as it was. Beyond its edges it is 0."""
    across, down = plane.shape[1] / size[0], plane.shape[0] / size[1]
    made = max(1, round(box.width * across)), max(1, round(box.height * down))
    whole = Affine(box.width / made[0], 0, box.left, 0, box.height / made[1], box.top)
    way = whole.then(straightening(size, degrees).back()).then(Affine(across, 0, 0, 0, down, 0))
    image = Image.fromarray(np.ascontiguousarray(plane))
    return np.asarray(image.transform(made, Image.Transform.AFFINE, way, Image.Resampling.BILINEAR), np.float32)


def _tiles(shape: tuple[int, ...], degrees: float, box: Box, there: Box) -> Iterator[_Tile]:
    """The tiles of ``box`` in which something can be seen of what is ``there`` in a source of ``shape`` (H, W); with
    ``box`` itself for that, all of them."""
    turn = straightening((shape[1], shape[0]), degrees)
    back = turn.back()
    shown = box if there == box else _grown(bounds(turn, there))
    for top in range(max(box.top, shown.top), min(box.bottom, shown.bottom), TILE):
        for left in range(max(box.left, shown.left), min(box.right, shown.right), TILE):
            right, bottom = min(left + TILE, box.right, shown.right), min(top + TILE, box.bottom, shown.bottom)
            seen = _grown(bounds(back, Box(left, top, right, bottom)))
            place = Box(left - box.left, top - box.top, right - box.left, bottom - box.top)
            way = Affine(1, 0, left, 0, 1, top).then(back).then(Affine(1, 0, -seen.left, 0, 1, -seen.top))
            yield _Tile(place, seen, way)


def _grown(box: Box) -> Box:
    return Box(box.left - REACH, box.top - REACH, box.right + REACH, box.bottom + REACH)


def _blended(rgb: U8, share: U8, tile: _Tile) -> tuple[U8, U8]:
    """A tile of a foreground: Pillow multiplies colours by their share before it resamples these four, and divides them
    after."""
    drawn = _drawn(np.dstack([rgb, share]), tile, QUICK)
    return drawn[..., :3], drawn[..., 3]


def _sharp(rgb: U8, share: U8, tile: _Tile) -> tuple[U8, U8]:
    """A tile of a foreground: its kernel has negative lobes, so that blended colours would ring at every edge."""
    return _drawn(_extended(rgb, share), tile, BEST), _drawn(share, tile, BEST)


def _drawn(part: U8, tile: _Tile, how: Image.Resampling) -> U8:
    size = (tile.place.width, tile.place.height)
    return np.asarray(Image.fromarray(part).transform(size, Image.Transform.AFFINE, tile.way, how))


def _part(levels: U8, seen: Box) -> U8:
    """What is ``seen`` of ``levels``; beyond their edges, the pixel at the edge."""
    height, width = levels.shape[:2]
    if seen.left >= 0 and seen.top >= 0 and seen.right <= width and seen.bottom <= height:
        return np.ascontiguousarray(levels[seen.top : seen.bottom, seen.left : seen.right])
    rows, columns = np.arange(seen.top, seen.bottom), np.arange(seen.left, seen.right)
    return levels.take(rows, axis=0, mode="clip").take(columns, axis=1, mode="clip")


def _extended(rgb: U8, share: U8) -> U8:
    """``rgb`` (h, w, 3) with the foreground's colours carried on to where there is hardly any ``share`` (h, w) of
    it."""
    faint = share < FAINT
    if not faint.any():
        return rgb
    weighed = Image.fromarray(np.dstack([rgb, np.where(faint, np.uint8(0), share)])).convert("RGBa")
    around = np.asarray(weighed.filter(ImageFilter.BoxBlur(REACH)).convert("RGBA"))
    return np.where(faint[..., None], around[..., :3], rgb)


def _cleared(share: U8, seen: Box, shape: tuple[int, ...]) -> U8:
    """``share`` of what is ``seen`` without what lies beyond the edges of a picture of ``shape`` (H, W)."""
    rows, columns = np.arange(seen.top, seen.bottom), np.arange(seen.left, seen.right)
    inside = ((rows >= 0) & (rows < shape[0]))[:, None] & ((columns >= 0) & (columns < shape[1]))
    return np.where(inside, share, np.uint8(0))
