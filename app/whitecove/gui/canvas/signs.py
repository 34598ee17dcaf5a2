"""Small texts and lines on the picture that can be read on any picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from whitecove.gui.canvas.colours import LINE, SHADE, SIGN, SIGN_TEXT, with_alpha

# Of a sign, in logical pixels: space beside and above its text, and how round its corners are.
BESIDE, ABOVE, ROUND = 8.0, 3.0, 5.0


def sign_size(painter: QPainter, text: str, ratio: float) -> tuple[float, float]:
    """Width and height of a sign in device pixels."""
    metrics = QFontMetricsF(painter.font())
    return (metrics.horizontalAdvance(text) + 2 * BESIDE) * ratio, (metrics.height() + 2 * ABOVE) * ratio


def sign(painter: QPainter, corner: QPointF, text: str, ratio: float, colour: QColor = SIGN) -> QRectF:
    """Writes ``text`` on a dark or coloured ground whose upper left corner is at ``corner``; gives its box."""
    width, height = sign_size(painter, text, ratio)
    box = QRectF(round(corner.x()), round(corner.y()), width, height)
    painter.save()
    painter.scale(ratio, ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    logical = QRectF(box.x() / ratio, box.y() / ratio, width / ratio, height / ratio)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(logical, ROUND, ROUND)
    painter.setPen(SIGN_TEXT)
    painter.drawText(logical, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return box


def outline(
    painter: QPainter,
    box: QRectF,
    colour: QColor,
    ratio: float,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    width: float = 2.0,
) -> None:
    """A frame around ``box`` that is seen on dark and on light: a line of ``colour`` on a wider, thin one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    contrast = SHADE if colour.lightness() > 140 else LINE
    for line, thickness, kind in (
        (with_alpha(contrast, 0.55 * colour.alphaF()), width + 2, Qt.PenStyle.SolidLine),
        (colour, width, style),
    ):
        pen = QPen(line, thickness * ratio, kind)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(box)
    painter.restore()
