"""What the pointer looks like over a photo that is touched up: the circle of a brush, or a cross."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from whitecove.gui.canvas.colours import ERASE, HEAL, KEEP, LINE, SHADE, with_alpha
from whitecove.gui.canvas.tools import Hand, Tool

# A circle smaller than this, in logical pixels, is not seen; the sign beside a circle reaches so far beyond it.
LEAST, REACH = 3.0, 14.0

SHAPES = {
    Tool.HOLE: Qt.CursorShape.CrossCursor,
    Tool.PICK: Qt.CursorShape.CrossCursor,
    Tool.KEEP_RECTANGLE: Qt.CursorShape.CrossCursor,
    Tool.ERASE_RECTANGLE: Qt.CursorShape.CrossCursor,
}


def shape(tool: Tool) -> Qt.CursorShape:
    """The system's pointer for ``tool``; brushes are painted instead."""
    return SHAPES.get(tool, Qt.CursorShape.BlankCursor)


def cursor_box(at: QPointF, hand: Hand, ratio: float) -> QRectF:
    """All that `paint_cursor` paints in."""
    reach = (max(hand.radius, LEAST) + REACH) * ratio
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)


def paint_cursor(painter: QPainter, at: QPointF, hand: Hand, tool: Tool, ratio: float) -> None:
    """The outline of the brush, dashed where it stops at edges, that of half its strength, its middle, and + or − for
    what it does."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = max(hand.radius, LEAST) * ratio
    colour = tool_colour(tool)
    for line, width in ((with_alpha(SHADE, 0.6), 3.0), (LINE, 1.25)):
        painter.setPen(QPen(line, width * ratio))
        painter.drawEllipse(at, radius, radius)
    if hand.hardness < 0.95 and radius > 8 * ratio:
        painter.setPen(QPen(with_alpha(LINE, 0.7), ratio, Qt.PenStyle.DotLine))
        middle = radius * (1 + hand.hardness) / 2
        painter.drawEllipse(at, middle, middle)
    if hand.edge_aware and tool is not Tool.HEAL:
        painter.setPen(QPen(colour, 1.25 * ratio, Qt.PenStyle.DashLine))
        painter.drawEllipse(at, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(at, 1.75 * ratio, 1.75 * ratio)
    _paint_sign(painter, at + QPointF(0.7071, 0.7071) * (radius + 7 * ratio), tool, ratio)
    painter.restore()


def _paint_sign(painter: QPainter, at: QPointF, tool: Tool, ratio: float) -> None:
    """A small disc with what the brush does."""
    painter.setPen(QPen(LINE, ratio))
    painter.setBrush(tool_colour(tool))
    painter.drawEllipse(at, 5.5 * ratio, 5.5 * ratio)
    painter.setPen(QPen(LINE, 1.5 * ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    half = 2.75 * ratio
    if tool is Tool.HEAL:
        painter.drawEllipse(at, 1.5 * ratio, 1.5 * ratio)
        return
    painter.drawLine(QLineF(at.x() - half, at.y(), at.x() + half, at.y()))
    if tool.keeps:
        painter.drawLine(QLineF(at.x(), at.y() - half, at.x(), at.y() + half))


def tool_colour(tool: Tool) -> QColor:
    """The colour that says what a tool does."""
    if tool is Tool.HEAL:
        return HEAL
    return KEEP if tool.keeps else ERASE
