"""A button that does one of the window's actions, and looks as that can be done and whether it is on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from whitecove.gui.actions import BY_ID, Actions
from whitecove.gui.theme.widgets import push_button, tool_button


def icon_button(actions: Actions, id_: str) -> QToolButton:
    """With the action's icon; its words are the tooltip."""
    action = actions[id_]
    button = tool_button(BY_ID[id_].icon, action.text(), checkable=action.isCheckable())
    _tie(button, action)
    return button


def word_button(actions: Actions, id_: str, text: str) -> QPushButton:
    """With an icon and a shorter ``text`` than the action's, which is the tooltip."""
    button = push_button(text, BY_ID[id_].icon)
    _tie(button, actions[id_])
    return button


def _tie(button: QAbstractButton, action: QAction) -> None:
    tie = _Tie(button, action)
    button.clicked.connect(tie.press)
    action.changed.connect(tie.follow)
    tie.follow()


class _Tie(QObject):
    """Holds a button and its action together, as long as there is the button."""

    def __init__(self, button: QAbstractButton, action: QAction) -> None:
        super().__init__(button)
        self._button, self._action = button, action

    @Slot(bool)
    def press(self, _checked: bool = False) -> None:
        """Does it. One of several stays on when it is pressed again."""
        self._action.trigger()
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Looks as the action does."""
        self._button.setEnabled(self._action.isEnabled())
        self._button.setChecked(self._action.isChecked())
        self._button.setToolTip(self._action.toolTip())
        self._button.setAccessibleName(self._action.text())
