"""Parts of the product that hardly differ from the backdrop: a white sole on white, a label on its own paper.

Engines give such parts to the backdrop, and the outline is so neat then that nothing else is wrong with it. But freed
of grain, and beside what the backdrop would be there, they show: they are brighter than it, or of another tint, or
darker with an edge. Shadows are none of these: they only darken, and fade away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from whitecove.core.doubt import ramp
from whitecove.core.engines.field import Departure, backdrop_behind, departure
from whitecove.core.engines.scale import reduced
from whitecove.core.extent import box_of, enlarged_box, window
from whitecove.core.miniature import Miniature, miniature
from whitecove.core.model import F32, U8, Mask, Sign
from whitecove.core.parts import largest
from whitecove.core.smooth import slope, smooth

# Looked at with this long side, smoothed by so many pixels: faint things are large, or nobody sees them.
SIDE, GRAIN = 320, 0.8
# Backdrop is learnt this far from the product: a share of the long side, and at least so many pixels; from no fewer
# pixels than the last number.
AWAY, LEAST_AWAY, ENOUGH = 0.02, 3.0, 200
# What differs by more than so many times the backdrop's usual departure is something else, and never less than so many
# levels of light and of chroma.
TIMES, LEAST_LIGHT, LEAST_CHROMA = 3.0, 1.0, 1.5
# The tint of a shadow is at most so much of its depth, and more before a coloured backdrop, by its saturation.
SHADOW_TINT, SATURATED_TINT = 0.1, 0.5
# Parts begin so far from the outline, where its softness ends; they come as near to it as the second number, and do not
# reach farther than a share of the root of the product's area.
SOFTNESS, NEAR, REACH = 1.5, 4.0, 0.35
# The same of what is darker, and how broad that is: an outline that runs a little too far inside leaves a dark rim.
DARK_SOFTNESS, DARK_NEAR, BROAD = 3.0, 6.0, 2
# A part ends in an edge if that is as steep as this share of its depth a pixel, along so much of it: shadows, glows and
# reflections fade away. Its depth is taken for at least so many times what backdrop may depart by.
STEEP, DARK_STEEP, LEAST_DEPTH = (0.2, 0.5), (0.25, 0.6), 1.4
# Smaller parts are none, and fewer pixels of edge prove nothing.
SMALLEST, LEAST_EDGE = 20, 6
# Parts of so large a share of the product are no reason for doubt, and every reason.
LOST = (0.005, 0.06)
REASON = "Something beside the cutout may belong to the product: look for lost parts."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Beside:
    """What lies beside a product: how it ``apart`` departs from the backdrop, by how many levels of ``light`` and
    ``chroma`` backdrop may do so, the ``tint`` that shadows have for their depth, and how far ``away`` (h, w) from the
    product each pixel is; nothing beyond ``reach`` is looked at."""

    apart: Departure
    light: float
    chroma: float
    tint: float
    away: F32
    reach: float

    def within(self, softness: float) -> Mask:
        """The pixels (h, w) that are looked at, from so far off the outline on."""
        return np.asarray((self.away > softness) & (self.away < self.reach))


def sign_of(rgb: U8, matte: U8, made_small: Miniature | None = None) -> Sign:
    """How much beside the subject of ``matte`` (H, W) is neither backdrop nor its shadow in ``rgb`` (H, W, 3), though
    it differs little from it, and where most of that is. The two may have been ``made_small`` already."""
    small = made_small or miniature(rgb, matte)
    look, subject = reduced(small.look, SIDE), reduced(small.matte, SIDE) > 127
    beside = _beside(look, subject)
    if beside is None:
        return Sign("lost", 0.0, REASON)
    lost = _edged_parts(beside)
    strength = ramp(np.count_nonzero(lost) / np.count_nonzero(subject), *LOST)
    box = box_of(largest(lost)) if strength else None
    return Sign("lost", strength, REASON, box and enlarged_box(box, subject.shape, matte.shape))


def _beside(look: U8, subject: Mask) -> _Beside | None:
    """What lies beside ``subject`` (h, w) in ``look`` (h, w, 3); nothing where too little backdrop is seen."""
    from scipy import ndimage as ndi

    if not subject.any() or subject.all():
        return None
    away = np.asarray(ndi.distance_transform_edt(~subject), np.float32)
    known = away > max(LEAST_AWAY, AWAY * max(subject.shape))
    if np.count_nonzero(known) < ENOUGH:
        return None
    even = np.stack([smooth(look[..., c].astype(np.float32), GRAIN) for c in range(3)], axis=2)
    colour, agreeing = backdrop_behind(even, known)
    if np.count_nonzero(agreeing) < ENOUGH / 2:
        return None
    apart = departure(even, np.maximum(colour, 1))
    return _Beside(
        apart=apart,
        light=max(LEAST_LIGHT, TIMES * 1.4826 * float(np.median(np.abs(apart.light[agreeing])))),
        chroma=max(LEAST_CHROMA, TIMES * float(np.median(apart.chroma[agreeing]))),
        tint=SHADOW_TINT + SATURATED_TINT * _saturation(colour),
        away=away,
        reach=REACH * float(np.sqrt(np.count_nonzero(subject))),
    )


def _saturation(colour: F32) -> float:
    mean = colour[::4, ::4].mean(axis=(0, 1))
    return float((mean.max() - mean.min()) / max(1.0, mean.max()))


def _edged_parts(beside: _Beside) -> Mask:
    """What (h, w) comes near the outline, ends in an edge, and is brighter than the backdrop, of another tint, or
    darker."""
    apart = beside.apart
    bright, dark = _bright_or_tinted(beside), _dark(beside)
    rise = slope(apart.light, 1.0)
    steep, dark_steep = _highest(np.hypot(rise, slope(apart.chroma, 1.0))), _highest(rise)
    depth = np.maximum(np.maximum(np.abs(apart.light), apart.chroma), LEAST_DEPTH * min(beside.light, beside.chroma))
    dark_depth = np.maximum(-apart.light, LEAST_DEPTH * beside.light)
    out = np.zeros(bright.shape, bool)
    for part in _near(bright, beside.away <= NEAR):
        if _ends_in_edge(part, steep, depth, beside, STEEP):
            out |= part
    for part in _near(dark & ~out, beside.away <= DARK_NEAR):
        if _ends_in_edge(part, dark_steep, dark_depth, beside, DARK_STEEP) and not _goes_on(part, beside):
            out |= part
    return out


def _highest(plane: F32) -> F32:
    """The highest of the nine values around each of ``plane`` (h, w)."""
    from scipy import ndimage as ndi

    return np.asarray(ndi.maximum_filter(plane, 3), np.float32)


def _bright_or_tinted(beside: _Beside) -> Mask:
    """What (h, w) is no shadow: brighter than the backdrop, or tinted too much for it."""
    from scipy import ndimage as ndi

    apart = beside.apart
    tinted = apart.chroma > beside.chroma - beside.tint * np.minimum(apart.light, 0)
    return np.asarray(ndi.binary_opening(beside.within(SOFTNESS) & ((apart.light > beside.light) | tinted)), bool)


def _dark(beside: _Beside) -> Mask:
    """What (h, w) is darker than the backdrop."""
    from scipy import ndimage as ndi

    dark = beside.within(DARK_SOFTNESS) & (beside.apart.light < -beside.light)
    return np.asarray(ndi.binary_opening(dark, iterations=BROAD), bool)


def _near(found: Mask, near: Mask) -> Iterator[Mask]:
    """The connected parts (h, w) of ``found`` (h, w) that reach ``near`` (h, w) and are not small."""
    from scipy import ndimage as ndi

    labels, _ = ndi.label(found)
    sizes = np.bincount(labels.ravel())
    for number in np.unique(labels[found & near]):
        if sizes[number] >= SMALLEST:
            yield np.asarray(labels == number)


def _ends_in_edge(part: Mask, steep: F32, depth: F32, beside: _Beside, least: tuple[float, float]) -> bool:
    """Whether a ``part`` (h, w) of so much ``depth`` (h, w) is as ``steep`` (h, w) as it must be ``least``, along so
    much of its end, where that does not touch the product."""
    from scipy import ndimage as ndi

    here = window(part, 2)
    of_part, away = part[here], beside.away[here]
    end = ndi.binary_dilation(of_part) & ~ndi.binary_erosion(of_part) & (away > NEAR) & (away < beside.reach - 2)
    if np.count_nonzero(end) < LEAST_EDGE:
        return False
    share, along = least
    return bool(np.mean(steep[here][end] > share * float(np.median(depth[part]))) > along)


def _goes_on(part: Mask, beside: _Beside) -> bool:
    """Whether a ``part`` (h, w) goes on beyond what is looked at, as shadows do."""
    beyond = np.count_nonzero(part & (beside.away >= beside.reach - 2))
    return bool(beyond >= np.sqrt(np.count_nonzero(part)) / 4)
