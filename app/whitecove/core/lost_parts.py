"""Parts of the product that hardly differ from the backdrop: a white sole on white, a label on its own paper.

Engines give such parts to the backdrop, and the outline is so neat then that nothing else is wrong with it. But freed
of grain, and beside what the backdrop would be there, they show: they are brighter than it, or of another tint, or
darker with an edge. Shadows are none of these: they only darken, and fade away.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whitecove.core.doubt import ramp
from whitecove.core.engines.field import Departure, backdrop_behind, departure
from whitecove.core.engines.scale import reduced
from whitecove.core.extent import box_of, enlarged_box
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
# Of what is darker: where it begins, how near it comes, and how many pixels it is broad, for an outline seen too narrow
# leaves a dark rim. Smaller areas than the last are none.
DARK_SOFTNESS, DARK_NEAR, BROAD, SMALLEST = 3.0, 6.0, 2, 6
# The outer edge of a dark part is as steep as this share of its depth a pixel, along so much of it; fewer pixels of
# edge prove nothing. Its depth is taken for at least so many times the backdrop's usual departure.
STEEP, EDGED, LEAST_EDGE, LEAST_DEPTH = 0.25, 0.6, 4, 1.4
# Parts of so large a share of the product are no reason for doubt, and every reason.
LOST = (0.005, 0.06)
REASON = "Beside the cutout lies something that hardly differs from the backdrop: look for lost parts."


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
    lost = _bright_or_tinted(beside)
    lost |= _dark_with_edge(beside, lost)
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


def _bright_or_tinted(beside: _Beside) -> Mask:
    """What (h, w) comes near the outline and is no shadow: brighter than the backdrop, or tinted too much for it."""
    from scipy import ndimage as ndi

    apart = beside.apart
    tinted = apart.chroma > beside.chroma - beside.tint * np.minimum(apart.light, 0)
    found = ndi.binary_opening(beside.within(SOFTNESS) & ((apart.light > beside.light) | tinted))
    labels, numbers = _near(np.asarray(found), beside.away <= NEAR)
    return np.asarray(np.isin(labels, numbers), bool)


def _dark_with_edge(beside: _Beside, known: Mask) -> Mask:
    """What (h, w) comes near the outline, is darker than the backdrop, and has an edge where it ends, besides what is
    ``known`` (h, w)."""
    from scipy import ndimage as ndi

    dark = beside.within(DARK_SOFTNESS) & (beside.apart.light < -beside.light) & ~known
    dark = np.asarray(ndi.binary_opening(dark, iterations=BROAD))
    labels, numbers = _near(dark, beside.away <= DARK_NEAR)
    out = np.zeros(dark.shape, bool)
    if not numbers.size:
        return out
    steep = np.asarray(ndi.maximum_filter(slope(beside.apart.light, 1.0), 3), np.float32)
    inside = beside.within(NEAR) & (beside.away < beside.reach - 2) & ~known
    for number in numbers:
        part = np.asarray(labels == number)
        if _is_edged(part, steep, inside, beside):
            out |= part
    return out


def _is_edged(part: Mask, steep: F32, inside: Mask, beside: _Beside) -> bool:
    """Whether a dark ``part`` (h, w) ends in an edge, as far as its end is ``inside`` of what is looked at: one that
    goes on there is a shadow."""
    from scipy import ndimage as ndi

    size = np.count_nonzero(part)
    end = ndi.binary_dilation(part) & ~ndi.binary_erosion(part) & inside
    goes_on = np.count_nonzero(part & (beside.away >= beside.reach - 2))
    if size < SMALLEST or np.count_nonzero(end) < LEAST_EDGE or goes_on >= np.sqrt(size) / 4:
        return False
    depth = max(float(np.median(-beside.apart.light[part])), LEAST_DEPTH * beside.light)
    return bool(np.mean(steep[end] > STEEP * depth) > EDGED)


def _near(found: Mask, near: Mask) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The parts (h, w) of ``found`` (h, w), by number from 1, and the numbers of those that reach ``near`` (h, w)."""
    from scipy import ndimage as ndi

    labels = np.asarray(ndi.label(found)[0], np.int32)
    numbers = np.unique(labels[found & near])
    return labels, numbers[numbers > 0]
