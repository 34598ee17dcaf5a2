"""Grey fringes: what is left of a backdrop around a product that was cut out too generously."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from whitecove.core.checks.groups import large_groups
from whitecove.core.checks.spread import darkest, grow, shrink
from whitecove.core.extent import box_of, crop, with_margin
from whitecove.core.model import U8, Mask

# Levels of the darkest channel: from OPEN on a pixel is page, from FAINT on it is too light to be seen as product.
OPEN = 250
FAINT = 244
# A fringe pixel is at least 12 levels darker than white in every channel, and nearly neutral.
VISIBLE = 243
NEUTRAL = 12
# An honest soft edge is over this far outside the product's own half-way contour.
SOFT_EDGE = 2
# The page is white areas of at least this share of the picture: the rest are highlights and prints on the product.
LEAST_PAGE = 0.005


class Fringe(NamedTuple):
    """``pixels`` (H, W) are fringe; ``band`` counts all pixels in which one would have been seen."""

    pixels: Mask
    band: int


def fringe_of(low: U8, high: U8, reach: int) -> Fringe:
    """The grey fringe in the band of ``reach`` pixels around the product of a picture on white, from each pixel's
    smallest and largest level (H, W).

    Product is what is darker than half-way between its own darkest neighbourhood and white. A fringe lies outside it,
    is neutral and visibly darker than white, at least 3 × 3 pixels thick (which JPEG's ripple is not), beside the page,
    and ends inside the band: what goes on beyond is a shadow, hair or blur.
    """
    page = large_groups(low >= OPEN, gap=0, least=LEAST_PAGE * low.size)
    pixels = np.zeros(low.shape, bool)
    box = box_of(low < FAINT)
    if box is None:
        return Fringe(pixels, 0)
    # Nothing farther from all that is visible has a say.
    near_by = with_margin(box, 2 * reach + SOFT_EDGE + 3, low.shape)
    part, number = _fringe(crop(low, near_by), crop(high, near_by), crop(page, near_by), reach)
    crop(pixels, near_by)[:] = part
    return Fringe(pixels, number)


def _fringe(low: U8, high: U8, page: Mask, reach: int) -> tuple[Mask, int]:
    """The fringe, and how large the band is in which one would have been seen."""
    half = (darkest(low, 2 * reach + 1) >> 1) + 127
    product = (low < half) & (low < FAINT)
    near = grow(product, reach)
    band = near & ~grow(product, SOFT_EDGE) & grow(page, reach)
    grey = band & (high <= VISIBLE) & (high - low <= NEUTRAL)
    thick = grow(shrink(grey, 1), 1) & grey
    if thick.any():
        goes_on = grow(near, SOFT_EDGE + 2) & ~near & (low < OPEN)
        thick &= ~grow(goes_on, reach)
    return thick, int(np.count_nonzero(band))
