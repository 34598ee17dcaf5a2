"""The window's program: an application, one window, and what was given on the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

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
    window = Window()
    window.show()
    given = [Path(each).absolute() for each in arguments if each != OFFLINE]
    if given:
        window.document.add(given)
    return application.exec()
