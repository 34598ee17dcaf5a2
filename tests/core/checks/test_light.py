from __future__ import annotations

import numpy as np
import pytest

from tests.core.checks import pictures
from whitecove.core.checks.light import mean_luma
from whitecove.core.model import U8, Box, Outcome

BOX = Box(20, 20, 180, 180)


def packshot(level: int = 120) -> U8:
    return pictures.product(200, 200, BOX, level)


def test_luminance_passes_a_product_on_white() -> None:
    found = pictures.finding("light.luminance", pictures.png(packshot()))
    assert not found.broken
    assert found.measured == "mean luma 169 (subject 120, 135 below white)"


def test_luminance_fails_a_dark_picture() -> None:
    rgb = np.full((200, 200, 3), 60, np.uint8)
    found = pictures.finding("light.luminance", pictures.png(rgb))
    assert found.broken
    assert found.measured == "mean luma 60"


def test_luma_weighs_green_most() -> None:
    zero, full = np.zeros((2, 2), np.uint8), np.full((2, 2), 255, np.uint8)
    red, green, blue = (mean_luma(planes) for planes in ((full, zero, zero), (zero, full, zero), (zero, zero, full)))
    assert green > red > blue
    assert red + green + blue == pytest.approx(255, abs=1e-3)


def burnt(share: float, level: int = 255) -> U8:
    rgb = packshot()
    side = round((share * BOX.width * BOX.height) ** 0.5)
    rgb[100 : 100 + side, 100 : 100 + side] = level
    return rgb


@pytest.mark.parametrize(
    ("share", "level", "broken"), [(0.005, 255, False), (0.03, 255, True), (0.03, 254, True), (0.03, 253, False)]
)
def test_clipped_with_a_matte(share: float, level: int, broken: bool) -> None:
    rgb = burnt(share, level)
    maker = pictures.prepared(rgb, box=BOX, matte=pictures.matte_of(packshot()))
    assert pictures.finding("light.clipped", pictures.png(rgb), maker=maker).broken is broken


def test_clipped_in_a_file_counts_narrow_highlights() -> None:
    rgb = packshot()
    rgb[40:160:16, 40:160] = 255
    found = pictures.finding("light.clipped", pictures.png(rgb))
    assert found.broken
    assert found.value == pytest.approx(8 / 144 * 120 / 144, rel=0.2)


def test_clipped_in_a_file_does_not_count_the_trace_of_a_shadow() -> None:
    rgb = packshot()
    rgb[180:198, 20:180] = 254
    assert not pictures.finding("light.clipped", pictures.png(rgb)).broken


def test_clipped_is_not_measured_on_a_white_page() -> None:
    found = pictures.finding("light.clipped", pictures.png(pictures.white(100, 100)))
    assert found.outcome is Outcome.NOT_MEASURED
