"""Whether the colours in and around a cutout can be told apart: lost parts, backdrop left, and where."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pictures import box_matte, noise
from whitecove.core.colour_signs import signs_of
from whitecove.core.model import U8, Box, Sign

WIDTH, HEIGHT = 320, 240
PRODUCT = (100, 60, 200, 180)


def photo(*boxes: tuple[int, int, int, int]) -> U8:
    """Red boxes before grey."""
    rgb = np.full((HEIGHT, WIDTH, 3), 180, np.uint8)
    for left, top, right, bottom in boxes:
        rgb[top:bottom, left:right] = (170, 30, 40)
    return rgb


def signs(rgb: U8, box: tuple[int, int, int, int]) -> dict[str, Sign]:
    return {sign.name: sign for sign in signs_of(rgb, box_matte(rgb.shape[1], rgb.shape[0], box))}


def test_product_unlike_its_backdrop_shows_no_sign() -> None:
    assert [sign.strength for sign in signs_of(photo(PRODUCT), box_matte(WIDTH, HEIGHT, PRODUCT))] == [0, 0]


def test_lost_part_is_told_with_its_place() -> None:
    found = signs(photo(PRODUCT), (100, 60, 180, 180))
    assert found["beside"].strength > 0.3
    assert found["within"].strength == 0
    where = found["beside"].where
    assert where is not None
    assert abs(np.subtract(where, Box(180, 60, 200, 180))).max() <= 2


def test_backdrop_left_is_told_with_its_place() -> None:
    found = signs(photo(PRODUCT), (100, 60, 225, 180))
    assert found["within"].strength > 0.5
    assert found["beside"].strength == 0
    where = found["within"].where
    assert where is not None
    assert abs(np.subtract(where, Box(200, 60, 225, 180))).max() <= 2


def test_the_more_is_lost_the_more_it_is_doubted() -> None:
    strengths = [signs(photo(PRODUCT), (100, 60, right, 180))["beside"].strength for right in (195, 190, 185, 180)]
    assert strengths == sorted(strengths)
    assert strengths[0] < strengths[-1]


def test_places_are_those_of_the_photo_at_its_size() -> None:
    large = np.repeat(np.repeat(photo(PRODUCT), 4, axis=0), 4, axis=1)
    where = signs(large, (400, 240, 720, 720))["beside"].where
    assert where is not None
    assert abs(np.subtract(where, Box(720, 240, 800, 720))).max() <= 8


def test_nothing_and_everything_say_nothing() -> None:
    rgb = photo(PRODUCT)
    assert signs_of(rgb, np.zeros((HEIGHT, WIDTH), np.uint8)) == ()
    assert signs_of(rgb, np.full((HEIGHT, WIDTH), 255, np.uint8)) == ()


@settings(max_examples=40, deadline=None)
@given(width=st.integers(1, 60), height=st.integers(1, 60), seed=st.integers(0, 9))
def test_any_matte_of_any_photo_is_judged(width: int, height: int, seed: int) -> None:
    matte = noise(width, height, seed=seed)[..., 0]
    for sign in signs_of(noise(width, height, seed=seed + 10), matte):
        assert 0 <= sign.strength <= 1
        assert sign.where is None or (0 <= sign.where.left < sign.where.right <= width)
        assert sign.where is None or (0 <= sign.where.top < sign.where.bottom <= height)
