from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whitecove.core.checks.groups import large_groups
from whitecove.core.checks.spread import darkest, grow, shrink
from whitecove.core.model import Mask


@st.composite
def masks(draw: st.DrawFn) -> Mask:
    height, width = draw(st.integers(1, 24)), draw(st.integers(1, 24))
    density = draw(st.sampled_from([0.02, 0.1, 0.3, 0.6, 1.0]))
    return np.random.default_rng(draw(st.integers(0, 2**32))).random((height, width)) < density


def naive_groups(mask: Mask, gap: int, least: float) -> Mask:
    """Flood fill from pixel to pixel, one group after the other."""
    left = {(int(y), int(x)) for y, x in np.argwhere(mask)}
    kept = np.zeros_like(mask)
    while left:
        group, front = [], [left.pop()]
        while front:
            y, x = front.pop()
            group.append((y, x))
            near = {p for p in left if max(abs(p[0] - y), abs(p[1] - x)) <= gap + 1}
            left -= near
            front += near
        if len(group) >= least:
            kept[tuple(np.transpose(group))] = True
    return kept


@given(mask=masks(), gap=st.sampled_from([0, 2, 8]), least=st.integers(1, 40))
@settings(max_examples=150)
def test_large_groups_are_those_of_a_flood_fill(mask: Mask, gap: int, least: int) -> None:
    assert np.array_equal(large_groups(mask, gap=gap, least=least), naive_groups(mask, gap, least))


def test_a_spiral_is_one_group() -> None:
    spiral = np.zeros((41, 41), bool)
    for ring in range(0, 20, 2):
        spiral[ring, ring : 41 - ring] = spiral[40 - ring, ring : 41 - ring] = True
        spiral[ring : 41 - ring, 40 - ring] = spiral[ring + 2 : 41 - ring, ring] = True
        if ring:
            spiral[ring, ring - 2 : ring + 1] = True
    assert np.array_equal(large_groups(spiral, gap=0, least=spiral.sum()), spiral)


@given(mask=masks(), reach=st.integers(0, 9))
@settings(max_examples=100)
def test_grow_reaches_exactly_so_far(mask: Mask, reach: int) -> None:
    expected = np.zeros_like(mask)
    for y, x in np.argwhere(mask):
        expected[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1] = True
    assert np.array_equal(grow(mask, reach), expected)
    assert np.array_equal(shrink(~mask, reach), ~expected)


@given(mask=masks(), reach=st.integers(0, 9))
@settings(max_examples=50)
def test_darkest_is_the_smallest_in_the_window(mask: Mask, reach: int) -> None:
    levels = np.where(mask, 40, 200).astype(np.uint8)
    assert np.array_equal(darkest(levels, reach), np.where(grow(mask, reach), 40, 200))


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (50, 1)])
def test_thin_pictures(shape: tuple[int, int]) -> None:
    assert large_groups(np.ones(shape, bool), gap=8, least=1).all()
    assert not large_groups(np.zeros(shape, bool), gap=8, least=1).any()
