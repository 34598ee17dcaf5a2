"""A line of a menu that has a name, what it means below it, and a tick where it holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget, QWidgetAction

from whitecove.gui.pages.furniture import wrapped
from whitecove.gui.theme.paint import box
from whitecove.gui.theme.picture import Picture
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import caption, label

WIDE = 360


class QuickLine(QWidgetAction):
    """One line. It is chosen by a click, or with Enter or Space where the arrow keys brought a person to it."""

    def __init__(self, name: str, about: str, menu: QMenu) -> None:
        super().__init__(menu)
        self.setText(name)
        self.setToolTip(about)
        self.setCheckable(True)
        self._menu = menu
        self.face = _Face(self, name, about, menu)
        self.setDefaultWidget(self.face)
        self.toggled.connect(self.face.tick)

    def choose(self) -> None:
        """As if it were clicked."""
        self._menu.close()
        self.trigger()


class _Face(QWidget):
    """How the line looks."""

    def __init__(self, line: QuickLine, name: str, about: str, menu: QMenu) -> None:
        super().__init__(menu)
        self._line, self._over = line, False
        self.setAccessibleName(f"{name}. {about}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(WIDE)
        self._tick = Picture("check", "link", METRICS.icon_small)
        kept = self._tick.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._tick.setSizePolicy(kept)
        self._tick.hide()
        inner = WIDE - METRICS.icon_small - 2 * METRICS.gap - METRICS.margin
        text = QVBoxLayout()
        text.setSpacing(0)
        lines = [label(name), wrapped(caption(about))] if about else [label(name)]
        for made in lines:
            made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            made.setFixedWidth(inner)
            text.addWidget(made)
            made.ensurePolished()
            made.setFixedHeight(made.heightForWidth(inner) if made.wordWrap() else made.sizeHint().height())
        row = QHBoxLayout(self)
        row.setContentsMargins(METRICS.gap, 6, METRICS.margin, 6)
        row.setSpacing(METRICS.gap)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        self._tick.setContentsMargins(0, 2, 0, 0)
        row.addLayout(text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tick(self, on: bool) -> None:
        """Whether it holds."""
        self._tick.setVisible(on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._over or self.hasFocus():
            painter = QPainter(self)
            box(painter, self.rect().adjusted(4, 1, -4, -1), colours().hover, radius=METRICS.radius_small)
            painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(False)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._line.choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._line.choose()
        else:
            event.ignore()

    def _hover(self, over: bool) -> None:
        self._over = over
        self.update()
