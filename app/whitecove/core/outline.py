"""What the outline of a cutout says about it, whoever made it: does it lie where the photo has an edge?

A product's outline is an edge of the photo nearly everywhere. Where a matte ends in the middle of nothing (a shadow
half kept, a backdrop half removed, white on white), the colours on both sides of its outline are alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whitecove.core.colour import srgb_to_lab
from whitecove.core.doubt import ramp
from whitecove.core.extent import box_of, enlarged_box
from whitecove.core.miniature import Miniature, miniature
from whitecove.core.model import F32, U8, Box, Mask, Sign

# Colours are compared this far inside and outside of the outline, in pixels of a miniature.
INSIDE, OUTSIDE = 2.3, 3.2
# Differences (ΔE*ab) below this are no edge to the eye: noise and the slope of a sweep stay under it.
ALIKE = 3.5
# Of 36 real cutouts looked at, those fit to sell had less than the first share of their outline without an edge, those
# with a lump of shadow or lost parts had nearly as much as the second, or more.
NO_DOUBT, FULL_DOUBT = 0.05, 0.14
# Stretches of outline less than this apart are one.
STRETCH = 15
# An edge is sharp where so much of its step lies within these pixels of the outline, compared with wider ones; only
# steps (ΔE*ab) this large are compared. From the first share on nothing is doubted, at the second all is.
NARROW, WIDE, DISTINCT = 1.4, 5.5, 12.0
SHARP = (0.48, 0.25)
BLURRED = "The product's edge is blurred in the photo: its outline is a guess."
# The brightest fiftieth of a photo that was exposed well is brighter than the first of these levels.
BRIGHT = (130.0, 60.0)
DIM = "The photo is dark: light it better, or expose it longer."
# A picture with fewer rows or columns has no outline.
SMALLEST = 3
REASON = "Along {share:.0%} of its outline the cutout follows no edge of the photo: look for shadow left or parts lost."


def signs_of(rgb: U8, matte: U8, made_small: Miniature | None = None) -> tuple[Sign, ...]:
    """What the outline of ``matte`` (H, W) says: whether it follows edges of the photo ``rgb`` (H, W, 3), where it does
    not, and whether they are sharp. The two may have been ``made_small`` already."""
    small = made_small or miniature(rgb, matte)
    subject = small.subject
    outline = _outline(small.look, subject)
    alike = outline.difference(INSIDE, OUTSIDE) < ALIKE
    share = _share(alike)
    strength = ramp(share, NO_DOUBT, FULL_DOUBT)
    where = _longest(outline.marked(alike, subject.shape), matte.shape) if strength else None
    return (
        Sign("outline", strength, REASON.format(share=share), where),
        Sign("blurred", ramp(_sharpness(outline), *SHARP), BLURRED),
        Sign("dim", ramp(float(np.percentile(small.look.max(axis=2), 98)), *BRIGHT), DIM),
    )


def without_edge(rgb: U8, matte: U8) -> float:
    """The share (0…1) of the outline of ``matte`` (H, W) along which both sides look the same in ``rgb`` (H, W, 3).
    The photo's own frame is no part of the outline; a matte without outline gives 1."""
    small = miniature(rgb, matte)
    return _share(_outline(small.look, small.subject).difference(INSIDE, OUTSIDE) < ALIKE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Outline:
    """The pixels of an outline: their ``places`` (2, n), row and column; the directions (2, n) ``inwards`` there; and
    the colours ``lab`` (h, w, 3) of the picture, a little smoothed."""

    lab: F32
    places: NDArray[np.intp]
    inwards: F32

    def difference(self, inside: float, outside: float) -> F32:
        """The colour difference (n,) from so far ``inside`` to so far ``outside`` of the outline, in pixels."""
        limits = np.array(self.lab.shape[:2])[:, None] - 1
        far_in = np.clip(np.rint(self.places + inside * self.inwards).astype(np.intp), 0, limits)
        far_out = np.clip(np.rint(self.places - outside * self.inwards).astype(np.intp), 0, limits)
        difference = self.lab[far_in[0], far_in[1]] - self.lab[far_out[0], far_out[1]]
        return np.asarray(np.linalg.norm(difference, axis=1), np.float32)

    def marked(self, which: Mask, shape: tuple[int, ...]) -> Mask:
        """The pixels of the outline that ``which`` (n,) names, in a mask of ``shape`` (h, w)."""
        out = np.zeros(shape, bool)
        out[self.places[0][which], self.places[1][which]] = True
        return out


def _outline(small: U8, subject: Mask) -> _Outline:
    """The outline of ``subject`` (h, w) in ``small`` (h, w, 3); the photo's own frame is no part of it."""
    from scipy import ndimage as ndi

    if min(subject.shape) < SMALLEST:
        nothing = np.zeros((2, 0))
        return _Outline(lab=srgb_to_lab(small), places=nothing.astype(np.intp), inwards=nothing.astype(np.float32))
    depth = np.asarray(ndi.distance_transform_edt(subject) - ndi.distance_transform_edt(~subject), np.float32)
    rim = subject & (depth <= 1.5)
    rim[[0, -1]] = False
    rim[:, [0, -1]] = False
    places = np.stack(np.nonzero(rim))
    smooth = ndi.gaussian_filter(depth, 1)
    inwards = np.stack([np.gradient(smooth, axis=axis)[places[0], places[1]] for axis in (0, 1)])
    inwards /= np.hypot(*inwards) + 1e-6
    return _Outline(lab=ndi.gaussian_filter(srgb_to_lab(small), (1, 1, 0)), places=places, inwards=inwards)


def _share(alike: Mask) -> float:
    return float(np.mean(alike)) if alike.size else 1.0


def _sharpness(outline: _Outline) -> float:
    """How much (0…1) of the step from product to backdrop lies within the outline's own two pixels, in the median over
    what is an edge."""
    step = outline.difference(WIDE, WIDE)
    edge = step > DISTINCT
    if not edge.any():
        return 1.0
    return float(np.median(outline.difference(NARROW, NARROW)[edge] / step[edge]))


def _longest(alike: Mask, full: tuple[int, ...]) -> Box | None:
    """The box, in pixels of the photo of the shape ``full`` (H, W), of the longest stretch that follows no edge."""
    from scipy import ndimage as ndi

    labels, _ = ndi.label(ndi.maximum_filter(alike, size=STRETCH))
    sizes = np.bincount(labels[alike], minlength=1)
    box = box_of(alike & (labels == sizes.argmax())) if sizes.any() else None
    return box and enlarged_box(box, alike.shape, full)
