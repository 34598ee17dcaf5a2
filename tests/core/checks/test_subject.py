from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.checks import pictures
from whitecove.core.checks.context import Context
from whitecove.core.checks.examine import Examined
from whitecove.core.checks.registry import CHECKS
from whitecove.core.model import U8, Box, Finding, Outcome, Prepared, Slot


def ask(rule: str, rgb: U8, maker: Prepared | None = None) -> Finding:
    file = Examined(name="a.png", data=b"x", format="PNG", width=rgb.shape[1], height=rgb.shape[0], rgb=rgb)
    check = next(check for check in CHECKS if check.id == rule)
    return check.ask(file, pictures.profile().rule(rule), Context(file, pictures.profile(), Slot.MAIN, maker))


def test_found_passes_a_product() -> None:
    assert pictures.finding("subject.found", pictures.good()).outcome is Outcome.PASS


def test_found_fails_a_white_page() -> None:
    assert ask("subject.found", pictures.white(100, 100)).broken


def test_found_fails_specks() -> None:
    rgb = pictures.white(200, 200)
    rgb[20:30, 20:30] = 0
    rgb[150:155, 20:30] = 0
    assert ask("subject.found", rgb).broken


def test_found_is_not_measured_on_a_scene() -> None:
    scene = np.full((60, 60, 3), 90, np.uint8)
    found = ask("subject.found", scene)
    assert found.outcome is Outcome.NOT_MEASURED


@given(
    width=st.integers(60, 160),
    height=st.integers(60, 160),
    part=st.tuples(st.floats(0.2, 0.95), st.floats(0.2, 0.95)),
    made=st.booleans(),
)
@settings(max_examples=60)
def test_fill_is_the_longer_share(width: int, height: int, part: tuple[float, float], made: bool) -> None:
    across, down = round(width * part[0]), round(height * part[1])
    left, top = (width - across) // 2, (height - down) // 2
    box = Box(left, top, left + across, top + down)
    rgb = pictures.product(width, height, box)
    found = ask("subject.fill", rgb, pictures.prepared(rgb, box=box) if made else None)
    expected = max(across / width, down / height)
    assert found.outcome is not Outcome.NOT_MEASURED
    assert found.value == pytest.approx(expected)
    assert found.broken is (expected < 0.75)
    assert not found.broken or found.where == box


def test_fill_reports_the_area_beside_the_side() -> None:
    found = ask("subject.fill", pictures.product(100, 100, Box(10, 40, 90, 60)))
    assert found.measured == "80 % of the side, 16 % of the area"


def test_fill_counts_near_parts_and_not_specks() -> None:
    rgb = pictures.white(200, 200)
    rgb[40:80, 40:60] = 0
    rgb[88:100, 40:60] = 0  # 8 px lower: linked
    rgb[109:111, 40:42] = 0  # 9 px lower, and too small for a group of its own
    assert ask("subject.fill", rgb).where == Box(40, 40, 60, 100)


def test_cut_off_follows_the_placement() -> None:
    rgb = pictures.product(200, 200, Box(30, 30, 170, 170))
    box = Box(30, 30, 170, 170)
    assert not ask("subject.cut_off", rgb, pictures.prepared(rgb, box=box)).broken
    found = ask("subject.cut_off", rgb, pictures.prepared(rgb, box=box, flush=("left", "bottom")))
    assert found.broken
    assert found.measured == "cut off at the left and bottom"


@pytest.mark.parametrize(
    ("box", "sides"),
    [
        (Box(30, 30, 170, 170), ""),
        (Box(30, 30, 170, 200), "bottom"),
        (Box(0, 30, 170, 170), "left"),
        (Box(30, 0, 200, 170), "top and right"),
    ],
)
def test_cut_off_in_a_file_is_touching_the_frame(box: Box, sides: str) -> None:
    found = ask("subject.cut_off", pictures.product(200, 200, box))
    assert found.broken is bool(sides)
    assert sides in found.measured


def test_cut_off_lets_a_shadow_run_out() -> None:
    rgb = pictures.product(200, 200, Box(30, 30, 170, 170))
    rgb[165:170, 170:] = 245
    assert not ask("subject.cut_off", rgb).broken


def with_light_side(share: float, level: int) -> tuple[U8, Prepared]:
    box = Box(20, 20, 180, 180)
    rgb = pictures.product(200, 200, box)
    matte = pictures.matte_of(rgb)
    rgb[20 : 20 + round(160 * share), 20:26] = level
    return rgb, pictures.prepared(rgb, box=box, matte=matte)


@pytest.mark.parametrize(
    ("share", "level", "lost"), [(0.9, 255, True), (0.9, 249, True), (0.9, 248, False), (0.1, 255, False)]
)
def test_edge_lost(share: float, level: int, lost: bool) -> None:
    rgb, maker = with_light_side(share, level)
    assert ask("subject.edge_lost", rgb, maker).broken is lost


def test_edge_lost_needs_a_matte() -> None:
    assert ask("subject.edge_lost", pictures.product(100, 100, Box(10, 10, 90, 90))).outcome is Outcome.NOT_MEASURED


@pytest.mark.parametrize(
    ("doubt", "approved", "broken"), [(0.49, False, False), (0.5, False, True), (0.9, False, True), (0.9, True, False)]
)
def test_doubt(doubt: float, approved: bool, broken: bool) -> None:
    rgb = pictures.product(100, 100, Box(10, 10, 90, 90))
    maker = pictures.prepared(rgb, box=Box(10, 10, 90, 90), doubt=doubt, approved=approved)
    assert ask("subject.doubt", rgb, maker).broken is broken


def test_an_outline_beside_a_shadow_is_not_lost() -> None:
    rgb, maker = with_light_side(0.9, 255)
    matte = maker.composition.matte
    assert matte is not None
    shadow = np.where(matte == 0, 40, 0).astype(np.uint8)
    dark = np.where(shadow[..., None] > 0, np.uint8(215), rgb).astype(np.uint8)
    beside = replace(maker, composition=replace(maker.composition, shadow=shadow))
    assert ask("subject.edge_lost", rgb, maker).broken
    assert not ask("subject.edge_lost", dark, beside).broken
    assert ask("subject.edge_lost", rgb, beside).broken


def test_the_fix_of_a_lost_outline_names_the_options_that_answer_it() -> None:
    rgb, maker = with_light_side(0.9, 255)
    fix = ask("subject.edge_lost", rgb, maker).fix
    assert "--keep-edges" in fix
    assert "--shadow own" in fix


def test_doubt_says_where_in_the_file_to_look() -> None:
    rgb = pictures.product(100, 100, Box(10, 10, 90, 90))
    maker = pictures.prepared(rgb, box=Box(10, 10, 90, 90), doubt=0.9, scale=2.0)
    placed = replace(maker, place=Box(20, 30, 40, 40))
    assert ask("subject.doubt", rgb, placed).where == Box(50, 70, 90, 90)
    assert ask("subject.doubt", rgb, replace(maker, place=Box(-40, -40, -20, -20))).where is None
    assert ask("subject.doubt", rgb, maker).where is None
