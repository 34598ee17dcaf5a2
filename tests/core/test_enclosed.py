"""Holes that may have been missed inside a cutout."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pictures import box_matte, disc_matte, noise
from whitecove.core.enclosed import sign_of
from whitecove.core.model import U8

SHAPE = (500, 600)


def ring(backdrop: tuple[int, int, int], inside: tuple[int, int, int], scale: int = 1) -> tuple[U8, U8]:
    """A dark disc with a round area of another colour in it, on a plain backdrop; and the matte of the whole disc."""
    width, height = SHAPE[1] * scale, SHAPE[0] * scale
    matte = disc_matte(width, height, (300 * scale, 250 * scale), 150 * scale)
    hole = disc_matte(width, height, (330 * scale, 230 * scale), 40 * scale)
    grain = np.random.default_rng(5).normal(0, 1.5, (height, width, 3))
    rgb = np.full((height, width, 3), backdrop, float)
    for alpha, colour in ((matte, (60, 50, 40)), (hole, inside)):
        share = alpha[..., None] / 255
        rgb = rgb * (1 - share) + np.array(colour) * share
    return np.clip(rgb + grain, 0, 255).astype(np.uint8), matte


@pytest.mark.parametrize("backdrop", [(200, 200, 200), (242, 242, 240), (120, 150, 190)])
@pytest.mark.parametrize("scale", [1, 3])
def test_an_area_of_the_backdrops_colour_is_offered_with_a_point_in_it(
    backdrop: tuple[int, int, int], scale: int
) -> None:
    sign = sign_of(*ring(backdrop, backdrop, scale))
    assert sign.strength > 0.5
    assert sign.where is not None
    x, y = (int(number) for number in sign.reason.split("at ")[1].split(", is")[0].split(", "))
    assert np.hypot(x - 330 * scale, y - 230 * scale) < 15 * scale
    assert np.allclose(sign.where, np.array([290, 190, 370, 270]) * scale, atol=8 * scale)


def test_a_print_of_another_colour_is_no_hole() -> None:
    assert sign_of(*ring((200, 200, 200), (200, 170, 200))).strength == 0


def test_a_hole_that_is_open_already_is_not_offered() -> None:
    rgb, matte = ring((200, 200, 200), (200, 200, 200))
    opened = np.minimum(matte, 255 - disc_matte(600, 500, (330, 230), 42))
    assert sign_of(rgb, opened).strength == 0


def test_of_a_backdrop_full_of_colours_nothing_is_said() -> None:
    rgb, matte = ring((200, 200, 200), (128, 128, 128))
    busy = np.where(matte[..., None] > 0, rgb, noise(SHAPE[1], SHAPE[0]))
    assert sign_of(busy, matte).strength == 0


@given(width=st.integers(1, 40), height=st.integers(1, 40), level=st.sampled_from([0, 255]))
def test_any_size_is_looked_at(width: int, height: int, level: int) -> None:
    assert 0 <= sign_of(noise(width, height), np.full((height, width), level, np.uint8)).strength <= 1


def test_place_in_a_narrow_photo() -> None:
    """Its short side is rounded most when it is made small."""
    matte = box_matte(2000, 101, (100, 8, 1960, 93))
    hole = box_matte(2000, 101, (1850, 30, 1930, 70))
    rgb = np.where((matte > hole)[..., None], (40, 60, 90), (200, 200, 200)).astype(np.uint8)
    sign = sign_of(rgb, matte)
    assert sign.where == pytest.approx((1850, 30, 1930, 70), abs=7)
