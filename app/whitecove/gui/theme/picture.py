"""An icon that stands by itself, without a button: beside a text, in a badge, on an empty page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from whitecove.gui.theme.icons import draw, icon
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS


class Picture(QWidget):
    """An icon in a colour of the theme. Not said to screen readers: the text beside it says the same."""

    def __init__(self, name: str, tint: str = "text", side: int = METRICS.icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._name, self._tint = name, tint
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_icon(name, tint)

    def show_icon(self, name: str, tint: str) -> None:
        """Another icon or colour. Raises KeyError for one that does not exist."""
        icon(name, tint)
        self._name, self._tint = name, tint
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = colours()
        ink = str(getattr(now, self._tint)) if self.isEnabled() else now.disabled
        painter = QPainter(self)
        draw(painter, self._name, ink, self.rect())
        painter.end()
