"""Corrections on top of a cutout: what they change, what they leave, and in which order."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.core.corrections.steps import drawn, erase, halved, keep, line, made, shot, steps
from tests.core.engines.scenes import iou
from tests.pictures import picture
from whitecove.core.corrections.apply import corrected
from whitecove.core.corrections.values import Area, Heal, Hole, Point, Rectangle, Step
from whitecove.core.errors import PrepareError


def test_erasing_takes_away_and_nothing_else_moves() -> None:
    photo, before = shot()
    after = made(photo, before, erase((80, 60), (100, 60)))
    assert after.matte[60, 90] == 0
    far = np.ones(before.matte.shape, bool)
    far[48:73, 68:113] = False
    assert (after.matte[far] == before.matte[far]).all()
    assert (after.rgb[far] == before.rgb[far]).all()
    assert after.engine == "test+corrected"


def test_keeping_shows_the_photos_own_colours() -> None:
    photo, before = shot()
    veiled = replace(before, rgb=np.zeros_like(before.rgb))
    after = made(photo, veiled, keep((20, 20)))
    assert after.matte[20, 20] == 255
    assert (after.rgb[20, 20] == photo.rgb[20, 20]).all()
    assert (after.rgb[60, 80] == 0).all()


def test_a_new_soft_edge_is_freed_of_the_backdrop() -> None:
    """Half of the disc's rim is taken back at once, so that its edge is made anew: red, and not grey."""
    photo, before = shot()
    emptied = replace(before, matte=np.zeros_like(before.matte))
    after = made(photo, emptied, keep((80, 60), radius=36))
    soft = (after.matte > 60) & (after.matte < 200)
    assert soft.any()
    assert np.median(after.rgb[soft].astype(int)[:, 0] - after.rgb[soft][:, 1]) > 100


def test_the_later_step_wins() -> None:
    photo, before = shot()
    assert made(photo, before, keep((80, 60)), erase((80, 60))).matte[60, 80] == 0
    assert made(photo, before, erase((80, 60)), keep((80, 60))).matte[60, 80] == 255


def test_areas_and_rectangles_keep_and_erase() -> None:
    photo, before = shot()
    corner = (Point(0, 0), Point(30, 0), Point(0, 30))
    assert made(photo, before, Area(keep=True, outline=corner)).matte[5, 5] == 255
    half = Rectangle(keep=False, left=80, top=-5, right=999, bottom=999)
    after = made(photo, before, half)
    assert (after.matte[:, 80:] == 0).all()
    assert (after.matte[:, :80] == before.matte[:, :80]).all()


def test_erasing_everything_is_said() -> None:
    photo, before = shot()
    with pytest.raises(PrepareError) as error:
        made(photo, before, erase((80, 60), radius=500))
    assert error.value.code == "corrections.nothing_left"


def test_keeping_nothing_where_nothing_was_is_said() -> None:
    photo, before = shot()
    with pytest.raises(PrepareError):
        made(photo, replace(before, matte=np.zeros_like(before.matte)), keep((-500, 60)))


def test_a_photo_of_another_shape_is_refused() -> None:
    photo, before = shot()
    with pytest.raises(PrepareError) as error:
        corrected(photo, before, drawn(keep((1, 1)), size=(120, 160)))
    assert error.value.code == "corrections.other_size"
    assert "120 × 160" in str(error.value)


@pytest.mark.parametrize("size", [(1, 1), (4, 4), (1600, 1180), (160, 122)])
def test_a_small_size_is_no_excuse_for_another_shape(size: tuple[int, int]) -> None:
    photo, before = shot()
    with pytest.raises(PrepareError):
        corrected(photo, before, drawn(keep((1, 1)), size=size))


@pytest.mark.parametrize("radius", [0.05, 0.5, 1, 2, 3, 4])
@pytest.mark.parametrize("place", [(80, 60), (80.9, 60.1), (0, 0), (160, 119.9)])
def test_the_thinnest_edge_aware_brushes_work(radius: float, place: tuple[float, float]) -> None:
    photo, before = shot()
    after = made(photo, before, erase(place, (place[0] + 40, place[1]), radius=radius, edge_aware=True))
    assert (after.matte <= before.matte).all()


@pytest.mark.parametrize(("width", "height"), [(4032, 3024), (4000, 2999), (1333, 1000), (160, 120)])
def test_a_photo_of_the_same_shape_may_have_another_size(width: int, height: int) -> None:
    photo, before = shot()
    middle = erase((width / 2, height / 2), radius=height / 20)
    assert corrected(photo, before, drawn(middle, size=(width, height)))[1] is not None


def test_another_file_is_refused_where_the_file_is_named() -> None:
    photo, before = shot()
    corrected(photo, before, drawn(keep((1, 1)), sha256=photo.facts.sha256))
    with pytest.raises(PrepareError) as error:
        corrected(photo, before, drawn(keep((1, 1)), sha256="0" * 64))
    assert error.value.code == "corrections.other_file"


