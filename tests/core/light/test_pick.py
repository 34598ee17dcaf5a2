"""A place that a person says is white or grey."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from tests.pictures import picture
from whitecove.core import colour
from whitecove.core.adjust.values import LEAST_GAIN, MOST_GAIN, Adjust
from whitecove.core.errors import PrepareError
from whitecove.core.light.asked import as_asked
from whitecove.core.light.pick import WHITE, gains_of
from whitecove.core.model import U8

levels = st.integers(60, 249)


def patch(*rgb: int) -> U8:
    return np.broadcast_to(np.array(rgb, np.uint8), (5, 5, 3)).copy()


@given(st.tuples(levels, levels, levels), st.booleans())
def test_what_was_picked_becomes_neutral(rgb: tuple[int, int, int], white: bool) -> None:
    try:
        gains = gains_of(patch(*rgb), white=white)
    except PrepareError:
        event("too coloured")
        return
    assert all(LEAST_GAIN <= gain <= MOST_GAIN for gain in gains)
    made = as_asked(picture(patch(*rgb)), None, Adjust(white_point=gains)).rgb[0, 0].astype(int)
    assert np.ptp(made) <= 2
    if white:
        assert made.min() >= WHITE - 1
    else:
        before = colour.srgb_to_lab(patch(*rgb))[0, 0, 0]
        assert colour.srgb_to_lab(patch(*made))[0, 0, 0] == pytest.approx(before, abs=1.5)


def test_a_grey_place_keeps_its_lightness_and_a_white_one_gets_bright() -> None:
    assert gains_of(patch(140, 140, 140)) == (1.0, 1.0, 1.0)
    yellow = patch(232, 214, 181)
    assert gains_of(yellow)[2] > 1 > gains_of(yellow)[0]
    assert min(gains_of(patch(200, 200, 200), white=True)) > 1.4
    bright = patch(244, 244, 244)
    assert gains_of(bright, white=True) == pytest.approx((1, 1, 1), abs=0.01)


def test_a_speck_in_the_patch_does_not_count() -> None:
    spoilt = patch(180, 170, 160)
    spoilt[0, 0] = 0
    spoilt[1, 1] = 255
    assert gains_of(spoilt) == gains_of(patch(180, 170, 160))


@pytest.mark.parametrize(
    ("rgb", "code", "said"),
    [
        ((255, 255, 255), "light.pick_burnt", "too bright"),
        ((252, 230, 200), "light.pick_burnt", "too bright"),
        ((20, 22, 25), "light.pick_dark", "too dark"),
        ((230, 60, 40), "light.pick_coloured", "too coloured"),
    ],
)
def test_what_cannot_be_told_is_said(rgb: tuple[int, int, int], code: str, said: str) -> None:
    with pytest.raises(PrepareError, match=said) as error:
        gains_of(patch(*rgb))
    assert error.value.code == code


def test_a_patch_without_pixels_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="needs pixels"):
        gains_of(np.empty((0, 5, 3), np.uint8))
