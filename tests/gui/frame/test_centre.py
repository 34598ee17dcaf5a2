"""The middle of the window: nothing moves when touching up begins, and all of it fits where the window is smallest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from whitecove.gui.actions import Actions
from whitecove.gui.frame.centre import NARROWEST, Centre, Parts
from whitecove.gui.frame.view_bar import ViewBar
from whitecove.gui.panels.brush_bar import BrushBar
from whitecove.gui.panels.tools import ToolRail


@pytest.fixture
def parts(qtbot: QtBot) -> Parts:
    owner = QWidget()
    qtbot.addWidget(owner)
    return Parts(ViewBar(Actions(owner)), BrushBar(), ToolRail(), QLabel("picture"), QLabel("strip"), QLabel("grid"))


@pytest.fixture
def centre(qtbot: QtBot, parts: Parts) -> Centre:
    made = Centre(parts)
    qtbot.addWidget(made)
    return made


def place_of(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, widget.rect().topLeft()), widget.size())


@pytest.mark.parametrize("width", [NARROWEST, 676, 1312])
def test_nothing_moves_when_touching_up_begins(centre: Centre, parts: Parts, width: int) -> None:
    centre.resize(width, 600)
    centre.show()
    watched = (parts.rail, parts.picture, parts.filmstrip)
    before = [place_of(widget, centre) for widget in watched]
    narrowest = centre.minimumSizeHint()
    centre.show_touching(on=True)
    assert parts.touching.isVisible()
    assert not parts.looking.isVisible()
    assert [place_of(widget, centre) for widget in watched] == before
    assert centre.minimumSizeHint() == narrowest
    centre.show_touching(on=False)
    assert parts.looking.isVisible()


@pytest.mark.parametrize("on", [False, True], ids=["looking", "touching up"])
def test_all_buttons_fit_where_the_window_is_smallest(centre: Centre, parts: Parts, on: bool) -> None:
    centre.resize(NARROWEST, 400)
    centre.show_touching(on=on)
    centre.show()
    bar = parts.touching if on else parts.looking
    assert bar.minimumSizeHint().width() <= NARROWEST
    for button in bar.findChildren(QAbstractButton):
        assert bar.rect().contains(place_of(button, bar))
        assert button.width() >= button.minimumSizeHint().width()


def test_the_grid_takes_the_place_of_all(centre: Centre, parts: Parts) -> None:
    centre.show()
    centre.show_grid(wanted=True)
    assert parts.grid.isVisible()
    assert not parts.picture.isVisible()
    centre.show_grid(wanted=False)
    assert parts.picture.isVisible()
