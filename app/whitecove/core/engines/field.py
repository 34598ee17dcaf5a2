"""The backdrop as a smooth field of colour: fitted robustly from the frame, then grown inwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from whitecove.core.engines.scale import enlarged
from whitecove.core.model import F32, Mask
from whitecove.core.smooth import slope, smooth
from whitecove.core.squares import grown, shrunk
from whitecove.core.steep import steepness

# The outer ring that the first fit looks at, as a share of the short side.
RING = 0.06
# The fit is a polynomial of this order, of these powers of the places across and down.
ORDER = 3
TERMS = tuple((i, j) for i in range(ORDER + 1) for j in range(ORDER + 1 - i))
# The backdrop is followed along paths of twice this many pixels and one; it changes by so many times its usual change
# at most, within these bounds in levels per pixel, and its tint by so many levels.
PATH = 2
CALM = 4.0
SLOWEST = (0.6, 3.0)
TINT = 8.0
THIN = 4
# A fit needs no more samples than this.
SAMPLES = 20_000
# Tukey's biweight: 95 % efficient on normal noise (Holland and Welsch 1977).
TUKEY = 4.685
ROUNDS = 8
# 8-bit levels; banding, JPEG and sensor noise never leave less.
LEAST_NOISE = 1.0
# A shadow is darker than the backdrop by at least so many levels.
LEAST_SHADOW = 3.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Field:
    """What lies behind the product: ``colour`` (h, w, 3) in 8-bit levels as if nothing stood before it. ``chroma``
    and ``light`` are how far the backdrop itself departs from it in 8-bit levels (95th percentile); ``support`` is the
    share of the frame's ring that agrees with it (0…1), ``texture`` the local contrast in that ring in levels per
    pixel. ``grown`` (h, w) is the backdrop as far as it was followed inwards, and ``shaded`` (h, w, 3) its colour with
    the soft shadows that lie on it there."""

    colour: F32
    chroma: float
    light: float
    support: float
    texture: float
    grown: Mask
    shaded: F32


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Departure:
    """How a picture (h, w) departs from a field, in 8-bit levels: ``chroma`` ≥ 0; ``light`` signed, of the field's
    own colour made darker or lighter; ``ratio``, that lightness as a multiple of the field's."""

    chroma: F32
    light: F32
    ratio: F32


def departure(picture: F32, colour: F32) -> Departure:
    """Splits ``picture - colour`` (h, w, 3) along the field's own colour and across it: a cast shadow moves along."""
    seen, behind = _channels(picture), _channels(colour)
    norm = np.maximum(_product(behind, behind), np.float32(1))
    ratio = np.asarray(_product(seen, behind) / norm, np.float32)
    across = [np.asarray(s - ratio * b, np.float32) for s, b in zip(seen, behind, strict=True)]
    length = np.sqrt(norm)
    return Departure(
        chroma=np.sqrt(_product(across, across)),
        light=np.asarray((ratio - 1) * length / np.float32(np.sqrt(3)), np.float32),
        ratio=ratio,
    )


def _channels(picture: F32) -> list[F32]:
    """The three planes (h, w) of ``picture`` (h, w, 3): what is done with them one by one takes half the time."""
    return [np.ascontiguousarray(picture[..., c]) for c in range(3)]


def _product(a: Sequence[F32], b: Sequence[F32]) -> F32:
    return np.asarray(a[0] * b[0] + a[1] * b[1] + a[2] * b[2], np.float32)


def fit_field(picture: F32) -> Field:
    """The backdrop of ``picture`` (h, w, 3), 8-bit levels, a few hundred pixels wide."""
    height, width = picture.shape[:2]
    ring = _ring(height, width)
    even = _smoothed(picture)
    followed = _followed(even, ring)
    colour, spread = _fit(even, followed)
    lit = _lit(even, colour, spread, followed)
    colour, spread = _fit(even, lit)
    shaded = _corrected(even, colour, followed)
    colour = _corrected(even, colour, _lit(even, colour, spread, lit))
    known = _agreeing(even, colour, spread)
    apart = departure(even, colour)
    return Field(
        colour=colour,
        chroma=float(np.percentile(apart.chroma[known], 95)),
        light=float(np.percentile(np.abs(apart.light[known]), 95)),
        support=float(known[ring].mean()),
        texture=_texture(even, ring),
        grown=followed,
        shaded=shaded,
    )


def backdrop_behind(even: F32, known: Mask) -> tuple[F32, Mask]:
    """The backdrop's colour (h, w, 3), also where something stands before it, as the ``known`` pixels (h, w) of a
    smoothed picture ``even`` (h, w, 3) show it, most of which must be backdrop; and which of them agree with it."""
    colour, spread = _fit(even, known)
    agreeing = known & (_largest(_channels(np.abs(even - colour))) < 3 * spread + 1)
    return _corrected(even, colour, agreeing), agreeing


def _largest(planes: Sequence[F32]) -> F32:
    return np.asarray(np.maximum(np.maximum(planes[0], planes[1]), planes[2]), np.float32)


def _ring(height: int, width: int) -> Mask:
    inner = max(1, round(RING * min(height, width)))
    ring = np.ones((height, width), bool)
    ring[inner:-inner, inner:-inner] = False
    return ring


