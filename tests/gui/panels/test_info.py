"""What is known of a photo, as it is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.panels.adjusting import with_adjust
from tests.gui.panels.conftest import content, find_shot
from whitecove.core.adjust.values import Adjust
from whitecove.core.model import State
from whitecove.gui.document import Document
from whitecove.gui.panels.info import Info
from whitecove.gui.panels.wrapped import Wrapped


@pytest.fixture
def info(qtbot: QtBot, document: Document) -> Info:
    panel = Info(document)
    qtbot.addWidget(panel)
    panel.resize(320, 900)
    panel.show()
    return panel


def texts(info: Info) -> list[str]:
    return [each.said for each in content(info).findChildren(Wrapped)]


def test_a_prepared_photo_says_what_it_is_and_what_was_made_of_it(info: Info, document: Document) -> None:
    shot = find_shot(document, "lamp_main")
    info.set_photo(shot)
    said = texts(info)
    made = shot.rendition
    assert made is not None
    for expected in (
        "lamp_main.jpg", "Whitecove Virtual camera", "Cut out by its plain backdrop", "lamp", "Main picture",
        "It lies in the folder lamp.", made.file,
    ):  # fmt: skip
        assert expected in said, said
    assert any(text.startswith(("2000 × 2000", "2,000 × 2,000")) for text in said)
    assert any(", quality " in text for text in said)
    assert "There is no colour profile: taken as sRGB." in said


def test_doubt_is_said_in_a_word(info: Info, document: Document) -> None:
    info.set_photo(find_shot(document, "vase"))
    assert any(text.startswith("High (") for text in texts(info))


def test_the_fingerprint_is_copied_whole(qtbot: QtBot, info: Info, document: Document) -> None:
    shot = find_shot(document, "mug")
    info.set_photo(shot)
    buttons = [each for each in content(info).findChildren(QPushButton) if each.text() == "Copy SHA-256"]
    assert shot.result is not None
    assert shot.result.facts is not None
    assert shot.rendition is not None
    for button, expected in zip(buttons, (shot.result.facts.sha256, shot.rendition.sha256), strict=True):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == expected


def test_corrections_are_counted(info: Info, document: Document) -> None:
    shot = find_shot(document, "mug")
    info.set_photo(shot)
    document.correct(shot.key, with_adjust(shot, Adjust(fill=0.7, turn=90)))
    assert "2 settings of its own" in texts(info)


def test_a_photo_that_waits_says_that_more_will_be_known(info: Info, document: Document) -> None:
    shot = find_shot(document, "mug")
    shot.result, shot.state = None, State.WAITING
    info.set_photo(shot)
    assert "More is known once it is prepared." in texts(info)
    info.set_photo(None)
    assert texts(info) == ["Choose a photo to see what is known of it."]
