"""Mattes: their specks removed, the backdrop's colour taken out of their edges."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from whitecove.core.edges import tiles
from whitecove.core.model import F32, U8, Mask

# A group of pixels far smaller than the subject, and away from it, is dirt.
SPECK_SHARE = 0.002
# Colours of product and backdrop are taken from a square of this many pixels around a pixel of the edge.
COLOUR_REACH = 15
# Means that wide need only every second pixel. Where no pixel near by is all product, or all backdrop, those that
# nearly are count this little, as on a thin strap; below the least weight there are none.
THINNED, HARDLY, LEAST_WEIGHT = 2, 0.01, 1e-5


def without_specks(mask: Mask) -> Mask:
    """``mask`` (h, w) without groups far smaller than the largest."""
    from scipy import ndimage as ndi

    labels, count = ndi.label(mask, np.ones((3, 3)))
    if count <= 1:
        return mask
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    return np.asarray(sizes >= SPECK_SHARE * sizes.max())[labels] & mask


def decontaminate(rgb: U8, alpha: U8) -> U8:
    """``rgb`` (H, W, 3) with the product's own colour in the soft edge of the matte ``alpha`` (H, W), so that no fringe
    of the backdrop shows on white; pixels that are all product (255) stay to the bit.

    Where alpha is high enough the colour F is solved from C = a F + (1 - a) B with the backdrop B near by; where it is
    low, and noise would be magnified, F is the product's colour near by.
    """
    # 0 goes round to 255.
    soft = alpha - np.uint8(1) < 254
    if not soft.any():
        return rgb
    out = rgb.copy()
    for tile in tiles(alpha.shape, soft):
        top, left, bottom, right = tile.outer
        wanted = np.zeros((bottom - top, right - left), bool)
        rows = slice(tile.inner[0] - top, tile.inner[2] - top)
        columns = slice(tile.inner[1] - left, tile.inner[3] - left)
        wanted[rows, columns] = soft[tile.inner[0] : tile.inner[2], tile.inner[1] : tile.inner[3]]
        part = (slice(top, bottom), slice(left, right))
        out[part][wanted] = _own_colour(rgb[part], alpha[part], wanted)
    return out


def _own_colour(rgb: U8, alpha: U8, wanted: Mask) -> U8:
    """The product's own colour (n, 3) in the ``wanted`` pixels of a tile."""
    share = alpha[wanted][:, None].astype(np.float32) / 255
    pixels = rgb[wanted].astype(np.float32)
    coarse, thin = rgb[::THINNED, ::THINNED], alpha[::THINNED, ::THINNED].astype(np.float32) / 255
    row, column = np.nonzero(wanted)
    at = (row // THINNED, column // THINNED)
    product = _mean(coarse, (thin == 1) + HARDLY * thin**4, at, pixels)
    backdrop = _mean(coarse, (thin == 0) + HARDLY * (1 - thin) ** 4, at, pixels)
    solved = (pixels - (1 - share) * backdrop) / np.maximum(share, 0.05)
    trust = np.clip((share - 0.3) / 0.5, 0, 1)
    return np.asarray(np.rint(np.clip(trust * solved + (1 - trust) * product, 0, 255)), np.uint8)


def _mean(rgb: U8, weight: F32, at: tuple[NDArray[np.intp], NDArray[np.intp]], otherwise: F32) -> F32:
    """The mean colour (n, 3) of ``rgb`` (h, w, 3) around the places ``at``, weighed; ``otherwise`` (n, 3) where all
    around weighs nothing."""
    from scipy import ndimage as ndi

    size = COLOUR_REACH // THINNED
    planes = np.stack([weight, *(rgb[..., k] * weight for k in range(3))]).astype(np.float32, copy=False)
    sums = ndi.uniform_filter(planes, (1, size, size))[:, at[0], at[1]]
    near, total = sums[0], sums[1:].T
    found = near[:, None] > LEAST_WEIGHT
    return np.asarray(np.where(found, total / np.maximum(near, LEAST_WEIGHT)[:, None], otherwise), np.float32)
