from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.checks import pictures
from whitecove.core.checks.examine import Examined
from whitecove.core.checks.pixels import is_shape
from whitecove.core.model import Outcome, Severity, Slot


def sized(width: int, height: int) -> Examined:
    return Examined(name="a.jpg", data=b"x", format="JPEG", width=width, height=height, mode="RGB", bits=8)


@pytest.mark.parametrize(
    ("slot", "width", "height", "passes"),
    [
        (Slot.MAIN, 800, 800, True),
        (Slot.MAIN, 799, 800, False),
        (Slot.MAIN, 750, 1000, True),
        (Slot.MAIN, 748, 998, False),
        (Slot.DETAIL, 800, 1900, True),
        (Slot.DETAIL, 750, 1100, False),
        (Slot.MARKETING_PORTRAIT, 750, 1000, True),
        (Slot.MARKETING_SQUARE, 750, 1000, False),
    ],
)
def test_min_side(slot: Slot, width: int, height: int, passes: bool) -> None:
    assert pictures.finding("pixels.min_side", sized(width, height), slot=slot).broken is not passes


@pytest.mark.parametrize(("width", "passes"), [(2000, True), (2001, False)])
def test_long_edge(width: int, passes: bool) -> None:
    found = pictures.finding("pixels.long_edge", sized(width, 1000))
    assert found.broken is not passes
    assert found.measured == f"{width} px"


@pytest.mark.parametrize(("side", "passes"), [(1000, True), (999, False)])
def test_recommended_is_only_information(side: int, passes: bool) -> None:
    found = pictures.finding("pixels.recommended", sized(side, 1000))
    assert found.broken is not passes
    assert found.severity is Severity.INFO


@pytest.mark.parametrize(
    ("size", "aspect", "passes"),
    [
        ((1000, 1000), None, True),
        ((1000, 1001), None, True),
        ((1000, 1002), None, False),
        ((1500, 2000), None, True),
        ((1500, 2000), "1:1", False),
        ((1500, 2000), "3:4", True),
        ((1000, 1000), "3:4", False),
        ((2000, 1500), None, False),
    ],
)
def test_aspect_of_a_main(size: tuple[int, int], aspect: str | None, passes: bool) -> None:
    assert pictures.finding("pixels.aspect", sized(*size), aspect=aspect).broken is not passes


def test_aspect_of_a_slot_with_one_shape_ignores_the_wish_for_another() -> None:
    found = pictures.finding("pixels.aspect", sized(750, 1000), slot=Slot.MARKETING_PORTRAIT, aspect="1:1")
    assert not found.broken


@given(unit=st.integers(1, 700), across=st.integers(1, 9), down=st.integers(1, 9), off=st.integers(-1, 1))
def test_a_shape_is_exact_to_one_pixel(unit: int, across: int, down: int, off: int) -> None:
    assert is_shape(unit * across + off, unit * down, f"{across}:{down}")
    assert not is_shape(unit * across + 1000, unit * down, f"{across}:{down}") or across * unit > 1000


@pytest.mark.parametrize(
    ("scale", "outcome", "severity"),
    [
        (0.5, Outcome.PASS, Severity.INFO),
        (1.0, Outcome.PASS, Severity.INFO),
        (1.25, Outcome.FAIL, Severity.INFO),
        (2.0, Outcome.FAIL, Severity.WARNING),
    ],
)
def test_upscaled(scale: float, outcome: Outcome, severity: Severity) -> None:
    rgb = pictures.product()
    found = pictures.finding("pixels.upscaled", pictures.good(), maker=pictures.prepared(rgb, scale=scale))
    assert (found.outcome, found.severity) == (outcome, severity)
    assert found.measured == f"{scale:.2f}×"
