"""The photos of the current product, side by side: to choose from, to bring into order, to drag to another product."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from whitecove.gui.document import Document
from whitecove.gui.products import carried
from whitecove.gui.products.commands import Arranging
from whitecove.gui.products.drags import drag
from whitecove.gui.products.film_delegate import PICTURE, FilmDelegate, film_height
from whitecove.gui.products.list_view import KeyedView
from whitecove.gui.products.menus import Chosen, photo_menu
from whitecove.gui.products.photos import PhotoRole, PhotosModel
from whitecove.gui.products.selection import Selection
from whitecove.gui.products.thumbnails import Thumbnails
from whitecove.gui.theme.paint import box
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS

# Room above the photos; below them, the bar that moves along takes as much when it is there.
ABOVE = 6
PLACES = {Qt.Key(Qt.Key.Key_1 + number): number + 1 for number in range(6)}


class Filmstrip(KeyedView):
    """One line of photos, however many there are; the wheel moves along it."""

    def __init__(
        self,
        document: Document,
        photos: PhotosModel,
        selection: Selection,
        arranging: Arranging,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        self._photos = photos
        super().__init__(photos, self._key_of, self._index_at, parent)
        self._document, self._selection, self._arranging = document, selection, arranging
        self._thumbnails = thumbnails
        self._line = -1
        self.pictures = FilmDelegate(thumbnails, self)
        self.setItemDelegate(self.pictures)
        self._set_up()
        self.retranslate()
        self.chosen.connect(selection.choose_photos)
        self.customContextMenuRequested.connect(self._offer)
        selection.changed.connect(self._follow)
        document.reset.connect(self._follow)
        self._follow()

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        self.setAccessibleName(self.tr("Photos of the product"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def startDrag(self, _actions: Qt.DropAction) -> None:
        indexes = sorted(self.selectedIndexes(), key=QModelIndex.row)
        if indexes:
            drag(self, self._thumbnails.get(indexes[0].data(PhotoRole.WISH), PICTURE), len(indexes))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._moved(event):
            self._mark(self._place_at(event.position().toPoint())[1])
            self.scroll_along(event.position().toPoint())
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(-1)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(-1)
        moved = self._moved(event)
        if moved:
            at = self._place_at(event.position().toPoint())[0]
            keys = list(self._photos.keys)
            before = [key for key in keys[:at] if key not in moved]
            after = [key for key in keys[at:] if key not in moved]
            self._arranging.reorder(self._selection.current_sku, [*before, *moved, *after], moved)
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in PLACES:
            self._arranging.place(self._selection.current_key, PLACES[key])
        elif plain and key == Qt.Key.Key_0:
            self._arranging.set_aside(self._selection.keys)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Along the strip, whichever way the wheel turns."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        step = pixels.x() or pixels.y() or angle.x() or angle.y()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - step)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._line >= 0:
            painter = QPainter(self.viewport())
            box(painter, QRect(self._line - 1, 8, 3, self.viewport().height() - 16), colours().accent, radius=1.5)
            painter.end()

    def _set_up(self) -> None:
        self.setProperty("kind", "flat")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setViewportMargins(METRICS.gap, ABOVE, METRICS.gap, 0)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)

    def _follow(self) -> None:
        """Another photo or product is current, or the same one is arranged otherwise."""
        has_groups = self._photos.has_groups
        if has_groups != self.pictures.has_groups or not self.maximumHeight() < 1000:
            self.pictures.has_groups = has_groups
            self.setFixedHeight(ABOVE + film_height(has_groups=has_groups) + METRICS.scrollbar)
            self.scheduleDelayedItemsLayout()
        if self.pictures.current != self._selection.current_key:
            self.pictures.current = self._selection.current_key
            self.viewport().update()
        self.show_chosen(self._selection.keys, self._selection.current_key)

    def _key_of(self, index: QModelIndex) -> str:
        return self._photos.key_at(index.row())

    def _index_at(self, key: str) -> QModelIndex:
        row = self._photos.row_of(key)
        return self._photos.index(row) if row >= 0 else QModelIndex()

    def _moved(self, event: QDropEvent) -> list[str]:
        """The photos that are dragged, if they are of this product."""
        keys = carried.unpacked(event.mimeData())
        return keys if keys and all(self._photos.row_of(key) >= 0 for key in keys) else []

    def _place_at(self, at: QPoint) -> tuple[int, int]:
        """Before which row something is let go there, and where the line is that shows it."""
        rows = self._photos.rowCount()
        index = self.indexAt(QPoint(at.x(), self.viewport().height() // 2))
        if not index.isValid():
            last = self.visualRect(self._photos.index(rows - 1))
            return rows, last.right()
        rect = self.visualRect(index)
        is_left = (at.x() < rect.center().x()) == (self.layoutDirection() == Qt.LayoutDirection.LeftToRight)
        edge = rect.left() if at.x() < rect.center().x() else rect.right()
        return index.row() + (not is_left), edge

    def _mark(self, line: int) -> None:
        if line < 0:
            self.stopAutoScroll()
        if line != self._line:
            self._line = line
            self.viewport().update()

    def _offer(self, at: QPoint) -> None:
        menu = self.menu_at(at)
        if menu:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    def menu_at(self, at: QPoint) -> QMenu | None:
        """The menu of what is chosen; a right click beside what is chosen chooses first."""
        key = self._key_of(self.indexAt(at)) if self.indexAt(at).isValid() else ""
        product = self._document.session.products.get(self._selection.current_sku)
        if not key or product is None or product.provisional:
            return None
        if key not in self._selection.keys:
            self._selection.go_to(key)
        keys = tuple(each for each in product.keys if each in self._selection.keys)
        return photo_menu(self, self._document, self._arranging, Chosen((product.sku,), keys, key))
