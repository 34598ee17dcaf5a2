"""What departs from the backdrop, at the size of a look: the backdrop is flooded from the frame through everything
smooth, its cast shadows included, and stops at edges; what it does not reach is the product."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whitecove.core.connected import connected
from whitecove.core.engines.field import Departure, Field, departure
from whitecove.core.extent import window
from whitecove.core.matte import without_specks
from whitecove.core.model import F32, Mask
from whitecove.core.parts import means
from whitecove.core.smooth import slope, smooth
from whitecove.core.squares import grown, rounded, shrunk

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
# What is left of a shadow is no darker than this share of the backdrop, meets it along so many pixels at least, and has
# an edge along at most this share of them; taking one away may lay bare the next.
DARKEST_LUMP = 0.7
LEAST_CONTACT = 6
EDGE_GAP = 2
LUMP_EDGED = 0.3
LUMP_ROUNDS = 3
# A backdrop is vivid from this saturation (0…1) on.
VIVID = 0.15
# What leaves less than this share of all that departs from the backdrop took the product for shadow, as of white on
# white: then nothing is taken off, and the outline tells.
LEFT_SHARE = 0.3
# A lump is at most this share of the subject: more is a product that hardly differs from its backdrop.
LUMP_SHARE = 0.15
# A group is a scrap when it has less than these shares of the largest group's area and contrast.
SCRAP_SHARE = 0.03
SCRAP_CONTRAST = 0.45
# What has a vivid backdrop's chroma is a hole, if it is no more than this share of the subject: else it is a product of
# the backdrop's colour.
HOLE_SHARE = 0.3
# A hole is edged along this share of its outline.
HOLE_EDGED = 0.7
# Holes smaller than this are not opened.
LEAST_HOLE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """What counts as backdrop, in 8-bit levels: departure in chroma and in lightness, steepness
    per pixel, the colour ``cast`` of an unlit backdrop,
    whether it is ``vivid``, and the ``tint`` of a shadow as a share of its depth."""

    chroma: float
    light: float
    steep: float
    cast: float
    vivid: bool
    tint: float


def tolerance_for(field: Field) -> Tolerance:
    """Just above what the backdrop itself shows."""
    # It is smooth: a few of its pixels say what all do.
    mean = field.colour[::8, ::8].mean(axis=(0, 1))
    saturation = float((mean.max() - mean.min()) / max(1.0, mean.max()))
    return Tolerance(
        vivid=saturation > VIVID,
        cast=SHADOW_TINT * (1 + 2.5 * saturation),
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


def separate(field: Field, look: F32) -> Separation:
    """The subject in ``look`` (h, w, 3), 8-bit levels, that stands before ``field``."""
    tolerance = tolerance_for(field)
    signals = _signals(departure(look, field.colour))
    in_shade = _signals(departure(look, field.shaded))
    backdrop = _flooded(_passable(signals, tolerance), field.grown)
    first = subject = _to_edge(backdrop, signals, tolerance)
    for _ in range(LUMP_ROUNDS):
        lumps = _lumps(subject, backdrop, in_shade, tolerance)
        if not lumps.any():
            break
        backdrop |= lumps
        subject = _to_edge(backdrop, signals, tolerance)
    holes = _holes(subject, in_shade, tolerance)
    if holes.any():
        subject = _to_edge(backdrop | holes, signals, tolerance)
    subject = subject & ~_shadows(subject, in_shade, tolerance)
    if np.count_nonzero(subject) < LEFT_SHARE * np.count_nonzero(first):
        subject = first
    strength = np.maximum(signals.chroma / (2 * tolerance.chroma), np.abs(signals.light) / max(GLOW, tolerance.light))
    shaded = _shadow_like(signals, tolerance) & (signals.light < -tolerance.light) & (signals.steep < HARD_EDGE / 2)
    subject = without_specks(subject)
    return Separation(subject=subject, strength=strength, shaded=shaded, holes=holes)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Signals:
    """A departure (h, w) freed of grain, and how steeply it changes, in levels per pixel."""

    chroma: F32
    light: F32
    ratio: F32
    steep: F32


def _signals(apart: Departure) -> Signals:
    chroma, light, ratio = (smooth(plane, 0.7) for plane in (apart.chroma, apart.light, apart.ratio))
    steep = slope(light, 0.7) + slope(chroma, 0.7)
    return Signals(chroma=chroma, light=light, ratio=ratio, steep=steep)


def _passable(signals: Signals, tolerance: Tolerance) -> Mask:
    """Where the backdrop may be, in light or in shadow: its own chroma, not brighter, no edge. A shadow may be the
    steeper the deeper it is."""
    deep = np.minimum(-SHADOW_STEEP * signals.light, STEEPEST_SHADOW)
    steep = np.where(signals.light < -2 * tolerance.light, deep, 0)
    return _shadow_like(signals, tolerance) & (signals.steep < np.maximum(tolerance.steep, steep))


def _shadow_like(signals: Signals, tolerance: Tolerance) -> Mask:
    """The backdrop's chroma, or nearly: light that comes into a shadow from elsewhere tints it."""
    tint = np.maximum(2 * tolerance.chroma, tolerance.cast - tolerance.tint * np.minimum(signals.light, 0))
    bright = max(GLOW, tolerance.light)
    return np.asarray((signals.chroma < tint) & (signals.light < bright) & (signals.ratio > DARKEST_SHADOW))


