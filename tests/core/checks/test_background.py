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

SMALL = Box(30, 30, 90, 90)
OPEN = Box(20, 20, 180, 180)


def ask(rgb: U8, maker: Prepared | None = None, rule: str = "background.white") -> Finding:
    file = Examined(name="a.png", data=b"x", format="PNG", width=rgb.shape[1], height=rgb.shape[0], rgb=rgb)
    check = next(check for check in CHECKS if check.id == rule)
    context = Context(file, pictures.profile(), Slot.MAIN, maker)
    return check.ask(file, pictures.profile().rule(rule), context)


def small() -> U8:
    return pictures.product(120, 120, SMALL)


def test_white_passes_a_written_file() -> None:
    assert pictures.finding("background.white", pictures.good()).outcome is Outcome.PASS
    maker = pictures.prepared(pictures.product())
    assert pictures.finding("background.white", pictures.good(), maker=maker).outcome is Outcome.PASS


@pytest.mark.parametrize("quality", [60, 75, 90, 100])
def test_the_ripple_of_jpeg_stays_inside_the_band(quality: int) -> None:
    rgb = pictures.product()
    data = pictures.jpeg(rgb, quality)
    assert not pictures.finding("background.white", data, maker=pictures.prepared(rgb)).broken


@pytest.mark.parametrize("backdrop", [(247, 247, 245), (254, 254, 254), (255, 255, 254), (200, 200, 200), (0, 90, 0)])
@pytest.mark.parametrize("made", [False, True])
def test_white_fails_another_backdrop_and_names_its_colour(backdrop: tuple[int, int, int], made: bool) -> None:
    rgb = small()
    maker = pictures.prepared(rgb, box=SMALL) if made else None
    rgb = np.where(rgb == 255, np.array(backdrop, np.uint8), rgb)
    found = ask(rgb, maker)
    assert found.fix.startswith("The cutout left traces of the backdrop: look at it" if made else "Cut the product out")
    assert found.broken
    assert found.measured.startswith("background is {}, {}, {}, not 255".format(*backdrop))


def test_white_fails_a_backdrop_inside_a_white_hairline() -> None:
    rgb = np.where(small() == 255, np.uint8(252), small())
    rgb[[0, -1]] = 255
    rgb[:, [0, -1]] = 255
    assert ask(rgb).broken


def test_white_fails_a_sweep_that_is_white_at_the_top_only() -> None:
    rgb = small()
    rgb[70:] = np.where(rgb[70:] == 255, np.uint8(238), rgb[70:])
    assert ask(rgb).broken


@given(level=st.integers(0, 254), channel=st.integers(0, 2), data=st.data())
@settings(max_examples=60)
def test_a_pixel_beyond_the_band_is_always_found(level: int, channel: int, data: st.DataObject) -> None:
    rgb, y, x = small(), data.draw(st.integers(0, 119)), data.draw(st.integers(0, 119))
    maker = pictures.prepared(rgb, box=SMALL)
    rgb[y, x, channel] = min(level, int(rgb[y, x, channel]))
    distance = max(30 - y, y - 89, 30 - x, x - 89)
    found = ask(rgb, maker)
    assert found.broken is (distance > 8)
    if found.broken:
        assert found.where == Box(x, y, x + 1, y + 1)
        assert found.value == 1


@given(data=st.data())
@settings(max_examples=40)
def test_without_a_matte_a_speck_far_away_is_found(data: st.DataObject) -> None:
    rgb, y, x = small(), data.draw(st.integers(0, 119)), data.draw(st.integers(0, 119))
    rgb[y, x] = 254
    distance = max(30 - y, y - 89, 30 - x, x - 89)
    assert ask(rgb).broken is (distance > 9)


def test_a_scrap_of_backdrop_is_found_although_it_has_matte() -> None:
    rgb = pictures.product()
    rgb[3:6, 3:6] = 120
    found = ask(rgb, pictures.prepared(rgb))
    assert found.value == 9
    assert found.broken


def test_white_fails_a_scene_that_was_padded_with_white() -> None:
    rgb = pictures.product(200, 200, Box(0, 25, 200, 175), level=190)
    found = ask(rgb)
    assert found.broken
    assert found.measured.endswith("on 100 % of its rim")
    box = Box(20, 20, 180, 180)
    scene = pictures.product(200, 200, box, level=190)
    maker = pictures.prepared(scene, box=box)
    uncut = replace(maker, composition=replace(maker.composition, matte=None))
    assert ask(scene, uncut).broken
    assert not ask(scene, maker).broken


