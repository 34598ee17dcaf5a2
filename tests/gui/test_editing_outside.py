"""What a person reads while a photo is in their editor; the easel's answers are given by the test."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoGroup
from pytestqt.qtbot import QtBot

from tests.gui.products.desk import Quiet
from tests.studio.projects import project
from whitecove.gui.actions import Actions
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.commands.editing_outside import STRIP, EditingOutside
from whitecove.gui.document import Document
from whitecove.gui.outside import Outside
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.panels.strips import StripArea
from whitecove.gui.products.selection import Selection
from whitecove.gui.touching import Touching
from whitecove.studio.easel_asks import Export, Exported, Failed, TakenBack


class Desk:
    """What it takes of a window."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bridge, self.strips, canvas = Quiet(), StripArea(), Canvas()
        qtbot.addWidget(self.strips)
        qtbot.addWidget(canvas)
        self.document = Document(self.bridge, self.bridge)
        self.document.session = project({"MUG": ["m1"]})
        self.preferences = Preferences(parent=self.bridge)
        self.preferences.set(editor=f'"{sys.executable}" -c pass')
        self.actions = Actions(self.strips)
        selection = Selection(self.document, self.bridge)
        touching = Touching(canvas, self.document, self.bridge, QUndoGroup(self.bridge), self.bridge)
        self.outside = Outside(self.document, self.bridge, self.document.undo_stack, self.bridge)
        EditingOutside(self.actions, self.outside, touching, selection, self.preferences, self.strips)
        self.document.reset.emit()

    def press(self) -> Export:
        """Ctrl+E; what is asked of the easel."""
        self.actions["edit-outside"].trigger()
        return [each for each in self.bridge.sent if isinstance(each, Export)][-1]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.outside.close()
    made.bridge.close()
    made.bridge.deleteLater()


def test_each_step_is_said(desk: Desk, tmp_path: Path) -> None:
    ask = desk.press()
    assert desk.strips.text_of(STRIP) == "m1 is being made ready for your editor."
    desk.bridge.say(Exported(key=ask.key, generation=ask.generation, file=ask.file, sha256="a"))
    assert desk.strips.text_of(STRIP) == "m1 is open in your editor; save it there and it comes back."
    kept = tmp_path / "m1.tif"
    desk.bridge.say(TakenBack(key=ask.key, generation=2, file=ask.file, sha256="b", kept=kept, size=(8, 6)))
    assert desk.strips.text_of(STRIP) == "m1 came back from your editor."
    assert list(desk.document.session.shots) == [str(kept)]


def test_what_fails_is_said_elsewhere_and_no_more_here(desk: Desk, qtbot: QtBot) -> None:
    ask = desk.press()
    with qtbot.waitSignal(desk.outside.failed) as said:
        desk.bridge.say(
            Failed(key=ask.key, generation=ask.generation, code="x", sentence="The disk is full.", of=Export)
        )
    assert said.args == ["x", "m1 was not opened in your editor. The disk is full."]
    assert not desk.strips.has(STRIP)


def test_while_it_goes_it_is_not_asked_twice(desk: Desk) -> None:
    assert desk.press() is desk.press()
