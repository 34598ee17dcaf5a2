"""Edges found again at full size: a matte decided small says where to look, the photo's own pixels say where the edge
runs. Only tiles that the outline crosses are computed, so that a large photo costs little memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from whitecove.core.engines.scale import parts_of
from whitecove.core.extent import box_of
from whitecove.core.model import F32, U8, Mask
from whitecove.core.smooth import smooth
from whitecove.core.squares import F64, Squares, grown, shrunk

TILE = 192
# What is computed around a tile so that filters do not see its borders.
MARGIN = 12
# Foreground and backdrop this alike, in 8-bit levels, do not say where the edge runs; this different, they do.
ALIKE, DISTINCT = 5.0, 20.0
# A pixel may be this far from the line between foreground and backdrop colour before it counts as product, in levels.
OFF_LINE = 14.0
# Colours are taken from squares of these many pixels, the wider ones counting for the second number; a pixel that is
# surely of its side counts for so many of the band's.
NEAR_BY = ((9, 1.0), (25, 0.02), (101, 1e-4))
SURE = 50
# Gaps in the product up to twice this wide are texture.
CLOSING = 2
# Soft edges are at most this wide to either side, in pixels of the photo.
SOFTNESS = 3
# Staircases of this size in the outline, in pixels of the photo, are faired; the edge keeps its width.
FAIRING, STEEPENING = 1.2, 1.7
# Projected alphas below and above these are all backdrop, all product: grain must not thin the product.
LOW, HIGH = 0.08, 0.92


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A part of a picture: ``inner`` is written, ``outer`` (with the margin) is computed; (top, left, bottom, right)
    in pixels."""

    inner: tuple[int, int, int, int]
    outer: tuple[int, int, int, int]


def refine(rgb: U8, coarse: F32, look: U8, *, reach: int, caution: float) -> U8:
    """``coarse`` (h, w), 0…1, as a matte (H, W) of the size of ``rgb`` (H, W, 3).

    ``look`` is the photo at the size of ``coarse``; the true edge lies within ``reach`` pixels of the 0.5 contour
    there. In that band alpha is the place of the pixel's colour between the colours of the product and the backdrop
    near by (projection on the line between them, Smith and Blinn 1996). Where those colours differ by less than
    ``caution`` times their spread, the coarse matte stands.
    """
    hard = coarse > 0.5
    if not hard.any() or hard.all():
        return np.full(rgb.shape[:2], 255 if hard.any() else 0, np.uint8)
    band = grown(hard, reach) & ~shrunk(hard, reach)
    # Between the pixels of the band and their neighbours the colours are interpolated; no others are looked at.
    near = grown(band, 1)
    squares = Squares(near, NEAR_BY[-1][0])
    inside, inside_spread = _near_by(look, hard, band, squares)
    outside, outside_spread = _near_by(look, ~hard, band, squares)
    spread = caution * np.sqrt(inside_spread + outside_spread)
    planes = np.stack(
        [coarse, band.astype(np.float32), *(_spread_out(values, near) for values in (*inside, *outside, spread))]
    )
    matte = _repeated(hard.view(np.uint8) * np.uint8(255), rgb.shape)
    for tile in tiles(rgb.shape[:2], near):
        top, left, bottom, right = tile.inner
        matte[top:bottom, left:right] = _tile_matte(rgb, planes, tile)
    return matte


def _repeated(plane: U8, shape: tuple[int, ...]) -> U8:
    """``plane`` (h, w) enlarged to ``shape`` (H, W): to each pixel the nearest."""
    rows, columns = (
        ((np.arange(full) + 0.5) * (few / full)).astype(int) for full, few in zip(shape, plane.shape, strict=False)
    )
    return np.asarray(plane[:, columns][rows])


def _spread_out(values: F64, at: Mask) -> F32:
    """A plane (h, w) with ``values`` (n,) where ``at`` is set, and nothing elsewhere."""
    plane = np.zeros(at.shape, np.float32)
    plane[at] = values
    return plane


def _near_by(look: U8, side: Mask, band: Mask, squares: Squares) -> tuple[list[F64], F64]:
    """The mean colour of ``side``, a channel (n,) each, and its variance (n,), near each pixel that ``squares`` ask
    for, from as near as there are sure pixels; of the band's own pixels only where there are none, as on a thin
    strap."""
    weight = np.where(side, np.where(band, 1, SURE), 0)
    channels = [np.asarray(look[..., c], np.int64) for c in range(3)]
    power = channels[0] ** 2 + channels[1] ** 2 + channels[2] ** 2
    total = np.maximum(squares.weighed(weight, NEAR_BY), 1e-9)
    colour = [squares.weighed(channel * weight, NEAR_BY) / total for channel in channels]
    variance = squares.weighed(power * weight, NEAR_BY) / total - sum(np.square(mean) for mean in colour)
    return colour, np.maximum(variance, 0)


