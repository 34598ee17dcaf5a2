"""The window's program: an application, one window, and what was given on the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from whitecove import log
from whitecove.gui import language
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.theme.apply import apply
from whitecove.gui.window import Window

OFFLINE = "--offline"
# Milliseconds after which a window that was not painted begins all the same.
UNSEEN_MS = 2000


def main(arguments: Sequence[str]) -> int:
    """Opens the window and comes back when it was closed, with the exit code.

    Args:
        arguments: photos, folders and projects to start with, after ``--offline`` where nothing may connect.
    """
    if OFFLINE in arguments:
        os.environ["WHITECOVE_OFFLINE"] = "1"  # the rooms inherit it
    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)  # noqa: S101
    application.setApplicationName("Whitecove")
    log.hook_exceptions()
    window = opened(application)
    given = [Path(each).absolute() for each in arguments if each != OFFLINE]
    FirstSight(window).came.connect(partial(window.begin, given))
    return application.exec()


def opened(application: QApplication) -> Window:
    """The window on the screen, as the person left it, with nothing in it yet."""
    preferences = Preferences()
    language.speak(application, preferences.now.language)
    scheme: Any = preferences.now.theme
    apply(application, scheme)
    window = Window(preferences)
    preferences.setParent(window)
    preferences.changed.connect(partial(_follow, application, preferences))
    application.aboutToQuit.connect(window.bridge.close)
    window.show()
    return window


class FirstSight(QObject):
    """``came``, once, when ``window`` is painted: what takes time or processors begins then. A window that is opened
    out of sight does not wait for that."""

    came = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._come)
        self._timer.start(UNSEEN_MS)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)  # its parts are painted first
        return False

    def _come(self) -> None:
        self.came.emit()
        self.deleteLater()


def _follow(application: QApplication, preferences: Preferences, key: str) -> None:
    """What a person sets holds at once."""
    if key == "theme":
        scheme: Any = preferences.now.theme
        apply(application, scheme)
    elif key == "language":
        language.speak(application, preferences.now.language)
