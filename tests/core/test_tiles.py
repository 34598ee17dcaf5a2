"""The tiles of a large photo in which there is something to compute."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whitecove.core import edges
from whitecove.core.edges import MARGIN, tiles
from whitecove.core.model import Mask


def scattered(height: int, width: int, seed: int) -> Mask:
    """A few pixels."""
    return np.random.default_rng(seed).random((height, width)) < 0.01


@given(st.integers(1, 60), st.integers(1, 60), st.floats(1, 12), st.integers(0, 9))
def test_hold_all_that_is_set_and_nothing_twice(height: int, width: int, scale: float, seed: int) -> None:
    where = scattered(height, width, seed)
    shape = (round(height * scale), round(width * scale))
    covered = np.zeros(shape, int)
    for tile in tiles(shape, where):
        top, left, bottom, right = tile.inner
        covered[top:bottom, left:right] += 1
        assert (top % 2, left % 2) == (0, 0)
        assert tile.outer == (
            max(0, top - MARGIN), max(0, left - MARGIN), min(shape[0], bottom + MARGIN), min(shape[1], right + MARGIN),
        )  # fmt: skip
    assert covered.max(initial=0) <= 1
    rows, columns = (
        ((np.arange(full) + 0.5) * few / full).astype(int) for full, few in zip(shape, where.shape, strict=True)
    )
    assert covered[where[rows][:, columns]].all()


def test_a_tile_is_no_larger_than_what_is_in_it() -> None:
    where = np.zeros((1000, 1000), bool)
    where[300:310, 500] = True
    assert [tile.inner for tile in tiles(where.shape, where)] == [(300, 500, 310, 501)]


@pytest.mark.parametrize("size", [64, 160, 4000])
def test_the_matte_does_not_depend_on_the_tiles(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    y, x = np.mgrid[:300, :400]
    inside = np.hypot(y - 150, x - 200) < 90
    rgb = np.where(inside[..., None], (60, 80, 120), (230, 228, 225)).astype(np.uint8)
    coarse = inside[::4, ::4].astype(np.float32)
    made = []
    for side in (size, edges.TILE):
        monkeypatch.setattr(edges, "TILE", side)
        made.append(edges.refine(rgb, coarse, np.ascontiguousarray(rgb[::4, ::4]), reach=2, caution=2.0).astype(int))
    assert np.abs(made[0] - made[1]).max() <= 3
    assert np.array_equal(made[0] > 127, inside)
