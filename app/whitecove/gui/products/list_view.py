"""A view of rows that chooses by key: what is chosen is the `Selection`'s, and only a person's doing changes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

Flag = QItemSelectionModel.SelectionFlag


class KeyedView(QListView):
    """``chosen`` (keys, current key): a person chose otherwise. ``key_at`` and ``index_of`` translate between rows and
    keys."""

    chosen = Signal(object, object)

    def __init__(
        self,
        model: QAbstractItemModel,
        key_at: Callable[[QModelIndex], str],
        index_of: Callable[[str], QModelIndex],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key_at, self._index_of = key_at, index_of
        self._keys: tuple[str, ...] = ()
        self._current = ""
        self._uppermost = ""
        self._is_moving = 0
        # These hear of changes before Qt's own selection does, which would choose a neighbour of what goes.
        for begins in (model.rowsAboutToBeRemoved, model.modelAboutToBeReset, model.layoutAboutToBeChanged):
            begins.connect(self._begin)
        self.setModel(model)
        for ends in (model.rowsRemoved, model.modelReset, model.layoutChanged):
            ends.connect(self._end)
        model.modelReset.connect(self._scroll_back)
        model.rowsInserted.connect(self._restore)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._tell)
        self.selectionModel().selectionChanged.connect(self._chose)
        self.selectionModel().currentChanged.connect(self._chose)

    def show_chosen(self, keys: Sequence[str], current: str) -> None:
        """These are chosen; the current one comes into sight if it is another than before."""
        moved = current != self._current
        if (tuple(keys), current) == (self._keys, self._current):
            return
        self._keys, self._current = tuple(keys), current
        self._restore()
        index = self._index_of(current)
        if moved and index.isValid():
            self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is current and in sight stays so."""
        index = self._index_of(self._current)
        was_seen = index.isValid() and self.viewport().rect().intersects(self.visualRect(index))
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(index)

    def scroll_along(self, at: QPoint) -> None:
        """Scrolls on while something is dragged near the edge of the view."""
        edge = self.autoScrollMargin()
        if not self.viewport().rect().adjusted(edge, edge, -edge, -edge).contains(at):
            self.startAutoScroll()

    def _begin(self) -> None:
        if not self._is_moving:
            index = self.indexAt(QPoint(self.viewport().width() // 2, 2))
            self._uppermost = self._key_at(index) if index.isValid() else ""
        self._is_moving += 1

    def _scroll_back(self) -> None:
        """After everything was looked at anew, the row that was uppermost is so again, if it is still there."""
        index = self._index_of(self._uppermost)
        if index.isValid():
            self.scrollTo(index, QListView.ScrollHint.PositionAtTop)

    def _end(self) -> None:
        self._is_moving = max(0, self._is_moving - 1)
        self._restore()

    def _restore(self) -> None:
        """Chooses in the view what is chosen, as far as it is shown."""
        self._is_moving += 1
        chosen = QItemSelection()
        for key in self._keys:
            index = self._index_of(key)
            if index.isValid():
                chosen.select(index, index)
        model = self.selectionModel()
        model.setCurrentIndex(self._index_of(self._current), Flag.NoUpdate)
        model.select(chosen, Flag.ClearAndSelect)
        self._is_moving -= 1

    def _chose(self) -> None:
        """Selection and current row change one after the other: both are told of when both are done."""
        if not self._is_moving:
            self._later.start()

    def _tell(self) -> None:
        model = self.selectionModel()
        current = model.currentIndex()
        keys = [self._key_at(index) for index in sorted(model.selectedIndexes(), key=QModelIndex.row)]
        key = self._key_at(current) if current.isValid() else ""
        if key and key not in keys:
            key = keys[-1] if keys else key
        if key and (tuple(keys), key) != (self._keys, self._current):
            self._keys, self._current = tuple(keys), key
            self.chosen.emit(keys, key)
