"""Settings, delivery and help: each opens beside the window, and is made when it is first wanted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from whitecove.core.options import Options
from whitecove.gui.actions import Actions
from whitecove.gui.document import Document
from whitecove.gui.pages.deliver import DeliverSheet
from whitecove.gui.pages.help import AboutBox, KeySheet
from whitecove.gui.pages.market_shelf import MarketShelf
from whitecove.gui.pages.model_shelf import ModelShelf
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.pages.quick import QuickChoice
from whitecove.gui.pages.settings import SettingsSheet
from whitecove.gui.pages.watcher import Watcher
from whitecove.gui.products.selection import Selection


class Paging(QObject):
    """Ties the actions that open pages to the pages."""

    def __init__(
        self,
        actions: Actions,
        document: Document,
        preferences: Preferences,
        shelves: tuple[ModelShelf, MarketShelf, Watcher],
        selection: Selection,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._preferences, self._shelves = document, preferences, shelves
        self._selection, self._window = selection, window
        self._settings: SettingsSheet | None = None
        self._deliver: DeliverSheet | None = None
        self._help: dict[str, QWidget] = {}
        actions.on("settings", partial(self.show_settings, "general"))
        actions.on("models", partial(self.show_settings, "models"))
        actions.on("deliver", self.show_delivery)
        actions.on("deliver-changed", partial(self.show_delivery, only_changed=True))
        actions.on("keys", partial(self._show_help, "keys"))
        actions.on("about", partial(self._show_help, "about"))

    @property
    def settings(self) -> SettingsSheet:
        """The settings."""
        if self._settings is None:
            self._settings = SettingsSheet(self._document, self._preferences, self._shelves, self._window)
        return self._settings

    @property
    def delivery(self) -> DeliverSheet:
        """The delivery."""
        if self._deliver is None:
            self._deliver = DeliverSheet(self._document, self._preferences, self._window)
            self._deliver.fix_wanted.connect(self._fix_first)
        return self._deliver

    def follow(self, choice: QuickChoice) -> None:
        """A quick choice of the top bar sets the project's options, and those that projects begin with."""
        choice.chosen.connect(self._take_options)
        choice.more_wanted.connect(self.show_settings)
        self._document.options_changed.connect(partial(self._show_options, choice))
        self._show_options(choice)

    def show_settings(self, page: str) -> None:
        """Opens the settings at a page."""
        self.settings.show_page(page)

    def show_delivery(self, *, only_changed: bool = False) -> None:
        """Opens the delivery."""
        self.delivery.open_sheet(only_changed=only_changed)

    def _show_help(self, which: str) -> None:
        if which not in self._help:
            self._help[which] = (KeySheet if which == "keys" else AboutBox)(self._window)
        page = self._help[which]
        page.show()
        page.activateWindow()

    def _take_options(self, options: Options) -> None:
        self._preferences.keep_options(self._document.session.options, options)
        self._document.set_options(options)

    def _show_options(self, choice: QuickChoice) -> None:
        choice.show_options(self._document.session.options)

    def _fix_first(self, keys: list[str]) -> None:
        if keys:
            self._selection.go_to(keys[0])
        self._window.activateWindow()
