"""The person's settings: what is wrong falls back alone, and never into connecting."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from whitecove import paths, settings
from whitecove.settings import Settings


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("WHITECOVE_OFFLINE", "WHITECOVE_MIRROR"):
        monkeypatch.delenv(name, raising=False)
    return paths.settings_file()


def test_without_a_file_the_defaults_hold(file: Path, home: Path) -> None:
    assert file == home / "settings.toml"
    assert settings.load() == Settings(never_connect=False, mirrors=(), problems=())


def test_a_file_is_read(file: Path) -> None:
    file.write_text('never_connect = true\nmirrors = ["http://a/", "http://b/"]\nfuture = 3\n', "utf-8")
    assert settings.load() == Settings(never_connect=True, mirrors=("http://a/", "http://b/"))


@pytest.mark.parametrize(
    ("text", "never", "mirrors", "word"),
    [
        ("never_connect = 1\nmirrors = ['http://a/']", True, ("http://a/",), "never_connect"),
        ("never_connect = false\nmirrors = 'http://a/'", False, (), "mirrors"),
        ("mirrors = ['http://a/', 3]", False, (), "mirrors"),
        ("schema = 2\nnever_connect = true", True, (), "another version"),
        ("never_connect = ", True, (), "cannot be understood"),
    ],
)
def test_a_wrong_key_falls_back_alone(file: Path, text: str, never: bool, mirrors: tuple[str, ...], word: str) -> None:
    file.write_text(text, "utf-8")
    found = settings.load()
    assert (found.never_connect, found.mirrors) == (never, mirrors)
    assert len(found.problems) == 1
    assert word in found.problems[0]


def test_what_cannot_be_read_never_connects(file: Path) -> None:
    file.write_bytes(b"never_connect = true # \xff")
    assert settings.load().never_connect
    file.unlink()
    file.mkdir()
    assert settings.load().never_connect


@pytest.mark.parametrize(("value", "never"), [("1", True), ("yes", True), ("", False), ("0", False), (" No ", False)])
def test_the_environment_can_forbid(file: Path, monkeypatch: pytest.MonkeyPatch, value: str, never: bool) -> None:
    monkeypatch.setenv("WHITECOVE_OFFLINE", value)
    assert settings.load().never_connect is never


def test_the_environment_cannot_allow_what_the_file_forbids(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.store_never_connect(True)
    monkeypatch.setenv("WHITECOVE_OFFLINE", "0")
    assert settings.load().never_connect


def test_mirrors_of_the_environment_take_the_place_of_the_files(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("mirrors = ['http://a/']", "utf-8")
    monkeypatch.setenv("WHITECOVE_MIRROR", "http://b/ http://c/")
    assert settings.load().mirrors == ("http://b/", "http://c/")


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# mine\nschema = 1\nmirrors = ['http://a/']  # the studio's\n",
        "never_connect = false  # for now\nfuture = 3\n",
        "mirrors = []\n[window]\nwidth = 3\n",
        "[window]\nnever_connect = 3\n",
        "x = '''\nnever_connect = 1\n'''\nnever_connect = false\n",
    ],
)
def test_writing_leaves_the_rest_alone(file: Path, before: str) -> None:
    file.write_text(before, "utf-8")
    others = {key: value for key, value in tomllib.loads(before).items() if key != "never_connect"}
    for value in (True, False, True):
        settings.store_never_connect(value)
        assert tomllib.loads(file.read_text("utf-8")) == {**others, "never_connect": value}
    assert all(line in file.read_text("utf-8") for line in before.splitlines() if not line.startswith("never_connect"))
    assert [path.name for path in file.parent.glob("*settings*")] == ["settings.toml"]


@pytest.mark.parametrize("before", ["never_connect = ", '"never_\\u0063onnect" = false'])
def test_a_file_that_cannot_be_edited_is_left_as_it_is(file: Path, before: str) -> None:
    file.write_text(before, "utf-8")
    with pytest.raises(ValueError, match=r"never_connect|Invalid value"):
        settings.store_never_connect(True)
    assert file.read_text("utf-8") == before


def test_a_new_file_says_its_schema(file: Path) -> None:
    settings.store_never_connect(True)
    assert tomllib.loads(file.read_text("utf-8")) == {"schema": 1, "never_connect": True}


def test_only_what_differs_is_written(file: Path) -> None:
    file.write_text("# mine\nlast_folders = [\n  'a',  # old\n  'b',\n]\n[future]\nx = 1\n", "utf-8")
    settings.store({"theme": "dark", "last_folders": ("c", 'd"\n'), "options": {"fill": 0.9, "slots": ("main",)}})
    found = settings.load()
    assert (found.theme, found.last_folders) == ("dark", ("c", 'd"\n'))
    assert found.options == {"fill": 0.9, "slots": ("main",)}
    settings.store({"theme": "system", "options": {}, "last_folders": ()})
    assert tomllib.loads(file.read_text("utf-8")) == {"future": {"x": 1}}
    assert file.read_text("utf-8").startswith("# mine\n")
    assert settings.load() == Settings()


def test_what_is_no_setting_is_not_written(file: Path) -> None:
    with pytest.raises(KeyError, match="colour"):
        settings.store({"colour": "blue"})
    assert not file.exists()


@pytest.mark.parametrize("key", settings.KEYS)
def test_each_key_falls_back_alone(file: Path, key: str) -> None:
    file.write_text(f"{key} = 1979-05-27\n", "utf-8")
    found = settings.load()
    assert len(found.problems) == 1
    assert key in found.problems[0]
    expected = Settings(never_connect=key == "never_connect", problems=found.problems)
    assert found == expected


def test_wrong_options_are_passed_over_each_by_itself(file: Path) -> None:
    file.write_text("options = { fill = 7, details = 'white', colour = 1 }\ntheme = 'pink'\n", "utf-8")
    found = settings.load()
    assert (dict(found.options), found.theme) == ({"details": "white"}, "system")
    assert [word in " ".join(found.problems) for word in ("fill", "colour", "theme")] == [True] * 3


@pytest.mark.parametrize("written", ["nan", "inf", "true", "'large'"])
def test_a_brush_is_a_number(file: Path, written: str) -> None:
    file.write_text(f"brush_radius = {written}\n", "utf-8")
    assert settings.load().brush_radius == Settings().brush_radius
    assert len(settings.load().problems) == 1
    file.write_text("brush_radius = 12\n", "utf-8")
    assert settings.load().brush_radius == 12


def test_a_path_that_is_no_utf_8_is_kept_as_an_address(file: Path) -> None:
    folder = os.fsdecode(b"/photos/caf\xe9")
    settings.store({"last_folders": (folder, "/photos/caf\u00e9"), "deliver_to": folder}, file)
    assert "file:///photos/caf%E9" in file.read_text("utf-8")
    assert settings.load().last_folders == (folder, "/photos/caf\u00e9")
    assert settings.load().deliver_to == folder


def test_an_address_that_a_person_wrote_stays_as_it_is(file: Path) -> None:
    file.write_text("mirrors = ['file:///srv/caf%C3%A9']", "utf-8")
    assert settings.load().mirrors == ("file:///srv/caf%C3%A9",)
