"""The products that a person wants to see: in some states, with a text in their name, and in which order."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Signal

from whitecove.batch.naming.names import natural_key
from whitecove.core.model import State
from whitecove.gui.products.model import ProductsModel, shown_name

Index = QModelIndex | QPersistentModelIndex
SortKey: TypeAlias = tuple[tuple[float, float, str], ...]


class Order(StrEnum):
    """What products are sorted by."""

    OWN = "own"
    DOUBT = "doubt"
    NAME = "name"


class ProductsView(QSortFilterProxyModel):
    """A view of `ProductsModel`. ``narrowed`` says that other products are wanted than before."""

    narrowed = Signal()

    def __init__(self, model: ProductsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._text = ""
        self.states: frozenset[State] | None = None
        self.order = Order.OWN
        self._sort_keys: dict[str, SortKey] = {}
        # These must be heard of before Qt's own, which sorts anew.
        for changed in (model.dataChanged, model.modelAboutToBeReset):
            changed.connect(self._sort_keys.clear)
        self.setSourceModel(model)

    def show_states(self, states: frozenset[State] | None) -> None:
        """Only products in these; None: all."""
        self.beginFilterChange()
        self.states = states
        self.endFilterChange()
        self.narrowed.emit()

    def search(self, text: str) -> None:
        """Only products with ``text`` in their name."""
        self.beginFilterChange()
        self._text = text.casefold().strip()
        self.endFilterChange()
        self.narrowed.emit()

    def sort_by(self, order: Order) -> None:
        """In which order they stand."""
        self.order = order
        self._sort_keys.clear()
        self.sort(-1)  # forgets the order that was
        if order is not Order.OWN:
            self.sort(0)

    def skus(self) -> list[str]:
        """The products that are shown, in their order."""
        keys = self._model.keys
        return [keys[self.mapToSource(self.index(row, 0)).row()] for row in range(self.rowCount())]

    def index_of(self, sku: str) -> QModelIndex:
        """Where a product is shown; invalid if it is not."""
        row = self._model.row_of(sku)
        return self.mapFromSource(self._model.index(row)) if row >= 0 else QModelIndex()

    def sku_at(self, index: Index) -> str:
        """The product of a row; empty where there is none."""
        return self._model.key_at(self.mapToSource(index).row()) if index.isValid() else ""

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        sku = self._model.key_at(row)
        if sku not in self._model.document.session.products:
            return False
        if self.states is not None and self._model.state(sku) not in self.states:
            return False
        return not self._text or self._text in shown_name(sku).casefold()

    def lessThan(self, left: Index, right: Index) -> bool:
        return self._sort_key(left.row()) < self._sort_key(right.row())

    def _sort_key(self, row: int) -> SortKey:
        """What a row is sorted by; rows that are the same stay in their own order."""
        sku = self._model.key_at(row)
        if sku not in self._sort_keys:
            self._sort_keys[sku] = natural_key(sku) if self.order is Order.NAME else self._doubt(sku)
        return self._sort_keys[sku]

    def _doubt(self, sku: str) -> SortKey:
        """What is in review comes first, the most doubtful ahead."""
        if sku not in self._model.document.session.products:
            return ((1, 0.0, ""),)
        return ((self._model.state(sku) is not State.REVIEW, -self._model.doubt(sku), ""),)
