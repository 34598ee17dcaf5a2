"""What departs from the backdrop, at the size of a look: the backdrop is flooded from the frame through everything
smooth, its cast shadows included, and stops at edges; what it does not reach is the product."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from whitecove.core.engines.field import Departure, Field
from whitecove.core.matte import without_specks
from whitecove.core.model import F32, Mask

# All distances are pixels of a look of 640; levels are 8-bit.
# What rises less than this a pixel is no edge.
LEAST_STEEP = 1.5
# A gap in an outline up to twice this wide does not let the backdrop in.
GAP = 2
# The edge lies within this distance of the flood, which ringing and steep shadows may stop early.
EDGE = 10
# Darker than this share of the backdrop is no shadow.
DARKEST_SHADOW = 0.4
# A shadow's steepness per pixel, as a share of its depth; what is steeper than a hard edge (levels per pixel) is none.
SHADOW_STEEP = 0.1
STEEPEST_SHADOW = 3.0
# The tint that a shadow may have, in levels; it grows with its depth. The backdrop may glow by so many levels.
SHADOW_TINT = 4.0
GLOW = 8.0
HARD_EDGE = 6.0
# Holes smaller than this are not opened.
LEAST_HOLE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """What counts as backdrop, in 8-bit levels: departure in chroma and in lightness, steepness
    per pixel, and the tint of a shadow as a share of its depth."""

    chroma: float
    light: float
    steep: float
    tint: float


def tolerance_for(field: Field) -> Tolerance:
    """Just above what the backdrop itself shows."""
    mean = field.colour.reshape(-1, 3).mean(axis=0)
    saturation = float((mean.max() - mean.min()) / max(1.0, mean.max()))
    return Tolerance(
        tint=0.1 + 0.5 * saturation,
        chroma=float(np.clip(1.6 * field.chroma, 2.5, 12)),
        light=float(np.clip(1.6 * field.light, 2.5, 14)),
        steep=float(np.clip(3.0 * field.texture, LEAST_STEEP, 6)),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Separation:
    """The ``subject`` (h, w); the ``strength`` with which each pixel departs from the backdrop, 1 being just beyond
    what backdrop may do; and the pixels that might be no more than ``shaded`` backdrop; and the ``holes``."""

    subject: Mask
    strength: F32
    shaded: Mask
    holes: Mask


def separate(field: Field, apart: Departure) -> Separation:
    """The subject in a look that departs from ``field`` by ``apart``."""
    tolerance = tolerance_for(field)
    signals = _signals(apart)
    flooded = _flooded(_passable(signals, tolerance))
    subject = _to_edge(flooded, signals, tolerance)
    subject &= ~_shadows(subject, signals, tolerance)
    holes = _holes(subject, signals, tolerance)
    strength = np.maximum(signals.chroma / (2 * tolerance.chroma), np.abs(signals.light) / max(GLOW, tolerance.light))
    shaded = _shadow_like(signals, tolerance) & (signals.light < -tolerance.light) & (signals.steep < HARD_EDGE / 2)
    subject = without_specks(subject & ~holes)
    return Separation(subject=subject, strength=strength, shaded=shaded, holes=holes)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Signals:
    """A departure (h, w) freed of grain, and how steeply it changes, in levels per pixel."""

    chroma: F32
    light: F32
    ratio: F32
    steep: F32


def _signals(apart: Departure) -> Signals:
    from scipy import ndimage as ndi

    chroma, light, ratio = (ndi.gaussian_filter(plane, 0.7) for plane in (apart.chroma, apart.light, apart.ratio))
    steep = ndi.gaussian_gradient_magnitude(light, 0.7) + ndi.gaussian_gradient_magnitude(chroma, 0.7)
    return Signals(chroma=chroma, light=light, ratio=ratio, steep=steep)


def _passable(signals: Signals, tolerance: Tolerance) -> Mask:
    """Where the backdrop may be, in light or in shadow: its own chroma, not brighter, no edge. A shadow may be the
    steeper the deeper it is."""
    deep = np.minimum(-SHADOW_STEEP * signals.light, STEEPEST_SHADOW)
    steep = np.where(signals.light < -2 * tolerance.light, deep, 0)
    return _shadow_like(signals, tolerance) & (signals.steep < np.maximum(tolerance.steep, steep))


def _shadow_like(signals: Signals, tolerance: Tolerance) -> Mask:
    """The backdrop's chroma, or nearly: light that comes into a shadow from elsewhere tints it."""
    tint = np.maximum(2 * tolerance.chroma, SHADOW_TINT - tolerance.tint * np.minimum(signals.light, 0))
    bright = max(GLOW, tolerance.light)
    return np.asarray((signals.chroma < tint) & (signals.light < bright) & (signals.ratio > DARKEST_SHADOW))


