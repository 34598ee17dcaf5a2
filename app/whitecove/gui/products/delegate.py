"""How a product looks in the list: its main picture, its name, where it stands in icon and word, and its counts."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from whitecove.core.model import State
from whitecove.gui.products.model import Counts, ProductRole
from whitecove.gui.products.painting import ratio_of, say, share_done, state_line, tile
from whitecove.gui.products.thumbnails import Thumbnails, Wish
from whitecove.gui.state_words import state_word
from whitecove.gui.theme.icons import draw
from whitecove.gui.theme.paint import by_keyboard, ring
from whitecove.gui.theme.rows import item_panel
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS

Index = QModelIndex | QPersistentModelIndex
HEIGHT, PICTURE = 72, 56


class ProductDelegate(QStyledItemDelegate):
    """Paints a row; nothing is a widget of its own. ``renamed`` (SKU, text) says what was typed into it."""

    renamed = Signal(object, object)

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.target = ""  # the product that photos would be dropped on

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setFont(option.font)
        option.rect = option.rect.adjusted(4, 1, -4, -1)
        item_panel(option, painter)
        sku = index.data(ProductRole.SKU)
        if sku == self.target or by_keyboard(option):
            ring(painter, option.rect)
        area: QRect = option.rect.adjusted(8, 0, -8, 0)
        picture = QRect(area.left(), area.center().y() - PICTURE // 2 + 1, PICTURE, PICTURE)
        wish = index.data(ProductRole.WISH)
        found = self._thumbnails.get(wish, PICTURE, ratio_of(painter)) if isinstance(wish, Wish) else None
        tile(painter, picture, found, is_made=isinstance(wish, Wish) and wish.made is not None)
        self._words(painter, area.adjusted(PICTURE + 12, 0, 0, 0), index)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Name of the product"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        left = option.rect.left() + 8 + PICTURE + 12
        top = option.rect.center().y() - METRICS.control + 2  # over the name; the state stays in sight
        editor.setGeometry(left, top, option.rect.right() - left - 4, METRICS.control)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self.renamed.emit(str(index.data(ProductRole.SKU)), editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Keys of the window, such as X for rejecting, are letters here.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return False
        return super().eventFilter(editor, event)

    def _words(self, painter: QPainter, area: QRect, index: Index) -> None:
        now = colours()
        state = State(index.data(ProductRole.STATE))  # it comes as a plain text
        counts: Counts = index.data(ProductRole.COUNTS)
        middle = area.center().y() + 1
        above = QRect(area.left(), middle - 23, area.width(), 22)
        below = QRect(area.left(), middle + 1, area.width(), 20)
        font = QFont(painter.font())
        if index.data(ProductRole.CHANGED):
            side = METRICS.icon_small
            draw(painter, "changed", now.review, QRect(above.right() - side, above.center().y() - 8, side, side))
            above = above.adjusted(0, 0, -side - 6, 0)
        is_provisional = bool(index.data(ProductRole.PROVISIONAL))
        painter.setFont(_strong(font))
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        say(painter, above, name, now.muted if is_provisional else now.text, elide=Qt.TextElideMode.ElideMiddle)
        painter.setFont(font)
        if is_provisional:
            say(painter, below, self.tr("Looking at it…"), now.muted)
            return
        told = self._told(counts)
        width = say(painter, below, told, now.muted, align=Qt.AlignmentFlag.AlignRight)
        word = state_word(state, index.data(ProductRole.STAGE))
        state_line(painter, below.adjusted(0, 0, -width - 8, 0), state, word)
        if state is State.WORKING and counts.all > 1:
            share_done(painter, QRect(area.left(), middle + 24, area.width(), 3), counts.done / counts.all)

    def _told(self, counts: Counts) -> str:
        """Main pictures and others, such as ``1 + 4``."""
        return f"{counts.mains} + {counts.others}" if counts.others else str(counts.mains)


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
