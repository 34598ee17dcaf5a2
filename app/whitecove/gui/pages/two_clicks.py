"""A button that destroys something, and asks back on itself: the second click does it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton

from whitecove.gui.theme.widgets import set_kind

# The question is forgotten after so long.
FORGOTTEN_MS = 5000


class TwoClicks(QPushButton):
    """``sure`` follows the second click."""

    sure = Signal()

    def __init__(self, text: str, question: str, icon_name: str = "") -> None:
        super().__init__(text)
        self._text, self._question, self._icon = text, question, icon_name
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FORGOTTEN_MS)
        self._timer.timeout.connect(self.forget)
        self.clicked.connect(self._click)
        set_kind(self, "quiet", icon_name)

    def forget(self) -> None:
        """Nothing was asked."""
        self._timer.stop()
        if self._asked:
            self._asked = False
            self.setText(self._text)
            set_kind(self, "quiet", self._icon)

    def _click(self) -> None:
        if self._asked:
            self.forget()
            self.sure.emit()
            return
        self._asked = True
        self.setText(self._question)
        set_kind(self, "danger", self._icon)
        self._timer.start()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Who clicks twice in haste has not read the question."""
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.forget()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.forget()
        super().hideEvent(event)
