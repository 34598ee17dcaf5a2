"""Keys without Ctrl mean actions while a person looks at pictures, and themselves where they type or move a control."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from whitecove.gui.actions import ACTIONS, Actions

WRITTEN_IN = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
# What moves by arrows, and what Return or a space presses.
MOVED = (QAbstractSlider, QTabBar, QAbstractButton)
CONTROL_KEYS = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_PageUp,
     Qt.Key.Key_PageDown}
)  # fmt: skip


class BareKeys(QObject):
    """Takes the shortcuts without a modifier away from actions while another widget needs these keys."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._all: dict[QAction, list[QKeySequence]] = {}
        for entry in ACTIONS:
            action = actions[entry.id]
            if any(_is_bare(each) for each in action.shortcuts()):
                self._all[action] = action.shortcuts()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def _moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is not self._window:
            return
        for action, keys in self._all.items():
            wanted = [each for each in keys if not _is_needed(each, now)]
            if wanted != action.shortcuts():
                action.setShortcuts(wanted)


def _is_needed(keys: QKeySequence, widget: QWidget | None) -> bool:
    """Whether ``widget`` has a use of its own for a key."""
    if not _is_bare(keys):
        return False
    key = _combination(keys).key()
    if isinstance(widget, WRITTEN_IN):
        return True
    if isinstance(widget, QAbstractItemView):
        return key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
    return isinstance(widget, MOVED) and key in CONTROL_KEYS


def _is_bare(keys: QKeySequence) -> bool:
    """Whether it is one key without Ctrl, Alt or Meta; function keys mean the same everywhere."""
    if keys.count() != 1:
        return False
    held = _combination(keys).keyboardModifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    is_function = Qt.Key.Key_F1 <= _combination(keys).key() <= Qt.Key.Key_F35
    return held == Qt.KeyboardModifier.NoModifier and not is_function


def _combination(keys: QKeySequence) -> QKeyCombination:
    """The first stroke of a shortcut."""
    first: QKeyCombination = keys[0]  # type: ignore[index]
    return first
