"""The left side of the window: all products, with search, filters and order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from whitecove.gui.document import Document
from whitecove.gui.products.chips import Chips
from whitecove.gui.products.commands import Arranging
from whitecove.gui.products.menus import Chosen, product_menu
from whitecove.gui.products.notice import Notice
from whitecove.gui.products.product_list import ProductList
from whitecove.gui.products.selection import Selection
from whitecove.gui.products.shown import Order, ProductsView
from whitecove.gui.products.thumbnails import Thumbnails
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import describe, heading, muted, search_field, tool_button


class ProductsPanel(QWidget):
    """Title, search, filters, the list, and a strip where a name is in doubt."""

    def __init__(
        self,
        document: Document,
        shown: ProductsView,
        selection: Selection,
        arranging: Arranging,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._shown, self._selection, self._arranging = document, shown, selection, arranging
        self.title, self.search = heading(""), search_field("")
        self.sort = tool_button("sort", "")
        self.chips, self.list = Chips(), ProductList(shown, thumbnails)
        self.nothing, self.notice = muted(""), Notice(arranging)
        self._orders = self._order_menu()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._count()
        self._show_chosen()

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        self.title.setText(self.tr("Products"))
        self.search.setPlaceholderText(self.tr("Search products"))
        self.search.setAccessibleName(self.tr("Search products"))
        self.list.setAccessibleName(self.tr("Products"))
        describe(self.sort, self.tr("Order of the products"))
        words = {
            Order.OWN: self.tr("Own order"), Order.DOUBT: self.tr("Most doubtful first"), Order.NAME: self.tr("Name"),
        }  # fmt: skip
        for order, action in self._orders.items():
            action.setText(words[order])
        self.chips.retranslate()
        self._look_empty()

    def rename(self) -> None:
        """Lets the person type another name for the current product, in its row."""
        index = self._shown.index_of(self._selection.current_sku)
        if index.isValid():
            self.list.scrollTo(index)
            self.list.edit(index)

    def start_search(self) -> None:
        """Puts the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _connect(self) -> None:
        document, shown, selection = self._document, self._shown, self._selection
        self.search.textChanged.connect(shown.search)
        self.chips.changed.connect(shown.show_states)
        self.list.chosen.connect(selection.choose_products)
        self.list.photos_dropped.connect(self._dropped)
        self.list.rows.renamed.connect(self._arranging.rename)
        self.list.customContextMenuRequested.connect(self._offer)
        selection.changed.connect(self._show_chosen)
        document.reset.connect(self._count)
        document.products_changed.connect(self._count)
        for signal in (shown.narrowed, shown.rowsInserted, shown.rowsRemoved, shown.modelReset):
            signal.connect(self._look_empty)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(METRICS.margin, METRICS.gap, METRICS.gap, 0)
        top.addWidget(self.title)
        top.addStretch()
        top.addWidget(self.sort)
        middle = QVBoxLayout()
        middle.setContentsMargins(12, METRICS.gap_small, 12, METRICS.gap_small)
        middle.setSpacing(METRICS.gap)
        middle.addWidget(self.search)
        middle.addWidget(self.chips)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.nothing.setContentsMargins(METRICS.margin, 3 * METRICS.margin, METRICS.margin, 0)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.nothing)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(middle)
        column.addWidget(self.notice)
        column.addWidget(self._pages, 1)
        self.setMinimumWidth(220)

    def _order_menu(self) -> dict[Order, QAction]:
        menu, group = QMenu(self.sort), QActionGroup(self)
        made = {}
        for order in Order:
            action = QAction(menu)
            action.setCheckable(True)
            action.setChecked(order is self._shown.order)
            action.triggered.connect(partial(self._sort, order))
            group.addAction(action)
            menu.addAction(action)
            made[order] = action
        self.sort.setMenu(menu)
        self.sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def _sort(self, order: Order, _checked: bool = True) -> None:
        self._shown.sort_by(order)
        index = self._shown.index_of(self._selection.current_sku)
        if index.isValid():
            self.list.scrollTo(index)

    def _show_chosen(self) -> None:
        self.list.show_chosen(self._selection.skus, self._selection.current_sku)

    def _count(self) -> None:
        self.chips.show_counts(self._document.session.counts())

    def _look_empty(self) -> None:
        """Says why nothing is in the list, where there is something."""
        is_empty = self._shown.rowCount() == 0 and bool(self._document.session.products)
        self._pages.setCurrentWidget(self.nothing if is_empty else self.list)
        if not is_empty:
            return
        text = self.search.text().strip()
        if text:
            self.nothing.setText(self.tr("No product has “{text}” in its name.").format(text=text))
        else:
            self.nothing.setText(self.tr("No product stands at “{state}” now.").format(state=self.chips.word()))

    def _dropped(self, keys: Sequence[str], sku: str) -> None:
        if sku:
            self._arranging.move(keys, sku)
        else:
            self._arranging.split(keys)

    def _offer(self, at: QPoint) -> None:
        menu = self.menu_at(at)
        if menu:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def menu_at(self, at: QPoint) -> QMenu | None:
        """The menu of what is chosen; a right click beside what is chosen chooses first."""
        sku = self._shown.sku_at(self.list.indexAt(at))
        products = self._document.session.products
        if not sku or products[sku].provisional:
            return None
        skus = self._selection.skus if sku in self._selection.skus else (sku,)
        if sku not in self._selection.skus:
            self._selection.go_to_product(sku)
        keys = tuple(key for each in skus for key in products[each].keys)
        chosen = Chosen(skus=(sku, *(each for each in skus if each != sku)), keys=keys, key=products[sku].keys[0])
        return product_menu(self.list, self._document, self._arranging, chosen, self.rename)
