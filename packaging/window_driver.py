"""The window's program through its own entry, and something that acts in it once its window is on the screen.

What waits here lets the program's own event loop run, as it does for a person.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from whitecove.entry import open_window

Act = Callable[[QMainWindow], None]
POLL = 10
"""Milliseconds between two looks at what is waited for."""
PATIENCE = 120.0
"""Seconds after which what is waited for is taken not to come."""


def drive(act: Act, arguments: Sequence[str] = ()) -> int:
    """Opens the window as ``whitecove gui`` does, acts in it as soon as it is painted, and ends the program.

    Returns:
        The program's exit code; 1 where ``act`` raised something, which is printed.
    """
    director = _Director(act, QApplication.exec)
    with mock.patch.object(QApplication, "exec", director.run):
        return open_window(arguments)


def until(holds: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    """Comes back as soon as a condition holds.

    Raises:
        TimeoutError: it does not come to hold; says ``what`` was waited for.
    """
    loop = QEventLoop()
    look, limit = QTimer(), QTimer()

    def looked() -> None:
        if holds():
            loop.quit()

    def too_late() -> None:
        loop.exit(1)

    look.timeout.connect(looked)
    limit.setSingleShot(True)
    limit.timeout.connect(too_late)
    look.start(POLL)
    limit.start(int(seconds * 1000))
    late = loop.exec()
    look.stop()
    limit.stop()
    if late:
        raise TimeoutError(f"{what} did not come within {seconds:g} s")


def pause(seconds: float) -> None:
    """Lets the program run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def drop(window: QMainWindow, paths: Sequence[Path]) -> None:
    """Drops files and folders in the middle of the window, as a file manager does.

    Raises:
        ValueError: the window does not take them.
    """
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle, left = window.rect().center(), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(middle, Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(window, entering)
    if not entering.isAccepted():
        raise ValueError("the window takes no drop")
    QApplication.sendEvent(window, QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, left, none))


class _Director(QObject):
    """Waits for the first painting of the main window, lets ``act`` have its turn, and ends the program."""

    def __init__(self, act: Act, loop: Callable[[], int]) -> None:
        super().__init__()
        self._act = act
        self._loop = loop
        self._acted = False

    def run(self) -> int:
        """The program's event loop, with this in it."""
        self._application().installEventFilter(self)
        return self._loop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QMainWindow) and not self._acted:
            self._acted = True
            QTimer.singleShot(0, partial(self._play, watched))
        return False

    def _play(self, window: QMainWindow) -> None:
        self._application().removeEventFilter(self)
        code = 0
        try:
            self._act(window)
        except Exception:  # noqa: BLE001 (whatever it is, it is printed, and the program ends with it)
            traceback.print_exc()
            code = 1
        window.close()  # as a person ends it: its processes end with it
        self._application().exit(code)

    def _application(self) -> QCoreApplication:
        application = QCoreApplication.instance()
        if application is None:
            raise RuntimeError("there is no program to direct")
        return application
