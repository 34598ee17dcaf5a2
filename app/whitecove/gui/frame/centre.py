"""The middle of the window: the picture with its tools and the product's photos, or the grid of all main pictures."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from whitecove.gui.theme.widgets import frame


class Centre(QStackedWidget):
    """``tools`` above the ``picture``, the ``filmstrip`` below; or the ``grid`` in place of all three."""

    def __init__(
        self, tools: QWidget, picture: QWidget, filmstrip: QWidget, grid: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._work = frame("desk")
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(picture, 1)
        column.addWidget(filmstrip)
        self._grid = grid
        self.addWidget(self._work)
        self.addWidget(grid)

    def show_grid(self, wanted: bool) -> None:
        """Shows the grid, or the picture."""
        page = self._grid if wanted else self._work
        self.setCurrentWidget(page)
        page.setFocus()
