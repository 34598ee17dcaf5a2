"""How a product looks in the list: its main picture, its name, where it stands in icon and word, and its counts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from whitecove.gui.products.model import ProductRole
from whitecove.gui.state_words import state_word

Index = QModelIndex | QPersistentModelIndex
HEIGHT, MARGIN, PICTURE = 72, 8, 56


class ProductDelegate(QStyledItemDelegate):
    """Paints a row; nothing is a widget of its own."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect
        palette: QPalette = option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, palette.highlight())
        pixmap = index.data(ProductRole.THUMBNAIL)
        frame = QRect(rect.left() + MARGIN, rect.top() + MARGIN, PICTURE, PICTURE)
        if isinstance(pixmap, QPixmap):
            size = pixmap.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(frame.topLeft(), size)
            place.moveCenter(frame.center())
            painter.drawPixmap(place, pixmap)
        painter.setPen(palette.highlightedText().color() if chosen else palette.text().color())
        text = rect.adjusted(PICTURE + 3 * MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.drawText(text, Qt.AlignmentFlag.AlignTop, str(index.data(Qt.ItemDataRole.DisplayRole)))
        word = state_word(index.data(ProductRole.STATE), index.data(ProductRole.STAGE))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, word)
        painter.restore()
