"""Products as Qt models: one list over the session, and a view of it that is filtered, searched and sorted."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from whitecove.core.model import Role, State
from whitecove.core.stage import Stage
from whitecove.gui.document import Document
from whitecove.gui.products.thumbnails import Thumbnails
from whitecove.studio.files import places_of
from whitecove.studio.items import Shot

Index = QModelIndex | QPersistentModelIndex
THUMBNAIL_SIDE = 160


class ProductRole(IntEnum):
    """What the list knows of a product."""

    SKU = Qt.ItemDataRole.UserRole
    STATE = Qt.ItemDataRole.UserRole + 1
    REASON = Qt.ItemDataRole.UserRole + 2
    THUMBNAIL = Qt.ItemDataRole.UserRole + 3
    COUNTS = Qt.ItemDataRole.UserRole + 4  # main pictures, and others that are used
    DOUBT = Qt.ItemDataRole.UserRole + 5
    STAGE = Qt.ItemDataRole.UserRole + 6
    CHANGED = Qt.ItemDataRole.UserRole + 7


def shown_name(sku: str) -> str:
    """What a product is called on the screen: one of which nothing is known yet, like its photo."""
    return sku.partition("\0")[0]


class ProductsModel(QAbstractListModel):
    """A row a product, in the session's order. `data` reads nothing from disk: a thumbnail that is missing is wished
    for, and its row is told of when it comes."""

    def __init__(self, document: Document, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.thumbnails = thumbnails
        self._skus: list[str] = []
        self._rows: dict[str, int] = {}
        self._waiting: dict[str, str] = {}  # thumbnail -> SKU
        self._answers: dict[int, Callable[[str], Any]] = {
            Qt.ItemDataRole.DisplayRole: shown_name,
            Qt.ItemDataRole.EditRole: shown_name,
            ProductRole.SKU: str,
            ProductRole.STATE: self._state,
            ProductRole.REASON: self._reason,
            ProductRole.THUMBNAIL: self._thumbnail,
            ProductRole.COUNTS: self._counts,
            ProductRole.DOUBT: self._doubt,
            ProductRole.STAGE: self._stage,
            ProductRole.CHANGED: self._is_changed,
        }
        document.reset.connect(self.reload)
        document.products_changed.connect(self._changed)
        thumbnails.ready.connect(self._thumbnail_came)
        self.reload()

    def reload(self) -> None:
        """Products are others: all is looked at anew, but who was chosen stays so, if only their places changed."""
        skus = list(self.document.session.products)
        if skus == self._skus:
            if skus:
                self.dataChanged.emit(self.index(0), self.index(len(skus) - 1))
            return
        self.beginResetModel()
        self._skus = skus
        self._rows = {sku: row for row, sku in enumerate(self._skus)}
        self._waiting.clear()
        self.endResetModel()

    def row_of(self, sku: str) -> int:
        """Where a product stands; -1 if it is not there."""
        return self._rows.get(sku, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._skus)

    def flags(self, index: Index) -> Qt.ItemFlag:
        drops = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable
        return super().flags(index) | drops if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's)
        answer = self._answers.get(role)
        if answer is None or not index.isValid() or index.row() >= len(self._skus):
            return None
        sku = self._skus[index.row()]
        return answer(sku) if sku in self.document.session.products else None

    def _state(self, sku: str) -> State:
        return self.document.session.state_of(sku)

    def _doubt(self, sku: str) -> float:
        return self.document.session.doubt_of(sku)

    def _reason(self, sku: str) -> str:
        session = self.document.session
        return session.products[sku].reason or next((s.reason for s in session.photos_of(sku) if s.reason), "")

    def _counts(self, sku: str) -> tuple[int, int]:
        roles = [shot.photo.role for shot in self.document.session.photos_of(sku)]
        mains = roles.count(Role.MAIN)
        return mains, len(roles) - mains - roles.count(Role.UNUSED)

    def _stage(self, sku: str) -> Stage | None:
        return next((shot.stage for shot in self.document.session.photos_of(sku) if shot.stage), None)

    def _is_changed(self, sku: str) -> bool:
        return any(shot.changed for shot in self.document.session.photos_of(sku))

    def _thumbnail(self, sku: str) -> Any:  # noqa: ANN401
        shot = self.document.session.main_of(sku)
        if shot is None:
            return None
        key, paths = wish(shot, self.document.session.out)
        found = self.thumbnails.get(key, paths, THUMBNAIL_SIDE)
        if found is None and not self.thumbnails.has(key):
            self._waiting[key] = sku
        return found

    def _thumbnail_came(self, key: str) -> None:
        row = self._rows.get(self._waiting.pop(key, ""), -1)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row), [ProductRole.THUMBNAIL])

    def _changed(self, skus: set[str]) -> None:
        for row in sorted(self._rows[sku] for sku in skus if sku in self._rows):
            self.dataChanged.emit(self.index(row), self.index(row))


def wish(shot: Shot, out: Path | None) -> tuple[str, tuple[Path, ...]]:
    """The thumbnail of a photo: of the picture that was made of it, else of itself."""
    made = shot.rendition
    if made is None or out is None:
        return shot.key, (shot.photo.path,)
    return f"{shot.key}\0{made.sha256}", (*places_of(made, out), shot.photo.path)


class ProductsView(QSortFilterProxyModel):
    """The products that a person wants to see: in some states, with a text in their name, and in which order."""

    def __init__(self, model: QAbstractItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: frozenset[State] | None = None
        self._text = ""
        self._by_doubt = False
        self.setSourceModel(model)

    def show_states(self, states: frozenset[State] | None) -> None:
        """Only products in these; None: all."""
        self.beginFilterChange()
        self._states = states
        self.endFilterChange()

    def search(self, text: str) -> None:
        """Only products with ``text`` in their name."""
        self.beginFilterChange()
        self._text = text.casefold().strip()
        self.endFilterChange()

    def sort_by_doubt(self, wanted: bool) -> None:
        """The most doubtful first, or in their own order."""
        self._by_doubt = wanted
        self.invalidate()
        self.sort(0 if wanted else -1, Qt.SortOrder.DescendingOrder)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        index = self.sourceModel().index(row, 0, parent)
        if self._states is not None and index.data(ProductRole.STATE) not in self._states:
            return False
        return not self._text or self._text in str(index.data(Qt.ItemDataRole.DisplayRole)).casefold()

    def lessThan(self, left: Index, right: Index) -> bool:
        keys = [
            (index.data(ProductRole.STATE) is State.REVIEW, index.data(ProductRole.DOUBT) or 0.0, -index.row())
            for index in (left, right)
        ]
        return bool(keys[0] < keys[1])
