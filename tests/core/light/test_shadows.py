"""Shadows kept and made: whatever they are, all beyond them is exact white, and the product is as it was."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.engines.scenes import BLUE, GREY, NEAR_WHITE, SIZE, disc, patchwork, photo, shadowed, sweep
from tests.pictures import box_matte, cutout, disc_matte, noise, picture
from whitecove.core.compose import Frame, compose_cutout, shaded
from whitecove.core.light.made_shadow import made_shadow
from whitecove.core.light.own_shadow import own_shadow
from whitecove.core.light.underlay import DARKEST, hanging_together, laid_under, landed
from whitecove.core.model import F32, U8, Composition

RED = (190, 40, 30)
FRAME = Frame(width=500, height=500)


def on_white(composition: Composition) -> None:
    """Fails unless all that is neither product nor shadow is exact white, and so is the canvas's rim."""
    assert composition.matte is not None
    assert composition.shadow is not None
    nothing = (composition.matte == 0) & (composition.shadow == 0)
    assert (composition.rgb[nothing] == 255).all()
    for rim in (composition.shadow[0], composition.shadow[-1], composition.shadow[:, 0], composition.shadow[:, -1]):
        assert not rim.any()


def cast(colour: tuple[int, int, int], depth: float = 0.3) -> tuple[U8, U8]:
    """A red disc that casts a shadow down on a sweep, and its matte."""
    matte = disc(110)
    return photo(matte, RED, shadowed(sweep(colour=colour, falloff=0.1), matte, depth=depth, offset=45)), matte


def kept(rgb: U8, matte: U8) -> Composition:
    made = replace(cutout(rgb, matte), shadow=own_shadow(rgb, matte))
    return compose_cutout(picture(rgb), made, FRAME)


@pytest.mark.parametrize("colour", [GREY, NEAR_WHITE, BLUE], ids=["grey", "near-white", "blue"])
def test_own_shadow_lies_under_the_product_in_neutral_grey_and_ends_on_white(colour: tuple[int, int, int]) -> None:
    composition = kept(*cast(colour))
    on_white(composition)
    assert composition.shadow is not None
    box = composition.placement.placed_box
    middle = (box.left + box.right) // 2
    below, above = composition.shadow[box.bottom + 6, middle], composition.shadow[box.top - 8, middle]
    assert below > 20
    assert above <= 3
    free = (composition.shadow > 0) & (composition.matte == 0)
    assert (np.ptp(composition.rgb[free], axis=1) == 0).all()


