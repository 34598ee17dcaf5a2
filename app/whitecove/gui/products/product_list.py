"""The list of products: rows that photos can be dropped on, or between, where they become a product of their own."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from whitecove.gui.products import carried
from whitecove.gui.products.delegate import PICTURE, ProductDelegate
from whitecove.gui.products.drags import drag
from whitecove.gui.products.list_view import KeyedView
from whitecove.gui.products.model import ProductRole
from whitecove.gui.products.shown import ProductsView
from whitecove.gui.products.thumbnails import Thumbnails
from whitecove.gui.theme.paint import box
from whitecove.gui.theme.scheme import colours

# So near to the border of two rows something is dropped between them.
BETWEEN = 9


class ProductList(KeyedView):
    """``photos_dropped`` (keys, SKU; empty: on no product) says what was let go here. Files from outside are the
    window's to take."""

    photos_dropped = Signal(object, object)

    def __init__(self, shown: ProductsView, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(shown, shown.sku_at, shown.index_of, parent)
        self._shown, self._thumbnails = shown, thumbnails
        self._line = -1
        self.rows = ProductDelegate(thumbnails, self)
        self.setItemDelegate(self.rows)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setProperty("kind", "flat")
        self.verticalScrollBar().setSingleStep(24)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        indexes = [index for index in self.selectedIndexes() if index.flags() & Qt.ItemFlag.ItemIsDragEnabled]
        if indexes:
            counts = sum(index.data(ProductRole.COUNTS).all for index in indexes)
            drag(self, self._thumbnails.get(indexes[0].data(ProductRole.WISH), PICTURE), counts)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(carried.PHOTOS):
            self._mark(*self._target(event.position().toPoint()))
            self.scroll_along(event.position().toPoint())
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark("", -1)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark("", -1)
        keys = carried.unpacked(event.mimeData())
        if keys:
            self.photos_dropped.emit(keys, self._target(event.position().toPoint())[0])
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._line >= 0:
            painter = QPainter(self.viewport())
            box(painter, QRect(8, self._line - 1, self.viewport().width() - 16, 3), colours().accent, radius=1.5)
            painter.end()

    def _target(self, at: QPoint) -> tuple[str, int]:
        """The product that something is dropped on there; or none, and where the line is that a new one begins at."""
        index = self.indexAt(at)
        if not index.isValid():
            last = self._shown.index(self._shown.rowCount() - 1, 0)
            return "", self.visualRect(last).bottom() if last.isValid() else 0
        rect = self.visualRect(index)
        if at.y() - rect.top() < BETWEEN:
            return "", rect.top()
        if rect.bottom() - at.y() < BETWEEN:
            return "", rect.bottom()
        return ("", -1) if index.data(ProductRole.PROVISIONAL) else (self._shown.sku_at(index), -1)

    def _mark(self, sku: str, line: int) -> None:
        if not sku and line < 0:
            self.stopAutoScroll()
        if (sku, line) != (self.rows.target, self._line):
            self.rows.target, self._line = sku, line
            self.viewport().update()
