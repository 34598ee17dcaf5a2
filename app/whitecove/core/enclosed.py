"""Holes that may have been missed: areas inside a cutout that have the backdrop's colour and an edge all around.
Whether one is a hole or a print of that colour only a person can tell, so they are offered, not opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whitecove.core.engines.scale import enlarged
from whitecove.core.extent import box_of, crop, enlarged_box
from whitecove.core.miniature import Miniature, miniature
from whitecove.core.model import F32, U8, Box, Mask, Sign
from whitecove.core.squares import grown
from whitecove.core.steep import steepness

# Distances are pixels of a miniature.
# The backdrop's colour near by is taken from squares of these sizes, the wider one where the first holds none; at least
# so far outside the outline.
NEAR_BY, AWAY = ((121, 1.0), (601, 1e-3)), 4
# Means that wide need only every fourth pixel of a row and a column.
THIN = 4
# An area is the backdrop's where its colour differs by no more levels than this; of a backdrop whose colours spread
# wider nothing can be said.
LIKE, PLAIN = 6.0, 8.0
# Smaller areas are not worth a look; larger ones than this share of the product are the product.
LEAST, MOST = 60, 0.25
# So much of an area's border must be this steep (levels a pixel).
EDGED, STEEP = 0.9, 6.0
REASON = "Inside it, at {x}, {y}, is an area of the backdrop's colour: if that is a hole, open it there."


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """An area that may be a hole: a ``point`` (x, y) well inside of it and the ``box`` around it, in pixels of the
    photo, and its ``share`` of the product."""

    point: tuple[int, int]
    box: Box
    share: float


def sign_of(rgb: U8, matte: U8, made_small: Miniature | None = None) -> Sign:
    """The largest area in the cutout ``matte`` (H, W) of ``rgb`` (H, W, 3) that may be a hole; the reason gives a point
    in it, in pixels of the photo. Without one the sign is 0. The two may have been ``made_small`` already."""
    small = made_small or miniature(rgb, matte)
    found = holes_in(small, rgb.shape)
    if not found:
        return Sign("hole", 0.0, "")
    largest = max(found, key=lambda each: each.share)
    reason = REASON.format(x=largest.point[0], y=largest.point[1])
    return Sign("hole", min(1.0, 0.3 + 3 * float(np.sqrt(largest.share))), reason, largest.box)


def holes_in(small: Miniature, shape: tuple[int, ...]) -> tuple[Enclosed, ...]:
    """All areas of a cutout, ``small`` made of one of ``shape`` (H, W, …), that may be holes, from the top down."""
    labels = _candidates(small.look, small.subject)
    product = max(1, int(np.count_nonzero(small.subject)))
    across, down = shape[1] / small.look.shape[1], shape[0] / small.look.shape[0]
    found = []
    for number in range(1, int(labels.max(initial=0)) + 1):
        area = labels == number
        box = box_of(area)
        if box is None:  # it is none of those that may be holes
            continue
        hole = crop(area, box)
        x, y = _deepest(hole)
        point = (round((box.left + x + 0.5) * across), round((box.top + y + 0.5) * down))
        share = int(np.count_nonzero(hole)) / product
        found.append(Enclosed(point=point, box=enlarged_box(box, small.look.shape, shape), share=share))
    return tuple(found)


def _candidates(look: U8, subject: Mask) -> NDArray[np.int32]:
    """The areas (h, w), by number from 1, that may be holes."""
    from scipy import ndimage as ndi

    outside = ~grown(subject, AWAY)
    if not outside.any() or not subject.any():
        return np.zeros(subject.shape, np.int32)
    smooth = ndi.gaussian_filter(look.astype(np.float32), (1, 1, 0))
    labels, count = ndi.label(_like_backdrop(smooth, outside) & subject)
    if not count:
        return np.asarray(labels, np.int32)
    steep = steepness(smooth)
    around = np.asarray(ndi.maximum_filter(labels, size=5))
    rim = (around > 0) & (labels == 0)
    border = np.bincount(around[rim], minlength=count + 1)
    edged = np.bincount(around[rim & (ndi.maximum_filter(steep, size=5) > STEEP)], minlength=count + 1)
    open_to = np.bincount(around[rim & ~subject], minlength=count + 1)
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    good = (sizes >= LEAST) & (sizes <= MOST * np.count_nonzero(subject)) & (open_to == 0)
    good &= edged >= EDGED * np.maximum(border, 1)
    good[0] = False
    return np.asarray(np.where(good[labels], labels, 0), np.int32)


def _like_backdrop(smooth: F32, outside: Mask) -> Mask:
    """Where ``smooth`` (h, w, 3) has the mean colour of the plain backdrop near by, in areas that are no mere lines."""
    from scipy import ndimage as ndi

    thin = slice(THIN // 2, None, THIN), slice(THIN // 2, None, THIN)
    planes = [np.ascontiguousarray(smooth[..., k]) for k in range(3)]
    *colour, spread, there = _backdrop([plane[thin] for plane in planes], outside[thin].astype(np.float32))
    like = (enlarged(spread, outside.shape) < PLAIN) & (enlarged(there, outside.shape) > 0.5)
    for plane, behind in zip(planes, colour, strict=True):
        like &= np.abs(plane - enlarged(behind, outside.shape)) < LIKE
    return np.asarray(ndi.binary_opening(like), bool)


def _backdrop(planes: Sequence[F32], weight: F32) -> tuple[F32, ...]:
    """The backdrop's mean colour near each pixel, a plane (h, w) for each of ``planes``, its spread there, and 1 where
    any is near; ``weight`` (h, w) is 1 where the backdrop is."""
    from scipy import ndimage as ndi

    def summed(plane: F32) -> F32:
        parts = (share * ndi.uniform_filter(plane, size // THIN | 1) for size, share in NEAR_BY)
        return np.asarray(sum(parts), np.float32)

    total = summed(weight)
    sure = np.maximum(total, 1e-6)
    mean = [summed(plane * weight) / sure for plane in planes]
    square = summed(sum(plane * plane for plane in planes) * weight) / sure
    spread = np.sqrt(np.maximum(square - sum(plane * plane for plane in mean), 0) / 3)
    return tuple(np.asarray(plane, np.float32) for plane in (*mean, spread, total > 1e-6))


def _deepest(area: Mask) -> tuple[int, int]:
    """The point (x, y) of ``area`` that is farthest from its border."""
    from scipy import ndimage as ndi

    depth = ndi.distance_transform_edt(np.pad(area, 1))[1:-1, 1:-1]
    row, column = np.unravel_index(int(depth.argmax()), depth.shape)
    return int(column), int(row)
