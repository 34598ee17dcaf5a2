"""The window before there is a photo: its buttons, and that all of it fits where the window is smallest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from whitecove.gui.frame.empty import EmptyPage


@pytest.fixture
def page(qtbot: QtBot) -> EmptyPage:
    made = EmptyPage()
    qtbot.addWidget(made)
    made.resize(1024, 552)  # of a window of 1024 × 640
    made.show()
    return made


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Choose a folder", "folder_wanted"),
        ("Choose photos", "photos_wanted"),
        ("Try the samples", "samples_wanted"),
    ],
)
def test_its_buttons_say_what_is_wanted(qtbot: QtBot, page: EmptyPage, text: str, signal: str) -> None:
    button = next(each for each in page.findChildren(QPushButton) if each.text() == text)
    with qtbot.waitSignal(getattr(page, signal)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_is_clipped_or_laid_over_another(page: EmptyPage) -> None:
    assert page.minimumSizeHint().height() <= page.height()
    shown = [*page.findChildren(QPushButton), *(each for each in page.findChildren(QLabel) if each.text())]
    places = [each.rect().translated(each.mapTo(page, each.rect().topLeft())) for each in shown]
    for number, place in enumerate(places):
        assert page.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:number])
    for text in (each for each in page.findChildren(QLabel) if each.wordWrap()):
        assert text.height() >= text.heightForWidth(text.width())


def test_a_drag_over_the_window_is_seen(page: EmptyPage) -> None:
    before = page.grab().toImage()
    page.set_over(over=True)
    assert page.grab().toImage() != before
