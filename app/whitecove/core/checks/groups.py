"""Groups of pixels that belong together, found over runs of a row instead of pixels, and without scipy."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whitecove.core.checks.spread import grow
from whitecove.core.extent import box_of, crop
from whitecove.core.model import Mask

_Index = NDArray[np.intp]


class _Runs(NamedTuple):
    """Stretches of set pixels, half-open, in a flat picture whose rows are ``stride`` long (one more than the
    width, so that no run goes on into the next row)."""

    starts: _Index
    ends: _Index
    stride: int


def large_groups(mask: Mask, *, gap: int, least: float) -> Mask:
    """The pixels of ``mask`` (H, W) whose group has at least ``least`` pixels.

    Two pixels belong to one group when a chain of pixels leads from one to the other with at most ``gap`` unset
    pixels (an even number) between neighbours, counted by chessboard distance.
    """
    large, box = np.zeros(mask.shape, bool), box_of(mask)
    if box is not None:  # all that links two pixels lies between them
        crop(large, box)[:] = _large(crop(mask, box), gap, least)
    return large


def _large(mask: Mask, gap: int, least: float) -> Mask:
    stride = mask.shape[1] + 1
    own = _runs(_flat(mask), stride)
    linked = own if gap < 2 else _runs(_flat(grow(mask, gap // 2)), stride)
    labels = _union(linked.starts.size, *_touching(linked))
    within = labels[np.searchsorted(linked.starts, own.starts, "right") - 1]
    large = np.bincount(within, own.ends - own.starts, labels.size) >= max(1.0, least)
    return _paint(own, large[within], mask.shape)


def _flat(mask: Mask) -> Mask:
    flat = np.zeros((mask.shape[0], mask.shape[1] + 1), bool)
    flat[:, :-1] = mask
    return flat.ravel()


def _runs(flat: Mask, stride: int) -> _Runs:
    changes = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    if flat.size and flat[0]:
        changes = np.concatenate(([0], changes))
    return _Runs(changes[0::2], changes[1::2], stride)


def _touching(runs: _Runs) -> tuple[_Index, _Index]:
    """Pairs of runs that touch from one row to the next, corners included."""
    first = np.searchsorted(runs.ends, runs.starts + runs.stride, "left")
    last = np.searchsorted(runs.starts, runs.ends + runs.stride, "right")
    number = np.maximum(last - first, 0)
    upper = np.repeat(np.arange(runs.starts.size), number)
    offset = np.arange(number.sum()) - np.repeat(np.cumsum(number) - number, number)
    return upper, np.repeat(first, number) + offset


def _union(size: int, upper: _Index, lower: _Index) -> _Index:
    """A label for each of ``size`` runs: the smallest number among all that it is joined to. Each round hooks the
    larger label of a pair under the smaller and then flattens all chains, so that few rounds are needed."""
    labels = np.arange(size)
    while True:
        a, b = labels[upper], labels[lower]
        if np.array_equal(a, b):
            return labels
        low = np.minimum(a, b)
        np.minimum.at(labels, np.maximum(a, b), low)
        flatter = labels[labels]
        while not np.array_equal(flatter, labels):
            labels, flatter = flatter, flatter[flatter]


def _paint(runs: _Runs, keep: Mask, shape: tuple[int, ...]) -> Mask:
    """The pixels of a picture of ``shape`` (H, W) in those of the ``runs`` that are to ``keep``."""
    starts, ends = runs.starts[keep], runs.ends[keep]
    borders = np.column_stack((starts, ends)).ravel()
    lengths = np.diff(borders, prepend=0, append=shape[0] * runs.stride)
    inside = np.repeat(np.arange(lengths.size) % 2 == 1, lengths)
    return np.ascontiguousarray(inside.reshape(shape[0], runs.stride)[:, :-1])
