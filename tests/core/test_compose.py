"""Geometry and whiteness of compositions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pictures import box_matte, cutout, disc_matte, noise, picture
from whitecove.core.checks.colour import core_difference
from whitecove.core.compose import (
    Frame,
    Room,
    carried,
    compose_cutout,
    compose_scene,
    cut_sides,
    place,
    subject_box,
    subject_of,
)
from whitecove.core.errors import PrepareError
from whitecove.core.extent import box_of
from whitecove.core.model import Box, Composition, Placement

SQUARE = Frame(width=400, height=400)


def composed(box: tuple[int, int, int, int], frame: Frame = SQUARE, size: tuple[int, int] = (300, 200)) -> Composition:
    rgb = noise(*size, high=200)
    return compose_cutout(picture(rgb), cutout(rgb, box_matte(*size, box)), frame)


def test_longest_side_takes_the_fill() -> None:
    placed = composed((50, 80, 250, 120)).placement.placed_box
    assert placed.width == 340
    assert placed.height == 68


def test_subject_is_centred() -> None:
    placed = composed((10, 30, 90, 150)).placement.placed_box
    assert abs(placed.left - (400 - placed.right)) <= 1
    assert abs(placed.top - (400 - placed.bottom)) <= 1


def test_box_and_disc_get_more_air() -> None:
    assert composed((60, 50, 160, 150)).placement.placed_box.width == 320
    rgb = noise(300, 200, high=200)
    disc = compose_cutout(picture(rgb), cutout(rgb, disc_matte(300, 200, (150, 100), 60)), SQUARE)
    assert disc.placement.placed_box.width == pytest.approx(320, abs=1)


def test_baseline_is_common_to_tall_and_flat_subjects() -> None:
    frame = Frame(width=400, height=400, baseline=True)
    tall, flat = composed((100, 20, 130, 180), frame), composed((20, 100, 280, 140), frame)
    assert tall.placement.placed_box.bottom == flat.placement.placed_box.bottom == 370


@pytest.mark.parametrize(
    ("box", "side"),
    [
        ((0, 60, 90, 140), "left"),
        ((60, 0, 90, 90), "top"),
        ((200, 60, 300, 90), "right"),
        ((60, 90, 90, 200), "bottom"),
    ],
)
def test_side_cut_by_the_frame_stays_flush(box: tuple[int, int, int, int], side: str) -> None:
    composition = composed(box)
    assert composition.placement.flush == (side,)
    assert composition.matte is not None
    assert cut_sides(composition.matte) == (side,)


def test_subject_cut_on_opposite_sides_spans_the_canvas() -> None:
    composition = composed((0, 90, 300, 110))
    assert composition.placement.flush == ("left", "right")
    assert composition.placement.placed_box.width == 400


def test_what_has_no_matte_is_exactly_white() -> None:
    composition = composed((50, 80, 250, 120))
    assert composition.matte is not None
    assert (composition.rgb[composition.matte == 0] == 255).all()


def test_unscaled_subject_keeps_its_pixels() -> None:
    rgb = noise(300, 200, high=200)
    whole = compose_cutout(
        picture(rgb), cutout(rgb, box_matte(300, 200, (50, 60, 220, 90))), Frame(width=200, height=200)
    )
    placed = whole.placement.placed_box
    assert whole.placement.scale == 1
    assert (whole.rgb[placed.top : placed.bottom, placed.left : placed.right] == rgb[60:90, 50:220]).all()


def test_half_transparent_pixel_is_mixed_with_white() -> None:
    rgb = np.full((40, 40, 3), 100, np.uint8)
    matte = np.full((40, 40), 255, np.uint8)
    matte[:, 20:] = 0
    matte[:, 20] = 128
    composition = compose_cutout(picture(rgb), cutout(rgb, matte), Frame(width=48, height=48, fill=1.0))
    values = {int(v) for v in composition.rgb[24, :, 0]}
    assert 177 in values or any(100 < v < 255 for v in values)


def test_empty_matte_is_refused() -> None:
    rgb = noise(30, 30)
    with pytest.raises(PrepareError, match="No product"):
        compose_cutout(picture(rgb), cutout(rgb, np.zeros((30, 30), np.uint8)), SQUARE)


@given(
    left=st.integers(0, 80),
    top=st.integers(0, 60),
    width=st.integers(1, 120),
    height=st.integers(1, 90),
    canvas=st.tuples(st.integers(20, 160), st.integers(20, 160)),
    fill=st.floats(0.3, 1.0),
)
@settings(max_examples=150)
def test_any_subject_lies_inside_any_canvas(
    left: int, top: int, width: int, height: int, canvas: tuple[int, int], fill: float
) -> None:
    size = (120, 90)
    box = (left, top, min(left + width, size[0]), min(top + height, size[1]))
    composition = composed(box, Frame(width=canvas[0], height=canvas[1], fill=fill), size)
    placed = composition.placement.placed_box
    assert 0 <= placed.left < placed.right <= canvas[0]
    assert 0 <= placed.top < placed.bottom <= canvas[1]
    assert composition.rgb.shape == (canvas[1], canvas[0], 3)
    assert composition.matte is not None
    found = subject_box(composition.matte)
    assert found is not None
    assert max(abs(a - b) for a, b in zip(found, placed, strict=True)) <= max(2, 2 * composition.placement.scale)
    assert (composition.rgb[composition.matte == 0] == 255).all()


@given(cut=st.sets(st.sampled_from(["left", "top", "right", "bottom"])), compact=st.booleans())
def test_flush_sides_are_cut_sides_and_touch(cut: set[str], compact: bool) -> None:
    placement = place(Box(0, 0, 90, 70), tuple(cut), compact, SQUARE)
    touches = {
        "left": placement.placed_box.left == 0,
        "top": placement.placed_box.top == 0,
        "right": placement.placed_box.right == 400,
        "bottom": placement.placed_box.bottom == 400,
    }
    assert set(placement.flush) <= cut
    assert all(touches[side] for side in placement.flush)


@pytest.mark.parametrize(
    ("size", "expected", "inner"),
    [
        ((4000, 3000), (2000, 1500), (2000, 1500)),  # reduced to the long edge
        ((1200, 900), (1200, 900), (1200, 900)),  # left alone
        ((640, 480), (1067, 800), (1067, 800)),  # magnified to the short side
        ((4000, 1000), (2000, 800), (2000, 500)),  # too long: padded
        ((300, 60), (2000, 800), (2000, 400)),  # too long and small: as far as the long edge goes, then padded
    ],
)
def test_scene_keeps_its_shape(size: tuple[int, int], expected: tuple[int, int], inner: tuple[int, int]) -> None:
    composition = compose_scene(picture(noise(*size)), Room(long_edge=2000, short_side=800, shape=None))
    placed = composition.placement.placed_box
    assert composition.placement.canvas == expected
    assert (placed.width, placed.height) == inner


def test_scene_is_padded_to_a_shape() -> None:
    composition = compose_scene(picture(noise(1200, 900)), Room(long_edge=2000, short_side=800, shape=(1, 1)))
    assert composition.placement.canvas == (1200, 1200)
    assert (composition.rgb[:150] == 255).all()


def test_faint_specks_go_and_dark_ones_stay() -> None:
    rgb = np.full((200, 300, 3), 90, np.uint8)
    matte = box_matte(300, 200, (60, 90, 240, 160))
    specks = {(70, 20): 245, (200, 20): 60}
    for (left, top), level in specks.items():
        matte[top : top + 4, left : left + 4] = 255
        rgb[top : top + 4, left : left + 4] = level
    composition = compose_cutout(picture(rgb), cutout(rgb, matte), Frame(width=600, height=600))
    placement = composition.placement
    darkest = {}
    for (left, top), level in specks.items():
        x = placement.placed_box.left + round((left - placement.source_box.left) * placement.scale)
        y = placement.placed_box.top + round((top - placement.source_box.top) * placement.scale)
        darkest[level] = composition.rgb[y - 8 : y + 20, x - 8 : x + 20].min()
    assert darkest[245] == 255
    assert darkest[60] < 80


def test_soft_shadow_ends_inside_the_canvas() -> None:
    rgb = np.zeros((200, 400, 3), np.uint8)
    matte = box_matte(400, 200, (40, 60, 200, 140))
    matte[120:140, 200:390] = np.linspace(24, 4, 190).astype(np.uint8)
    composition = compose_cutout(picture(rgb), cutout(rgb, matte), SQUARE)
    assert (composition.rgb[:, [0, -1]] == 255).all()
    assert composition.matte is not None
    assert (composition.matte[:, 300:] > 0).any()


SUBJECT = Box(60, 50, 160, 150)
WHERE = {
    "its own box": Placement(source_box=SUBJECT, placed_box=Box(10, 20, 210, 220), canvas=(400, 400)),
    "a part of it": Placement(source_box=Box(80, 60, 120, 100), placed_box=Box(50, 40, 130, 120), canvas=(400, 400)),
    "the whole photo": Placement(
        source_box=Box(0, 0, 300, 200), placed_box=Box(-110, -80, 490, 320), canvas=(400, 400)
    ),
    "beyond the photo": Placement(
        source_box=Box(-40, -50, 360, 250), placed_box=Box(-190, -180, 610, 420), canvas=(400, 400)
    ),
    "another canvas": Placement(source_box=SUBJECT, placed_box=Box(5, 10, 105, 110), canvas=(200, 200)),
}


@pytest.mark.parametrize("given_placement", WHERE.values(), ids=WHERE)
def test_given_placement_says_where_the_photos_pixels_go(given_placement: Placement) -> None:
    down, across = np.mgrid[0:200, 0:300]
    rgb = np.stack([across * 0.8, down, 200 - down], axis=2).astype(np.uint8)
    composition = compose_cutout(picture(rgb), cutout(rgb, box_matte(300, 200, SUBJECT)), SQUARE, given_placement)
    assert composition.placement.source_box == SUBJECT
    assert composition.placement.placed_box == (10, 20, 210, 220)
    assert composition.matte is not None
    assert box_of(composition.matte > 127) == (10, 20, 210, 220)
    assert (composition.rgb[composition.matte == 0] == 255).all()
    difference = core_difference(composition.rgb, composition.matte, composition)
    assert difference.size
    assert np.percentile(difference, 95) < 1


@pytest.mark.parametrize("placed", [(-20, 20, 180, 220), (10, 250, 210, 450), (-50, -50, 450, 450)])
def test_given_placement_that_would_clip_the_subject_is_not_taken(placed: tuple[int, int, int, int]) -> None:
    rgb = noise(300, 200, high=200)
    wrong = Placement(source_box=SUBJECT, placed_box=Box(*placed), canvas=(400, 400))
    made = compose_cutout(picture(rgb), cutout(rgb, box_matte(300, 200, SUBJECT)), SQUARE, wrong)
    own = compose_cutout(picture(rgb), cutout(rgb, box_matte(300, 200, SUBJECT)), SQUARE)
    assert made.placement == own.placement


def test_soft_edge_that_a_given_placement_cuts_is_drawn_as_far_as_the_canvas_goes() -> None:
    rgb = noise(300, 200, high=200)
    matte = box_matte(300, 200, SUBJECT)
    matte[50:150, 160:170] = 20
    edge = Placement(source_box=SUBJECT, placed_box=Box(300, 100, 400, 200), canvas=(400, 400))
    composition = compose_cutout(picture(rgb), cutout(rgb, matte), SQUARE, edge)
    assert composition.placement.placed_box == (300, 100, 400, 200)


def test_smaller_canvas_takes_a_placement_along_in_proportion() -> None:
    placement = Placement(source_box=SUBJECT, placed_box=Box(100, 150, 1900, 1950), canvas=(2000, 2000))
    for step in (0.9, 0.8, 0.7, 0.6):
        side = round(2000 * step)
        smaller = carried(placement, SUBJECT, Frame(width=side, height=side))
        assert smaller is not None
        assert smaller.canvas == (side, side)
        shares = [edge / side for edge in smaller.placed_box]
        assert shares == pytest.approx([0.05, 0.075, 0.95, 0.975], abs=0.5 / side)


def test_subject_is_measured_with_its_tail_and_cut_sides() -> None:
    matte = box_matte(300, 200, (200, 60, 300, 90))
    matte[90:120, 200:300] = 10
    found = subject_of(cutout(noise(300, 200), matte))
    assert (found.size, found.box, found.tail) == ((300, 200), (200, 60, 300, 90), (200, 60, 300, 120))
    assert (found.cut, found.compact) == (("right",), False)
