"""Places there and back, and the frames of what is straightened."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.adjust.any import degrees, geometries
from whitecove.core.adjust.geometry import around, shown_size, straightening, to_shown, to_source, within
from whitecove.core.adjust.values import Geometry
from whitecove.core.model import Box

sides = st.integers(1, 4000)


@given(geometries, sides, sides, st.floats(-100, 5000), st.floats(-100, 5000))
def test_every_place_comes_back(geometry: Geometry, width: int, height: int, x: float, y: float) -> None:
    there = to_shown((width, height), geometry)(x, y)
    assert to_source((width, height), geometry)(*there) == pytest.approx((x, y), abs=1e-6)


@pytest.mark.parametrize(
    ("geometry", "corner"),
    [
        (Geometry(), (0, 0)),
        (Geometry(turn=90), (200, 0)),
        (Geometry(turn=180), (300, 200)),
        (Geometry(turn=270), (0, 300)),
        (Geometry(flip=True), (300, 0)),
        (Geometry(turn=90, flip=True), (0, 0)),
    ],
)
def test_the_upper_left_corner_goes_where_a_person_expects_it(geometry: Geometry, corner: tuple[float, float]) -> None:
    assert to_shown((300, 200), geometry)(0, 0) == corner


def test_straightening_turns_clockwise_about_the_middle() -> None:
    way = to_shown((300, 200), Geometry(straighten=10))
    assert way(150, 100) == pytest.approx((150, 100))
    x, y = way(300, 100)
    assert (x < 300, y > 100) == (True, True)


@given(geometries, sides, sides)
def test_the_same_place_at_half_the_size(geometry: Geometry, width: int, height: int) -> None:
    x, y = to_shown((2 * width, 2 * height), geometry)(width / 3, height / 5)
    assert to_shown((width, height), geometry)(width / 6, height / 10) == pytest.approx((x / 2, y / 2), abs=1e-6)


@given(sides, sides, degrees)
def test_the_frame_around_holds_every_corner_and_no_more(width: int, height: int, angle: float) -> None:
    box = around((width, height), angle)
    corners = np.array([straightening((width, height), angle)(x, y) for x in (0, width) for y in (0, height)])
    low, high = corners.min(axis=0), corners.max(axis=0)
    assert (np.abs(np.array(box[:2]) - low) <= 1).all()
    assert (np.abs(np.array(box[2:]) - high) <= 1).all()


@given(st.integers(8, 4000), st.integers(8, 4000), degrees)
def test_the_frame_within_has_no_empty_corner(width: int, height: int, angle: float) -> None:
    box = within((width, height), angle)
    back = straightening((width, height), angle).back()
    if min(box.width, box.height) > 1:
        for x in (box.left, box.right):
            for y in (box.top, box.bottom):
                left, top = back(x, y)
                assert -1e-3 <= left <= width + 1e-3
                assert -1e-3 <= top <= height + 1e-3


def test_nothing_is_cropped_where_nothing_is_straightened() -> None:
    assert within((300, 200), 0) == around((300, 200), 0) == Box(0, 0, 300, 200)
    assert shown_size((300, 200), Geometry(turn=270)) == (200, 300)


def test_a_frame_within_is_as_large_as_it_can_be() -> None:
    box = within((3000, 2000), 2)
    assert box.width * box.height > 0.88 * 3000 * 2000
    thin = within((4000, 200), 15)
    assert 300 < thin.width < 450
