"""A part of a panel under a heading that opens and folds it. What is in it is made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from whitecove.gui.theme.icons import icon
from whitecove.gui.theme.tokens import METRICS


class Folding(QWidget):
    """Heading and content; ``fill`` puts widgets into the layout that it is given, once. ``toggled``: it was opened, or
    folded, by a person."""

    toggled = Signal(bool)

    def __init__(self, title: str, fill: Callable[[QVBoxLayout], None], *, opened: bool) -> None:
        super().__init__()
        self._fill: Callable[[QVBoxLayout], None] | None = fill
        self._body: QWidget | None = None
        self.button = QToolButton()
        self.button.setText(title)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setAutoRaise(True)
        self.button.setIconSize(QSize(METRICS.icon_small, METRICS.icon_small))
        self.button.setProperty("kind", "heading")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setAccessibleName(title)
        self.button.clicked.connect(self.toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(opened)

    @property
    def is_open(self) -> bool:
        """Whether its content is shown."""
        return self._body is not None and not self._body.isHidden()

    def toggle(self) -> None:
        """Opens or folds it."""
        self._show(not self.is_open)
        self.toggled.emit(self.is_open)

    def _show(self, opened: bool) -> None:
        if opened and self._body is None:
            self._body = self._made()
            self._column.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(opened)
        self.button.setIcon(icon("chevron-down" if opened else "chevron-right", "muted"))
        self.button.setAccessibleDescription(self.tr("open") if opened else self.tr("folded"))

    def _made(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, METRICS.gap)
        column.setSpacing(METRICS.gap)
        assert self._fill is not None  # noqa: S101 (it is asked for once)
        self._fill(column)
        self._fill = None
        return body
