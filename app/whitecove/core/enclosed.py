"""Holes that may have been missed: areas inside a cutout that have the backdrop's colour and an edge all around.
Whether one is a hole or a print of that colour only a person can tell, so they are offered, not opened."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from whitecove.core.extent import box_of, enlarged_box
from whitecove.core.miniature import miniature
from whitecove.core.model import F32, U8, Mask, Sign
from whitecove.core.steep import steepness

# Looked at with this long side; distances are pixels there.
SIDE = 640
# The backdrop's colour near by is taken from squares of these sizes, the wider one where the first holds none; at least
# so far outside the outline.
NEAR_BY, AWAY = ((121, 1.0), (601, 1e-3)), 4
# An area is the backdrop's where its colour differs by no more levels than this; of a backdrop whose colours spread
# wider nothing can be said.
LIKE, PLAIN = 6.0, 8.0
# Smaller areas are not worth a look; larger ones than this share of the product are the product.
LEAST, MOST = 60, 0.25
# So much of an area's border must be this steep (levels a pixel).
EDGED, STEEP = 0.9, 6.0
REASON = "Inside it, at {x}, {y}, is an area of the backdrop's colour: if that is a hole, open it there."


def sign_of(rgb: U8, matte: U8) -> Sign:
    """The largest area in the cutout ``matte`` (H, W) of ``rgb`` (H, W, 3) that may be a hole; the reason gives a point
    in it, in pixels of the photo. Without one the sign is 0."""
    look, subject = miniature(rgb, matte, SIDE)
    labels = _candidates(look, subject)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    if not sizes.any():
        return Sign("hole", 0.0, "")
    hole = np.asarray(labels == sizes.argmax())
    across, down = rgb.shape[1] / look.shape[1], rgb.shape[0] / look.shape[0]
    x, y = (round((value + 0.5) * by) for value, by in zip(_deepest(hole), (across, down), strict=True))
    box = box_of(hole)
    where = box and enlarged_box(box, look.shape, rgb.shape)
    share = float(np.sqrt(sizes.max() / np.count_nonzero(subject)))
    return Sign("hole", min(1.0, 0.3 + 3 * share), REASON.format(x=x, y=y), where)


def _candidates(look: U8, subject: Mask) -> NDArray[np.int32]:
    """The areas (h, w), by number from 1, that may be holes."""
    from scipy import ndimage as ndi

    outside = ~ndi.maximum_filter(subject, size=2 * AWAY + 1)
    if not outside.any() or not subject.any():
        return np.zeros(subject.shape, np.int32)
    smooth = ndi.gaussian_filter(look.astype(np.float32), (1, 1, 0))
    colour, spread, there = _backdrop(smooth, outside)
    like = there & subject & (np.abs(smooth - colour).max(axis=2) < LIKE) & (spread < PLAIN)
    like = np.asarray(ndi.binary_opening(like), bool)
    labels, count = ndi.label(like)
    steep = steepness(smooth)
    grown = np.asarray(ndi.maximum_filter(labels, size=5))
    rim = (grown > 0) & (labels == 0)
    border = np.bincount(grown[rim], minlength=count + 1)
    edged = np.bincount(grown[rim & (ndi.maximum_filter(steep, size=5) > STEEP)], minlength=count + 1)
    open_to = np.bincount(grown[rim & ~subject], minlength=count + 1)
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    good = (sizes >= LEAST) & (sizes <= MOST * np.count_nonzero(subject)) & (open_to == 0)
    good &= edged >= EDGED * np.maximum(border, 1)
    good[0] = False
    return np.asarray(np.where(good[labels], labels, 0), np.int32)


def _backdrop(smooth: F32, outside: Mask) -> tuple[F32, F32, Mask]:
    """The backdrop's mean colour (h, w, 3) near each pixel, its spread (h, w), and where any is near."""
    from scipy import ndimage as ndi

    def summed(plane: F32) -> F32:
        parts = (share * ndi.uniform_filter(plane * weight, size) for size, share in NEAR_BY)
        return np.asarray(sum(parts), np.float32)

    weight = outside.astype(np.float32)
    total = summed(np.ones_like(weight))
    there = total > 1e-6
    sure = np.maximum(total, 1e-6)
    mean = np.stack([summed(smooth[..., k]) / sure for k in range(3)], axis=2)
    square = summed((smooth * smooth).sum(axis=2)) / sure
    spread = np.sqrt(np.maximum(square - (mean * mean).sum(axis=2), 0) / 3)
    return np.asarray(mean, np.float32), np.asarray(spread, np.float32), np.asarray(there)


def _deepest(area: Mask) -> tuple[int, int]:
    """The point (x, y) of ``area`` that is farthest from its border."""
    from scipy import ndimage as ndi

    depth = ndi.distance_transform_edt(np.pad(area, 1))[1:-1, 1:-1]
    row, column = np.unravel_index(int(depth.argmax()), depth.shape)
    return int(column), int(row)
