"""Sliders whose movement is one step: from the press to the release, or as long as the keys stay on them."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSlider, QWidget

_numbers = count(1)


def new_gesture() -> int:
    """A number that no gesture had before."""
    return next(_numbers)


class Slider(QSlider):
    """``slid`` says the value and the gesture that it belongs to; what is set by program is not said."""

    slid = Signal(int, int)

    def __init__(self, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(low, high)
        self._gesture = new_gesture()
        self.sliderPressed.connect(self._begin)
        self.sliderReleased.connect(self._begin)
        self.valueChanged.connect(self._changed)
        self._is_set = False

    def put(self, value: int) -> None:
        """Stands at ``value``, without saying so."""
        self._is_set = True
        self.setValue(value)
        self._is_set = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._begin()
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        _leave_to_the_panel(self, event)

    def _begin(self) -> None:
        self._gesture = new_gesture()

    def _changed(self, value: int) -> None:
        if not self._is_set:
            self.slid.emit(value, self._gesture)


class Choice(QComboBox):
    """A choice that a wheel over a panel does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        _leave_to_the_panel(self, event)


def _leave_to_the_panel(_widget: QWidget, event: QWheelEvent) -> None:
    """Who scrolls a panel does not mean what the pointer happens to pass."""
    event.ignore()
