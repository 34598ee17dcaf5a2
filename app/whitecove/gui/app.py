"""The window's program: an application, one window, and what was given on the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from whitecove.gui import language
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.theme.apply import apply
from whitecove.gui.window import Window

OFFLINE = "--offline"


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
    preferences = Preferences()
    language.speak(application, preferences.now.language)
    scheme: Any = preferences.now.theme
    apply(application, scheme)
    window = Window(preferences)
    preferences.setParent(window)
    preferences.changed.connect(partial(_follow, application, preferences))
    application.aboutToQuit.connect(window.bridge.close)
    window.show()
    given = [Path(each).absolute() for each in arguments if each != OFFLINE]
    QTimer.singleShot(0, partial(window.begin, given))
    return application.exec()


def _follow(application: QApplication, preferences: Preferences, key: str) -> None:
    """What a person sets holds at once."""
    if key == "theme":
        scheme: Any = preferences.now.theme
        apply(application, scheme)
    elif key == "language":
        language.speak(application, preferences.now.language)
