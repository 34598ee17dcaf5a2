"""Edges of white goods kept: only the rim is touched, only where it is white, and then it can be seen."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage as ndi

from tests.core.checks import pictures
from tests.pictures import cutout, disc_matte, picture
from whitecove.core.colour import luma
from whitecove.core.compose import Frame, compose_cutout
from whitecove.core.light.kept_edges import RIM, reach_of, with_kept_edges
from whitecove.core.light.lighting import lit
from whitecove.core.model import U8, Composition, Outcome, Prepared
from whitecove.core.options import Options

SIDE = 1000


def composed(levels: U8) -> Composition:
    """A disc of these colours (300, 300, 3) on white."""
    return compose_cutout(
        picture(levels), cutout(levels, disc_matte(300, 300, (150, 150), 100)), Frame(width=SIDE, height=SIDE)
    )


def plain(level: int) -> U8:
    return np.full((300, 300, 3), level, np.uint8)


def edge_lost(composition: Composition) -> Outcome:
    maker = Prepared(composition=composition, source=pictures.facts(), doubt=0, reasons=())
    return pictures.finding("subject.edge_lost", pictures.jpeg(composition.rgb), maker=maker).outcome


@pytest.mark.parametrize("level", [250, 253, 255])
def test_the_outline_of_white_goods_is_lost_without_and_seen_with_kept_edges(level: int) -> None:
    before = composed(plain(level))
    assert edge_lost(before) is Outcome.FAIL
    assert edge_lost(with_kept_edges(before)) is Outcome.PASS


def test_it_is_off_unless_asked_for() -> None:
    before = composed(plain(253))
    made = cutout(plain(253), disc_matte(300, 300, (150, 150), 100))
    assert lit(before, made, Options()) is before
    assert lit(before, made, Options(keep_edges=True)).changes


@settings(max_examples=25)
@given(st.integers(0, 2**31), st.integers(0, 250))
def test_nothing_is_touched_outside_farther_in_or_where_it_is_darker(seed: int, low: int) -> None:
    levels = np.random.default_rng(seed).integers(low, 256, (30, 30, 3)).astype(np.uint8)
    before = composed(np.kron(levels, np.ones((10, 10, 1), np.uint8)))
    after = with_kept_edges(before)
    assert before.matte is not None
    touched = (before.rgb != after.rgb).any(axis=2)
    depth = ndi.distance_transform_edt(before.matte > 127)
    assert not touched[before.matte == 0].any()
    assert not touched[depth > reach_of(before.matte.shape)].any()
    assert (after.rgb <= before.rgb).all()
    assert after.matte is before.matte


def test_darker_goods_are_as_they_were() -> None:
    before = composed(plain(int(RIM) - 20))
    assert with_kept_edges(before) is before


def test_hues_stay() -> None:
    cream = plain(0) + np.array([255, 252, 244], np.uint8)
    before = composed(cream)
    after = with_kept_edges(before)
    assert before.matte is not None
    rim = (before.matte == 255) & (before.rgb != after.rgb).any(axis=2)
    ratio = after.rgb[rim].astype(float) / before.rgb[rim]
    assert np.ptp(ratio, axis=1).max() < 0.006


def test_the_shade_falls_off_smoothly() -> None:
    after = with_kept_edges(composed(plain(255)))
    assert after.matte is not None
    row = luma(after.rgb[SIDE // 2])
    start = int(np.flatnonzero(after.matte[SIDE // 2] > 127)[0])
    inside = row[start : start + 14]
    assert inside[2:4].max() < 249
    assert inside[-1] == pytest.approx(255)
    assert np.abs(np.diff(inside)).max() < 7


def test_a_side_that_the_frame_cuts_is_no_edge() -> None:
    white = plain(255)
    matte = np.zeros((300, 300), np.uint8)
    matte[100:, 80:220] = 255
    before = compose_cutout(picture(white), cutout(white, matte), Frame(width=SIDE, height=SIDE))
    assert before.placement.flush == ("bottom",)
    after = with_kept_edges(before)
    middle = (before.placement.placed_box.left + before.placement.placed_box.right) // 2
    assert (after.rgb[-20:, middle - 50 : middle + 50] == 255).all()
