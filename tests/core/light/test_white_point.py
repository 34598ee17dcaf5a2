"""The white point: a known tint is found and taken away, and nothing else is done."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.engines.scenes import BLUE, GREY, NEAR_WHITE, disc, patchwork, photo, sweep
from tests.pictures import noise, picture
from whitecove.core.light.curves import Gains
from whitecove.core.light.white_point import Light, Seen, balanced, seen, settle
from whitecove.core.model import U8

YELLOW = (232, 214, 181)
BLACK = (30, 30, 32)


def look(colour: tuple[int, int, int], product: tuple[int, int, int] = BLACK, seed: int = 0) -> U8:
    return photo(disc(100), product, sweep(colour=colour, falloff=0.05), seed)[::2, ::2]


def settled(*colours: tuple[int, int, int]) -> Light:
    return settle([seen(look(colour, seed=k)) for k, colour in enumerate(colours)])


def test_a_yellow_backdrop_becomes_neutral_and_bright() -> None:
    gains = settled(YELLOW, YELLOW, YELLOW).gains
    assert gains is not None
    patch = np.full((4, 4, 3), np.array(YELLOW) * 0.97, np.uint8)
    made = balanced(picture(patch), gains).rgb[0, 0].astype(int)
    assert np.ptp(made) <= 4
    assert made.min() > 225


def test_grey_things_in_that_light_become_grey() -> None:
    gains = settled(YELLOW).gains
    assert gains is not None
    signal = np.array(YELLOW) / 255
    light = np.where(signal <= 0.04045, signal / 12.92, ((signal + 0.055) / 1.055) ** 2.4) * 0.2
    grey = np.rint(255 * (1.055 * light ** (1 / 2.4) - 0.055)).astype(np.uint8)
    made = balanced(picture(np.broadcast_to(grey, (2, 2, 3)).copy()), gains).rgb[0, 0].astype(int)
    assert np.ptp(made) <= 3


def test_a_neutral_backdrop_is_only_made_brighter() -> None:
    gains = settled((200, 200, 200)).gains
    assert gains is not None
    assert max(gains) - min(gains) <= 0.02
    assert min(gains) > 1.2


def test_bright_products_limit_how_bright_all_gets() -> None:
    dark, bright = (settle([seen(look((190, 190, 190), product))]).gains for product in (BLACK, (244, 244, 244)))
    assert dark is not None
    assert bright is not None
    assert max(bright) < max(dark)
    made = balanced(picture(np.full((2, 2, 3), 244, np.uint8)), bright).rgb
    assert made.max() < 255


@pytest.mark.parametrize(
    ("light", "problem"),
    [
        (settled((205, 120, 60)), "light.never_white"),
        (settled((60, 60, 60)), "light.never_white"),
        (settled(YELLOW, BLUE, GREY, (150, 190, 150)), "light.differs"),
        (settle([None, None, None, seen(look(YELLOW))]), "light.no_backdrop"),
        (settle([]), "light.no_backdrop"),
    ],
    ids=["orange", "dark", "four backdrops", "one of four", "none"],
)
def test_what_was_never_one_white_backdrop_changes_nothing(light: Light, problem: str) -> None:
    assert light.gains is None
    assert light.problem == problem


def test_a_busy_scene_shows_no_backdrop() -> None:
    assert seen(patchwork()[::2, ::2]) is None
    assert seen(noise(8, 8)) is None


def test_the_order_of_the_photos_does_not_matter() -> None:
    looks = [seen(look(colour, seed=k)) for k, colour in enumerate([YELLOW, (230, 213, 183), (226, 208, 176)])]
    assert len({settle(some) for some in permutations(looks)}) == 1


def test_one_odd_photo_does_not_move_the_others() -> None:
    usual = settled(*[YELLOW] * 5).gains
    assert usual is not None
    assert settled(*[YELLOW] * 5, BLUE).gains == pytest.approx(usual, abs=0.02)


GAINS = st.floats(0.5, 2.5)


@given(GAINS)
def test_curves_rise_and_only_white_is_white(gain: float) -> None:
    ramp = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    made = balanced(picture(ramp), (gain, gain, gain)).rgb[0, :, 0].astype(int)
    assert (np.diff(made) >= 0).all()
    assert made[0] == 0
    assert made[255] == 255
    assert made[254] < 255


def test_a_gain_of_one_is_no_change() -> None:
    rgb = noise(20, 20)
    assert (balanced(picture(rgb), (1.0, 1.0, 1.0)).rgb == rgb).all()


def test_the_picture_knows_how_it_was_shot() -> None:
    gains: Gains = (1.05, 1.0, 1.3)
    before = picture(noise(20, 20))
    after = balanced(before, gains)
    assert after.as_shot is before.rgb
    assert before.as_shot is before.rgb
    assert "blue × 1.30" in after.changes[0]


@pytest.mark.parametrize(
    ("colour", "off", "cast"),
    [
        (YELLOW, True, "yellowish"),
        ((205, 220, 240), True, "bluish"),
        ((170, 170, 170), True, "grey"),
        (NEAR_WHITE, False, "grey"),
        ((200, 120, 60), False, "yellowish"),
    ],
)
def test_what_looks_like_white_that_came_out_wrong_is_asked_about(
    colour: tuple[int, int, int], off: bool, cast: str
) -> None:
    light = settled(colour)
    assert light.is_off is off
    if off:
        assert light.cast == cast


def test_photos_on_exact_white_need_no_gains() -> None:
    white = np.full((100, 100, 3), 255, np.uint8)
    white[30:70, 30:70] = 60
    assert seen(white) == Seen(backdrop=(255, 255, 255), brightest=(0, 0, 0))
    assert settle([seen(white)]).gains == (1.0, 1.0, 1.0)