@pytest.mark.parametrize("made", [False, True])
def test_white_fails_a_photo_that_was_hardly_cut_out(made: bool) -> None:
    rgb = pictures.product(200, 200, Box(0, 66, 200, 200), level=90)
    rgb[66:72, 30:80] = 255
    rgb[72:110, :8] = 255
    maker = pictures.prepared(rgb, box=Box(0, 66, 200, 200), flush=("left", "right", "bottom"))
    assert ask(rgb, maker if made else None).broken


def test_a_torso_from_side_to_side_is_a_product() -> None:
    rgb = pictures.product(200, 200, Box(0, 130, 200, 200))
    rgb[40:130, 60:140] = 90
    assert not ask(rgb).broken


def test_a_belt_from_side_to_side_is_a_product() -> None:
    assert not ask(pictures.product(200, 200, Box(0, 80, 200, 120))).broken


def test_a_product_cut_by_the_frame_leaves_the_background_white() -> None:
    box = Box(30, 40, 90, 120)
    assert not ask(pictures.product(120, 120, box)).broken


@pytest.mark.parametrize("quality", [75, 95])
@pytest.mark.parametrize("margin", [2, 3, 6])
def test_a_product_that_nearly_fills_the_frame_is_no_backdrop(quality: int, margin: int) -> None:
    rgb = pictures.product(200, 200, Box(margin, margin, 200 - margin, 200 - margin), level=60)
    assert not pictures.finding("background.white", pictures.jpeg(rgb, quality)).broken


@pytest.mark.parametrize(("density", "level"), [(0.5, 254), (0.02, 254), (0.02, 200), (0.9, 250)])
def test_white_fails_dust_that_links_all_over_the_frame(density: float, level: int) -> None:
    rgb = pictures.product(200, 200, OPEN)
    rgb[np.random.default_rng(0).random((200, 200)) < density] = level
    assert ask(rgb).broken


def test_a_white_page_is_white() -> None:
    assert not ask(pictures.white(50, 50)).broken


def edged(fringe: tuple[int, int, int], width: int) -> U8:
    rgb = pictures.white(200, 200)
    rgb[OPEN.top - width : OPEN.bottom + width, OPEN.left - width : OPEN.right + width] = fringe
    rgb[OPEN.top : OPEN.bottom, OPEN.left : OPEN.right] = 60
    return rgb


@pytest.mark.parametrize("level", [200, 225, 240])
def test_edge_band_fails_a_grey_rim(level: int) -> None:
    found = ask(edged((level, level, level), 6), rule="background.edge_band")
    assert found.broken
    assert "pixels" in found.measured


@pytest.mark.parametrize(
    ("fringe", "width"),
    [((200, 200, 200), 0), ((200, 200, 200), 2), ((250, 250, 250), 6), ((235, 200, 160), 6), ((220, 220, 220), 19)],
    ids=["hard", "soft edge", "too faint to see", "coloured trim", "a shadow that goes on"],
)
def test_edge_band_passes_honest_edges(fringe: tuple[int, int, int], width: int) -> None:
    assert not ask(edged(fringe, width), rule="background.edge_band").broken


@pytest.mark.parametrize("quality", [60, 80, 95])
def test_edge_band_passes_the_ripple_of_jpeg(quality: int) -> None:
    data = pictures.jpeg(pictures.product(level=60), quality)
    assert not pictures.finding("background.edge_band", data).broken


def test_edge_band_is_not_measured_without_white_around() -> None:
    rgb = np.full((120, 120, 3), 200, np.uint8)
    assert ask(rgb, rule="background.edge_band").outcome is Outcome.NOT_MEASURED


def shaded(neutral: bool = True, laid: bool = True) -> Finding:
    """The answer on a product with a soft shadow around it that was laid under it by its maker, or not."""
    box = Box(60, 60, 140, 140)
    rgb = pictures.product(200, 200, box)
    matte = pictures.matte_of(rgb)
    rows, columns = np.mgrid[:200, :200]
    far = np.maximum(np.abs(rows - 99.5), np.abs(columns - 99.5)) - 40
    shadow = np.where((far > 0) & (far < 30), 60 * (1 - far / 30), 0).astype(np.uint8)
    tint = (1, 1, 1) if neutral else (1.0, 0.6, 0.2)
    rgb = (rgb - shadow[..., None] * np.array(tint)).astype(np.uint8)
    maker = pictures.prepared(rgb, box=box, matte=matte)
    if laid:
        maker = replace(maker, composition=replace(maker.composition, shadow=shadow))
    return ask(rgb, maker)


def test_a_neutral_shadow_that_was_laid_under_the_product_belongs_to_it() -> None:
    assert shaded().outcome is Outcome.PASS


def test_what_only_looks_like_a_shadow_or_has_a_colour_does_not() -> None:
    assert shaded(laid=False).broken
    assert shaded(neutral=False).broken
