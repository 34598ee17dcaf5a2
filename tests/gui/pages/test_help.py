"""The sheet of keys, and about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from whitecove import __version__
from whitecove.gui.actions import ACTIONS
from whitecove.gui.pages.help import AboutBox, KeySheet
from whitecove.gui.pages.licences import licences


@pytest.fixture
def keys(qtbot: QtBot) -> KeySheet:
    made = KeySheet()
    qtbot.addWidget(made)
    return made


def test_every_key_is_on_the_sheet(keys: KeySheet) -> None:
    assert sorted(keys.shown()) == sorted(entry.id for entry in ACTIONS if entry.keys)


def test_a_word_finds_some(keys: KeySheet) -> None:
    keys.search.setText("brush")
    found = {entry.id for entry in ACTIONS if entry.keys and "brush" in entry.text}
    assert set(keys.shown()) == found
    keys.search.setText("ctrl+d")
    assert "deliver" in keys.shown()
    keys.search.setText("no such thing")
    assert keys.shown() == []


def test_about_says_what_it_is_and_whose(qtbot: QtBot) -> None:
    box = AboutBox()
    qtbot.addWidget(box)
    assert box.table.topLevelItemCount() == len(licences())
    box.copy.click()
    assert QGuiApplication.clipboard().text().startswith(f"Whitecove {__version__}\n")


def test_the_packages_that_are_used_are_among_the_licences() -> None:
    known = {each.package: each.licence for each in licences()}
    assert {"numpy", "pillow", "rembg", "piexif"} <= set(known)
    assert all(known.values())


def test_another_language_makes_them_anew(qtbot: QtBot, keys: KeySheet) -> None:
    about = AboutBox()
    qtbot.addWidget(about)
    before = keys.search, about.table
    for made in (keys, about):
        QCoreApplication.sendEvent(made, QEvent(QEvent.Type.LanguageChange))
    assert keys.search is not before[0]
    assert about.table is not before[1]
    assert keys.shown()
