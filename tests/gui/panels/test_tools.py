"""The touch-up tool bar: what it says, and that it only shows what others settled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from whitecove.gui.actions import BY_ID
from whitecove.gui.panels.tools import LARGEST, SMALLEST, SWATCHES, TOOLS, ToolBar, place_of, radius_at


@pytest.fixture
def tools(qtbot: QtBot) -> ToolBar:
    bar = ToolBar()
    qtbot.addWidget(bar)
    bar.resize(900, 44)
    bar.show()
    return bar


@pytest.mark.parametrize("id_", TOOLS)
def test_each_tool_is_chosen_by_a_click_and_named_with_its_key(qtbot: QtBot, tools: ToolBar, id_: str) -> None:
    button = tools.tool(id_)
    assert BY_ID[id_].text in button.toolTip()
    assert f"({BY_ID[id_].keys[0]})" in button.toolTip()
    with qtbot.waitSignal(tools.tool_chosen) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [id_]


def test_the_tool_in_hand_is_shown_and_only_brushes_have_a_size(tools: ToolBar) -> None:
    tools.set_tool("heal")
    assert [id_ for id_ in TOOLS if tools.tool(id_).isChecked()] == ["heal"]
    assert tools.radius.isEnabled()
    assert not tools.edges.isEnabled()
    tools.set_tool("open-hole")
    assert not tools.radius.isEnabled()
    tools.set_tool("")
    assert not any(tools.tool(id_).isChecked() for id_ in TOOLS)


def test_sizes_go_both_ways_and_what_is_set_is_not_said(qtbot: QtBot, tools: ToolBar) -> None:
    with qtbot.assertNotEmitted(tools.size_changed), qtbot.assertNotEmitted(tools.hardness_changed):
        tools.set_brush(24.0, 0.8, stops_at_edges=True)
    assert (tools.radius.value(), tools.hardness.value()) == (place_of(24.0), 80)
    assert tools.edges.isChecked()
    with qtbot.waitSignal(tools.size_changed) as told:
        tools.radius.setValue(100)
    assert told.args == [pytest.approx(LARGEST)]
    with qtbot.waitSignal(tools.hardness_changed) as told:
        tools.hardness.setValue(25)
    assert told.args == [0.25]


def test_the_size_slider_is_finer_for_small_brushes() -> None:
    assert radius_at(0) == SMALLEST
    assert radius_at(100) == pytest.approx(LARGEST)
    assert radius_at(11) - radius_at(10) < radius_at(91) - radius_at(90)
    assert [place_of(radius_at(place)) for place in range(101)] == list(range(101))


def test_grounds_are_chosen_and_shown(qtbot: QtBot, tools: ToolBar) -> None:
    for swatch in SWATCHES:
        with qtbot.waitSignal(tools.backdrop_chosen) as told:
            QTest.mouseClick(tools.swatch(swatch.key), Qt.MouseButton.LeftButton)
        assert told.args == [swatch.key]
    tools.set_backdrop("black")
    assert tools.swatch("black").isChecked()
    tools.set_backdrop("plain")
    assert not any(tools.swatch(each.key).isChecked() for each in SWATCHES)


def test_undo_redo_and_done(qtbot: QtBot, tools: ToolBar) -> None:
    tools.set_history(can_undo=True, can_redo=False)
    assert (tools.undo.isEnabled(), tools.redo.isEnabled()) == (True, False)
    with qtbot.waitSignal(tools.undo_wanted):
        QTest.mouseClick(tools.undo, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(tools.done_wanted):
        QTest.mouseClick(tools.done, Qt.MouseButton.LeftButton)
    tools.set_history(can_undo=True, can_redo=True)
    with qtbot.waitSignal(tools.redo_wanted):
        QTest.mouseClick(tools.redo, Qt.MouseButton.LeftButton)


def test_switches_say_what_they_are(qtbot: QtBot, tools: ToolBar) -> None:
    tools.set_tool("keep-brush")
    tools.set_ghost(False)
    with qtbot.waitSignal(tools.ghost_changed) as told:
        QTest.mouseClick(tools.ghost, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    with qtbot.waitSignal(tools.edges_changed) as told:
        tools.edges.click()
    assert told.args == [True]


def test_every_control_has_a_name_and_a_way_by_keyboard(tools: ToolBar) -> None:
    for button in tools.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
