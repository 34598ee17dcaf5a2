"""A list of keys as a Qt model, which follows another list in as small steps as it can: what is chosen stays chosen,
and what is in sight stays in sight."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
# More steps than this are more work than to begin anew.
STEPS_AT_MOST = 40


class RowsModel(QAbstractListModel):
    """A row a key; no key is there twice."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._rows: dict[str, int] = {}

    @property
    def keys(self) -> Sequence[str]:
        """What the rows stand for."""
        return self._keys

    def row_of(self, key: str) -> int:
        """Where a key stands; -1 if it is not there."""
        return self._rows.get(key, -1)

    def key_at(self, row: int) -> str:
        """What a row stands for; empty where there is none."""
        return self._keys[row] if 0 <= row < len(self._keys) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._keys)

    def say_changed(self, keys: Collection[str], roles: Sequence[int] = ()) -> None:
        """Something about these rows is different."""
        for first, last in _runs(sorted(self._rows[key] for key in keys if key in self._rows)):
            self.dataChanged.emit(self.index(first), self.index(last), list(roles))

    def follow(self, keys: Sequence[str]) -> None:
        """The rows are these now; whatever stays is looked at anew."""
        new = list(keys)
        if new != self._keys:
            self._come_to(new)
        if new:
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1), [])

    def _come_to(self, new: list[str]) -> None:
        old, coming = self._rows.keys(), set(new)
        if len(new) == len(self._keys) and _only_renamed(self._keys, new):
            self._set(new)
            return
        gone = list(_runs([row for row, key in enumerate(self._keys) if key not in coming]))
        fresh = list(_runs([row for row, key in enumerate(new) if key not in old]))
        if not old & coming or len(gone) + len(fresh) > STEPS_AT_MOST:
            self.beginResetModel()
            self._set(new)
            self.endResetModel()
            return
        self._remove(gone)
        self._rearrange([key for key in new if key in self._rows])
        self._insert(new, fresh)

    def _remove(self, runs: Sequence[tuple[int, int]]) -> None:
        for first, last in reversed(runs):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._set([*self._keys[:first], *self._keys[last + 1 :]])
            self.endRemoveRows()

    def _rearrange(self, keys: list[str]) -> None:
        if keys == self._keys:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self.key_at(index.row()) for index in before]
        self._set(keys)
        self.changePersistentIndexList(before, [self.index(self._rows[key]) for key in held])
        self.layoutChanged.emit()

    def _insert(self, new: list[str], runs: Sequence[tuple[int, int]]) -> None:
        for first, last in runs:
            self.beginInsertRows(QModelIndex(), first, last)
            self._set([*self._keys[:first], *new[first : last + 1], *self._keys[first:]])
            self.endInsertRows()

    def _set(self, keys: list[str]) -> None:
        self._keys = keys
        self._rows = {key: row for row, key in enumerate(keys)}


def _only_renamed(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether each row is what it was, though some are called otherwise."""
    changed = [(before, after) for before, after in zip(old, new, strict=True) if before != after]
    return len(changed) < len(old) and not {before for before, _ in changed} & {after for _, after in changed}


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Rows, ascending, as first and last of each unbroken run."""
    first = last = -2
    for row in rows:
        if row != last + 1:
            if first >= 0:
                yield first, last
            first = row
        last = row
    if first >= 0:
        yield first, last
