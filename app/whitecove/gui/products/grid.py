"""All main pictures at once, in one size and on white: what is larger, tinted or shaded otherwise than the others is
seen at a glance. Nothing lies over the pictures."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from whitecove.core.model import State
from whitecove.gui.document import Document
from whitecove.gui.products.commands import Arranging
from whitecove.gui.products.list_view import KeyedView
from whitecove.gui.products.menus import Chosen, product_menu
from whitecove.gui.products.model import ProductRole
from whitecove.gui.products.painting import ratio_of, say, state_line, tile
from whitecove.gui.products.selection import Selection
from whitecove.gui.products.shown import ProductsView
from whitecove.gui.products.thumbnails import Thumbnails, Wish
from whitecove.gui.state_words import state_word
from whitecove.gui.theme.paint import State as Flag
from whitecove.gui.theme.paint import box, by_keyboard, has, ring
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS

Index = QModelIndex | QPersistentModelIndex
# So many are to be in sight: fewer show no outliers, more are too small to judge.
FEWEST, MOST = 30, 60
SMALLEST, LARGEST = 96, 300
BELOW, MARGIN = 44, 8
AROUND = 8


class TileDelegate(QStyledItemDelegate):
    """A picture, below it name and state; ``side`` is how large the picture is."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.side = 160

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.side + 2 * MARGIN, self.side + 2 * MARGIN + BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setFont(option.font)
        now, area = colours(), QRect(option.rect).adjusted(1, 1, -1, -1)
        left = area.left() + (area.width() - self.side) // 2
        if has(option, Flag.State_Selected):
            box(painter, area, now.accent_soft, now.accent, radius=METRICS.radius, width=2)
        elif has(option, Flag.State_MouseOver):
            box(painter, area, now.hover, radius=METRICS.radius)
        if by_keyboard(option):
            ring(painter, area)
        picture = QRect(left, area.top() + MARGIN - 1, self.side, self.side)
        wish = index.data(ProductRole.WISH)
        found = self._thumbnails.get(wish, self.side, ratio_of(painter)) if isinstance(wish, Wish) else None
        tile(painter, picture, found, is_made=isinstance(wish, Wish) and wish.made is not None)
        name = QRect(left, picture.bottom() + 4, self.side, 20)
        say(painter, name, str(index.data()), now.text, elide=Qt.TextElideMode.ElideMiddle)
        state = State(index.data(ProductRole.STATE))  # it comes as a plain text
        below = QRect(left, name.bottom() + 1, self.side, 18)
        state_line(painter, below, state, state_word(state, index.data(ProductRole.STAGE)))
        painter.restore()


class Grid(KeyedView):
    """``opened`` (SKU): a person wants to see that product by itself."""

    opened = Signal(object)

    def __init__(
        self,
        document: Document,
        shown: ProductsView,
        selection: Selection,
        arranging: Arranging,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shown, shown.sku_at, shown.index_of, parent)
        self._document, self._shown, self._selection, self._arranging = document, shown, selection, arranging
        self.tiles = TileDelegate(thumbnails, self)
        self.setItemDelegate(self.tiles)
        self.setProperty("kind", "flat")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setViewportMargins(AROUND, AROUND, AROUND, AROUND)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.chosen.connect(selection.choose_products)
        self.doubleClicked.connect(self._open)
        self.customContextMenuRequested.connect(self._offer)
        selection.changed.connect(self._follow)
        for signal in (shown.rowsInserted, shown.rowsRemoved, shown.modelReset):
            signal.connect(self._fit)
        self.retranslate()
        self._follow()

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        self.setAccessibleName(self.tr("Main pictures"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def event(self, event: QEvent) -> bool:
        """Return opens a product here, whatever it does elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_return(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_return(event):
            self._open()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Tiles as large as they can be while enough of them are in sight."""
        # Whether the bar is there or not: else tiles would come and go.
        width = self.width() - METRICS.scrollbar - 2 - 2 * AROUND
        side = fitting(width, self.height() - 2 * AROUND, self._shown.rowCount())
        across = max(1, width // (side + 2 * MARGIN))
        cell = QSize(min(width // across, LARGEST + 6 * MARGIN), side + 2 * MARGIN + BELOW)
        if side != self.tiles.side or cell != self.gridSize():
            self.tiles.side = side
            self.setGridSize(cell)

    def _follow(self) -> None:
        self.show_chosen(self._selection.skus, self._selection.current_sku)

    def _open(self) -> None:
        if self._selection.current_sku:
            self.opened.emit(self._selection.current_sku)

    def _offer(self, at: QPoint) -> None:
        menu = self.menu_at(at)
        if menu:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    def menu_at(self, at: QPoint) -> QMenu | None:
        """The menu of what is chosen; a right click beside what is chosen chooses first."""
        sku = self._shown.sku_at(self.indexAt(at))
        products = self._document.session.products
        if not sku or products[sku].provisional:
            return None
        if sku not in self._selection.skus:
            self._selection.go_to_product(sku)
        skus = (sku, *(each for each in self._selection.skus if each != sku))
        keys = tuple(key for each in skus for key in products[each].keys)
        chosen = Chosen(skus=skus, keys=keys, key=products[sku].keys[0])
        return product_menu(self, self._document, self._arranging, chosen, None)


def fitting(width: int, height: int, count: int) -> int:
    """The side of the largest picture with which ``FEWEST`` tiles (or all ``count``, if there are fewer) are in sight
    in a room of that size, in device-independent pixels."""
    wanted = min(max(1, count), FEWEST)
    for across in range(1, MOST + 1):
        side = min(LARGEST, width // across - 2 * MARGIN)
        down = max(1, height // max(1, side + 2 * MARGIN + BELOW))
        if side <= SMALLEST:
            return SMALLEST
        if across * down >= wanted:
            return side
    return SMALLEST


def _is_return(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
        event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    )
