"""How far apart the colours on two sides of an outline are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pictures import noise
from whitecove.core.model import U8, Mask
from whitecove.core.two_sides import distance

SIZE = 80


def halves(gap: int = 2) -> tuple[Mask, Mask, Mask]:
    """What lies left, what lies right, and the column between them."""
    x = np.broadcast_to(np.arange(SIZE), (SIZE, SIZE))
    return x < SIZE // 2 - gap, x > SIZE // 2 + gap, x == SIZE // 2


def painted(left: tuple[int, int, int], right: tuple[int, int, int], grain: float = 0.0) -> U8:
    x = np.broadcast_to(np.arange(SIZE), (SIZE, SIZE))
    look = np.where((x < SIZE // 2)[..., None], left, right).astype(np.float64)
    return np.clip(look + np.random.default_rng(0).normal(0, grain, look.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("level", [0, 128, 255])
def test_equal_colours_are_not_apart(level: int) -> None:
    apart = distance(painted((level,) * 3, (level,) * 3), *halves())
    assert apart.shape == (SIZE,)
    assert apart.max() < 1e-3


def test_grows_with_the_difference() -> None:
    means = [float(distance(painted((100, 100, 100), (k, 100, 100)), *halves()).mean()) for k in (102, 110, 130, 200)]
    assert means == sorted(means)
    assert means[0] < 1
    assert means[2] > 3


def test_shrinks_with_the_spread() -> None:
    even, grainy, coarse = (
        float(distance(painted((100, 100, 100), (120, 110, 100), grain), *halves()).mean()) for grain in (0, 8, 30)
    )
    assert even > 3 > grainy > coarse
    assert coarse < 1


def test_one_colour_plain_and_textured_are_apart() -> None:
    look = painted((128, 128, 128), (128, 128, 128))
    look[:, SIZE // 2 :] = noise(SIZE // 2, SIZE)
    assert distance(look, *halves()).min() > 1


def test_agrees_with_the_formula_for_two_even_colours() -> None:
    """With no spread but the noise of 3 levels: a difference of 12 in one channel is 12² / 9 / 8."""
    apart = distance(painted((100, 100, 100), (112, 100, 100)), *halves())
    assert apart == pytest.approx(np.full(SIZE, 2.0), abs=0.02)


def test_sides_may_be_exchanged() -> None:
    look = noise(SIZE, SIZE)
    left, right, between = halves()
    assert distance(look, left, right, between) == pytest.approx(distance(look, right, left, between), abs=1e-4)


@pytest.mark.parametrize("level", [0, 128, 255])
def test_side_of_which_nothing_is_known_is_not_told_apart(level: int) -> None:
    look = painted((level,) * 3, (255 - level,) * 3)
    left, right, between = halves()
    nothing = np.zeros_like(left)
    for sides in ((left, nothing), (nothing, right), (nothing, nothing)):
        assert not distance(look, *sides, between).any()


def test_side_that_lies_far_away_is_not_told_apart() -> None:
    corner = np.zeros((SIZE, SIZE), bool)
    corner[:3, :3] = True
    left, _, between = halves()
    apart = distance(painted((250, 250, 250), (250, 250, 250)), left, corner, between)
    assert not apart[40:].any()


def test_one_pixel_of_a_side_counts() -> None:
    left, _, between = halves()
    lone = np.zeros((SIZE, SIZE), bool)
    lone[40, 45] = True
    apart = distance(painted((250, 250, 250), (40, 40, 40)), left, lone, between)
    assert apart[40] > 3


def test_near_colours_outweigh_far_ones() -> None:
    """Backdrop that has the product's colour, but for a narrow strip along the outline; and the same strip alone."""
    look = painted((250, 250, 250), (250, 250, 250))
    look[:, SIZE // 2 + 2 : SIZE // 2 + 7] = 40
    look[:, SIZE // 2 + 12 :] = 40
    left, _, between = halves()
    x = np.broadcast_to(np.arange(SIZE), (SIZE, SIZE))
    strip, far = (x > 41) & (x < 47), (x > 54) & (x < 60)
    both = float(distance(look, left, strip | far, between).mean())
    assert both == pytest.approx(float(distance(look, left, strip, between).mean()), rel=0.2)
    look[:, SIZE // 2 + 12 :] = 250
    assert float(distance(look, left, strip | far, between).mean()) > 3


def test_side_a_little_away_counts_where_nothing_is_nearer() -> None:
    left, _, between = halves()
    x = np.broadcast_to(np.arange(SIZE), (SIZE, SIZE))
    look = painted((250, 250, 250), (40, 40, 40))
    assert distance(look, left, x == SIZE // 2 + 15, between).min() > 3
    assert not distance(look, left, x == SIZE // 2 + 25, between).any()


def test_no_place_asked_for() -> None:
    left, right, _ = halves()
    assert distance(noise(SIZE, SIZE), left, right, np.zeros((SIZE, SIZE), bool)).shape == (0,)


@settings(max_examples=30)
@given(width=st.integers(1, 50), height=st.integers(1, 50), seed=st.integers(0, 999))
def test_any_sides_give_a_distance(width: int, height: int, seed: int) -> None:
    sides = np.random.default_rng(seed).integers(0, 3, (height, width))
    apart = distance(noise(width, height, seed=seed), sides == 0, sides == 1, sides == 2)
    assert apart.shape == (np.count_nonzero(sides == 2),)
    assert np.isfinite(apart).all()
    assert (apart >= 0).all()
