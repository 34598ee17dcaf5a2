"""Starts the window's program through its own entry, writes to a file when it came to what and how much processor time
it took, and ends it as soon as the main window is painted. Loads nothing else: `window.py` runs it and reads this file.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

TIMES = {"python": time.time()}


def main() -> None:
    """Runs the program."""
    from whitecove import entry
    from whitecove.gui import app  # noqa: F401 (what `entry` does; done here so that it can be timed)

    TIMES["imported"] = time.time()
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Watch(QObject):
        """Sees the first painting of the main window."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's)
            if event.type() is QEvent.Type.Paint and isinstance(watched, QMainWindow) and "painted" not in TIMES:
                TIMES["painted"] = 0.0
                QTimer.singleShot(0, self.painted)
            return False

        def painted(self) -> None:
            """Its parts are painted, too, by now."""
            TIMES["painted"] = time.time()
            TIMES["processor"] = time.process_time()
            Path(sys.argv[1]).write_text(json.dumps(TIMES), "utf-8")
            QTimer.singleShot(500, QApplication.closeAllWindows)

    loop, watch = QApplication.exec, Watch()

    def run(*_: object) -> int:
        TIMES["built"] = time.time()
        application = QApplication.instance()
        if application:
            application.installEventFilter(watch)
        return int(loop())

    QApplication.exec = run  # type: ignore[method-assign]
    sys.exit(entry.open_window([]))


if __name__ == "__main__":
    main()
