"""A few words at the foot of the canvas: what is going on, or what was just done."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter

from whitecove.gui.canvas.signs import sign, sign_size

# How long (ms) it is said what was done, and how far from the foot, in logical pixels.
STAYS, INSET = 3500, 12.0


class Note(QObject):
    """``text`` is what is said, if anything is. ``changed``: it is to be painted again."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._going_on = self._done = ""
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._end)

    @property
    def text(self) -> str:
        return self._done or self._going_on

    def set(self, text: str) -> None:
        """What is going on, until that is over: then nothing."""
        if text != self._going_on:
            self._going_on = text
            self.changed.emit()

    def say(self, text: str) -> None:
        """What was done; it goes by itself."""
        self._done = text
        self._timer.start()
        self.changed.emit()

    def paint(self, painter: QPainter, area: QRectF, ratio: float) -> None:
        """In the middle of the foot of ``area``."""
        width, height = sign_size(painter, self.text, ratio)
        sign(painter, QPointF(area.center().x() - width / 2, area.bottom() - height - INSET * ratio), self.text, ratio)

    def _end(self) -> None:
        self._done = ""
        self.changed.emit()