@pytest.mark.parametrize("depth", [0.15, 0.3])
def test_own_shadow_is_as_deep_as_it_was(depth: float) -> None:
    rgb, matte = cast(GREY, depth)
    shadow = own_shadow(rgb, matte)
    assert shadow is not None
    truth = 255 * (1 - shadowed(np.ones((SIZE, SIZE, 3), np.float32), matte, depth=depth, offset=45)[..., 0])
    y = SIZE // 2 + 125
    assert shadow[y, SIZE // 2] == pytest.approx(truth[y, SIZE // 2], abs=7)


def test_a_product_without_a_shadow_gets_none() -> None:
    matte = disc(110)
    composition = kept(photo(matte, RED, sweep(colour=GREY)), matte)
    assert composition.shadow is not None
    assert np.count_nonzero(composition.shadow > 4) < 0.002 * composition.shadow.size


def test_a_busy_scene_has_no_shadow_to_keep() -> None:
    rgb = patchwork()
    assert own_shadow(rgb, disc()) is None


def test_a_tinted_reflection_is_no_shadow() -> None:
    matte = disc(110)
    backdrop = sweep(colour=GREY, falloff=0.1)
    backdrop[430:520, 200:400] *= np.array([1.0, 0.6, 0.6], np.float32)
    shadow = own_shadow(photo(matte, RED, backdrop), matte)
    assert shadow is not None
    assert shadow[470, 300] < 3


def test_a_shadow_is_measured_by_its_product_alone() -> None:
    rgb, matte = cast(GREY)
    without = compose_cutout(picture(rgb), cutout(rgb, matte), FRAME)
    assert kept(rgb, matte).placement == without.placement


@st.composite
def products(draw: st.DrawFn) -> U8:
    """The matte of a box or disc on a canvas of 300."""
    width, height = draw(st.integers(20, 250)), draw(st.integers(20, 250))
    left, top = draw(st.integers(0, 300 - width)), draw(st.integers(0, 300 - height))
    if draw(st.booleans()):
        return box_matte(300, 300, (left, top, left + width, top + height))
    return disc_matte(300, 300, (150, 150), min(width, height) / 2)


@settings(max_examples=40)
@given(products())
def test_made_shadow_ends_on_white_and_leaves_the_product(matte: U8) -> None:
    rgb = noise(300, 300, high=200)
    flat = np.where(matte[..., None] > 0, rgb, 255).astype(np.uint8)
    plain = compose_cutout(picture(flat), cutout(flat, matte), FRAME)
    assert plain.matte is not None
    made = made_shadow(plain.matte, plain.placement.flush)
    if made.darkness is None:
        assert made.reason
        return
    composition = shaded(plain, made.darkness)
    on_white(composition)
    solid = plain.matte == 255
    assert (composition.rgb[solid] == plain.rgb[solid]).all()
    assert (composition.rgb <= plain.rgb).all()


def standing() -> U8:
    return box_matte(400, 400, (120, 80, 280, 330))


def test_made_shadow_is_dark_below_a_standing_product_and_nowhere_else() -> None:
    made = made_shadow(standing(), ())
    assert made.darkness is not None
    assert made.darkness[331, 200] > 40
    assert made.darkness[200, 300] < 1
    assert made.darkness[70, 200] < 1


def test_no_shadow_is_made_for_what_is_cut_at_the_bottom() -> None:
    assert made_shadow(standing(), ("bottom",)).reason == "light.cut_at_bottom"


def test_no_shadow_is_made_for_what_ends_in_a_point() -> None:
    rows, columns = np.mgrid[:400, :400]
    pendant = ((rows > 100) & (rows < 300) & (np.abs(columns - 200) < (300 - rows) / 2)).astype(np.uint8) * 255
    assert made_shadow(pendant, ()).reason == "light.no_base"


def test_no_shadow_is_made_for_what_would_fall_over() -> None:
    leaning = box_matte(400, 400, (40, 80, 300, 200)) | box_matte(400, 400, (40, 200, 100, 330))
    assert made_shadow(leaning, ()).reason == "light.no_base"


@settings(max_examples=60)
@given(st.integers(0, 2**31), st.floats(0, 400))
def test_any_darkness_lands_on_white_before_the_rim(seed: int, most: float) -> None:
    darkness: F32 = np.random.default_rng(seed).uniform(0, most, (90, 70)).astype(np.float32)
    shadow = landed(darkness)
    assert shadow.max() <= DARKEST
    assert not shadow[:4].any()
    assert not shadow[-4:].any()
    assert not shadow[:, :4].any()
    assert not shadow[:, -4:].any()


def test_a_shadow_leaves_solid_pixels_to_the_bit_and_darkens_the_page() -> None:
    rgb = noise(40, 40)
    matte = noise(40, 40, seed=1)[..., 0]
    rgb[matte == 0] = 255
    dark = laid_under(rgb, matte, np.full((40, 40), 60, np.uint8))
    assert (dark[matte == 255] == rgb[matte == 255]).all()
    assert (dark[matte == 0] == 195).all()


def test_scraps_of_shadow_away_from_the_product_go() -> None:
    matte = box_matte(60, 60, (20, 20, 40, 40))
    shadow = np.zeros((60, 60), np.uint8)
    shadow[38:50, 25:35] = 30
    shadow[5:8, 50:55] = 9
    clean = hanging_together(shadow, matte)
    assert not clean[:15].any()
    assert (clean[38:50, 25:35] == 30).all()
