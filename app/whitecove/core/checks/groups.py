"""Groups of pixels that belong together, found over runs of a row instead of pixels, and without scipy."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whitecove.core.checks.spread import grow
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
    linked = _flat(grow(mask, gap // 2))
    runs = _runs(linked, mask.shape[1] + 1)
    if not runs.starts.size:
        return np.zeros_like(mask)
    labels = _union(runs.starts.size, *_touching(runs))
    before = np.concatenate(([0], np.cumsum(_flat(mask), dtype=np.int32)))
    area = np.bincount(labels, weights=before[runs.ends] - before[runs.starts])
    return _paint(runs, area[labels] >= max(1.0, least), mask)


def _flat(mask: Mask) -> Mask:
    return np.pad(mask, ((0, 0), (0, 1))).ravel()


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


def _paint(runs: _Runs, keep: Mask, mask: Mask) -> Mask:
    steps = np.zeros(mask.shape[0] * runs.stride + 1, np.int8)
    steps[runs.starts[keep]] = 1
    steps[runs.ends[keep]] = -1
    inside = np.cumsum(steps[:-1], dtype=np.int8).astype(bool).reshape(mask.shape[0], runs.stride)
    return np.asarray(inside[:, :-1] & mask)
