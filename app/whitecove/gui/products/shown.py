"""The products that a person wants to see: in some states, with a text in their name, and in which order."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Signal

from whitecove.batch.naming.names import natural_key
from whitecove.core.model import State
from whitecove.gui.products.model import ProductsModel, shown_name

Index = QModelIndex | QPersistentModelIndex


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
        self.setSourceModel(model)

    @property
    def is_narrowed(self) -> bool:
        """Whether some products may be left out."""
        return bool(self._text) or self.states is not None

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
        first, second = self._model.key_at(left.row()), self._model.key_at(right.row())
        if self.order is Order.NAME:
            return natural_key(first) < natural_key(second)
        return self._doubt(first, left.row()) < self._doubt(second, right.row())

    def _doubt(self, sku: str, row: int) -> tuple[bool, float, int]:
        """What is in review comes first, the most doubtful ahead."""
        if sku not in self._model.document.session.products:
            return True, 0.0, row
        return self._model.state(sku) is not State.REVIEW, -self._model.doubt(sku), row
