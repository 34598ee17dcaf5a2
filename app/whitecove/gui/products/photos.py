"""The photos of the current product as a Qt model, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from whitecove.core.model import Role, State
from whitecove.gui.document import Document
from whitecove.gui.plain_words import said
from whitecove.gui.products import carried
from whitecove.gui.products.rows import RowsModel
from whitecove.gui.products.selection import Selection
from whitecove.gui.products.thumbnails import Thumbnails, Wish, wish_of
from whitecove.gui.state_words import state_word
from whitecove.studio.items import Shot

Index = QModelIndex | QPersistentModelIndex


class PhotoRole(IntEnum):
    """What the filmstrip knows of a photo."""

    KEY = Qt.ItemDataRole.UserRole
    STATE = Qt.ItemDataRole.UserRole + 1
    WISH = Qt.ItemDataRole.UserRole + 2
    USE = Qt.ItemDataRole.UserRole + 3  # what it is for
    NUMBER = Qt.ItemDataRole.UserRole + 4  # its place among those that are used, from 1; 0: none
    CHANGED = Qt.ItemDataRole.UserRole + 5
    GROUP = Qt.ItemDataRole.UserRole + 6
    IS_MADE = Qt.ItemDataRole.UserRole + 7


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours of one variant: its name, at which place of them a photo is, from 0, and how many they are."""

    name: str
    at: int
    count: int


class PhotosModel(RowsModel):
    """A row a photo of the product that `Selection` says."""

    def __init__(
        self, document: Document, selection: Selection, thumbnails: Thumbnails, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document, self._selection = document, selection
        self._shown_with: dict[str, str] = {}
        self._answers: dict[int, Callable[[Shot], Any]] = {
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            PhotoRole.KEY: _key,
            PhotoRole.STATE: _state,
            PhotoRole.WISH: self._wish,
            PhotoRole.USE: _use,
            PhotoRole.NUMBER: self._number,
            PhotoRole.CHANGED: _changed,
            PhotoRole.GROUP: self._group,
            PhotoRole.IS_MADE: _is_made,
        }
        document.reset.connect(self.reload)
        document.photos_changed.connect(self.say_changed)
        selection.product_changed.connect(self.reload)
        thumbnails.ready.connect(self._thumbnail_came)
        self.reload()

    def reload(self) -> None:
        """The product, or the order of its photos, may be another."""
        product = self.document.session.products.get(self._selection.current_sku)
        self.follow(product.keys if product else ())

    @property
    def has_groups(self) -> bool:
        """Whether the product has variants."""
        shots = self.document.session.shots
        return any(shots[key].variant for key in self.keys if key in shots)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags | Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's)
        answer = self._answers.get(role)
        shot = self.document.session.shots.get(self.key_at(index.row()))
        return answer(shot) if answer and shot else None

    def mimeTypes(self) -> list[str]:
        return [carried.PHOTOS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return carried.packed([self.key_at(row) for row in sorted(index.row() for index in indexes)])

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def _wish(self, shot: Shot) -> Wish:
        wish = wish_of(shot, self.document.session.out, self.document.session.lies)
        self._shown_with[wish.key] = shot.key
        return wish

    def _number(self, shot: Shot) -> int:
        return 0 if shot.photo.role in (Role.UNUSED, Role.PAGE) else self.row_of(shot.key) + 1

    def _group(self, shot: Shot) -> Group | None:
        if not self.has_groups:
            return None
        first = last = self.row_of(shot.key)
        while first > 0 and self._variant(first - 1) == shot.variant:
            first -= 1
        while last + 1 < len(self.keys) and self._variant(last + 1) == shot.variant:
            last += 1
        return Group(shot.variant, self.row_of(shot.key) - first, last - first + 1)

    def _variant(self, row: int) -> str:
        shot = self.document.session.shots.get(self.key_at(row))
        return shot.variant if shot else ""

    def _tip(self, shot: Shot) -> str:
        word = state_word(shot.standing, shot.stage)
        lines = [Path(shot.photo.path).name, word, *map(said, (*shot.photo.reasons[-1:], shot.reason))]
        return "\n".join(line for line in lines if line)

    def _spoken(self, shot: Shot) -> str:
        use = {
            Role.MAIN: self.tr("main picture"), Role.DETAIL: self.tr("detail"), Role.VARIANT: self.tr("variant"),
            Role.PAGE: self.tr("page picture"), Role.UNUSED: self.tr("kept aside"),
        }[shot.photo.role]  # fmt: skip
        return f"{shot.photo.path.name}, {use}, {state_word(shot.standing, shot.stage)}"

    def _thumbnail_came(self, key: str) -> None:
        photo = self._shown_with.get(key, "")  # it may come in another size, too
        if photo:
            self.say_changed([photo], [Qt.ItemDataRole.DecorationRole])


def _key(shot: Shot) -> tuple[str]:
    """Alone in a tuple: as a text of Qt's it would lose what is no UTF-8 of its name."""
    return (shot.key,)


def _state(shot: Shot) -> State:
    return shot.standing


def _use(shot: Shot) -> Role:
    return shot.photo.role


def _changed(shot: Shot) -> bool:
    return shot.changed


def _is_made(shot: Shot) -> bool:
    return shot.rendition is not None
