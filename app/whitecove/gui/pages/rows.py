"""Rows of a list of pages: tall enough to be hit, and with the focus around the whole of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from whitecove.gui.theme.paint import by_keyboard, ring
from whitecove.gui.theme.tokens import METRICS

Index = QModelIndex | QPersistentModelIndex


class WholeRow(QStyledItemDelegate):
    """Paints as the style does, but for the ring."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        found = super().sizeHint(option, index)
        return QSize(found.width(), max(found.height(), METRICS.control_large))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        focused = by_keyboard(option)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if focused:
            ring(painter, option.rect.adjusted(1, 1, -1, -1), radius=METRICS.radius_small)
