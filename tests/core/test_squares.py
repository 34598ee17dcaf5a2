"""Squares give what the filters of scipy and Pillow give."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray
from scipy import ndimage as ndi

from whitecove.core.edges import _smoothed
from whitecove.core.model import Mask
from whitecove.core.squares import Squares, grown, rounded, shrunk

MASKS = arrays(bool, array_shapes(min_dims=2, max_dims=2, max_side=24))


@given(MASKS, st.integers(min_value=0, max_value=30))
def test_masks_grow_and_shrink_as_by_rank_filters(mask: Mask, reach: int) -> None:
    assert np.array_equal(grown(mask, reach), ndi.maximum_filter(mask, size=2 * reach + 1))
    assert np.array_equal(shrunk(mask, reach), ndi.minimum_filter(mask, size=2 * reach + 1))


@given(MASKS, st.integers(min_value=0, max_value=12))
def test_a_rounded_reach_lies_between_a_little_less_and_a_little_more(mask: Mask, reach: int) -> None:
    away = ndi.distance_transform_edt(~np.pad(mask, 20))[20:-20, 20:-20] if mask.any() else np.full(mask.shape, np.inf)
    found = rounded(mask, reach)
    assert found[away <= 0.9 * reach].all()
    # Of a few pixels' reach, whole pixels make corners.
    assert not found[away > max(1.1 * reach, reach + 0.5)].any()
    if reach == 1:
        assert np.array_equal(found, away <= 1)


@given(arrays(np.int32, (9, 11), elements=st.integers(0, 2**24)), st.integers(0, 2**31 - 1))
def test_sums_may_go_round_on_the_way(plane: NDArray[np.int32], seed: int) -> None:
    """Only what a square holds must fit into the numbers' type: here the sum of all, a few times over, does not."""
    at = np.random.default_rng(seed).random(plane.shape) < 0.5
    large = np.pad(plane, ((0, 0), (200, 0)), constant_values=2**24)
    wide = np.pad(at, ((0, 0), (200, 0)))
    (few,), (many,) = (Squares(wide, 5).sums(large.astype(kind), (5,)) for kind in (np.int32, np.int64))
    assert large.sum(dtype=np.int64) > 2**31
    assert np.array_equal(few, many)


@given(MASKS)
def test_the_vote_of_nine_is_the_median(mask: Mask) -> None:
    assert np.array_equal(_smoothed(mask), ndi.median_filter(mask.astype(np.uint8), size=3, mode="nearest"))


@given(
    arrays(np.uint16, array_shapes(min_dims=2, max_dims=2, min_side=12, max_side=40)),
    st.lists(st.sampled_from((1, 3, 9, 23)), min_size=1, max_size=3, unique=True),
    st.integers(min_value=0, max_value=99),
)
def test_sums_over_squares_are_exact(plane: NDArray[np.uint16], sizes: list[int], seed: int) -> None:
    at = np.random.default_rng(seed).random(plane.shape) < 0.5
    sums = Squares(at, 23).sums(plane.astype(np.int64), tuple(sizes))
    for size, found in zip(sizes, sums, strict=True):
        whole = ndi.correlate(plane.astype(np.int64), np.ones((size, size), np.int64), mode="reflect")
        assert np.array_equal(found, whole[at])
