"""The tools for touching up as a rail beside the picture. It is always there: nothing moves when one is taken in hand.
Which one is, whoever knows says with ``set_tool``."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from whitecove.gui.actions import BY_ID, CONTEXT
from whitecove.gui.speaking import tongue
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import describe, rule, tool_button

# The actions that stand for tools, in their order.
TOOLS = ("keep-brush", "erase-brush", "open-hole", "keep-box", "heal", "eyedropper")
BRUSHES = frozenset({"keep-brush", "erase-brush", "heal"})
WIDTH = 44


class ToolRail(QFrame):
    """``tool_chosen`` says an action's id; ``undo_wanted`` and ``redo_wanted`` what they say."""

    tool_chosen = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setFixedWidth(WIDTH)
        self._tools = {id_: tool_button(BY_ID[id_].icon, "", checkable=True) for id_ in TOOLS}
        self.undo, self.redo = (tool_button(BY_ID[id_].icon, "") for id_ in ("undo", "redo"))
        self.undo.clicked.connect(self._undo)
        self.redo.clicked.connect(self._redo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, METRICS.gap, 1, METRICS.gap)
        column.setSpacing(METRICS.gap_small)
        for id_, button in self._tools.items():
            button.clicked.connect(partial(self._choose, id_))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(METRICS.gap_small)
        line = rule()
        line.setFixedWidth(METRICS.icon)
        column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(METRICS.gap_small)
        for button in (self.undo, self.redo):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.retranslate()
        tongue().changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        for id_, button in {**self._tools, "undo": self.undo, "redo": self.redo}.items():
            describe(button, *described(id_))

    def tool(self, id_: str) -> QToolButton:
        """The button of a tool."""
        return self._tools[id_]

    def set_tool(self, id_: str) -> None:
        """The tool in hand; an empty id for none."""
        for key, button in self._tools.items():
            button.setChecked(key == id_)

    def set_enabled(self, id_: str, enabled: bool) -> None:
        """Whether a tool can be taken in hand."""
        self._tools[id_].setEnabled(enabled)

    def set_history(self, *, can_undo: bool, can_redo: bool) -> None:
        """Whether there is a step to take back, or to do again."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def _choose(self, id_: str, _checked: bool = False) -> None:
        self.set_tool(id_)
        self.tool_chosen.emit(id_)

    def _undo(self, _checked: bool = False) -> None:
        self.undo_wanted.emit()

    def _redo(self, _checked: bool = False) -> None:
        self.redo_wanted.emit()


def described(id_: str) -> tuple[str, str]:
    """The words of an action, and its first shortcut as the system writes it."""
    entry = BY_ID[id_]
    keys = QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if entry.keys else ""
    return QCoreApplication.translate(CONTEXT, entry.text), keys
