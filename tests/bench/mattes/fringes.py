"""Backdrop's light at the edge of a cutout: what a person sees as a fringe once it lies on white."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import ndimage as ndi

from whitecove.core.model import F32, U8, Mask

# The outermost pixels in which a fringe is looked for.
OUTER = 3
# Product and backdrop are taken from so many pixels inside and outside of the outline, over squares of so many.
DEEP, SQUARE = 5, 21
# Less than this is seen in the cutout as nothing.
NOTHING = 0.04
# So much of the backdrop's departure from white, in levels, is visible; product and backdrop must differ by so many in
# the direction of their colours, or none can tell one from the other.
VISIBLE, DIFFERENT = 12.0, 24.0


class Fringes(NamedTuple):
    """Pixels of the outline, and those of them beside which the backdrop shows."""

    outline: int
    visible: int


def fringes_of(photo: U8, cut: U8, alpha: U8) -> Fringes:
    """Of a cutout (``cut`` (H, W, 3) with ``alpha`` (H, W)) of ``photo`` (H, W, 3), laid on white.

    Each pixel of the outer band is taken for white to which the product and the backdrop near by add their own
    departure from white; the two shares are found by least squares, neither less than nothing.
    """
    share = alpha.astype(np.float32) / 255
    seen = share > NOTHING
    if not seen.any():
        return Fringes(0, 0)
    outline = seen & ~ndi.binary_erosion(seen, border_value=1)
    band = seen & (ndi.distance_transform_edt(seen) <= OUTER)
    product = _near(photo, ndi.binary_erosion(share > 0.9, iterations=DEEP), band)
    backdrop = _near(photo, ndi.binary_erosion(share < NOTHING, iterations=DEEP), band)
    shown = cut[band] * share[band][:, None] + 255 * (1 - share[band][:, None]) - 255
    light = _backdrop_light(shown.astype(np.float32), product - 255, backdrop - 255)
    visible = np.zeros(alpha.shape, bool)
    visible[band] = light > VISIBLE
    beside = ndi.maximum_filter(visible, size=2 * OUTER + 1)
    return Fringes(int(np.count_nonzero(outline)), int(np.count_nonzero(outline & beside)))


def _near(photo: U8, side: Mask, at: Mask) -> F32:
    """The mean colour (n, 3) of ``side`` near each pixel of ``at``; not a number where there is none."""
    weight = side.astype(np.float32)
    total = ndi.uniform_filter(weight, SQUARE)[at]
    sums = np.stack([ndi.uniform_filter(photo[..., k] * weight, SQUARE)[at] for k in range(3)], axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(total[:, None] > 1e-4, sums / total[:, None], np.nan), np.float32)


def _backdrop_light(shown: F32, product: F32, backdrop: F32) -> F32:
    """How many levels of the backdrop's departure from white are in ``shown``, all (n, 3) as departures from white."""
    pp, bb, pb = ((a * b).sum(axis=1) for a, b in ((product, product), (backdrop, backdrop), (product, backdrop)))
    ps, bs = (product * shown).sum(axis=1), (backdrop * shown).sum(axis=1)
    determinant = pp * bb - pb * pb
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(determinant > 0, (bs * pp - ps * pb) / determinant, 0)
        product_share = (ps - share * pb) / np.maximum(pp, 1)
        share = np.where(product_share < 0, bs / np.maximum(bb, 1), share)
        apart = np.sqrt(np.maximum(bb - pb * pb / np.maximum(pp, 1), 0))
        light = np.clip(share, 0, None) * np.sqrt(bb / 3)
    return np.asarray(np.where(np.nan_to_num(apart) > DIFFERENT, np.nan_to_num(light), 0), np.float32)
