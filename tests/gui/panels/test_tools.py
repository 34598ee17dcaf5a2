"""The rail of tools and the bar of the brush: what they say, and that they only show what others settled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from whitecove.gui.actions import BY_ID
from whitecove.gui.panels.brush_bar import LARGEST, SMALLEST, BrushBar, place_of, radius_at
from whitecove.gui.panels.grounds import SWATCHES
from whitecove.gui.panels.tools import TOOLS, ToolRail


@pytest.fixture
def rail(qtbot: QtBot) -> ToolRail:
    made = ToolRail()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def bar(qtbot: QtBot) -> BrushBar:
    made = BrushBar()
    qtbot.addWidget(made)
    made.resize(660, 44)
    made.show()
    return made


@pytest.mark.parametrize("id_", TOOLS)
def test_each_tool_is_chosen_by_a_click_and_named_with_its_key(qtbot: QtBot, rail: ToolRail, id_: str) -> None:
    button = rail.tool(id_)
    assert BY_ID[id_].text in button.toolTip()
    assert f"({BY_ID[id_].keys[0]})" in button.toolTip()
    with qtbot.waitSignal(rail.tool_chosen) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [id_]


def test_the_tool_in_hand_is_shown(rail: ToolRail) -> None:
    rail.set_tool("heal")
    assert [id_ for id_ in TOOLS if rail.tool(id_).isChecked()] == ["heal"]
    rail.set_tool("")
    assert not any(rail.tool(id_).isChecked() for id_ in TOOLS)


def test_a_tool_that_cannot_be_taken_is_grey(rail: ToolRail) -> None:
    rail.set_enabled("heal", False)
    assert [id_ for id_ in TOOLS if not rail.tool(id_).isEnabled()] == ["heal"]


def test_undo_and_redo(qtbot: QtBot, rail: ToolRail) -> None:
    rail.set_history(can_undo=True, can_redo=False)
    assert (rail.undo.isEnabled(), rail.redo.isEnabled()) == (True, False)
    with qtbot.waitSignal(rail.undo_wanted):
        QTest.mouseClick(rail.undo, Qt.MouseButton.LeftButton)
    rail.set_history(can_undo=True, can_redo=True)
    with qtbot.waitSignal(rail.redo_wanted):
        QTest.mouseClick(rail.redo, Qt.MouseButton.LeftButton)


def test_only_brushes_have_a_size(bar: BrushBar) -> None:
    bar.set_tool("heal")
    assert bar.radius.isEnabled()
    assert not bar.edges.isEnabled()
    bar.set_tool("keep-brush")
    assert bar.edges.isEnabled()
    bar.set_tool("open-hole")
    assert not bar.radius.isEnabled()


def test_sizes_go_both_ways_and_what_is_set_is_not_said(qtbot: QtBot, bar: BrushBar) -> None:
    with qtbot.assertNotEmitted(bar.size_changed), qtbot.assertNotEmitted(bar.hardness_changed):
        bar.set_brush(24.0, 0.8, stops_at_edges=True)
    assert (bar.radius.value(), bar.hardness.value()) == (place_of(24.0), 80)
    assert bar.edges.isChecked()
    with qtbot.waitSignal(bar.size_changed) as told:
        bar.radius.setValue(100)
    assert told.args == [pytest.approx(LARGEST)]
    with qtbot.waitSignal(bar.hardness_changed) as told:
        bar.hardness.setValue(25)
    assert told.args == [0.25]


def test_the_size_slider_is_finer_for_small_brushes() -> None:
    assert radius_at(0) == SMALLEST
    assert radius_at(100) == pytest.approx(LARGEST)
    assert radius_at(11) - radius_at(10) < radius_at(91) - radius_at(90)
    assert [place_of(radius_at(place)) for place in range(101)] == list(range(101))


def test_grounds_are_chosen_and_shown(qtbot: QtBot, bar: BrushBar) -> None:
    for swatch in SWATCHES:
        with qtbot.waitSignal(bar.backdrop_chosen) as told:
            QTest.mouseClick(bar.swatch(swatch.key), Qt.MouseButton.LeftButton)
        assert told.args == [swatch.key]
    bar.set_backdrop("black")
    assert bar.swatch("black").isChecked()
    bar.set_backdrop("plain")
    assert not any(bar.swatch(each.key).isChecked() for each in SWATCHES)


def test_switches_and_done(qtbot: QtBot, bar: BrushBar) -> None:
    bar.set_tool("keep-brush")
    bar.set_ghost(False)
    with qtbot.waitSignal(bar.ghost_changed) as told:
        QTest.mouseClick(bar.ghost, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    with qtbot.waitSignal(bar.edges_changed) as told:
        bar.edges.click()
    assert told.args == [True]
    with qtbot.waitSignal(bar.done_wanted):
        QTest.mouseClick(bar.done, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", [ToolRail, BrushBar])
def test_every_control_has_a_name_and_a_way_by_keyboard(qtbot: QtBot, kind: type[QWidget]) -> None:
    made = kind()
    qtbot.addWidget(made)
    for button in made.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
