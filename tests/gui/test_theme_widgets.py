"""The small widgets: named for screen readers, reached by keyboard, honest about what they show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from whitecove.core.model import State
from whitecove.gui.state_words import state_word
from whitecove.gui.theme.apply import apply
from whitecove.gui.theme.badge import Badge
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.segments import Segment, SegmentedControl
from whitecove.gui.theme.strip import Strip, Tone
from whitecove.gui.theme.widgets import label, primary_button, push_button, search_field, set_kind, tool_button

VIEWS = [Segment("split", "Split", "split-view", "S"), Segment("side", "Side by side"), Segment("flip", "Flip")]


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply(qapp, "light")


def test_a_tool_button_is_named_and_says_its_key(qtbot: QtBot) -> None:
    button = tool_button("eye", "Show what is not white", "N")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Show what is not white"
    assert button.toolTip() == "Show what is not white (N)"
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_large_button_is_larger(qtbot: QtBot) -> None:
    large, plain = primary_button("Prepare", "play", large=True), primary_button("Prepare", "play")
    qtbot.addWidget(large)
    qtbot.addWidget(plain)
    assert (large.sizeHint().height(), plain.sizeHint().height()) == (40, 32)
    assert large.sizeHint().width() > plain.sizeHint().width()


def test_a_button_may_become_the_primary_one(qtbot: QtBot) -> None:
    button = push_button("Deliver", "deliver")
    qtbot.addWidget(button)
    set_kind(button, "primary", "deliver")
    assert button.grab().toImage().pixelColor(6, button.height() // 2).name() == colours().accent


@pytest.mark.parametrize("state", list(State))
def test_a_badge_says_its_state_in_a_word(qtbot: QtBot, state: State) -> None:
    badge = Badge(State.WAITING)
    qtbot.addWidget(badge)
    badge.set_state(state)
    assert badge.state is state
    assert badge.accessibleName() == state_word(state)
    assert [found.text() for found in badge.findChildren(QLabel)] == [state_word(state)]


def test_a_strip_asks_and_is_sent_away(qtbot: QtBot) -> None:
    strip = Strip("ask", "Was it white?")
    qtbot.addWidget(strip)
    strip.add_button("Correct colour and light", primary=True)
    strip.add_close("Not now")
    strip.show()
    assert strip.accessibleName() == "Was it white?"
    assert [found.text() for found in strip.findChildren(QPushButton)] == ["Correct colour and light"]
    with qtbot.waitSignal(strip.dismissed):
        strip.findChildren(QToolButton)[-1].click()
    assert strip.isHidden()


@pytest.mark.parametrize(("tone", "ground"), [("info", "raised"), ("warning", "review_soft"), ("error", "failed_soft")])
def test_a_strip_may_change_its_tone_while_it_is_shown(qtbot: QtBot, tone: Tone, ground: str) -> None:
    strip = Strip("done", "57 ready")
    qtbot.addWidget(strip)
    strip.resize(400, 48)
    strip.grab()
    strip.say(tone, "1 failed")
    assert strip.accessibleName() == "1 failed"
    assert strip.grab().toImage().pixelColor(2, 20).name() == getattr(colours(), ground)


def test_exactly_one_segment_is_on(qtbot: QtBot) -> None:
    control = SegmentedControl("View", VIEWS)
    qtbot.addWidget(control)
    assert control.current == "split"
    with qtbot.waitSignal(control.changed) as caught:
        control.button("flip").click()
    assert caught.args == ["flip"]
    assert [control.button(part.key).isChecked() for part in VIEWS] == [False, False, True]
    control.button("flip").click()
    assert control.current == "flip", "a click on the part that is on leaves it on"


def test_arrow_keys_move_over_segments_that_can_be_chosen(qtbot: QtBot) -> None:
    control = SegmentedControl("View", VIEWS)
    qtbot.addWidget(control)
    control.button("side").setEnabled(False)
    heard: list[str] = []
    control.changed.connect(heard.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(control.button(control.current), key)
    assert heard == ["flip", "split", "flip"]


def test_segments_say_what_they_are(qtbot: QtBot) -> None:
    control = SegmentedControl("View", VIEWS)
    qtbot.addWidget(control)
    assert control.accessibleName() == "View"
    assert control.button("split").toolTip() == "Split (S)"
    assert control.button("side").text() == "Side by side"
    with pytest.raises(KeyError):
        control.set_current("upside down")


def test_a_file_name_is_never_markup(qtbot: QtBot) -> None:
    made = label("<b>mug</b>.jpg", "muted")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_the_search_field_empties_by_a_button(qtbot: QtBot) -> None:
    field = search_field("Search products")
    qtbot.addWidget(field)
    assert field.isClearButtonEnabled()
    assert field.accessibleName() == "Search products"
