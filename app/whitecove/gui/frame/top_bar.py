"""The bar above everything: add, choose, prepare, deliver."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from whitecove.gui.actions import Actions
from whitecove.gui.frame.menu import whole_menu
from whitecove.gui.speaking import tongue
from whitecove.gui.theme.icons import icon
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import describe, primary_button, push_button, set_kind, tool_button

FOLLOWED = ("prepare", "pause", "stop", "deliver", "settings")


class TopBar(QFrame):
    """``choices`` are the widgets that choose marketplace and cutout. Its buttons do the window's actions, and look as
    these can be done."""

    def __init__(self, actions: Actions, choices: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setFixedHeight(METRICS.bar)
        self._actions = actions
        self.add = push_button("", "add")
        self.prepare = primary_button("", "play")
        self.pause = tool_button("pause", "")
        self.stop = tool_button("stop", "")
        self.deliver = push_button("", "deliver")
        self.settings = tool_button("settings", "")
        self.more = tool_button("more", "")
        self.more.setMenu(whole_menu(actions, self.more))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        actions.on("menu", self.more.showMenu)
        menu = QMenu(self.add)
        menu.addActions([actions[each] for each in ("add-folder", "add-photos", "samples", "paste")])
        self.add.setMenu(menu)
        self._buttons = {name: getattr(self, name) for name in FOLLOWED}
        for name, button in self._buttons.items():
            button.clicked.connect(actions[name].trigger)
            actions[name].changed.connect(self.follow)
        self._lay_out(choices)
        self._numbers = (0, False)
        tongue().changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        self.add.setText(self.tr("Add"))
        self.deliver.setText(self.tr("Deliver…"))
        self.show_to_do(*self._numbers)
        self.follow()

    def show_to_do(self, photos: int, deliver_next: bool) -> None:
        """So many ``photos`` would be prepared; after the run delivering is what leads on (``deliver_next``)."""
        self._numbers = (photos, deliver_next)
        number = QLocale().toString(photos)
        self.prepare.setText(self.tr("Prepare {number}").format(number=number) if photos else self.tr("Prepare"))
        set_kind(self.prepare, "" if deliver_next else "primary", "play")
        set_kind(self.deliver, "primary" if deliver_next else "", "deliver")

    def follow(self) -> None:
        """The buttons can be pressed where their actions can be done, and say the same."""
        for name, button in self._buttons.items():
            action = self._actions[name]
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.text())
        self.pause.setVisible(self._actions["pause"].isEnabled())
        self.stop.setVisible(self._actions["stop"].isEnabled())
        is_paused = self._actions["pause"].isChecked()
        self.pause.setIcon(icon("play" if is_paused else "pause"))
        describe(self.add, self.tr("Add photos"))
        describe(self.more, self.tr("All that can be done"), self._actions["menu"].shortcut().toString())

    def _lay_out(self, choices: Sequence[QWidget]) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(METRICS.margin, 0, METRICS.margin, 0)
        row.setSpacing(METRICS.gap)
        for each in (self.add, *choices):
            row.addWidget(each)
        row.addStretch(1)
        for each in (self.prepare, self.pause, self.stop):
            row.addWidget(each)
        row.addStretch(1)
        for each in (self.deliver, self.settings, self.more):
            row.addWidget(each)
