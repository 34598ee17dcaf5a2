"""Settings as the window knows them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from whitecove import settings
from whitecove.core.options import Options
from whitecove.gui.pages.preferences import Preferences


def test_what_is_set_holds_and_is_on_disk(preferences: Preferences) -> None:
    said: list[str] = []
    preferences.changed.connect(said.append)
    preferences.set(theme="dark", review_first=False)
    preferences.set(theme="dark")
    assert said == ["theme", "review_first"]
    assert settings.load() == preferences.now
    assert (preferences.now.theme, preferences.now.review_first) == ("dark", False)


def test_options_are_kept_as_what_differs(preferences: Preferences) -> None:
    options = Options(fill=0.9, slots=("main",), engine="rembg:u2net")
    preferences.keep_options(Options(), options, Path("mine.toml"))
    assert Preferences().options() == options
    written = tomllib.loads(preferences.file.read_text("utf-8"))
    assert written["options"] == {"fill": 0.9, "slots": ["main"], "engine": "rembg:u2net"}
    assert written["last_preset"] == "mine.toml"
    preferences.keep_options(options, Options())
    assert "options" not in tomllib.loads(preferences.file.read_text("utf-8"))


def test_folders_are_remembered_the_latest_first(preferences: Preferences) -> None:
    for name in ("a", "b", "a", *"cdefghij"):
        preferences.came_from(Path(name))
    assert preferences.now.last_folders == tuple("jihgfedc")


def test_a_file_that_cannot_be_written_is_told_and_it_holds_all_the_same(preferences: Preferences) -> None:
    preferences.file.write_text("theme = ", "utf-8")
    said: list[str] = []
    preferences.trouble.connect(said.append)
    preferences.set(theme="dark")
    assert preferences.now.theme == "dark"
    assert str(preferences.file) in said[0]


def test_the_environment_wins(preferences: Preferences, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHITECOVE_OFFLINE", "1")
    preferences.set(never_connect=True)
    preferences.set(never_connect=False)
    assert preferences.now.never_connect


def test_a_window_finds_its_place_again(qtbot: QtBot, preferences: Preferences) -> None:
    first, second = QMainWindow(), QMainWindow()
    for window in (first, second):
        qtbot.addWidget(window)
    assert not preferences.place(second)
    first.resize(777, 555)
    preferences.remember(first)
    assert Preferences().place(second)
    assert (second.width(), second.height()) == (777, 555)
