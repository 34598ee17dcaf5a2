"""Squares give what the filters of scipy and Pillow give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage as ndi

from whitecove.core.edges import _smoothed
from whitecove.core.engines.scale import reduced
from whitecove.core.model import Mask
from whitecove.core.squares import Squares, grown, shrunk

MASKS = arrays(bool, array_shapes(min_dims=2, max_dims=2, max_side=24))


@given(MASKS, st.integers(min_value=0, max_value=30))
def test_masks_grow_and_shrink_as_by_rank_filters(mask: Mask, reach: int) -> None:
    assert np.array_equal(grown(mask, reach), ndi.maximum_filter(mask, size=2 * reach + 1))
    assert np.array_equal(shrunk(mask, reach), ndi.minimum_filter(mask, size=2 * reach + 1))


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


@pytest.mark.parametrize(
    "shape", [(900, 1300), (1300, 900), (130, 1300), (1300, 130), (641, 640), (641, 130), (64, 700)]
)
@pytest.mark.parametrize("side", [640, 333])
def test_photos_are_reduced_to_the_bytes_that_pillow_gives(shape: tuple[int, int], side: int) -> None:
    rgb = np.random.default_rng(side).integers(0, 256, (*shape, 3), dtype=np.uint8)
    small = reduced(rgb, side)
    assert max(small.shape) == side
    whole = Image.fromarray(rgb).resize(small.shape[1::-1], Image.Resampling.BOX)
    assert np.array_equal(small, np.asarray(whole))
