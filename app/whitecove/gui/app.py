"""The window's program."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QMainWindow


def main(arguments: Sequence[str]) -> int:
    """Opens the window and comes back when it was closed.

    Args:
        arguments: photos and folders to start with, after ``--offline`` where nothing may connect.
    """
    app = QApplication([sys.argv[0], *arguments])
    window = QMainWindow()
    window.show()
    return app.exec()
