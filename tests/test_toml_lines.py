"""Editing a TOML file that a person wrote."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whitecove.toml_lines import edited, written

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
FLAT = st.one_of(st.booleans(), st.integers(-(2**62), 2**62), st.floats(allow_nan=False, allow_infinity=False), TEXTS)
VALUES = st.one_of(FLAT, st.lists(TEXTS, max_size=4), st.dictionaries(TEXTS, FLAT, max_size=4))


@given(VALUES)
def test_what_is_written_is_read(value: object) -> None:
    assert tomllib.loads(f"x = {written(value)}") == {"x": value}


@given(st.dictionaries(st.sampled_from("abc"), VALUES), st.dictionaries(st.sampled_from("bcd"), st.none() | VALUES))
def test_keys_are_set_and_taken_out(before: dict[str, object], changes: dict[str, object]) -> None:
    text = "".join(f"{key} = {written(value)}  # mine\n" for key, value in before.items()) + "[table]\na = 1\n"
    after = tomllib.loads(edited(text, changes))
    expected = {**before, **changes, "table": {"a": 1}}
    assert after == {key: value for key, value in expected.items() if value is not None}


def test_what_toml_has_not_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        written(object())