def _flooded(passable: Mask, known: Mask) -> Mask:
    """What of ``passable`` hangs together with the ``known`` backdrop by a path broader than a gap."""
    back = grown(connected(shrunk(passable, GAP), known), GAP)
    return np.asarray(back & passable | known, bool)


def _to_edge(flooded: Mask, signals: Signals, tolerance: Tolerance) -> Mask:
    """The subject, its outline moved from where the flood stopped to the steepest place near by."""
    from scipy import ndimage as ndi

    # What is flooded stays so: only what is not, and the flood along it, is looked at.
    part = window(~flooded, 1)
    dry = ~flooded[part]
    markers = np.zeros(dry.shape, np.int16)
    markers[~_shadow_like(signals, tolerance)[part] & ~rounded(~dry, 1)] = 2
    markers[~rounded(~dry, EDGE)] = 2
    markers[~dry] = 1
    relief = np.clip((256 + signals.light[part] - signals.chroma[part]) * 16, 0, 65535).astype(np.uint16)
    subject = np.zeros(flooded.shape, bool)
    subject[part] = ndi.watershed_ift(relief, markers) == 2
    return subject


def _shadows(subject: Mask, signals: Signals, tolerance: Tolerance) -> Mask:
    """Groups that are nothing but shadow: the backdrop's chroma, darker, and nowhere an edge; and scraps: groups much
    smaller than the largest that differ from the backdrop far less than it does."""
    from scipy import ndimage as ndi

    labels, count = ndi.label(subject, np.ones((3, 3)))
    solid = ~_shadow_like(signals, tolerance) | (signals.steep > HARD_EDGE)
    size, share, contrast = means(labels, count, solid, signals.chroma + np.abs(signals.light))
    largest = int(size.argmax())
    shadow = (size < SCRAP_SHARE * size[largest]) & (contrast < SCRAP_CONTRAST * contrast[largest])
    shadow |= share < 0.1
    shadow[0] = False
    return np.asarray(shadow[labels])


def _lumps(subject: Mask, backdrop: Mask, signals: Signals, tolerance: Tolerance) -> Mask:
    """Shadow that the flood left: smooth, of the backdrop's chroma, and without an edge where it meets the backdrop. On
    a vivid backdrop the chroma is proof enough: hard shadows are told by it, too."""
    from scipy import ndimage as ndi

    even = subject & _shadow_like(signals, tolerance) & (signals.ratio > DARKEST_LUMP)
    if not tolerance.vivid:
        even &= signals.steep < HARD_EDGE
    labels, count = ndi.label(even)
    contact = even & grown(backdrop, EDGE_GAP)
    touching = np.bincount(labels[contact], minlength=count + 1)
    edged = np.bincount(labels[contact & (signals.steep > HARD_EDGE / 2)], minlength=count + 1)
    shadow = (touching >= LEAST_CONTACT) & ((edged < LUMP_EDGED * touching) | tolerance.vivid)
    shadow &= np.bincount(labels.ravel()) < LUMP_SHARE * np.count_nonzero(subject)
    shadow[0] = False
    return np.asarray(shadow[labels])


def _holes(subject: Mask, signals: Signals, tolerance: Tolerance) -> Mask:
    """Backdrop seen through the subject: inside it, as smooth as backdrop, hardly darker, and with an edge all around;
    on a vivid backdrop, whatever has its chroma."""
    from scipy import ndimage as ndi

    plain = subject & _shadow_like(signals, tolerance)
    plain &= (signals.ratio > DARKEST_LUMP) if tolerance.vivid else (signals.steep < HARD_EDGE / 2)
    if not tolerance.vivid:
        plain = ndi.binary_opening(plain)
    labels = np.asarray(ndi.label(plain)[0], np.int32)
    size = np.bincount(labels.ravel())
    opened = _like_backdrop(labels, signals, tolerance)
    if tolerance.vivid:
        opened |= size < HOLE_SHARE * np.count_nonzero(subject)
    opened &= size >= LEAST_HOLE
    opened[0] = False
    return np.asarray(opened[labels])


def _like_backdrop(labels: NDArray[np.int32], signals: Signals, tolerance: Tolerance) -> Mask:
    """For each of the groups in ``labels`` (h, w), by number: is it as light, as even and as little tinted as backdrop
    (of a vivid one, the chroma has told already), and edged all around?"""
    from scipy import ndimage as ndi

    count = int(labels.max())
    _, level, tint, square = means(labels, count, signals.light, signals.chroma, np.square(signals.light))
    spread = np.sqrt(np.maximum(0, square - level**2))
    around = ndi.maximum_filter(labels, size=7) * (labels == 0)
    _, edged = means(around, count, signals.steep > HARD_EDGE)
    even = (np.abs(level) < 1.3 * tolerance.light) & (spread < tolerance.light) & (tint < 1.5 * tolerance.chroma)
    return np.asarray((even | tolerance.vivid) & (edged > HOLE_EDGED))
