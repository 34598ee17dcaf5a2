"""The settings: a list of pages on the left, the page itself on the right. What is changed holds at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from whitecove.core.options import Options
from whitecove.gui.document import Document
from whitecove.gui.pages.files import FilesPage
from whitecove.gui.pages.furniture import Page
from whitecove.gui.pages.general import GeneralPage
from whitecove.gui.pages.market_shelf import MarketShelf
from whitecove.gui.pages.marketplaces import MarketplacesPage
from whitecove.gui.pages.model_shelf import ModelShelf
from whitecove.gui.pages.models import ModelsPage
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.pages.preparing import PreparingPage
from whitecove.gui.pages.rows import WholeRow
from whitecove.gui.pages.watch import WatchPage
from whitecove.gui.pages.watcher import Watcher
from whitecove.gui.theme.icons import icon
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import frame

SIZE = QSize(900, 640)
NAVIGATION = 208
ICONS = {
    "general": "settings",
    "preparing": "sliders",
    "models": "scissors",
    "marketplaces": "store",
    "watch": "watch-folder",
    "files": "folder",
}


class SettingsSheet(QDialog):
    """Stands beside the window, which goes on. ``language_chosen`` and ``first_look_wanted`` are the general page's."""

    language_chosen = Signal(str)
    first_look_wanted = Signal()

    def __init__(
        self,
        document: Document,
        preferences: Preferences,
        shelves: tuple[ModelShelf, MarketShelf, Watcher],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.document, self.preferences = document, preferences
        self.models, self.markets, self.watcher = shelves
        self.pages: dict[str, Page] = {}
        self._makers: dict[str, Callable[[], Page]] = {
            "general": self._general,
            "preparing": self._preparing,
            "models": self._models,
            "marketplaces": self._marketplaces,
            "watch": self._watch,
            "files": self._files,
        }
        self.list = QListWidget()
        self.list.setIconSize(QSize(METRICS.icon, METRICS.icon))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(WholeRow(self.list))
        self.list.viewport().setAutoFillBackground(False)
        self.stack = QStackedWidget()
        side = frame("panel")
        line = QHBoxLayout(side)
        line.setContentsMargins(METRICS.gap, METRICS.margin, METRICS.gap, METRICS.margin)
        line.addWidget(self.list)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addWidget(self.stack, 1)
        self.list.currentRowChanged.connect(self._turn)
        document.options_changed.connect(self._options_changed)
        self._fill()
        self.resize(SIZE)

    def show_page(self, key: str) -> None:
        """Opens at that page.

        Raises:
            KeyError: there is no such page.
        """
        self.list.setCurrentRow(list(self._makers).index(key) if key in self._makers else self._missing(key))
        self.show()
        self.activateWindow()

    def page(self, key: str) -> Page:
        """A page, made when it is first looked at."""
        if key not in self.pages:
            made = self._makers[key]()
            self.pages[key] = made
            self.stack.addWidget(made)
            self._show_options(made, self.document.session.options)
        return self.pages[key]

    def changeEvent(self, event: QEvent) -> None:
        """In another language, all is made anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            row = self.list.currentRow()
            for page in self.pages.values():
                self.stack.removeWidget(page)
                page.deleteLater()
            self.pages.clear()
            self._fill()
            self.list.setCurrentRow(row)

    def _fill(self) -> None:
        names = {
            "general": self.tr("General"),
            "preparing": self.tr("Preparing"),
            "models": self.tr("Cutouts and models"),
            "marketplaces": self.tr("Marketplaces"),
            "watch": self.tr("Watched folder"),
            "files": self.tr("Projects and files"),
        }
        self.setWindowTitle(self.tr("Settings"))
        self.list.setAccessibleName(self.tr("Pages of settings"))
        self.list.clear()
        for key, name in names.items():
            item = QListWidgetItem(icon(ICONS[key]), name)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
        self.list.setFixedWidth(max(NAVIGATION, self.list.sizeHintForColumn(0) + METRICS.gap))
        self.list.setCurrentRow(0)

    def _turn(self, row: int) -> None:
        item = self.list.item(row)
        if item is not None:
            self.stack.setCurrentWidget(self.page(str(item.data(Qt.ItemDataRole.UserRole))))

    def _missing(self, key: str) -> int:
        raise KeyError(key)

    # --- options

    def _options_changed(self) -> None:
        for page in self.pages.values():
            self._show_options(page, self.document.session.options)

    def _show_options(self, page: Page, options: Options) -> None:
        if isinstance(page, PreparingPage | ModelsPage | MarketplacesPage):
            page.show_options(options)

    def _take_options(self, options: Options, preset: Path | None = None) -> None:
        self.preferences.keep_options(self.document.session.options, options, preset)
        self.document.set_options(options)

    # --- pages

    def _general(self) -> Page:
        page = GeneralPage(self.preferences)
        page.language_chosen.connect(self.language_chosen)
        page.first_look_wanted.connect(self.first_look_wanted)
        return page

    def _preparing(self) -> Page:
        page = PreparingPage(self.markets, self.models)
        page.changed.connect(self._take_options)
        return page

    def _models(self) -> Page:
        return ModelsPage(self.models, self.preferences)

    def _marketplaces(self) -> Page:
        page = MarketplacesPage(self.markets)
        page.changed.connect(self._take_options)
        return page

    def _watch(self) -> Page:
        return WatchPage(self.watcher, self.preferences)

    def _files(self) -> Page:
        return FilesPage(self.preferences)