def _flooded(passable: Mask) -> Mask:
    """What of ``passable`` hangs together with the frame by a path broader than a gap."""
    from scipy import ndimage as ndi

    size = 2 * GAP + 1
    # Beyond the frame there is backdrop, so that the flood can start in every corner.
    broad = ndi.minimum_filter(np.pad(passable, GAP, constant_values=True), size=size)
    labels, _ = ndi.label(broad)
    reached = labels == labels[0, 0]
    back = ndi.maximum_filter(reached, size=size)[GAP:-GAP, GAP:-GAP]
    return np.asarray(back & passable, bool)


def _to_edge(flooded: Mask, signals: Signals, tolerance: Tolerance) -> Mask:
    """The subject, its outline moved from where the flood stopped to the steepest place near by."""
    from scipy import ndimage as ndi

    depth = ndi.distance_transform_edt(~flooded)
    markers = np.zeros(flooded.shape, np.int16)
    markers[~_shadow_like(signals, tolerance) & (depth > 1)] = 2
    markers[depth > EDGE] = 2
    markers[flooded] = 1
    relief = np.clip((256 + signals.light - signals.chroma) * 16, 0, 65535).astype(np.uint16)
    return np.asarray(ndi.watershed_ift(relief, markers) == 2)


def _shadows(subject: Mask, signals: Signals, tolerance: Tolerance) -> Mask:
    """Groups that are nothing but shadow: the backdrop's chroma, darker, and nowhere an edge."""
    from scipy import ndimage as ndi

    labels, count = ndi.label(subject, np.ones((3, 3)))
    solid = ~_shadow_like(signals, tolerance) | (signals.steep > HARD_EDGE)
    share = np.bincount(labels.ravel(), solid.ravel(), count + 1) / np.maximum(1, np.bincount(labels.ravel()))
    share[0] = 1
    return np.asarray((share < 0.1)[labels])


def _holes(subject: Mask, signals: Signals, tolerance: Tolerance) -> Mask:
    """Backdrop seen through the subject: what inside it cannot be told from backdrop and has an edge all around."""
    from scipy import ndimage as ndi

    light = signals.light
    plain = subject & (signals.chroma < tolerance.chroma) & (np.abs(light) < tolerance.light)
    labels, count = ndi.label(plain)
    if not count:
        return plain
    flat, size = labels.ravel(), np.maximum(1, np.bincount(labels.ravel()))
    level = np.bincount(flat, light.ravel()) / size
    spread = np.sqrt(np.maximum(0, np.bincount(flat, np.square(light).ravel()) / size - level**2))
    around = ndi.maximum_filter(labels, size=5) * (labels == 0)
    edged = np.bincount(around.ravel(), (signals.steep > HARD_EDGE).ravel(), count + 1)
    edged /= np.maximum(1, np.bincount(around.ravel(), minlength=count + 1))
    opened = (size >= LEAST_HOLE) & (np.abs(level) < 0.6 * tolerance.light) & (spread < 0.5 * tolerance.light)
    opened &= edged > 0.8
    opened[0] = False
    return np.asarray(ndi.binary_dilation(opened[labels], iterations=1))
