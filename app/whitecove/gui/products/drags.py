"""The picture that hangs at the pointer while photos are dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView

from whitecove.gui.products.painting import WHITE, fitted, frame
from whitecove.gui.theme.paint import box
from whitecove.gui.theme.scheme import colours

SIDE, BADGE = 64, 24


def drag(view: QAbstractItemView, pixmap: QPixmap | None, count: int) -> None:
    """Lets a person drag what is chosen in ``view``: ``count`` things, of which the first looks like ``pixmap``."""
    data = view.model().mimeData(view.selectedIndexes())
    dragged = QDrag(view)
    dragged.setMimeData(data)
    dragged.setPixmap(hanging(pixmap, count, view.devicePixelRatioF()))
    dragged.setHotSpot(QPoint(SIDE // 2, SIDE // 2))
    dragged.exec(Qt.DropAction.MoveAction)


def hanging(pixmap: QPixmap | None, count: int, ratio: float) -> QPixmap:
    """A small picture, with a number where there are several."""
    side = SIDE + BADGE // 2
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    now = colours()
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    area = QRect(0, BADGE // 2, SIDE, SIDE)
    painter.fillRect(area, QColor(WHITE))
    if pixmap:
        painter.drawPixmap(fitted(pixmap.size(), area), pixmap)
    frame(painter, area, now.accent, 2)
    if count > 1:
        disc = QRectF(side - BADGE, 0, BADGE, BADGE)
        box(painter, disc, now.accent, radius=BADGE / 2)
        painter.setPen(QColor(now.accent_text))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(count))
    painter.end()
    return made
