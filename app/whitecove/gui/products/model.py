"""Products as a Qt model, in the session's order. `data` reads nothing from disk and computes next to nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from whitecove.core.model import Role, State
from whitecove.core.stage import Stage
from whitecove.gui.document import Document
from whitecove.gui.plain_words import said
from whitecove.gui.products import carried
from whitecove.gui.products.rows import RowsModel
from whitecove.gui.products.thumbnails import Thumbnails, Wish, wish_of
from whitecove.gui.state_words import state_word

Index = QModelIndex | QPersistentModelIndex


class ProductRole(IntEnum):
    """What the list knows of a product."""

    SKU = Qt.ItemDataRole.UserRole
    STATE = Qt.ItemDataRole.UserRole + 1
    REASON = Qt.ItemDataRole.UserRole + 2
    WISH = Qt.ItemDataRole.UserRole + 3
    COUNTS = Qt.ItemDataRole.UserRole + 4
    DOUBT = Qt.ItemDataRole.UserRole + 5
    STAGE = Qt.ItemDataRole.UserRole + 6
    CHANGED = Qt.ItemDataRole.UserRole + 7
    PROVISIONAL = Qt.ItemDataRole.UserRole + 8


@dataclass(frozen=True, slots=True)
class Counts:
    """How many photos of a product are main pictures, others that are used, and kept aside; ``done`` of ``all`` have
    something become of them."""

    mains: int
    others: int
    aside: int
    done: int

    @property
    def all(self) -> int:
        return self.mains + self.others + self.aside


def shown_name(sku: str) -> str:
    """What a product is called on the screen: one of which nothing is known yet, like its photo."""
    return sku.partition("\0")[0]


class ProductsModel(RowsModel):
    """A row a product."""

    def __init__(self, document: Document, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._shown_with: dict[str, str] = {}  # thumbnail -> SKU
        self._answers: dict[int, Callable[[str], Any]] = {
            Qt.ItemDataRole.DisplayRole: shown_name,
            Qt.ItemDataRole.EditRole: shown_name,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            ProductRole.SKU: str,
            ProductRole.STATE: self.state,
            ProductRole.REASON: self._reason,
            ProductRole.WISH: self._wish,
            ProductRole.COUNTS: self._counts,
            ProductRole.DOUBT: self.doubt,
            ProductRole.STAGE: self._stage,
            ProductRole.CHANGED: self._is_changed,
            ProductRole.PROVISIONAL: self._is_provisional,
        }
        document.reset.connect(self.reload)
        document.products_changed.connect(self.say_changed)
        thumbnails.ready.connect(self._thumbnail_came)
        self.reload()

    def reload(self) -> None:
        """Products may be others, or in another order."""
        self.follow(list(self.document.session.products))

    def state(self, sku: str) -> State:
        """Where a product stands."""
        return self.document.session.state_of(sku)

    def doubt(self, sku: str) -> float:
        """The largest doubt about one of its photos."""
        return self.document.session.doubt_of(sku)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self._is_provisional(self.key_at(index.row())):
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's)
        answer = self._answers.get(role)
        sku = self.key_at(index.row())
        return answer(sku) if answer and sku in self.document.session.products else None

    def mimeTypes(self) -> list[str]:
        return [carried.PHOTOS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        session = self.document.session
        skus = [self.key_at(index.row()) for index in indexes]
        return carried.packed([key for sku in skus for key in session.products[sku].keys])

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def _reason(self, sku: str) -> str:
        session = self.document.session
        reason = session.products[sku].reason or next((s.reason for s in session.photos_of(sku) if s.reason), "")
        return said(reason)

    def _counts(self, sku: str) -> Counts:
        shots = self.document.session.photos_of(sku)
        roles = [shot.photo.role for shot in shots]
        mains, aside = roles.count(Role.MAIN), roles.count(Role.UNUSED)
        done = sum(shot.standing not in (State.WAITING, State.WORKING) for shot in shots)
        return Counts(mains=mains, others=len(roles) - mains - aside, aside=aside, done=done)

    def _stage(self, sku: str) -> Stage | None:
        return next((shot.stage for shot in self.document.session.photos_of(sku) if shot.stage), None)

    def _is_changed(self, sku: str) -> bool:
        return any(shot.changed for shot in self.document.session.photos_of(sku))

    def _is_provisional(self, sku: str) -> bool:
        product = self.document.session.products.get(sku)
        return product is None or product.provisional

    def _wish(self, sku: str) -> Wish | None:
        shot = self.document.session.main_of(sku)
        if shot is None:
            return None
        wish = wish_of(shot, self.document.session.out, self.document.session.lies)
        self._shown_with[wish.key] = sku
        return wish

    def _tip(self, sku: str) -> str:
        reason = self._reason(sku)
        return f"{shown_name(sku)}\n{reason}" if reason else shown_name(sku)

    def _spoken(self, sku: str) -> str:
        return f"{shown_name(sku)}, {state_word(self.state(sku), self._stage(sku))}"

    def _thumbnail_came(self, key: str) -> None:
        sku = self._shown_with.get(key, "")  # it may come in another size, too
        if sku:
            self.say_changed([sku], [Qt.ItemDataRole.DecorationRole])
