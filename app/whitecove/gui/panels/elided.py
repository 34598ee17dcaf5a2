"""Texts that give way: what does not fit is cut in the middle, and said in full by the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from whitecove.gui.theme.icons import icon
from whitecove.gui.theme.tokens import METRICS

NARROWEST = 48
# What a button has beside its text.
BESIDE = 2 * 12 + METRICS.icon + METRICS.gap_small + 4


class ElidedLabel(QLabel):
    """A line of text, cut at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Says ``text``."""
        if text != self.said:
            self.said = text
            self.setAccessibleName(text)
            self.updateGeometry()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.said) + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self.said, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self.said if shown != self.said else "")


class PathButton(QPushButton):
    """A folder that a click opens, cut in the middle where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = ""
        self.setProperty("kind", "quiet")
        self.setIcon(icon("folder-open"))
        self.setIconSize(QSize(METRICS.icon_small, METRICS.icon_small))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, path: str, name: str) -> None:
        """Shows ``path``; ``name`` is what a click does."""
        if path != self.said:
            self.said = path
            self.updateGeometry()
        self.setToolTip(f"{name}\n{path}")
        self.setAccessibleName(f"{name}: {path}")
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST + BESIDE, METRICS.control)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.said) + BESIDE, METRICS.control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - BESIDE + 2
        self.setText(self.fontMetrics().elidedText(self.said, Qt.TextElideMode.ElideMiddle, room))
