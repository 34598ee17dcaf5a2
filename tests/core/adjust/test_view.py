"""Pictures and cutouts that are turned, mirrored and straightened."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.core.adjust.any import geometries
from tests.pictures import box_matte, cutout, disc_matte, noise, picture
from whitecove.core.adjust.geometry import to_shown
from whitecove.core.adjust.values import AS_SHOT, Geometry
from whitecove.core.adjust.view import turned_levels, view_of
from whitecove.core.compose import cut_sides, subject_box, subject_of
from whitecove.core.doubt import judged
from whitecove.core.model import U8, Box, Cutout, Picture, Placement, Sign

SIZE = (240, 160)


def shot(matte: U8) -> tuple[Picture, Cutout]:
    """A smooth picture, brighter to the right and redder to the bottom, with that matte."""
    height, width = matte.shape
    across = np.broadcast_to(np.linspace(40, 200, width)[None, :], (height, width))
    down = np.broadcast_to(np.linspace(60, 180, height)[:, None], (height, width))
    rgb = np.dstack([down, across, across]).astype(np.uint8)
    return picture(rgb), cutout(rgb, matte)


@given(st.sampled_from([0, 90, 180, 270]), st.booleans())
def test_turned_pixels_are_the_same_pixels(turn: int, flip: bool) -> None:
    levels = noise(7, 5)
    once = turned_levels(levels, Geometry(turn=turn, flip=flip))
    assert sorted(once.reshape(-1, 3).tolist()) == sorted(levels.reshape(-1, 3).tolist())
    four = levels
    for _ in range(4):
        four = turned_levels(four, Geometry(turn=turn))
    assert (four == levels).all()
    twice = turned_levels(turned_levels(levels, Geometry(flip=True)), Geometry(flip=True))
    assert (twice == levels).all()


@given(geometries)
def test_pixels_lie_where_the_geometry_says(geometry: Geometry) -> None:
    """A disc away from the middle is found where its middle goes, with the colour that it had there."""
    photo, cut = shot(disc_matte(*SIZE, (170, 60), 14))
    view = view_of(photo, cut, geometry)
    assert view.cutout is not None
    x, y = to_shown(SIZE, geometry)(170, 60)
    weight = view.cutout.matte.astype(float)
    rows, columns = np.mgrid[: weight.shape[0], : weight.shape[1]] + 0.5
    middle = ((columns * weight).sum() / weight.sum(), (rows * weight).sum() / weight.sum())
    assert (middle[0] + view.origin[0], middle[1] + view.origin[1]) == pytest.approx((x, y), abs=0.2)
    there = view.cutout.rgb[int(middle[1]), int(middle[0])].astype(int)
    assert np.abs(there - photo.rgb[60, 170]).max() <= 3
    assert view.picture.rgb.shape[:2] == view.cutout.matte.shape


@given(geometries)
def test_nothing_of_a_whole_product_is_lost(geometry: Geometry) -> None:
    photo, cut = shot(disc_matte(*SIZE, (120, 80), 74))
    view = view_of(photo, cut, geometry)
    assert view.cutout is not None
    assert view.cutout.matte.sum() == pytest.approx(float(cut.matte.sum()), rel=0.005)


def test_what_changes_nothing_costs_nothing() -> None:
    photo, cut = shot(disc_matte(*SIZE, (120, 80), 40))
    view = view_of(photo, cut, AS_SHOT)
    assert view.picture is photo
    assert view.cutout is cut
    assert view.origin == (0, 0)


@pytest.mark.parametrize("quick", [False, True])
def test_colours_at_a_straightened_edge_are_the_products_own(quick: bool) -> None:
    """What the foreground has where it does not count must not come in."""
    matte = box_matte(*SIZE, (60, 40, 180, 120))
    rgb = np.where(matte[..., None] > 0, np.uint8(200), np.uint8(0)) * np.ones(3, np.uint8)
    view = view_of(picture(rgb), cutout(rgb, matte), Geometry(straighten=7), quick=quick)
    assert view.cutout is not None
    seen = view.cutout.rgb[view.cutout.matte > 16]
    assert seen.min() >= 190
    assert seen.max() <= 210
    # Soft edges, not stairs.
    assert ((view.cutout.matte > 30) & (view.cutout.matte < 225)).sum() > 100


def test_a_scene_has_no_empty_corners_and_keeps_its_colours() -> None:
    rgb = np.full((160, 240, 3), 180, np.uint8)
    view = view_of(picture(rgb), None, Geometry(straighten=-9))
    assert (view.picture.rgb == 180).all()
    assert view.picture.rgb.shape[0] < 160
    assert view.picture.rgb.shape[1] < 240
    assert view.size == SIZE


def test_a_product_that_the_frame_cuts_still_ends_straight_at_it() -> None:
    photo, cut = shot(box_matte(*SIZE, (80, 40, 160, 160)))
    view = view_of(photo, cut, Geometry(straighten=5))
    assert view.cutout is not None
    assert cut_sides(view.cutout.matte) == ("bottom",)
    last = view.cutout.matte[-1]
    assert (last == 255).sum() > 70


def test_a_turn_moves_the_cut_side_along() -> None:
    photo, cut = shot(box_matte(*SIZE, (80, 40, 160, 160)))
    for geometry, side in ((Geometry(turn=90), "left"), (Geometry(turn=270), "right"), (Geometry(turn=180), "top")):
        view = view_of(photo, cut, geometry)
        assert view.cutout is not None
        assert cut_sides(view.cutout.matte) == (side,)


def test_a_frame_that_would_be_nothing_stays_whole() -> None:
    """Cut at both ends of a strip so thin that, slanted, no row crosses it whole."""
    photo, cut = shot(np.full((12, 400), 255, np.uint8))
    view = view_of(photo, cut, Geometry(straighten=15))
    assert view.cutout is not None
    assert (view.cutout.matte > 127).any()


def test_shadow_signs_and_places_go_along() -> None:
    photo, cut = shot(disc_matte(*SIZE, (170, 60), 20))
    shadow = np.zeros((80, 120), np.float32)
    shadow[25:35, 80:90] = 50
    doubtful = judged(cut, [Sign("here", 0.9, "Look here.", Box(160, 50, 180, 70))])
    cut = Cutout(
        rgb=cut.rgb, matte=cut.matte, engine="test", doubt=doubtful.doubt, reasons=doubtful.reasons,
        signs=doubtful.signs, place=doubtful.place, shadow=shadow,
    )  # fmt: skip
    for geometry in (Geometry(turn=90, flip=True), Geometry(straighten=8), Geometry(turn=180, straighten=-3)):
        view = view_of(photo, cut, geometry)
        made = view.cutout
        assert made is not None
        assert made.shadow is not None
        assert made.place is not None
        assert made.signs[0].where == made.place
        box = subject_box(made.matte)
        assert box is not None
        assert box.left - 4 <= made.place.left < made.place.right <= box.right + 4
        full = np.asarray(Image.fromarray(made.shadow).resize(made.matte.shape[::-1], Image.Resampling.BILINEAR))
        rows, columns = np.nonzero(full > 25)
        assert box.left <= columns.mean() <= box.right
        assert box.top <= rows.mean() <= box.bottom
        assert full.max() == pytest.approx(50, abs=2)


def test_places_of_a_view_are_told_in_the_photo_as_shown() -> None:
    photo, cut = shot(disc_matte(*SIZE, (120, 80), 30))
    view = view_of(photo, cut, Geometry(straighten=10))
    assert view.cutout is not None
    subject = view.of(subject_of(view.cutout))
    assert subject.size == SIZE
    assert subject.box == pytest.approx((90, 50, 150, 110), abs=2)
    placement = Placement(source_box=subject.box, placed_box=Box(0, 0, 10, 10), canvas=(20, 20))
    assert view.placed(view.own(placement)) == placement


@given(geometries)
def test_the_same_view_at_half_the_size(geometry: Geometry) -> None:
    large, small = (shot(disc_matte(2 * k * 60, 2 * k * 40, (k * 80, k * 30), k * 20)) for k in (2, 1))
    boxes = []
    for photo, cut in (large, small):
        view = view_of(photo, cut, geometry)
        assert view.cutout is not None
        boxes.append(view.of(subject_of(view.cutout)).box)
    assert np.array(boxes[0]) / 2 == pytest.approx(np.array(boxes[1]), abs=1.5)


def test_straightening_there_and_back_is_nearly_what_it_was() -> None:
    photo, cut = shot(disc_matte(*SIZE, (120, 80), 50))
    there = view_of(photo, cut, Geometry(straighten=6))
    assert there.cutout is not None
    back = view_of(there.picture, there.cutout, Geometry(straighten=-6))
    assert back.cutout is not None
    left, top = -there.origin[0] - back.origin[0], -there.origin[1] - back.origin[1]
    again = back.cutout.matte[top : top + SIZE[1], left : left + SIZE[0]]
    assert np.abs(again.astype(int) - cut.matte).mean() < 1