def _followed(even: F32, ring: Mask) -> Mask:
    """The backdrop as far as it can be followed inwards from the ring without crossing anything like an edge: a sweep
    may go from dark to bright, but it does so slowly, and in one tint. Its soft shadows belong to it."""
    from scipy import ndimage as ndi

    steep = steepness(even)
    calm = float(np.median(steep[ring]))
    tint = _tint(even)
    usual = np.median(tint[ring], axis=0)
    spread = 1.4826 * float(np.median(np.abs(tint[ring] - usual).max(axis=1)))
    alike = _largest(_channels(np.abs(tint - usual))) <= max(TINT, 4 * spread)
    slow = steep <= np.clip(CALM * calm, *SLOWEST)
    broad = shrunk(np.pad(slow & alike, PATH, constant_values=True), PATH)
    labels, _ = ndi.label(broad)
    reached = grown(labels == labels[0, 0], PATH)[PATH:-PATH, PATH:-PATH] & slow & alike
    return reached if np.count_nonzero(reached & ring) >= 0.1 * np.count_nonzero(ring) else ring


def _lit(even: F32, colour: F32, spread: float, known: Mask) -> Mask:
    """``known`` without what may be a shadow: shadows only darken, and the field must not follow them down."""
    lit = known & (_mean(even) - _mean(colour) >= -max(LEAST_SHADOW, 1.5 * spread))
    return lit if np.count_nonzero(lit) >= 0.5 * np.count_nonzero(known) else known


def _tint(picture: F32) -> F32:
    """Each channel's share of the light, as 8-bit levels of a middling grey; dark pixels have hardly any tint."""
    total = (picture[..., 0] + picture[..., 1] + picture[..., 2])[..., None]
    return np.asarray(128 * (3 * picture - total) / (total + 96), np.float32)


def _smoothed(picture: F32) -> F32:
    return np.stack([smooth(picture[..., c], 1.2) for c in range(3)], axis=2)


def _powers(places: F32) -> F32:
    """The powers of ``places`` (n,) up to `ORDER`: (ORDER + 1, n)."""
    return np.asarray(places[None] ** np.arange(ORDER + 1)[:, None], np.float32)


def _grid(height: int, width: int) -> tuple[F32, F32]:
    """The places from left to right (w,) and from top to bottom (h,), each -1…1."""
    return np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32)


def _fit(picture: F32, known: Mask) -> tuple[F32, float]:
    """A polynomial a channel through the ``known`` pixels by iteratively reweighted least squares, one weight for the
    three channels together, and the robust spread around it."""
    across, down = (_powers(places) for places in _grid(*picture.shape[:2]))
    index = np.flatnonzero(known)
    index = index[:: max(1, index.size // SAMPLES)]
    row, column = np.divmod(index, picture.shape[1])
    values = np.ascontiguousarray(picture.reshape(-1, 3)[index].T, np.float64)
    basis = np.stack([down[j, row] * across[i, column] for i, j in TERMS]).astype(np.float64)
    residual = np.abs(values - np.median(values, axis=1, keepdims=True)).max(axis=0)
    for _ in range(ROUNDS):
        weighted = basis * _biweight(residual)
        coefficients = np.linalg.lstsq(weighted @ basis.T, weighted @ values.T, rcond=None)[0]
        residual = np.abs(values - coefficients.T @ basis).max(axis=0)
    colour = np.empty_like(picture)
    for channel in range(3):
        table = np.zeros((ORDER + 1, ORDER + 1), np.float32)
        for (i, j), value in zip(TERMS, coefficients[:, channel], strict=True):
            table[j, i] = value
        np.clip(down.T @ (table @ across), 0, 255, out=colour[..., channel])
    return colour, _spread(residual)


def _spread(residual: F32) -> float:
    return max(LEAST_NOISE, float(1.4826 * np.median(residual)))


def _biweight(residual: F32) -> F32:
    reach = TUKEY * _spread(residual)
    return np.asarray(np.square(1 - np.square(np.minimum(residual / reach, 1))), np.float32)


def _agreeing(picture: F32, colour: F32, spread: float) -> Mask:
    """The pixels that the field explains, connected with the frame."""
    from scipy import ndimage as ndi

    near = _largest(_channels(np.abs(picture - colour))) <= min(24.0, max(5.0, 3 * spread))
    labels, _ = ndi.label(near)
    edge = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    touching = np.zeros(int(labels.max()) + 1, bool)
    touching[edge] = True
    touching[0] = False
    agreeing = touching[labels]
    return agreeing if agreeing.any() else _ring(*near.shape)


def _corrected(picture: F32, colour: F32, known: Mask) -> F32:
    """``colour`` plus what it still misses where the backdrop is known, carried smoothly into where it is not."""
    from scipy import ndimage as ndi

    # What is smoothed this much can be computed from every fourth pixel.
    sigma = 0.04 * max(known.shape) / THIN
    rows, columns = slice(THIN // 2, None, THIN), slice(THIN // 2, None, THIN)
    there = known[rows, columns]
    weight = ndi.gaussian_filter(there.astype(np.float32), sigma, mode="nearest", truncate=2.5)
    out = np.empty_like(colour)
    for channel in range(3):
        miss = np.where(there, (picture - colour)[rows, columns, channel], 0).astype(np.float32)
        carried = ndi.gaussian_filter(miss, sigma, mode="nearest", truncate=2.5) / (weight + 0.05)
        out[..., channel] = colour[..., channel] + enlarged(carried, known.shape)
    return np.clip(out, 0, 255).astype(np.float32)


def _texture(picture: F32, ring: Mask) -> float:
    """The 90th percentile of the local contrast in the ring: a sweep has next to none."""
    return float(np.percentile(slope(_mean(picture), 1.0)[ring], 90))


def _mean(picture: F32) -> F32:
    """The mean of the three channels (h, w)."""
    return np.asarray((picture[..., 0] + picture[..., 1] + picture[..., 2]) / 3, np.float32)
