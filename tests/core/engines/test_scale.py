"""Photos made smaller, planes made larger."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from whitecove.core.engines.scale import part_of, parts_of, plane_of, reduced


@pytest.mark.parametrize(
    "shape", [(900, 1300), (1300, 900), (130, 1300), (1300, 130), (700, 640), (700, 130), (64, 700), (2000, 3)]
)
@pytest.mark.parametrize("side", [640, 333, 7])
def test_photos_are_reduced_as_by_pillow(shape: tuple[int, int], side: int) -> None:
    """Pillow rounds twice, too, but in the other order: that is one level at most. (Where a row lies in
    the middle between two, Pillow gives it to both or to none.)"""
    rgb = np.random.default_rng(side).integers(0, 256, (*shape, 3), dtype=np.uint8)
    small = reduced(rgb, side)
    assert max(small.shape) == side
    whole = np.asarray(Image.fromarray(rgb).resize(small.shape[1::-1], Image.Resampling.BOX))
    assert np.abs(small.astype(int) - whole).max() <= 1
    assert np.array_equal(reduced(rgb[..., 1], side), small[..., 1])


def test_white_stays_white_however_tall_the_photo() -> None:
    assert reduced(np.full((5000, 2, 3), 255, np.uint8), 10).min() == 255


def test_a_small_photo_is_itself() -> None:
    rgb = np.zeros((30, 40, 3), np.uint8)
    assert reduced(rgb, 40) is rgb


@given(st.integers(1, 12), st.integers(1, 12), st.floats(1, 9), st.floats(1, 9), st.data())
def test_parts_are_enlarged_as_by_pillow(h: int, w: int, down: float, across: float, data: st.DataObject) -> None:
    shape = (round(h * down), round(w * across))
    top, left = data.draw(st.integers(0, shape[0] - 1)), data.draw(st.integers(0, shape[1] - 1))
    part = (top, left, data.draw(st.integers(top + 1, shape[0])), data.draw(st.integers(left + 1, shape[1])))
    planes = np.random.default_rng(0).normal(0, 100, (2, h, w)).astype(np.float32)
    found = parts_of(planes, shape, part)
    for plane, ours in zip(planes, found, strict=True):
        assert np.allclose(ours, part_of(plane_of(plane), shape, part), atol=1e-2)
