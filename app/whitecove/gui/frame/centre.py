"""The middle of the window: the picture with its tools and the product's photos, or the grid of all main pictures."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from whitecove.gui.theme.widgets import frame

BAR = 44
# Room for both bars with all their buttons.
NARROWEST = 516


class Parts(NamedTuple):
    """What the middle is made of: the bar while a picture is looked at and the one while it is touched up, the tools
    beside it, the picture, the photos of its product below it; and the grid."""

    looking: QWidget
    touching: QWidget
    rail: QWidget
    picture: QWidget
    filmstrip: QWidget
    grid: QWidget


class Centre(QStackedWidget):
    """One bar gives way to the other in the same place: nothing moves when touching up begins."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.bars = QStackedWidget()
        self.bars.setFixedHeight(BAR)
        self.bars.addWidget(parts.looking)
        self.bars.addWidget(parts.touching)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(parts.rail)
        beside.addWidget(parts.picture, 1)
        self._work = frame("desk")
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addLayout(beside, 1)
        column.addWidget(parts.filmstrip)
        self.addWidget(self._work)
        self.addWidget(parts.grid)
        self.setMinimumWidth(NARROWEST)

    def show_touching(self, on: bool) -> None:
        """Whether the picture is touched up, or looked at."""
        self.bars.setCurrentWidget(self._parts.touching if on else self._parts.looking)

    def show_grid(self, wanted: bool) -> None:
        """Shows the grid, or the picture."""
        page = self._parts.grid if wanted else self._work
        self.setCurrentWidget(page)
        page.setFocus()
