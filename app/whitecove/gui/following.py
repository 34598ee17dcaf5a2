"""What the window shows follows what is chosen and what happens to it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from whitecove.gui import enabling
from whitecove.gui.actions import Actions
from whitecove.gui.document import Document
from whitecove.gui.frame.top_bar import TopBar
from whitecove.gui.panels.side import Side
from whitecove.gui.products.selection import Selection
from whitecove.gui.showing import Showing
from whitecove.gui.touching import Touching

# Actions and numbers follow so often at most.
SETTLE_MS = 40


class Views(NamedTuple):
    """What shows the current photo, and the bar above."""

    showing: Showing
    touching: Touching
    side: Side
    bar: TopBar


class Following(QObject):
    """The picture, the side panel, the actions and the top bar, after each change once."""

    def __init__(
        self, document: Document, selection: Selection, views: Views, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._selection, self._actions = document, selection, actions
        self._showing, self._touching, self._side, self._bar = views
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._follow)
        selection.current_changed.connect(self._go)
        selection.changed.connect(self._chosen)
        document.photos_changed.connect(self._photos)
        document.products_changed.connect(self._products)
        views.touching.began.connect(views.showing.step_aside)
        views.touching.ended.connect(self._back)
        for signal in (
            selection.changed, document.reset, document.progress_changed, document.products_changed,
            document.options_changed, views.touching.began, views.touching.ended, document.handed_over,
        ):  # fmt: skip
            signal.connect(self._later)
        document.reset.connect(self._back)
        self._follow()

    def _go(self) -> None:
        shot = self._selection.current_shot
        if self._touching.key and shot:
            self._touching.begin(shot)
        else:
            self._touching.end()
            self._showing.show(shot)
        self._side.set_photo(shot)

    def _chosen(self) -> None:
        self._side.adjust.set_selected(self._selection.selected_keys())

    def _photos(self, keys: set[str]) -> None:
        if self._selection.current_key in keys and not self._touching.key:
            self._showing.refresh()

    def _products(self, skus: set[str]) -> None:
        if self._selection.current_sku in skus and not self._touching.key:
            self._showing.refresh()

    @Slot()
    def _back(self) -> None:
        if not self._touching.key:
            shot = self._selection.current_shot
            if shot is not self._showing.shot:
                self._side.set_photo(shot)
            self._showing.look_again(shot)

    @Slot()
    def _later(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _follow(self) -> None:
        document = self._document
        enabling.follow(self._actions, enabling.now(document, self._selection, self._touching))
        to_do = document.session.to_do()
        is_over = document.progress.last is not None and not document.progress.is_running
        is_next = is_over and not (to_do and document.session.has_news())
        self._bar.show_to_do(to_do, deliver_next=is_next)
