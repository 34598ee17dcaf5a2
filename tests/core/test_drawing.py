"""A cutout drawn strip by strip, and only where something shows, is the one drawn at once."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.pictures import box_matte, disc_matte, noise
from whitecove.core.arrays import STRIP
from whitecove.core.drawing import TRACE_LEVEL, draw, reduced_box, resized, windows
from whitecove.core.levels import highest, lowest
from whitecove.core.model import U8, Box, Placement

Window: TypeAlias = tuple[float, float, float, float]


def whole_resized(levels: U8, size: tuple[int, int], across: Window, down: Window) -> U8:
    """First narrower, then lower: Pillow by itself chooses what comes first, and rounds to levels between."""
    narrow = Image.fromarray(levels).resize((size[0], levels.shape[0]), Image.Resampling.LANCZOS, box=across)
    return np.asarray(narrow.resize(size, Image.Resampling.LANCZOS, box=down))


def drawn_at_once(rgb: U8, matte: U8, placement: Placement) -> tuple[U8, U8]:
    """The same by the book: all of the photo over white, then resampled whole."""
    alpha = matte[..., None] / 255
    flat = np.rint(rgb * alpha + 255 * (1 - alpha)).astype(np.uint8)
    columns, rows = windows(matte.shape, placement)
    size = (columns.last - columns.first, rows.last - rows.first)
    across = (columns.low, 0, columns.high, matte.shape[0])
    down = (0, rows.low, size[0], rows.high)
    colours, soft = (whole_resized(each, size, across, down) for each in (flat, matte))
    page = np.full((*placement.canvas[::-1], 3), 255, np.uint8)
    shown = np.zeros(placement.canvas[::-1], np.uint8)
    where = (slice(rows.first, rows.last), slice(columns.first, columns.last))
    page[where] = np.where((soft > TRACE_LEVEL)[..., None], colours, 255)
    shown[where] = np.where(soft > TRACE_LEVEL, soft, 0)
    return page, shown


@given(
    seed=st.integers(0, 2**32 - 1),
    size=st.tuples(st.integers(20, 90), st.one_of(st.integers(20, 90), st.integers(STRIP, 2 * STRIP + 9))),
    corner=st.tuples(st.floats(0, 0.7), st.floats(0, 0.7)),
    scale=st.floats(0.15, 3),
)
@settings(max_examples=120, deadline=None)
def test_any_cutout_is_drawn_as_if_at_once(
    seed: int, size: tuple[int, int], corner: tuple[float, float], scale: float
) -> None:
    chance = np.random.default_rng(seed)
    rgb = chance.integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)
    matte = np.zeros(rgb.shape[:2], np.uint8)
    box = Box(int(corner[0] * size[0]), int(corner[1] * size[1]), size[0] - 2, size[1] - 3)
    matte[box.top : box.bottom, box.left : box.right] = chance.choice([0, 7, 128, 255], (box.height, box.width))
    matte[box.top, box.left] = 255
    placed = Box(5, 9, 5 + max(1, round(box.width * scale)), 9 + max(1, round(box.height * scale)))
    placement = Placement(source_box=box, placed_box=placed, canvas=(placed.right + 7, placed.bottom + 3))
    made, shown = draw(rgb, matte, placement)
    whole, alpha = drawn_at_once(rgb, matte, placement)
    # Where the window starts is a number of 24 bits to Pillow: a level may fall to the other side of a half, and so
    # may what is taken for a trace.
    clear = np.abs(alpha.astype(int) - shown) <= 1
    assert np.count_nonzero(~clear) <= 0.002 * clear.size + 1
    assert int(np.abs(made.astype(int) - whole)[clear].max()) <= 1
    assert (made[shown == 0] == 255).all()


def test_only_what_shows_is_drawn() -> None:
    rgb, matte = noise(300, 200), box_matte(300, 200, (140, 90, 160, 110))
    placement = Placement(source_box=Box(140, 90, 160, 110), placed_box=Box(50, 50, 90, 90), canvas=(140, 140))
    made, shown = draw(rgb, matte, placement)
    assert (made[:40] == 255).all()
    assert (shown[:, 100:] == 0).all()
    assert (shown[53:87, 53:87] > 230).all()


def test_an_empty_matte_leaves_the_page_white() -> None:
    placement = Placement(source_box=Box(0, 0, 20, 20), placed_box=Box(0, 0, 10, 10), canvas=(10, 10))
    made, shown = draw(noise(20, 20), np.zeros((20, 20), np.uint8), placement)
    assert (made == 255).all()
    assert not shown.any()


@pytest.mark.parametrize("size", [(50, 40), (300, 2 * STRIP + 31), (91, 400)])
def test_a_scene_is_resized_as_if_at_once(size: tuple[int, int]) -> None:
    rgb = noise(200, STRIP + 77)
    whole = whole_resized(rgb, size, (0, 0, 200, rgb.shape[0]), (0, 0, size[0], rgb.shape[0]))
    assert np.array_equal(resized(rgb, size), whole)


@given(
    box=st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(90, 240), st.integers(90, 320)),
    side=st.integers(16, 60),
)
@settings(max_examples=60, deadline=None)
def test_a_reduced_box_displaces_nothing(box: tuple[int, int, int, int], side: int) -> None:
    down, across = np.mgrid[0:320, 0:240]
    ramp = np.stack([across * 0.9, down * 0.7, 255 - down * 0.7], axis=2).astype(np.uint8)
    where = Box(*box)
    scale = side / max(where.width, where.height)
    size = (max(1, round(where.width * scale)), max(1, round(where.height * scale)))
    made = reduced_box(ramp, where, size).astype(float)
    x = where.left + (np.arange(size[0]) + 0.5) * where.width / size[0] - 0.5
    y = where.top + (np.arange(size[1]) + 0.5) * where.height / size[1] - 0.5
    inner = (slice(2, -2), slice(2, -2))  # half a pixel of the smallest picture would be 2.5 levels or more
    assert np.abs(made[..., 0] - x[None] * 0.9)[inner].max(initial=0) <= 2.5
    assert np.abs(made[..., 1] - y[:, None] * 0.7)[inner].max(initial=0) <= 2.5


def test_a_reduced_matte_is_whole_only_where_all_of_it_is() -> None:
    matte = disc_matte(400, 400, (200, 200), 150)
    small = reduced_box(matte, Box(0, 0, 400, 400), (50, 50))
    assert small.shape == (50, 50)
    assert small[25, 25] == 255
    assert small[0, 0] == 0


def test_lowest_and_highest_levels() -> None:
    rgb = noise(31, 17)
    assert np.array_equal(lowest(rgb), rgb.min(axis=2))
    assert np.array_equal(highest(rgb), rgb.max(axis=2))
