"""A finding as a row: where it stands in icon and word, its name, what was measured and required, and what to do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from whitecove.gui.panels.fixes import Fix
from whitecove.gui.panels.shown import LOOKS, Kind, Row, word_of
from whitecove.gui.panels.wrapped import Wrapped, plain
from whitecove.gui.theme.flow import row_of
from whitecove.gui.theme.picture import Picture
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import push_button, tool_button

COSTLY = frozenset({Kind.FAIL, Kind.WARNING, Kind.NOTE})


class RuleRow(QWidget):
    """``fix_wanted`` says a `Fix`, ``show_wanted`` the box in the picture."""

    fix_wanted = Signal(object)
    show_wanted = Signal(object)

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row
        self._why: Wrapped | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(METRICS.gap)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        look = LOOKS[row.kind]
        picture = Picture(look.icon, look.tone, METRICS.icon_small)
        picture.setAccessibleName(word_of(row.kind))
        picture.setToolTip(word_of(row.kind))
        grid.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(self._head(), 0, 1)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(METRICS.gap_small)
        grid.addLayout(self._column, 1, 1)
        self._fill()
        self.setAccessibleName(f"{word_of(row.kind)}: {row.name}. {row.measured}")
        self.setToolTip(row.why)

    def _head(self) -> QHBoxLayout:
        row = self.row
        head = QHBoxLayout()
        head.setSpacing(METRICS.gap_small)
        head.addWidget(Wrapped(row.name, "strong" if row.kind in COSTLY else ""), 1)
        if row.points:
            points = plain(self.tr("−{points}").format(points=row.points), "caption")
            points.setToolTip(self.tr("Costs {points} points of the score").format(points=row.points))
            head.addWidget(points)
        if row.why or row.source:
            head.addWidget(self._info())
        return head

    def _info(self) -> QToolButton:
        button = tool_button("info", self.tr("Why this matters"), checkable=True)
        button.setIconSize(QSize(METRICS.icon_small, METRICS.icon_small))
        button.setFixedSize(METRICS.icon_large, METRICS.icon_large)
        button.toggled.connect(self._explain)
        return button

    def _fill(self) -> None:
        row = self.row
        if row.kind is Kind.PASS:
            parts = [each for each in (row.measured, row.required) if each]
            self._column.addWidget(Wrapped(" · ".join(parts), "muted"))
            return
        self._column.addWidget(Wrapped(row.measured, "" if row.kind in COSTLY else "muted"))
        if row.required and row.kind is not Kind.UNMEASURED:
            self._column.addWidget(Wrapped(self.tr("Wanted: {required}").format(required=row.required), "caption"))
        if row.advice and not row.fixes:
            self._column.addWidget(Wrapped(row.advice, "muted"))
        if row.fixes or row.where:
            self._column.addWidget(self._buttons())

    def _buttons(self) -> QWidget:
        buttons: list[QPushButton] = []
        if self.row.where:
            show = push_button(self.tr("Show"), "eye")
            show.setAccessibleName(self.tr("Show {rule} in the picture").format(rule=self.row.name))
            show.clicked.connect(self._show)
            buttons.append(show)
        for fix in self.row.fixes:
            button = push_button(fix.label)
            button.setToolTip(self.row.advice)
            button.clicked.connect(partial(self._want, fix))
            buttons.append(button)
        return row_of(*buttons)

    def _explain(self, on: bool) -> None:
        if self._why is None:
            parts = [self.row.why]
            if self.row.source:
                parts.append(self.tr("Source: {source}").format(source=self.row.source))
            self._why = Wrapped("\n".join(part for part in parts if part), "caption")
            self._column.addWidget(self._why)
        self._why.setVisible(on)

    def _want(self, fix: Fix, _checked: bool = False) -> None:
        self.fix_wanted.emit(fix)

    def _show(self, _checked: bool = False) -> None:
        self.show_wanted.emit(self.row.where)
