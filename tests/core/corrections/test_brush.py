"""Where brushes and areas reach."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.corrections.steps import brushes, line, points
from whitecove.core.corrections.areas import SAMPLES, filled, outline_of
from whitecove.core.corrections.brush import painted, simplified
from whitecove.core.corrections.patch import Patch
from whitecove.core.corrections.values import Area, Brush, Point, Rectangle, Stroke, Touch, scaled
from whitecove.core.model import F32

SHAPE = (120, 160)


def whole(patch: Patch) -> F32:
    """The shares of the whole picture."""
    out = np.zeros(SHAPE, np.float32)
    out[patch.window] = patch.share
    return out


def test_a_hard_dab_covers_the_area_of_its_disc() -> None:
    share = whole(painted(line((80.3, 60.7), radius=20), SHAPE))
    assert share.sum() == pytest.approx(np.pi * 400, rel=0.005)
    assert share[60, 80] == 1
    assert share[60, 110] == 0


def test_a_soft_brush_fades_from_its_hard_part_to_its_rim() -> None:
    row = whole(painted(line((80, 60.5), radius=40, hardness=0.5), SHAPE))[60, 80:]
    assert (row[:20] == 1).all()
    assert (np.diff(row[20:40]) < 0).all()
    assert (row[40:] == 0).all()
    assert row[29:31].mean() == pytest.approx(0.5, abs=0.01)


def test_pressure_is_a_share_of_the_radius() -> None:
    brush = Brush(touches=(Touch(40, 60, 1), Touch(120, 60, 0.5)), radius=20, hardness=1)
    share = whole(painted(brush, SHAPE))
    assert share[:, 40].sum() == pytest.approx(40, abs=1)
    assert share[:, 80].sum() == pytest.approx(30, abs=1)
    assert share[:, 119].sum() == pytest.approx(20, abs=1)


def test_a_brush_thinner_than_a_pixel_is_faint() -> None:
    share = whole(painted(line((20, 60.5), (140, 60.5), radius=0.1), SHAPE))
    assert share.max() == pytest.approx(0.2, abs=0.01)


@given(brushes)
def test_shares_are_shares_and_lie_in_the_box(brush: Brush) -> None:
    patch = painted(brush, SHAPE)
    assert patch.share.shape == (patch.box.height, patch.box.width)
    assert whole(patch).shape == SHAPE
    if patch.share.size:
        assert 0 <= patch.share.min() <= patch.share.max() <= 1


def test_of_two_touches_in_one_place_the_harder_is_seen() -> None:
    touches = (Touch(60, 60, 0.2), Touch(60, 60, 1.0))
    for order in (touches, touches[::-1]):
        share = whole(painted(Brush(touches=order, radius=20, hardness=1), SHAPE))
        assert share[60].sum() == pytest.approx(40, abs=1)


def test_of_a_touch_within_another_nothing_is_seen() -> None:
    small, large = Touch(60, 60, 0.0), Touch(60, 65, 1.0)
    alone = whole(painted(Brush(touches=(large,), radius=20, hardness=1), SHAPE))
    for order in ((small, large), (large, small)):
        assert (whole(painted(Brush(touches=order, radius=20, hardness=1), SHAPE)) == alone).all()


@given(brushes.filter(lambda brush: len(brush.touches) <= 2))
def test_turning_round_is_no_matter(brush: Brush) -> None:
    back = Brush(touches=brush.touches[::-1], radius=brush.radius, hardness=brush.hardness)
    assert np.abs(whole(painted(brush, SHAPE)) - whole(painted(back, SHAPE))).max() < 0.01


@given(brushes.filter(lambda brush: brush.radius >= 4))
def test_half_lies_at_the_same_place_at_every_size(brush: Brush) -> None:
    large = scaled(Stroke(keep=True, brush=brush), 4, 4)
    assert isinstance(large, Stroke)
    patch = painted(large.brush, (480, 640))
    full = np.zeros((480, 640), np.float32)
    full[patch.window] = patch.share
    reduced = full.reshape(120, 4, 160, 4).mean(axis=(1, 3))
    small = whole(painted(brush, SHAPE))
    # Where the pixels are clear of the half, both say the same.
    clear = np.abs(small - 0.5) > 0.3
    assert ((reduced > 0.5) == (small > 0.5))[clear].all()


def test_a_trembling_hand_is_followed_within_its_tremble() -> None:
    random = np.random.default_rng(0)
    way = np.column_stack([np.linspace(0, 100, 500), random.normal(0, 0.1, 500), np.full(500, 10)])
    few = simplified(way, 1.0)
    assert len(few) < 10
    assert (few[0] == way[0]).all()
    assert (few[-1] == way[-1]).all()


def test_a_rectangle_covers_exactly_its_shares_of_pixels() -> None:
    corners = outline_of(Rectangle(keep=True, left=10.25, top=20.5, right=12.5, bottom=22))
    share = whole(filled(corners, SHAPE))
    assert share[20, 10:13] == pytest.approx([0.375, 0.5, 0.25], abs=1e-6)
    assert share[21, 10:13] == pytest.approx([0.75, 1, 0.5], abs=1e-6)
    assert share.sum() == pytest.approx(2.25 * 1.5, abs=1e-5)


def test_a_star_is_hollow_where_it_crosses_itself() -> None:
    angles = np.pi * (0.5 + 0.8 * np.arange(5))
    star = tuple(Point(80 + 50 * float(np.cos(a)), 60 - 50 * float(np.sin(a))) for a in angles)
    share = whole(filled(star, SHAPE))
    assert share[60, 80] == 0
    assert share[25, 80] == 1


@given(st.lists(points, min_size=3, max_size=8))
def test_areas_are_shares_whatever_their_corners(corners: list[Point]) -> None:
    patch = filled(outline_of(Area(keep=True, outline=tuple(corners))), SHAPE)
    assert patch.share.shape == (patch.box.height, patch.box.width)
    if patch.share.size:
        assert -1e-5 <= patch.share.min() <= patch.share.max() <= 1 + 1e-5


@given(st.lists(st.builds(Point, st.floats(5, 155), st.floats(5, 115)), min_size=3, max_size=3))
def test_a_triangle_has_its_area(corners: list[Point]) -> None:
    (ax, ay), (bx, by), (cx, cy) = corners
    area = abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
    share = whole(filled(tuple(corners), SHAPE))
    # A sampled height more or less counts its whole width: of a sliver that lies flat, all of it.
    width = max(ax, bx, cx) - min(ax, bx, cx)
    assert share.sum() == pytest.approx(area, abs=width / SAMPLES + 0.1)
