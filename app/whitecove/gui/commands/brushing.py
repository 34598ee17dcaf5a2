"""The brush is the one that was in hand last, also after the program was closed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot

from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.pages.preferences import Preferences

# A brush that is left as it is for so long is written down.
QUIET_MS = 1000


class Brushing(QObject):
    """Gives the canvas the brush of the person's settings, and keeps there what becomes of it."""

    def __init__(self, canvas: Canvas, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._preferences = canvas, preferences
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._timer.timeout.connect(self.keep)
        known = preferences.now
        hardness = min(max(known.brush_hardness, 0.0), 1.0)
        canvas.set_hand(replace(canvas.hand, hardness=hardness).with_radius(known.brush_radius))
        canvas.hand_changed.connect(self._later)

    @Slot()
    def keep(self) -> None:
        """Writes it down now."""
        hand = self._canvas.hand
        self._preferences.set(brush_radius=round(hand.radius, 1), brush_hardness=round(hand.hardness, 2))

    def _later(self) -> None:
        hand, known = self._canvas.hand, self._preferences.now
        if (round(hand.radius, 1), round(hand.hardness, 2)) != (known.brush_radius, known.brush_hardness):
            self._timer.start()
