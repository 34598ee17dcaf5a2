"""Preparing: begin, pause, stop; and what follows when it is done."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from whitecove.gui.actions import Actions
from whitecove.gui.document import Document
from whitecove.gui.frame.awake import Awake
from whitecove.gui.progress import Phase


class Running(QObject):
    """Ties the actions of the Prepare menu to the document. While a batch runs the computer stays awake; when it is
    done and the person is elsewhere, the window asks for attention."""

    def __init__(self, actions: Actions, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._actions, self._document, self._window = actions, document, window
        self._awake = Awake()
        actions.on("prepare", document.prepare)
        actions.on("retry-failed", document.prepare)
        actions.on("stop", document.stop)
        actions["pause"].triggered.connect(self._pause)
        document.progress_changed.connect(self._follow)
        document.prepared.connect(self._done)

    def close(self) -> None:
        """The computer may sleep."""
        self._awake.set(on=False)

    def _pause(self, on: bool) -> None:
        (self._document.pause if on else self._document.go_on)()

    def _follow(self) -> None:
        progress = self._document.progress
        self._actions["pause"].setChecked(progress.phase is Phase.PAUSED)
        self._awake.set(on=progress.is_running and progress.phase is not Phase.PAUSED)

    def _done(self) -> None:
        if not self._window.isActiveWindow():
            QApplication.alert(self._window)
