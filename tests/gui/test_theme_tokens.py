"""Whatever the scheme and the accent: text is read, shapes are seen, greys are neutral, lengths are on the grid."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whitecove.gui.theme.accent import with_accent
from whitecove.gui.theme.contrast import READABLE, VISIBLE, channels, mix, ratio
from whitecove.gui.theme.tokens import DARK, LIGHT, METRICS, SHAPE_PAIRS, TEXT_PAIRS, Colours, colour_names

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
GREYS = ("window", "surface", "raised", "hover", "pressed", "surround", "border", "outline", "text", "muted")


def too_faint(scheme: Colours) -> list[str]:
    """Declared pairs that are told apart too little."""
    limits = [(pair, READABLE) for pair in TEXT_PAIRS] + [(pair, VISIBLE) for pair in SHAPE_PAIRS]
    found = []
    for (ink, ground), least in limits:
        contrast = ratio(getattr(scheme, ink), getattr(scheme, ground))
        if contrast < least:
            found.append(f"{ink} on {ground}: {contrast:.2f}, not {least}")
    return found


@SCHEMES
def test_all_declared_pairs_are_told_apart(scheme: Colours) -> None:
    assert too_faint(scheme) == []


@SCHEMES
@given(accent=st.tuples(*[st.integers(0, 255)] * 3))
def test_any_accent_of_the_person_keeps_them_so(scheme: Colours, accent: tuple[int, int, int]) -> None:
    assert too_faint(with_accent(scheme, "#{:02x}{:02x}{:02x}".format(*accent))) == []


@SCHEMES
@pytest.mark.parametrize("name", GREYS)
def test_greys_have_no_hue(scheme: Colours, name: str) -> None:
    assert len(set(channels(getattr(scheme, name)))) == 1


def test_the_schemes_differ_wherever_the_window_is_painted() -> None:
    over_photos = {"not_white", "keep", "erase", "guide", "line", "line_shade", "checker_light", "checker_dark"}
    same = {name for name in colour_names() if getattr(LIGHT, name) == getattr(DARK, name)}
    assert same == over_photos


def test_every_state_has_ink_and_ground_that_no_other_has() -> None:
    for scheme in (LIGHT, DARK):
        states = ("ready", "review", "failed", "reshoot", "working", "unused")
        assert len({getattr(scheme, state) for state in states}) == len(states)
        assert len({getattr(scheme, f"{state}_soft") for state in states}) == len(states)


def test_lengths_are_on_the_grid() -> None:
    rows = ("gap", "gap_large", "margin", "control", "control_large", "row", "bar", "status_bar", "tick_row")
    assert {name: length for name, length in asdict(METRICS).items() if name in rows and length % METRICS.grid} == {}
    assert min(METRICS.control, METRICS.row, METRICS.tick_row) >= 32


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#ffffff", "#000000", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, expected: float) -> None:
    assert ratio(one, other) == pytest.approx(expected, abs=0.01)


def test_a_mix_goes_from_ground_to_colour() -> None:
    assert [mix("#ff0000", "#0000ff", share) for share in (0, 0.5, 1)] == ["#0000ff", "#800080", "#ff0000"]


@pytest.mark.parametrize("word", ["red", "#fff", "ffffff", "#fffffff"])
def test_what_is_no_colour_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        channels(word)
