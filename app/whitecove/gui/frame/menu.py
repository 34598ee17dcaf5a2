"""All actions as menus: in the menu bar where a system has one for all programs, else behind one button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from whitecove.gui.actions import ACTIONS, CONTEXT, GROUPS, Actions
from whitecove.gui.speaking import tongue

# Before these, a line.
PARTED = frozenset(
    {"new", "deliver", "settings", "quit", "rename", "find", "role-main", "reshoot-list", "grid", "fit", "split",
     "show-not-white", "smaller-brush", "copy-to-next", "take-back", "edit-outside"}
)  # fmt: skip


class GroupMenu(QMenu):
    """The menu of a group; ``text`` is its name as it stands in the table."""

    def __init__(self, text: str, owner: QWidget) -> None:
        super().__init__(owner)
        self._text = text
        self.setToolTipsVisible(True)  # they say why something cannot be done
        tongue().changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Its name, in the language that holds now."""
        self.setTitle(QCoreApplication.translate(CONTEXT, self._text))


def menus(actions: Actions, owner: QWidget) -> list[QMenu]:
    """A menu for each group of actions."""
    made: dict[str, QMenu] = {}
    for group, text in GROUPS.items():
        made[group] = GroupMenu(text, owner)
    for entry in ACTIONS:
        if entry.id in PARTED:
            made[entry.group].addSeparator()
        made[entry.group].addAction(actions[entry.id])
    return list(made.values())


def whole_menu(actions: Actions, owner: QWidget) -> QMenu:
    """One menu with all groups below it."""
    menu = QMenu(owner)
    for each in menus(actions, menu):
        menu.addMenu(each)
    return menu


def menu_bar(actions: Actions, owner: QWidget) -> QMenuBar:
    """The menu bar of the system."""
    bar = QMenuBar(owner)
    for each in menus(actions, bar):
        bar.addMenu(each)
    return bar
