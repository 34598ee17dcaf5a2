"""What stands on the screen is in the screen's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.pages.stand_in import StandIn
from tests.gui.pages.test_models_page import models as said_models
from whitecove.core.messages import MESSAGES, sentence
from whitecove.gui.pages.help import AboutBox, KeySheet
from whitecove.gui.pages.refusals import NEXT, on_screen
from whitecove.gui.pages.settings import ICONS, SettingsSheet

NEVER = re.compile(r"(?i)\b(engine|matte|rendition|verdict|slot|profile)s?\b|--[a-z]")


def texts(root: QWidget) -> Iterator[str]:
    for widget in (root, *root.findChildren(QWidget)):
        yield widget.toolTip()
        yield widget.accessibleName()
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QComboBox():
                yield from (widget.itemText(place) for place in range(widget.count()))
            case QLineEdit():
                yield widget.placeholderText()


@pytest.mark.parametrize("key", [key for key in ICONS if key != "marketplaces"])
def test_pages_of_settings(sheet: SettingsSheet, bridge: StandIn, key: str) -> None:
    page = sheet.page(key)
    bridge.say(said_models())
    assert [text for text in texts(page) if NEVER.search(text)] == []


def test_sheets_of_help(qtbot: QtBot) -> None:
    for made in (KeySheet(), AboutBox()):
        qtbot.addWidget(made)
        assert [text for text in texts(made) if NEVER.search(text)] == []


def test_every_control_has_a_name(sheet: SettingsSheet, bridge: StandIn) -> None:
    for key in ICONS:
        page = sheet.page(key)
        bridge.say(said_models())
        for kind in (QAbstractButton, QComboBox, QLineEdit):
            for control in page.findChildren(kind):
                if control.objectName() != "qt_spinbox_lineedit":
                    said = control.accessibleName() or getattr(control, "text", str)()
                    assert said, f"{key}: {control}"


@pytest.mark.parametrize("code", NEXT)
def test_refusals_have_a_next_step_in_the_window(code: str) -> None:
    known = MESSAGES[code]
    names = re.findall(r"{(\w+)}", known.what + known.next)
    full = sentence(code, **dict.fromkeys(names, "a.b (c)"))
    shown = on_screen(code, full)
    assert shown == f"{known.what.format(**dict.fromkeys(names, 'a.b (c)'))} {NEXT[code]}"
    assert not NEVER.search(shown.replace("a.b (c)", ""))
