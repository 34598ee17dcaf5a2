"""What pages are made of: a column that scrolls, cards in it, and rows of a label, what it means, and a control."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import caption, frame, heading, label, muted, rule, title

# Lines longer than this are hard to read.
WIDEST = 760
EDGE = 24


class Page(QScrollArea):
    """A page with its name on top. What is added stands below each other."""

    def __init__(self, parent: QWidget | None = None, *, widest: int = WIDEST) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = frame("desk")
        outer = QHBoxLayout(ground)
        outer.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        inner = QWidget()
        inner.setMaximumWidth(widest)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        outer.addWidget(inner, 1)
        outer.addStretch(0)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(METRICS.gap)
        self.title, self.about = title(""), wrapped(muted(""))
        self.column.addWidget(self.title)
        self.column.addWidget(self.about)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self._end = QWidget()
        self.column.addWidget(self._end, 1)
        self._ground = ground
        self.setWidget(ground)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the widest row: nothing is scrolled sideways."""
        inside = self._ground.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(inside, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def set_name(self, name: str, about: str = "") -> None:
        """What stands on top."""
        self.setAccessibleName(name)
        self.title.setText(name)
        self.about.setText(about)
        self.about.setVisible(bool(about))

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What gets the focus comes into sight, from wherever the focus came."""
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now)

    def add(self, widget: QWidget) -> None:
        """Something more, below what is there."""
        self.column.insertWidget(self.column.indexOf(self._end), widget)


class Card(QWidget):
    """A heading, and rows on a ground of their own with hairlines between them."""

    def __init__(self, name: str = "", about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, METRICS.gap_large, 0, 0)
        column.setSpacing(METRICS.gap)
        if name:
            column.addWidget(heading(name))
        if about:
            column.addWidget(wrapped(muted(about)))
        self._ground = frame("card")
        self._rows = QVBoxLayout(self._ground)
        self._rows.setContentsMargins(METRICS.margin, METRICS.gap_small, METRICS.margin, METRICS.gap_small)
        self._rows.setSpacing(0)
        column.addWidget(self._ground)

    def add(self, row: QWidget, *, line: bool = True) -> None:
        """A row more, with a hairline above it unless it belongs to the one before."""
        if self._rows.count() and line:
            self._rows.addWidget(rule())
        self._rows.addWidget(row)

    def rows(self) -> int:
        """How many things are in it."""
        return self._rows.count()

    def clear(self) -> None:
        """No rows."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()


class Row(QWidget):
    """A label with what it means below it on the left, controls on the right."""

    def __init__(self, name: str, about: str = "", controls: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.name = wrapped(label(name))
        self.about = wrapped(caption(about))
        self.about.setVisible(bool(about))
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self.name)
        text.addWidget(self.about)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, METRICS.gap, 0, METRICS.gap)
        self.line.setSpacing(METRICS.gap)
        self.line.addLayout(text, 1)
        for control in controls:
            self.add(control)

    def add(self, control: QWidget) -> None:
        """A control more, on the right."""
        if not control.accessibleName():
            control.setAccessibleName(self.name.text())
        if not control.toolTip():
            control.setAccessibleDescription(self.about.text())
        self.line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, about: str) -> None:
        """Another text below the label."""
        self.about.setText(about)
        self.about.setVisible(bool(about))


class CalmWheel(QObject):
    """The wheel scrolls the page; it changes a control only once that has the focus."""

    def watch(self, control: QWidget) -> None:
        """Looks after one more control."""
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def wrapped(text: QLabel) -> QLabel:
    """A text that goes over several lines where it must."""
    text.setWordWrap(True)
    text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return text


def side_by_side(*widgets: QWidget, stretch: bool = True) -> QWidget:
    """Widgets in a line, from the left."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(METRICS.gap)
    for widget in widgets:
        line.addWidget(widget)
    if stretch:
        line.addStretch(1)
    return made


def emptied(layout: QLayout) -> None:
    """Takes everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget:
            widget.hide()
            widget.deleteLater()
