"""What the outline of a cutout says about it, whoever made it: does it lie where the photo has an edge?

A product's outline is an edge of the photo nearly everywhere. Where a matte ends in the middle of nothing (a shadow
half kept, a backdrop half removed, white on white), the colours on both sides of its outline are alike.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from whitecove.core.colour import srgb_to_lab
from whitecove.core.extent import box_of, enlarged_box
from whitecove.core.model import F32, U8, Box, Mask, Sign

# Outlines are measured at this long side: finer is noise, coarser hides thin parts.
SIDE = 700
# Colours are compared this far inside and outside of the outline, in pixels at that side.
INSIDE, OUTSIDE = 2.5, 3.5
# Differences (ΔE*ab) below this are no edge to the eye: noise and the slope of a sweep stay under it.
ALIKE = 3.5
# Of 36 real cutouts looked at, those fit to sell had less than the first share of their outline without an edge, those
# with a lump of shadow or lost parts more than the middle between the two.
NO_DOUBT, FULL_DOUBT = 0.05, 0.20
# Stretches of outline less than this apart are one.
STRETCH = 15
REASON = "Along {share:.0%} of its outline the cutout follows no edge of the photo: look for shadow left or parts lost."


def sign_of(rgb: U8, matte: U8) -> Sign:
    """What the outline of ``matte`` (H, W) says, and where in the photo ``rgb`` (H, W, 3) most of it lies."""
    small, subject = _reduced(rgb, matte)
    rim, alike = _compared(small, subject)
    share = _share(rim, alike)
    strength = float(np.clip((share - NO_DOUBT) / (FULL_DOUBT - NO_DOUBT), 0, 1))
    where = _longest(alike, matte.shape) if strength else None
    return Sign("outline", strength, REASON.format(share=share), where)


def without_edge(rgb: U8, matte: U8) -> float:
    """The share (0…1) of the outline of ``matte`` (H, W) along which both sides look the same in ``rgb`` (H, W, 3).
    The photo's own frame is no part of the outline; a matte without outline gives 1."""
    return _share(*_compared(*_reduced(rgb, matte)))


def _share(rim: Mask, alike: Mask) -> float:
    return np.count_nonzero(alike) / np.count_nonzero(rim) if rim.any() else 1.0


def _compared(small: U8, subject: Mask) -> tuple[Mask, Mask]:
    """The outline (h, w) of ``subject``, and of it the pixels at which both sides look alike."""
    from scipy import ndimage as ndi

    if min(subject.shape) < 3:
        nothing = np.zeros(subject.shape, bool)
        return nothing, nothing
    inside, outside = ndi.distance_transform_edt(subject), ndi.distance_transform_edt(~subject)
    rim = np.asarray(subject & (inside <= 1.5))
    rim[[0, -1]] = False
    rim[:, [0, -1]] = False
    alike = np.zeros(rim.shape, bool)
    alike[rim] = _across(small, (inside - outside).astype(np.float32), rim) < ALIKE
    return rim, alike


def _longest(alike: Mask, full: tuple[int, ...]) -> Box | None:
    """The box, in pixels of the photo of the shape ``full`` (H, W), of the longest stretch that follows no edge."""
    from scipy import ndimage as ndi

    labels, _ = ndi.label(ndi.maximum_filter(alike, size=STRETCH))
    sizes = np.bincount(labels[alike], minlength=1)
    box = box_of(alike & (labels == sizes.argmax())) if sizes.any() else None
    return box and enlarged_box(box, alike.shape, full)


def _reduced(rgb: U8, matte: U8) -> tuple[U8, Mask]:
    height, width = matte.shape
    scale = min(1.0, SIDE / max(width, height))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = Image.fromarray(rgb).resize(size, Image.Resampling.BOX)
    return np.asarray(small), np.asarray(Image.fromarray(matte).resize(size, Image.Resampling.BOX)) > 127


def _across(rgb: U8, depth: F32, rim: Mask) -> F32:
    """The colour difference across the outline at each pixel of ``rim``; ``depth`` is the signed distance to it."""
    from scipy import ndimage as ndi

    lab = ndi.gaussian_filter(srgb_to_lab(rgb), (1, 1, 0))
    rows, columns = np.nonzero(rim)
    smooth = ndi.gaussian_filter(depth, 1)
    step = np.stack([np.gradient(smooth, axis=axis)[rows, columns] for axis in (0, 1)])
    step /= np.hypot(*step) + 1e-6
    places = np.stack([rows, columns])
    limits = np.array(rim.shape)[:, None] - 1
    far_in = np.clip(np.rint(places + INSIDE * step).astype(np.intp), 0, limits)
    far_out = np.clip(np.rint(places - OUTSIDE * step).astype(np.intp), 0, limits)
    difference = lab[far_in[0], far_in[1]] - lab[far_out[0], far_out[1]]
    return np.asarray(np.linalg.norm(difference, axis=1), np.float32)
