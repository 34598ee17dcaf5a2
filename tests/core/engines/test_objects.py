"""Which of the things that a model sees is the product."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whitecove.core.engines.objects import chosen
from whitecove.core.model import F32

HEIGHT, WIDTH = 300, 400
# left, top, right, bottom
WHOLE = (120, 60, 260, 240)
CUT = (320, 0, 400, 300)
Part = tuple[int, int, int, int]


def seen(*parts: Part, level: float = 1.0, shape: tuple[int, int] = (HEIGHT, WIDTH)) -> F32:
    """A mask of boxes, all as sure."""
    mask = np.zeros(shape, np.float32)
    for left, top, right, bottom in parts:
        mask[top:bottom, left:right] = level
    return mask


def test_what_the_frame_cuts_is_left_out_beside_something_whole() -> None:
    mask, left_out = chosen(seen(WHOLE, CUT))
    assert left_out
    assert np.array_equal(mask, seen(WHOLE))


@pytest.mark.parametrize("part", [(60, 0, 340, 40), (60, 260, 340, 300), (0, 40, 90, 260), (320, 40, 400, 260)])
def test_every_side_of_the_frame_cuts(part: Part) -> None:
    mask, left_out = chosen(seen(WHOLE, part))
    assert left_out
    assert np.array_equal(mask, seen(WHOLE))


def test_narrow_strip_along_the_frame_goes_on_beyond_it() -> None:
    """Narrow as a bridge in the photo, but who knows how broad it is."""
    mask, left_out = chosen(seen(WHOLE, (386, 0, 400, 300)))
    assert left_out
    assert np.array_equal(mask, seen(WHOLE))


@pytest.mark.parametrize("part", [CUT, (100, 100, 300, 300), (0, 0, 400, 300), (0, 100, 400, 200)])
def test_product_alone_that_is_cut_stays(part: Part) -> None:
    before = seen(part)
    mask, left_out = chosen(before)
    assert not left_out
    assert np.array_equal(mask, before)


def test_cut_product_stays_beside_something_small() -> None:
    before = seen((150, 60, 400, 280), (20, 20, 60, 60))
    mask, left_out = chosen(before)
    assert not left_out
    assert np.array_equal(mask, before)


@pytest.mark.parametrize("thickness", [2, 6, 12])
def test_product_with_a_cable_to_the_frame_is_whole(thickness: int) -> None:
    cable = (185, 200, 185 + thickness, 300)
    mask, left_out = chosen(seen(WHOLE, cable, CUT))
    assert left_out
    assert np.array_equal(mask, seen(WHOLE, cable))


def test_cable_that_leads_to_scenery_goes_to_the_nearer() -> None:
    """A narrow bridge does not make one thing of two."""
    mask, left_out = chosen(seen(WHOLE, CUT, (260, 150, 320, 156)))
    assert left_out
    assert np.array_equal(mask[:, :285], seen(WHOLE, (260, 150, 320, 156))[:, :285])
    assert not mask[:, 295:].any()


def test_haze_is_no_bridge() -> None:
    haze = np.maximum(seen(WHOLE, CUT), seen((250, 60, 330, 240), level=0.6))
    mask, left_out = chosen(haze)
    assert left_out
    assert np.array_equal(mask[:, :260], haze[:, :260])
    assert not mask[:, 320:].any()


def test_broad_bridge_makes_one_thing() -> None:
    before = seen(WHOLE, CUT, (250, 100, 330, 200))
    mask, left_out = chosen(before)
    assert not left_out
    assert np.array_equal(mask, before)


def test_set_of_whole_things_stays() -> None:
    before = seen((20, 40, 120, 140), (150, 40, 270, 200), (300, 100, 380, 240))
    mask, left_out = chosen(before)
    assert not left_out
    assert np.array_equal(mask, before)


def test_set_stays_where_scenery_goes() -> None:
    both = ((30, 90, 140, 200), (160, 70, 280, 220))
    mask, left_out = chosen(seen(*both, CUT))
    assert left_out
    assert np.array_equal(mask, seen(*both))


def test_litter_goes_with_the_scenery() -> None:
    mask, left_out = chosen(seen(WHOLE, CUT, (20, 20, 50, 50)))
    assert left_out
    assert np.array_equal(mask, seen(WHOLE))


def test_haze_around_the_product_is_kept_as_it_is() -> None:
    around = np.maximum(seen(WHOLE, CUT), seen((100, 40, 280, 260), level=0.3))
    mask, _ = chosen(around)
    soft = around == np.float32(0.3)
    assert np.array_equal(mask[soft], around[soft])


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (2, 2), (40, 50)])
@pytest.mark.parametrize("level", [0.0, 0.6, 1.0])
def test_all_or_nothing(shape: tuple[int, int], level: float) -> None:
    before = np.full(shape, level, np.float32)
    mask, left_out = chosen(before)
    assert not left_out
    assert np.array_equal(mask, before)


parts = st.tuples(st.integers(0, 90), st.integers(0, 70), st.integers(1, 60), st.integers(1, 60), st.floats(0.2, 1))


@settings(max_examples=80)
@given(of=st.lists(parts, max_size=6), height=st.integers(1, 80), width=st.integers(1, 100))
def test_nothing_is_added_and_something_is_left(
    of: list[tuple[int, int, int, int, float]], height: int, width: int
) -> None:
    before = np.zeros((height, width), np.float32)
    for left, top, across, down, level in of:
        before[top : top + down, left : left + across] = level
    mask, left_out = chosen(before)
    assert mask.shape == before.shape
    assert mask.dtype == np.float32
    assert ((mask == before) | (mask == 0)).all()
    assert (mask > 0.5).any() == (before > 0.5).any()
    assert left_out == bool(((before > 0.5) & (mask == 0)).any())


def test_whole_thing_near_the_frame_is_no_part_of_a_set_with_one_in_the_middle() -> None:
    product, aside = (120, 60, 260, 200), (110, 215, 200, 290)
    mask, left_out = chosen(seen(product, aside, CUT))
    assert left_out
    assert np.array_equal(mask, seen(product))


def test_foot_stays_with_what_it_bears_though_the_stem_between_is_thin() -> None:
    """A lamp: by itself its foot is too small and too near the frame for one of a set."""
    lamp = seen((120, 40, 260, 180), (195, 180, 201, 265), (160, 265, 240, 292))
    mask, left_out = chosen(np.maximum(lamp, seen(CUT)))
    assert left_out
    assert np.array_equal(mask, lamp)
