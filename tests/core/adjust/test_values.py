"""Turning and mirroring what is shown, whatever was turned and mirrored before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.adjust.any import adjusts
from whitecove.core.adjust.chosen import chosen
from whitecove.core.adjust.geometry import shown_size, straightening, to_shown
from whitecove.core.adjust.values import OPTIONS, UNTOUCHED, Adjust, mirrored, turned
from whitecove.core.errors import ProfileError
from whitecove.core.options import Options

SIZE = (300, 200)


@given(adjusts)
def test_turning_four_times_and_mirroring_twice_is_nothing(adjust: Adjust) -> None:
    four = adjust
    for _ in range(4):
        four = turned(four, 90)
    assert four == adjust
    assert mirrored(mirrored(adjust)) == adjust


@given(adjusts, st.sampled_from([90, 180, 270, -90]), st.floats(0, 300), st.floats(0, 200))
def test_a_turn_turns_what_is_seen(adjust: Adjust, by: int, x: float, y: float) -> None:
    """Seen from the middle, each place goes the way of the hand of a clock."""
    before = _from_middle(adjust, x, y)
    way = straightening((0, 0), by)
    assert _from_middle(turned(adjust, by), x, y) == pytest.approx(way(*before), abs=1e-6)


@given(adjusts, st.floats(0, 300), st.floats(0, 200))
def test_mirroring_mirrors_what_is_seen(adjust: Adjust, x: float, y: float) -> None:
    across, down = _from_middle(adjust, x, y)
    assert _from_middle(mirrored(adjust), x, y) == pytest.approx((-across, down), abs=1e-6)


def _from_middle(adjust: Adjust, x: float, y: float) -> tuple[float, float]:
    across, down = to_shown(SIZE, adjust.geometry)(x, y)
    width, height = shown_size(SIZE, adjust.geometry)
    return across - width / 2, down - height / 2


@given(adjusts)
def test_only_what_is_named_is_set_over_the_options(adjust: Adjust) -> None:
    usual = Options(fill=0.7, stand="baseline", shadow="own")
    made = chosen(usual, adjust)
    for name in OPTIONS:
        own = getattr(adjust, name)
        assert getattr(made, name) == (getattr(usual, name) if own is None else own)
    assert chosen(usual, UNTOUCHED) is usual


def test_an_option_that_cannot_be_is_refused() -> None:
    with pytest.raises(ProfileError, match="fill: must be at most 1"):
        chosen(Options(), Adjust(fill=3.0))
