from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whitecove.batch.naming.names import (
    NAME_BYTES,
    collision_key,
    latin,
    natural_key,
    printable,
    safe_name,
    safe_sku,
    sku_namer,
    with_hash,
)
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile

WINDOWS_DEVICES = ["CON", "prn", "Aux", "NUL", "COM1", "lpt9", "com¹", "CONIN$"]


@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text_becomes_a_name_every_system_takes(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name.encode()) <= NAME_BYTES
    assert not set('<>:"/\\|?*') & set(name)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in name)
    assert name == name.strip(" ").rstrip(".")
    assert not name.startswith(".")
    assert name.split(".")[0].rstrip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}
    assert unicodedata.is_normalized("NFC", name)
    assert safe_name(name) == name


@given(st.text(st.characters(codec=None), max_size=200))
def test_a_safe_sku_is_what_the_default_settings_make(text: str) -> None:
    assert safe_sku(text) == sku_namer(Options(), load_profile("aliexpress"))(text)


@given(st.text(st.characters(codec=None), max_size=200), st.integers(13, 120), st.integers(13, 60))
def test_a_name_keeps_within_any_limit(text: str, limit: int, characters: int) -> None:
    name = safe_name(text, limit, characters)
    assert len(name.encode()) <= limit
    assert len(name) <= characters
    assert safe_name(name, limit, characters) == name


@given(st.text("abcdé", max_size=20), st.text("abcdé", max_size=20))
def test_long_texts_that_differ_only_behind_the_cut_stay_apart(one: str, other: str) -> None:
    start = "产品" * 40
    assert (safe_name(start + one) == safe_name(start + other)) == (one == other)


@pytest.mark.parametrize("device", WINDOWS_DEVICES)
@pytest.mark.parametrize("ending", ["", ".jpg", " .x"])
def test_windows_device_names_are_changed(device: str, ending: str) -> None:
    assert safe_name(device + ending).split(".")[0].rstrip().casefold() != device.casefold()


@pytest.mark.parametrize("name", ["console", "com10", "nullable", "红色-3", "Größe 🎉", "a.b", "SKU_1"])
def test_a_safe_name_stays_as_it_is(name: str) -> None:
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a/b", "a_b"),
        ("what?.", "what_"),
        ("  spaced  ", "spaced"),
        ("...", "photo"),
        ("", "photo"),
        (".hidden", "hidden"),
        ("_review", "review_"),
        ("Manifest.JSON", "Manifest.JSON_"),
        ("reshoot.csv", "reshoot.csv_"),
        ("e\u0301", "é"),
        ("evil\u202egpj.exe", "evil_gpj.exe"),
        ("raw\udcff", "raw_xff"),
    ],
)
def test_what_becomes_of_awkward_names(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_cut_never_splits_a_character() -> None:
    name = safe_name("货" * 200)
    assert len(name.encode()) in range(NAME_BYTES - 2, NAME_BYTES + 1)
    assert name.startswith("货货")
    assert "\ufffd" not in name


@pytest.mark.parametrize(
    ("text", "limit", "characters", "start"),
    [
        ("货" * 50, 120, 20, "货" * 11),
        ("货" * 50, 21, 20, "货" * 4),
        ("A" * 50, 40, 0, "A" * 31),
        ("é" * 40, 24, 30, "é" * 7),
    ],
)
def test_what_a_cut_leaves(text: str, limit: int, characters: int, start: str) -> None:
    assert safe_name(text, limit, characters) == with_hash(start, text, 120)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("红色", "HongSe"),
        ("Größe 41", "Grosse 41"),
        ("Красный", "Krasnyy"),
        ("plain_1", "plain_1"),
        ("", ""),
        ("...", "..."),
    ],
)
def test_latin_letters(text: str, letters: str) -> None:
    assert latin(text) == letters


def test_what_has_no_latin_letters_stays_apart() -> None:
    one, other = latin("\U000f0000"), latin("\U000f0001")
    assert one != other
    assert len(one) == len(other) == 8


@given(st.text(st.characters(codec=None), max_size=60))
def test_latin_names_are_ascii_and_stay_as_they_are(text: str) -> None:
    name = safe_name(latin(text))
    assert name.isascii()
    assert safe_name(latin(name)) == name


@pytest.mark.parametrize(("one", "other"), [("A", "a"), ("é", "e\u0301"), ("É", "e\u0301"), ("ß", "SS"), ("K", "k")])
def test_names_that_some_file_systems_take_for_the_same(one: str, other: str) -> None:
    assert collision_key(one) == collision_key(other)


def test_natural_order() -> None:
    names = ["10", "b1", "1", "a10", "A2", "2", "a1", "01"]
    assert sorted(names, key=natural_key) == ["01", "1", "2", "10", "a1", "A2", "a10", "b1"]


@given(st.lists(st.text(st.characters(codec=None), max_size=20)))
def test_any_names_can_be_ordered(names: list[str]) -> None:
    keys = sorted(natural_key(name) for name in names)
    assert keys == sorted(natural_key(name) for name in reversed(names))


@given(st.text(st.characters(codec=None)))
def test_printable_text_can_be_written(text: str) -> None:
    assert bool(printable(text).encode("utf-8")) == bool(text)
    assert printable(printable(text)) == printable(text)
