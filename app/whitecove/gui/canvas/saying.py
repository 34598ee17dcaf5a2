"""Words where there is no picture: it is loading, it failed, there is none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from whitecove.gui.canvas.stage import Mode
from whitecove.gui.theme.fonts import body_pixels
from whitecove.gui.theme.tokens import TYPE

# Of the texts, in logical pixels.
WIDEST, GAP = 440.0, 8.0


class Saying(Mode):
    """``text``, one line large, and ``detail`` below it, wrapped."""

    text = ""
    detail = ""

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        ratio, area = self.stage.ratio, self.stage.area
        width, height = area.width() / ratio, area.height() / ratio
        room = QRectF((width - min(WIDEST, width - 32)) / 2, 0, min(WIDEST, width - 32), height)
        painter.save()
        painter.scale(ratio, ratio)
        plain, large = painter.font(), QFont(painter.font())
        large.setPixelSize(round(body_pixels(plain) * TYPE.heading))
        large.setWeight(QFont.Weight.DemiBold)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        first = QFontMetricsF(large).boundingRect(room, int(flags), self.text).height() if self.text else 0.0
        second = QFontMetricsF(plain).boundingRect(room, int(flags), self.detail).height() if self.detail else 0.0
        top = (height - first - second - GAP) / 2
        painter.setFont(large)
        painter.setPen(self.stage.chrome.text)
        painter.drawText(QRectF(room.x(), top, room.width(), first + 2), int(flags), self.text)
        painter.setFont(plain)
        painter.setPen(self.stage.chrome.quiet)
        painter.drawText(QRectF(room.x(), top + first + GAP, room.width(), second + 2), int(flags), self.detail)
        painter.restore()
