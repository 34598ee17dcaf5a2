"""The bar above the picture: its buttons do the window's actions, and look as these do."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from whitecove.gui.actions import BY_ID, Actions
from whitecove.gui.frame.view_bar import COMPARES, MARKS, REFUSALS, ZOOMS, ViewBar


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = Actions(owner)
    group = QActionGroup(owner)
    for id_ in COMPARES:
        group.addAction(made[id_])
    made["split"].setChecked(True)
    return made


@pytest.fixture
def bar(qtbot: QtBot, actions: Actions) -> ViewBar:
    made = ViewBar(actions)
    qtbot.addWidget(made)
    made.resize(676, 44)
    made.show()
    return made


def button(bar: ViewBar, id_: str) -> QAbstractButton:
    return next(each for each in bar.findChildren(QAbstractButton) if each.accessibleName() == BY_ID[id_].text)


@pytest.mark.parametrize("id_", [*COMPARES, *MARKS, *ZOOMS, *REFUSALS, "approve"])
def test_a_button_does_its_action_and_names_its_key(bar: ViewBar, actions: Actions, id_: str) -> None:
    done: list[str] = []
    actions.on(id_, partial(done.append, id_))
    QTest.mouseClick(button(bar, id_), Qt.MouseButton.LeftButton)
    assert done == [id_]
    assert BY_ID[id_].text in button(bar, id_).toolTip()
    assert button(bar, id_).focusPolicy() & Qt.FocusPolicy.TabFocus


def test_one_way_to_compare_is_on_also_when_it_is_pressed_again(bar: ViewBar, actions: Actions) -> None:
    for _ in range(2):
        QTest.mouseClick(button(bar, "side-by-side"), Qt.MouseButton.LeftButton)
        assert [id_ for id_ in COMPARES if button(bar, id_).isChecked()] == ["side-by-side"]
    actions["split"].trigger()
    assert [id_ for id_ in COMPARES if button(bar, id_).isChecked()] == ["split"]


def test_what_cannot_be_done_is_grey(bar: ViewBar, actions: Actions) -> None:
    actions["approve"].setEnabled(False)
    assert not bar.approve.isEnabled()
    actions["approve"].setEnabled(True)
    assert bar.approve.isEnabled()
