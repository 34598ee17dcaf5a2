"""Parts that hardly differ from the backdrop: told with their place, and not taken for shadow, grain or fall-off."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pictures import box_matte, noise
from whitecove.core.lost_parts import sign_of
from whitecove.core.miniature import miniature
from whitecove.core.model import F32, U8, Box

WIDTH, HEIGHT = 320, 240
# The product, of which the engine found the upper part only.
PRODUCT, FOUND, SOLE = (100, 60, 220, 180), (100, 60, 220, 150), Box(100, 150, 220, 180)
SWEEP = (205.0, 204.0, 200.0)


def sweep(colour: tuple[float, float, float] = SWEEP, *, grain: float = 1.5) -> F32:
    """A backdrop that is darker below, with grain."""
    rows = np.linspace(1, 0.85, HEIGHT, dtype=np.float32)[:, None, None]
    speckle = np.random.default_rng(3).normal(0, grain, (HEIGHT, WIDTH, 3))
    return np.asarray(rows * np.array(colour, np.float32) + speckle, np.float32)


def photo(backdrop: F32, *, sole: tuple[float, float, float] = (0, 0, 0)) -> U8:
    """A blue product before a backdrop, its lower part by ``sole`` levels unlike it."""
    rgb = backdrop.copy()
    left, top, right, bottom = FOUND
    rgb[top:bottom, left:right] = (40, 70, 160)
    rgb[SOLE.top : SOLE.bottom, SOLE.left : SOLE.right] += np.array(sole, np.float32)
    return np.asarray(np.clip(np.rint(rgb), 0, 255), np.uint8)


def strength(rgb: U8, box: tuple[int, int, int, int] = FOUND) -> float:
    return sign_of(rgb, box_matte(WIDTH, HEIGHT, box)).strength


@pytest.mark.parametrize("sole", [(7, 7, 7), (5, 0, -5), (-7, -7, -7)], ids=["brighter", "tinted", "darker"])
def test_a_part_that_hardly_differs_is_told_with_its_place(sole: tuple[float, float, float]) -> None:
    found = sign_of(photo(sweep(), sole=sole), box_matte(WIDTH, HEIGHT, FOUND))
    assert found.strength > 0.9
    assert found.where is not None
    assert abs(np.subtract(found.where, SOLE)).max() <= 6


def test_nothing_is_lost_before_a_plain_sweep() -> None:
    assert strength(photo(sweep())) == 0


def test_nothing_is_lost_of_a_product_that_was_found() -> None:
    assert strength(photo(sweep(), sole=(7, 7, 7)), PRODUCT) == 0


@pytest.mark.parametrize("colour", [SWEEP, (90.0, 140.0, 190.0)], ids=["grey", "blue"])
def test_a_soft_shadow_is_no_lost_part(colour: tuple[float, float, float]) -> None:
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    shade = 1 - 0.4 * np.exp(-(((x - 160) / 60.0) ** 2) - ((y - 160) / 18.0) ** 2)
    assert strength(photo(np.asarray(sweep(colour) * shade[..., None], np.float32))) == 0


def test_a_soft_glow_is_no_lost_part() -> None:
    """Light that the product throws on its backdrop fades away."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    glow = np.exp(-(((x - 160) / 55.0) ** 2) - ((y - 158) / 22.0) ** 2)
    lit = sweep() + glow[..., None] * np.array((4, 12, 4), np.float32)
    assert strength(photo(np.asarray(lit, np.float32))) == 0


def test_what_is_lost_in_heavy_grain_is_not_told() -> None:
    assert strength(photo(sweep(grain=12), sole=(2, 2, 2))) < 0.2


def test_what_stands_elsewhere_is_not_lost() -> None:
    rgb = photo(sweep())
    rgb[20:40, 10:60] += 12
    assert strength(rgb) == 0


def test_the_more_is_lost_the_more_it_is_doubted() -> None:
    matte = box_matte(WIDTH, HEIGHT, FOUND)
    shares = []
    for height in (4, 6, 9, 14):
        rgb = photo(sweep())
        rgb[150 : 150 + height, 100:140] += 9
        shares.append(sign_of(rgb, matte).strength)
    assert shares == sorted(shares)
    assert shares[0] < shares[-1]


def test_places_are_those_of_the_photo_at_its_size() -> None:
    large = np.repeat(np.repeat(photo(sweep(), sole=(7, 7, 7)), 4, axis=0), 4, axis=1)
    matte = np.repeat(np.repeat(box_matte(WIDTH, HEIGHT, FOUND), 4, axis=0), 4, axis=1)
    found = sign_of(large, matte)
    assert found.where is not None
    assert abs(np.subtract(found.where, np.multiply(SOLE, 4))).max() <= 24
    assert sign_of(large, matte, miniature(large, matte)) == found


def test_nothing_and_everything_say_nothing() -> None:
    rgb = photo(sweep())
    for level in (0, 255):
        assert sign_of(rgb, np.full((HEIGHT, WIDTH), level, np.uint8)).strength == 0


def test_a_product_that_leaves_no_backdrop_says_nothing() -> None:
    assert strength(photo(sweep()), (2, 2, WIDTH - 2, HEIGHT - 2)) == 0


@settings(max_examples=40, deadline=None)
@given(width=st.integers(1, 60), height=st.integers(1, 60), seed=st.integers(0, 9))
def test_any_matte_of_any_photo_is_judged(width: int, height: int, seed: int) -> None:
    found = sign_of(noise(width, height, seed=seed + 10), noise(width, height, seed=seed)[..., 0])
    assert 0 <= found.strength <= 1
    assert found.where is None or (0 <= found.where.left < found.where.right <= width)
    assert found.where is None or (0 <= found.where.top < found.where.bottom <= height)
