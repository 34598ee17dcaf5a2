"""Mattes: their specks removed, the backdrop's colour taken out of their edges."""

from __future__ import annotations

import numpy as np

from whitecove.core.edges import tiles
from whitecove.core.model import F32, U8, Mask

# A group of pixels far smaller than the subject, and away from it, is dirt.
SPECK_SHARE = 0.002
# Colours of product and backdrop are taken from a square of this many pixels around a pixel of the edge.
COLOUR_REACH = 15


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
    soft = (alpha > 0) & (alpha < 255)
    if not soft.any():
        return rgb
    out = rgb.copy()
    for tile in tiles(alpha.shape, soft):
        top, left, bottom, right = tile.outer
        part = (slice(top, bottom), slice(left, right))
        fresh = _own_colour(rgb[part], alpha[part])
        inner = (slice(tile.inner[0], tile.inner[2]), slice(tile.inner[1], tile.inner[3]))
        y, x = tile.inner[0] - top, tile.inner[1] - left
        fresh = fresh[y : y + tile.inner[2] - tile.inner[0], x : x + tile.inner[3] - tile.inner[1]]
        out[inner] = np.where(soft[inner][..., None], fresh, rgb[inner])
    return out


def _own_colour(rgb: U8, alpha: U8) -> U8:
    share = alpha[..., None].astype(np.float32) / 255
    product = _mean_where(rgb, alpha == 255)
    backdrop = _mean_where(rgb, alpha == 0)
    solved = (rgb - (1 - share) * backdrop) / np.maximum(share, 0.05)
    trust = np.clip((share - 0.3) / 0.5, 0, 1)
    return np.asarray(np.rint(np.clip(trust * solved + (1 - trust) * product, 0, 255)), np.uint8)


def _mean_where(rgb: U8, where: Mask) -> F32:
    """The mean colour (h, w, 3) of the pixels in ``where`` near each pixel; the pixel's own where none is near."""
    from scipy import ndimage as ndi

    weight = where.astype(np.float32)
    near = ndi.uniform_filter(weight, COLOUR_REACH)
    found = near > 1e-3
    out = rgb.astype(np.float32)
    for channel in range(3):
        total = ndi.uniform_filter(out[..., channel] * weight, COLOUR_REACH)
        out[..., channel] = np.where(found, total / np.maximum(near, 1e-3), out[..., channel])
    return out
