"""One look for the whole application, changed while it runs, and in step with the system."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from whitecove.gui.theme.apply import Scheme, apply
from whitecove.gui.theme.palette import palette
from whitecove.gui.theme.scheme import colours, look
from whitecove.gui.theme.sheet import STATE_TONES, TONES, style_sheet
from whitecove.gui.theme.style import WhitecoveStyle
from whitecove.gui.theme.tokens import DARK, LIGHT, METRICS, Colours
from whitecove.gui.theme.widgets import frame


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    apply(qapp, "light")
    yield
    apply(qapp, "light")


def ground(button: QPushButton) -> str:
    """The colour inside of a button, beside its text."""
    return button.grab().toImage().pixelColor(5, button.height() // 2).name()


def test_what_is_shown_changes_over_at_once(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Deliver")
    qtbot.addWidget(button)
    assert ground(button) == LIGHT.raised
    with qtbot.waitSignal(look().changed):
        apply(qapp, "dark")
    assert ground(button) == DARK.raised
    assert colours() == DARK
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name() == DARK.text


def test_a_ground_takes_its_colour_from_the_style_sheet(qapp: QApplication, qtbot: QtBot) -> None:
    desk = frame("desk")
    qtbot.addWidget(desk)
    desk.resize(20, 20)
    for scheme, expected in (("light", LIGHT), ("dark", DARK)):
        apply(qapp, "dark" if scheme == "dark" else "light")
        assert desk.grab().toImage().pixelColor(10, 10).name() == expected.window


def test_nothing_is_done_over_where_nothing_changes(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look().changed):
        apply(qapp, "light")


@pytest.mark.parametrize(("scheme", "expected"), [("system", DARK), ("light", LIGHT)])
def test_the_system_turning_dark_counts_only_where_it_is_asked(
    qapp: QApplication, scheme: Scheme, expected: Colours
) -> None:
    apply(qapp, scheme)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert colours() == expected


def test_an_application_is_dressed_once_and_then_only_changes(qapp: QApplication) -> None:
    heard: list[bool] = []
    look().changed.connect(partial(heard.append, True))
    for _ in range(3):
        apply(qapp, "system")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert heard == [True], "one ear to the system, however often it was applied"
    assert qapp.style().pixelMetric(WhitecoveStyle.PixelMetric.PM_IndicatorWidth) == METRICS.tick
    assert not qapp.windowIcon().isNull()


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_the_palette_names_every_role(scheme: Colours) -> None:
    made = palette(scheme)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role in QPalette.ColorRole:
            if role not in {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}:
                assert made.isBrushSet(group, role), role
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name() == scheme.disabled


def test_the_style_sheet_leaves_no_blank_and_knows_all_tones() -> None:
    sheet = style_sheet(LIGHT, 13)
    assert "$" not in sheet
    for tone in (*TONES, *STATE_TONES):
        assert f'[tone="{tone}"]' in sheet


def test_text_grows_with_the_systems() -> None:
    assert "font-size: 20px" in style_sheet(LIGHT, 13)
    assert "font-size: 31px" in style_sheet(LIGHT, 20)
