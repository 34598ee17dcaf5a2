"""The rim of a picture: whether it is what a product on white leaves of it.

Without this, a photo on a nearly white backdrop would pass as one large product that leaves no background to judge.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from whitecove.core.checks.spread import grow, shrink
from whitecove.core.model import U8, Box, Mask

# From here on a level is a trace: ripple, the end of a shadow, or a backdrop that is all but white.
TRACE = 250
PALE = 225
# A product that the frame cuts may hold two corners and much of the rim; of pale and of loose pixels (such that have
# no solid product within the edge band) the rim bears less before it is a backdrop.
MOST_CORNERS = 2
MOST_RIM = 0.65
MOST_PALE = 0.25
MOST_LOOSE = 0.25
BAND = 8
LINK = 4
_DEEP = BAND + 3  # rows that the measures of the outermost one depend on


def is_white_rim(low: U8, *, pale_is_backdrop: bool) -> bool:
    """Whether the rim of a picture is white as far as a product leaves it free; ``low`` (H, W) is each pixel's
    smallest level. ``pale_is_backdrop``: nothing says that pale pixels on the rim are product."""
    strips = list(_strips(low))
    clear = [strip[0] < PALE for strip in strips]
    corners = sum(bool(row[end]) for row in clear[:2] for end in (0, -1))
    if corners > MOST_CORNERS or _part(clear) > MOST_RIM:
        return False
    pale = [(strip[0] < TRACE) & (strip[0] >= PALE) for strip in strips]
    if pale_is_backdrop and _part(pale) > MOST_PALE:
        return False
    return _part([_loose(strip) for strip in strips]) <= MOST_LOOSE


def rim_share(low: U8) -> float:
    """The share 0…1 of the rim that has pixels that are not white within 4 px."""
    return _part([grow(strip != 255, LINK)[0] for strip in _strips(low)])


def frame(low: U8, box: Box) -> Mask:
    """The outermost pixels of ``box`` in a picture (H, W), as deep as the measures of its rim look."""
    edge = np.zeros(low.shape, bool)
    inside = edge[box.top : box.bottom, box.left : box.right]
    deep = LINK + 1
    inside[:deep] = inside[-deep:] = True
    inside[:, :deep] = inside[:, -deep:] = True
    return edge


def _strips(low: U8) -> Iterator[U8]:
    """Top, bottom, left and right, each lying with its outermost pixels in row 0."""
    for side in (low, low[::-1], low.T, low[:, ::-1].T):
        yield side[:_DEEP]


def _loose(strip: U8) -> Mask:
    solid = grow(shrink(strip < TRACE, 1), 1 + BAND)
    return np.asarray(grow(strip != 255, LINK)[0] & ~solid[0])


def _part(rows: list[Mask]) -> float:
    return float(np.mean(np.concatenate(rows)))