def test_without_a_cutout_only_healing_works() -> None:
    photo, _ = shot()
    healed, none = corrected(photo, None, drawn(erase((80, 60)), Heal(brush=line((20, 20)))))
    assert none is None
    assert (healed.rgb != photo.rgb).any()
    assert (healed.rgb[60, 80] == photo.rgb[60, 80]).all()


def test_the_photos_own_alpha_keeps_its_colours() -> None:
    photo, before = shot()
    own = replace(before, engine="alpha", rgb=photo.rgb)
    after = made(photo, own, keep((80, 60), radius=50, hardness=0))
    assert (after.rgb == photo.rgb).all()
    assert after.engine == "alpha+corrected"


@settings(max_examples=60)
@given(st.lists(steps, min_size=1, max_size=3))
def test_any_steps_end_in_a_cutout_or_in_a_sentence(chosen: list[Step]) -> None:
    photo, before = shot()
    rgb, matte = photo.rgb.copy(), before.matte.copy()
    try:
        healed, after = corrected(photo, before, drawn(*chosen))
    except PrepareError as error:
        nothing_left = error.code == "corrections.nothing_left"
        assume(not nothing_left)
        raise
    assert after is not None
    assert after.matte.shape == before.matte.shape
    assert after.rgb.shape == healed.rgb.shape == photo.rgb.shape
    untouched = (after.matte == matte) & (healed.rgb == rgb).all(axis=2)
    assert (after.rgb[untouched] == before.rgb[untouched]).all()
    assert (photo.rgb == rgb).all()
    assert (before.matte == matte).all()
    again = corrected(photo, before, drawn(*chosen))[1]
    assert again is not None
    assert (again.matte == after.matte).all()
    assert (again.rgb == after.rgb).all()


inside = st.tuples(st.floats(60, 580), st.floats(60, 420))


@settings(max_examples=40)
@given(
    st.lists(inside, min_size=1, max_size=4),
    st.floats(12, 60),
    st.floats(0.2, 1),
    st.booleans(),
    st.booleans(),
)
def test_preview_and_full_size_agree(
    ways: list[tuple[float, float]], radius: float, hardness: float, kept: bool, edge_aware: bool
) -> None:
    full, before = shot(640, 480)
    small = picture(halved(full.rgb))
    before_small = replace(before, rgb=small.rgb, matte=halved(before.matte))
    step = (keep if kept else erase)(*ways, radius=radius, hardness=hardness, edge_aware=edge_aware)
    try:
        large = made(full, before, step)
        little = corrected(small, before_small, drawn(step, size=(640, 480)))[1]
    except PrepareError:
        return
    assert little is not None
    # Of a product of which hardly anything is left, the outline is nearly all there is.
    assume((little.matte > 127).sum() > 0.3 * (before_small.matte > 127).sum())
    assert iou(halved(large.matte), little.matte) >= (0.98 if edge_aware else 0.995)


def test_a_hole_opens_up_to_its_edge() -> None:
    photo, before = shot(320, 240)
    rgb = photo.rgb.copy()
    y, x = np.mgrid[:240, :320] + 0.5
    ring = np.hypot(x - 160, y - 120) < 30
    rgb[ring] = shot(320, 240)[0].rgb[5, 5]
    after = made(replace(photo, rgb=rgb), before, Hole(point=Point(160, 110)))
    opened = (after.matte < 128) & (before.matte > 127)
    assert iou(opened.astype(np.uint8) * 255, ring.astype(np.uint8) * 255) > 0.95


@pytest.mark.parametrize("point", [(5, 5), (-3, 60), (160, 60), (1e6, -1e6)])
def test_a_hole_where_nothing_is_closed_changes_nothing(point: tuple[float, float]) -> None:
    photo, before = shot()
    assert (made(photo, before, Hole(point=Point(*point))).matte == before.matte).all()


def test_an_edge_aware_brush_stops_at_the_edge() -> None:
    """The matte took in a lump of backdrop beside the disc; a brush that laps over the disc takes it away alone."""
    photo, before = shot(320, 240)
    lump = before.matte.copy()
    lump[90:150, 200:270] = 255
    after = made(photo, replace(before, matte=lump), erase((245, 85), (245, 155), radius=45, edge_aware=True))
    assert iou(after.matte, before.matte) > 0.98
    plain = made(photo, replace(before, matte=lump), erase((245, 85), (245, 155), radius=45))
    assert iou(plain.matte, before.matte) < 0.97


def test_an_edge_aware_brush_takes_all_where_there_is_no_edge() -> None:
    photo, before = shot(320, 240)
    full = replace(before, matte=np.full_like(before.matte, 255))
    aware = made(photo, full, erase((40, 40), radius=20, edge_aware=True))
    plain = made(photo, full, erase((40, 40), radius=20))
    assert (aware.matte == plain.matte).all()
