"""Review by keyboard: approve and on, back, reject, shoot again, to the retoucher, what a photo is for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from whitecove.gui.actions import Actions
from whitecove.gui.document import Document
from whitecove.gui.marks import QT_TRANSLATE_NOOP
from whitecove.gui.products.commands import Arranging
from whitecove.gui.products.selection import Selection
from whitecove.gui.showing import Showing

LAST_PLACE = 6
TO_THE_RETOUCHER = "to the retoucher"
# What is recorded, and what is shown.
REASONS = (
    ("dirty", QT_TRANSLATE_NOOP("Reviewing", "&1  Dirty")),
    ("blurred", QT_TRANSLATE_NOOP("Reviewing", "&2  Blurred")),
    ("cut off", QT_TRANSLATE_NOOP("Reviewing", "&3  Cut off")),
    ("wrong item", QT_TRANSLATE_NOOP("Reviewing", "&4  Wrong item")),
)


class Reviewing(QObject):
    """Decides about the photos that are chosen, and goes on to the next that wants a look. ``picture_wanted`` asks for
    another picture of the current photo to be shown."""

    picture_wanted = Signal(object)

    def __init__(
        self,
        actions: Actions,
        document: Document,
        chosen: tuple[Selection, Arranging],
        showing: Showing,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        selection, arranging = chosen
        self._showing = showing
        self._document, self._selection, self._arranging, self._window = document, selection, arranging, window
        actions.on("approve", self.approve)
        actions.on("back", selection.back)
        actions.on("reject", partial(self._decide_and_go_on, "reject"))
        actions.on("retoucher", partial(self._decide_and_go_on, "reject", TO_THE_RETOUCHER))
        actions.on("reshoot", self.ask_why)
        actions.on("take-back", partial(self.decide, "none"))
        actions.on("role-main", partial(self._place, 1))
        actions.on("role-unused", self._set_aside)
        for number in range(2, LAST_PLACE + 1):
            actions.on(f"role-{number}", partial(self._place, number))

    def approve(self) -> None:
        """Takes the pictures as they are, and goes on to the next doubtful one. Nobody approves what was not shown:
        where several were made of a photo, the others come first."""
        keys, shot = self._selection.selected_keys(), self._selection.current_shot
        unseen = self._showing.next_unseen(shot) if shot and keys == [shot.key] else None
        if unseen:
            self.picture_wanted.emit(unseen)
            return
        self._decide_and_go_on("approve")

    def decide(self, kind: str, reason: str = "") -> None:
        """Decides so about all that is chosen."""
        self._document.decide(kind, self._selection.selected_keys(), reason)

    def _decide_and_go_on(self, kind: str, reason: str = "") -> None:
        keys = self._selection.selected_keys()
        self._document.decide(kind, keys, reason)
        self._selection.next_doubtful(keys)

    def ask_why(self) -> None:
        """Why it must be shot again, in a menu that a digit answers."""
        menu = QMenu(self._window)
        for reason, text in REASONS:
            action = menu.addAction(QCoreApplication.translate("Reviewing", text))
            action.triggered.connect(partial(self._shoot_again, reason))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._window.mapToGlobal(self._window.rect().center()))

    def _shoot_again(self, reason: str, _checked: bool = False) -> None:
        self._decide_and_go_on("reshoot", reason)

    def _place(self, number: int) -> None:
        self._arranging.place(self._selection.current_key, number)

    def _set_aside(self) -> None:
        self._arranging.set_aside(list(self._selection.keys))
