"""What takes time begins when the window is painted; a window that is closed starts nothing more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from whitecove.gui.app import FirstSight
from whitecove.gui.bridge import GALLERY, Bridge


class Painted(QWidget):
    """Notes in which order it is painted and what begins."""

    def __init__(self) -> None:
        super().__init__()
        self.log: list[str] = []

    def paintEvent(self, _: object) -> None:
        self.log.append("painted")

    def begin(self) -> None:
        self.log.append("began")


def test_it_begins_once_and_after_the_window_is_painted(qtbot: QtBot) -> None:
    window = Painted()
    qtbot.addWidget(window)
    seen = FirstSight(window)
    seen.came.connect(window.begin)
    with qtbot.waitSignal(seen.destroyed):
        window.show()
    window.repaint()
    assert window.log[:2] == ["painted", "began"]
    assert window.log.count("began") == 1


def test_a_window_that_is_not_seen_begins_all_the_same(qtbot: QtBot) -> None:
    window = Painted()
    qtbot.addWidget(window)
    with qtbot.waitSignal(FirstSight(window).came, timeout=60_000):
        pass
    assert window.log == []


def test_what_is_closed_starts_no_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bridge = Bridge(window)
    bridge.close()
    bridge.start(GALLERY)
    assert bridge.processes() == {}
