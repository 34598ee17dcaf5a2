"""What the shape of a matte says: each sign, where it points, and that it points into the photo."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pictures import box_matte, disc_matte
from whitecove.core.model import U8, Box, Sign
from whitecove.core.shape import signs_of

WIDTH, HEIGHT = 400, 300


def signs(matte: U8) -> dict[str, Sign]:
    found = signs_of(matte)
    assert len({sign.name for sign in found}) == len(found)
    return {sign.name: sign for sign in found}


def boxed(*boxes: tuple[int, int, int, int], width: int = WIDTH, height: int = HEIGHT) -> U8:
    matte = np.zeros((height, width), np.uint8)
    for box in boxes:
        matte = np.maximum(matte, box_matte(width, height, box))
    return matte


def test_ordinary_product_shows_no_sign() -> None:
    assert [sign.name for sign in signs_of(disc_matte(WIDTH, HEIGHT, (200, 150), 90)) if sign.strength] == []


def test_empty_matte_has_no_shape() -> None:
    assert signs_of(np.zeros((HEIGHT, WIDTH), np.uint8)) == ()


def test_tiny_is_told_with_its_place() -> None:
    tiny = signs(boxed((100, 50, 110, 60)))["tiny"]
    assert tiny.strength == 1
    assert tiny.where == Box(100, 50, 110, 60)
    half = signs(boxed((100, 50, 125, 75)))["tiny"]
    assert 0.4 < half.strength < 0.6
    assert signs(boxed((100, 50, 140, 90)))["tiny"].strength == 0


def test_everything_grows_with_the_share_of_the_photo() -> None:
    strengths = [signs(boxed((0, 0, WIDTH, bottom)))["everything"].strength for bottom in (200, 240, 270, 300)]
    assert strengths == sorted(strengths)
    assert strengths[0] == 0
    assert strengths[1] == pytest.approx(0.4)
    assert strengths[-1] == 1


def test_pieces_point_at_the_second_largest() -> None:
    sign = signs(boxed((50, 50, 150, 250), (200, 60, 280, 140), (300, 200, 320, 220), (350, 20, 360, 30)))["pieces"]
    assert sign.strength > 0.4
    assert sign.where == Box(200, 60, 280, 140)


def test_small_second_piece_is_hardly_a_sign() -> None:
    assert signs(boxed((50, 50, 250, 250), (300, 100, 330, 150)))["pieces"].strength == 0


@pytest.mark.parametrize(
    ("box", "where"),
    [
        ((60, 0, 340, 200), Box(60, 0, 340, 15)),
        ((60, 100, 340, 300), Box(60, 285, 340, 300)),
        ((0, 40, 200, 290), Box(0, 40, 15, 290)),
        ((200, 40, 400, 290), Box(385, 40, 400, 290)),
    ],
)
def test_frame_is_told_with_the_side_that_is_touched(box: tuple[int, int, int, int], where: Box) -> None:
    sign = signs(boxed(box))["frame"]
    assert sign.strength > 0.4
    assert sign.where == where


def test_frame_points_at_the_side_that_is_touched_most() -> None:
    sign = signs(boxed((0, 100, 300, 300)))["frame"]
    assert sign.where == Box(0, 285, 300, 300)


def test_product_that_stands_free_does_not_lie_along_the_frame() -> None:
    sign = signs(boxed((1, 1, 399, 299)))["frame"]
    assert sign.strength == 0
    assert sign.where is None


def test_soft_mattes_are_told_and_soft_edges_are_not() -> None:
    disc = disc_matte(WIDTH, HEIGHT, (200, 150), 90)
    assert signs(disc)["soft"].strength == 0
    veil = np.full((HEIGHT, WIDTH), 140, np.uint8)
    assert signs(veil)["soft"].strength == 1
    half = np.maximum(disc, boxed((0, 0, WIDTH, 10)) // 2)
    assert 0 < signs(half)["soft"].strength < 1


def test_photos_size_does_not_matter() -> None:
    small = boxed((50, 50, 150, 250), (200, 60, 280, 140), (330, 250, 400, 300))
    large = np.kron(small, np.ones((6, 6), np.uint8))
    for ours, theirs in zip(signs_of(small), signs_of(large), strict=True):
        assert ours.name == theirs.name
        assert ours.strength == pytest.approx(theirs.strength, abs=0.05)
        if ours.where and ours.name != "frame":
            assert theirs.where == pytest.approx([6 * value for value in ours.where], abs=6)


sizes = st.one_of(st.integers(1, 60), st.integers(600, 1300))
shares = st.tuples(*[st.floats(0, 1)] * 4, st.sampled_from([90, 128, 255]))


@settings(max_examples=60)
@given(width=sizes, height=sizes, parts=st.lists(shares, min_size=1, max_size=4))
def test_signs_are_shares_and_their_boxes_lie_in_the_photo(
    width: int, height: int, parts: list[tuple[float, float, float, float, int]]
) -> None:
    matte = np.zeros((height, width), np.uint8)
    for left, top, right, bottom, level in parts:
        x, y = sorted((left, right)), sorted((top, bottom))
        part = slice(int(y[0] * height), int(y[1] * height) + 1), slice(int(x[0] * width), int(x[1] * width) + 1)
        matte[part] = level
    for sign in signs_of(matte):
        assert 0 <= sign.strength <= 1
        assert sign.reason.endswith(".")
        if sign.where:
            assert 0 <= sign.where.left < sign.where.right <= width, sign
            assert 0 <= sign.where.top < sign.where.bottom <= height, sign


@pytest.mark.parametrize("shape", [(5, 6400), (6400, 5), (1, 2000), (333, 1000), (1001, 334)])
def test_boxes_of_narrow_photos_lie_in_them(shape: tuple[int, int]) -> None:
    for sign in signs_of(np.full(shape, 255, np.uint8)):
        if sign.where:
            assert sign.where.right <= shape[1]
            assert sign.where.bottom <= shape[0]
