"""The bar above the picture while it is looked at: how before and after are compared, what is marked, how large it is
seen, and what is decided about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from whitecove.gui.actions import Actions
from whitecove.gui.frame.action_button import icon_button, word_button
from whitecove.gui.speaking import tongue
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import frame, rule

COMPARES = ("split", "side-by-side", "after-only")
MARKS = ("show-not-white", "show-frame")
ZOOMS = ("fit", "full-size")
REFUSALS = ("reshoot", "reject")


class ViewBar(QFrame):
    """Its buttons are the window's actions."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.approve = word_button(actions, "approve", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(METRICS.gap, 0, METRICS.gap, 1)
        row.setSpacing(METRICS.gap_small)
        row.addWidget(_switch(actions))
        for group in (MARKS, ZOOMS):
            row.addSpacing(METRICS.gap_small)
            row.addWidget(_line())
            row.addSpacing(METRICS.gap_small)
            for id_ in group:
                row.addWidget(icon_button(actions, id_))
        row.addStretch(1)
        for id_ in REFUSALS:
            row.addWidget(icon_button(actions, id_))
        row.addWidget(self.approve)
        self.retranslate()
        tongue().changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        self.approve.setText(self.tr("Approve"))


def _switch(actions: Actions) -> QFrame:
    """The ways to compare, as parts of one switch."""
    holder = frame("segments")
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for id_ in COMPARES:
        button = icon_button(actions, id_)
        button.setProperty("kind", "segment")
        row.addWidget(button)
    return holder


def _line() -> QFrame:
    line = rule(Qt.Orientation.Vertical)
    line.setFixedHeight(METRICS.icon)
    return line
