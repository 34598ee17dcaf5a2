"""The window's entry: an application, one window, and what was given on the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from whitecove import log
from whitecove.gui.window import Window


def main(arguments: Sequence[str] = ()) -> int:
    """Opens the window with the photos and folders in ``arguments``, and returns when it is closed, with the exit
    code."""
    with log.kept():
        application = QApplication.instance() or QApplication(["whitecove"])
        assert isinstance(application, QApplication)  # noqa: S101
        application.setApplicationName("Whitecove")
        window = Window()
        window.show()
        if arguments:
            window.document.add([Path(each).absolute() for each in arguments])
        return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