def tiles(shape: tuple[int, int], where: Mask) -> Iterator[Tile]:
    """The tiles of a picture of ``shape`` in which ``where`` (any smaller size) is set somewhere, cut down to there."""
    down, across = where.shape[0] / shape[0], where.shape[1] / shape[1]
    for top in range(0, shape[0], TILE):
        for left in range(0, shape[1], TILE):
            bottom, right = min(shape[0], top + TILE), min(shape[1], left + TILE)
            y, x = int(top * down), int(left * across)
            part = where[y : int(np.ceil(bottom * down)), x : int(np.ceil(right * across))]
            box = box_of(part) if part.any() else None
            if box:
                inner = (
                    # Even numbers: what looks at every second pixel finds the same ones in every tile.
                    max(top, int((y + box.top) / down) & ~1),
                    max(left, int((x + box.left) / across) & ~1),
                    min(bottom, int(np.ceil((y + box.bottom) / down))),
                    min(right, int(np.ceil((x + box.right) / across))),
                )
                yield Tile(inner=inner, outer=_outer(inner, shape))


def _outer(inner: tuple[int, int, int, int], shape: tuple[int, int]) -> tuple[int, int, int, int]:
    """``inner`` and the margin around it, within the picture."""
    top, left, bottom, right = inner
    return max(0, top - MARGIN), max(0, left - MARGIN), min(shape[0], bottom + MARGIN), min(shape[1], right + MARGIN)


def _tile_matte(rgb: U8, planes: F32, tile: Tile) -> U8:
    """The matte of a tile's inner part. ``planes`` (9, h, w) are what is known small: the matte, where its edge may be,
    the mean colours inside and outside near by, and what these must differ by (levels)."""
    top, left, bottom, right = tile.outer
    pixels = [rgb[top:bottom, left:right, c].astype(np.float32) for c in range(3)]
    coarse, band, *colours, spread = parts_of(planes, rgb.shape, tile.outer)
    alpha = _projected(pixels, colours[:3], colours[3:], coarse, spread)
    alpha = np.where(band > 0.01, alpha, coarse > 0.5)
    alpha = _fair(_firm(alpha))
    y, x = tile.inner[0] - top, tile.inner[1] - left
    inner = alpha[y : y + tile.inner[2] - tile.inner[0], x : x + tile.inner[3] - tile.inner[1]]
    return np.asarray(np.rint(inner * 255), np.uint8)


def _projected(pixels: list[F32], inside: list[F32], outside: list[F32], coarse: F32, spread: F32) -> F32:
    """Alpha of ``pixels`` between two colours, all given as three channels (h, w); ``coarse`` where the two are too
    alike to tell."""
    line = [a - b for a, b in zip(inside, outside, strict=True)]
    departure = [a - b for a, b in zip(pixels, outside, strict=True)]
    length2 = _product(line, line)
    along = _product(departure, line) / np.maximum(length2, 1.0)
    across2 = _product(departure, departure) - along * along * length2
    length = np.sqrt(length2)
    off = np.maximum(0, np.sqrt(np.maximum(across2, 0)) - OFF_LINE) / np.maximum(length, DISTINCT)
    alpha = np.clip((np.maximum(along, 0) + off - LOW) / (HIGH - LOW), 0, 1)
    trust = np.clip((length - spread - ALIKE) / (DISTINCT - ALIKE), 0, 1)
    guess = np.clip((coarse - 0.5) * 4 + 0.5, 0, 1)
    return np.asarray(trust * alpha + (1 - trust) * guess, np.float32)


def _product(a: list[F32], b: list[F32]) -> F32:
    return np.asarray(a[0] * b[0] + a[1] * b[1] + a[2] * b[2], np.float32)


def _firm(alpha: F32) -> F32:
    """``alpha`` solid inside and empty outside, soft only along its 0.5 contour: the product's texture, and grain in
    the backdrop, are no edges."""
    solid = shrunk(grown(_smoothed(alpha > 0.5), CLOSING), CLOSING)
    return np.asarray(np.where(shrunk(solid, SOFTNESS), 1, np.where(grown(solid, SOFTNESS), alpha, 0)), np.float32)


def _smoothed(mask: Mask) -> Mask:
    """What most of the nine pixels around each pixel of ``mask`` (h, w) are; the frame's are repeated beyond it."""
    votes = np.pad(mask.view(np.uint8), 1, mode="edge")
    votes = votes[:-2] + votes[1:-1] + votes[2:]
    return np.asarray(votes[:, :-2] + votes[:, 1:-1] + votes[:, 2:] > 4)


def _fair(alpha: F32) -> F32:
    """``alpha`` with the staircases of a doubtful outline smoothed out."""
    return np.asarray(np.clip((smooth(alpha, FAIRING) - 0.5) * STEEPENING + 0.5, 0, 1), np.float32)
