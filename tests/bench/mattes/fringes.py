"""Backdrop's light at the edge of a cutout: what a person sees as a fringe once it lies on white."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import ndimage as ndi

from whitecove.core.model import F32, U8, Mask

# A fringe is looked for in the outermost pixels of what is more product than not, and in all that is seen beyond.
OUTER = 3
# Product and backdrop are taken from so many pixels inside and outside of the outline; means from squares of so many.
DEEP, SQUARES = 4, (9, 41)
# Less than this is seen in the cutout as nothing.
NOTHING = 0.04
# What departs from white by less, in levels, is not seen. A pixel is backdrop where it lies nearer to the backdrop's
# colour thinned with white than to any of the product's near by, by so many levels.
VISIBLE, NEARER = 12.0, 8.0


class Fringes(NamedTuple):
    """Pixels of the outline, and pixels in which the backdrop shows beside it."""

    outline: int
    visible: int


def fringes_of(photo: U8, cut: U8, alpha: U8) -> Fringes:
    """Of a cutout (``cut`` (H, W, 3) with ``alpha`` (H, W)) of ``photo`` (H, W, 3), laid on white."""
    share = alpha.astype(np.float32) / 255
    half = share > 0.5
    outline = half & ~ndi.binary_erosion(half, border_value=1)
    band = (share > NOTHING) & ~ndi.binary_erosion(half, iterations=OUTER, border_value=1)
    inside = ndi.binary_erosion(half, iterations=OUTER + DEEP, border_value=1)
    outside = ~ndi.binary_dilation(half, iterations=4 * DEEP)
    if not band.any() or not inside.any() or not outside.any():
        return Fringes(int(np.count_nonzero(outline)), 0)
    shown = np.asarray(cut[band] * share[band][:, None] + 255 * (1 - share[band][:, None]), np.float32)
    to_backdrop = _nearest_line(shown, _colours(photo, outside, band))
    to_product = _nearest_line(shown, _colours(photo, inside, band))
    seen = np.linalg.norm(shown - 255, axis=1) / np.sqrt(3) > VISIBLE
    fringe = seen & (to_backdrop + NEARER < to_product)
    return Fringes(int(np.count_nonzero(outline)), int(np.count_nonzero(fringe)))


def _colours(photo: U8, side: Mask, at: Mask) -> list[F32]:
    """Colours (n, 3) of ``side`` near each pixel of ``at``: the nearest pixel's, and means over squares about it."""
    nearest = ndi.distance_transform_edt(~side, return_distances=False, return_indices=True)
    places = tuple(index[at] for index in nearest)
    weight = side.astype(np.float32)
    found = [photo[places].astype(np.float32)]
    for size in SQUARES:
        total = np.maximum(ndi.uniform_filter(weight, size)[places], 1e-4)
        planes = [ndi.uniform_filter(photo[..., k] * weight, size)[places] / total for k in range(3)]
        found.append(np.stack(planes, axis=1))
    return found


def _nearest_line(shown: F32, colours: list[F32]) -> F32:
    """The distance in levels of each colour in ``shown`` (n, 3) from the nearest mixture of white and one of the
    ``colours``, each (n, 3)."""
    distances = []
    for colour in colours:
        line, from_white = colour - 255, shown - 255
        along = (line * from_white).sum(axis=1) / np.maximum((line * line).sum(axis=1), 1)
        distances.append(np.linalg.norm(from_white - np.clip(along, 0, 1.2)[:, None] * line, axis=1))
    return np.asarray(np.min(distances, axis=0) / np.sqrt(3), np.float32)
