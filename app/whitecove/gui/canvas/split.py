"""Which side of a pair is seen where: panes, the split between them, and its handle."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from whitecove.gui.canvas.colours import LINE, SHADE, with_alpha
from whitecove.gui.canvas.pair import Compare, Pair, Side

# In logical pixels: the gap between two panes, how far from the line the handle is caught, and the grip's radius.
GAP, CATCH, GRIP = 2.0, 9.0, 14.0


@dataclass(frozen=True, slots=True)
class Part:
    """One side, seen within ``clip`` of the widget, in the pane whose corner is that of ``pane``."""

    side: Side
    pane: QRectF
    clip: QRectF


def panes(area: QRectF, compare: Compare, ratio: float) -> tuple[QRectF, ...]:
    """Of ``area``: itself, or two equal ones beside each other."""
    if compare is not Compare.SIDE_BY_SIDE:
        return (area,)
    width = (area.width() - round(GAP * ratio)) // 2
    left = QRectF(area.x(), area.y(), width, area.height())
    return left, left.translated(area.width() - width, 0)


def parts(area: QRectF, compare: Compare, split: float, ratio: float) -> tuple[Part, ...]:
    """What is seen where, ``split`` being where the line is in ``area``, in device pixels from its left."""
    found = panes(area, compare, ratio)
    match compare:
        case Compare.SPLIT:
            left = QRectF(area.x(), area.y(), split, area.height())
            right = QRectF(area.x() + split, area.y(), area.width() - split, area.height())
            return Part(Side.BEFORE, area, left), Part(Side.AFTER, area, right)
        case Compare.SIDE_BY_SIDE:
            return Part(Side.BEFORE, found[0], found[0]), Part(Side.AFTER, found[1], found[1])
        case Compare.BEFORE:
            return (Part(Side.BEFORE, area, area),)
        case Compare.AFTER:
            return (Part(Side.AFTER, area, area),)


def shown(pair: Pair, compare: Compare, *, flipped: bool) -> Compare:
    """``compare``, or what of it there is to show; ``flipped``: the other one for a moment."""
    if not pair.has(Side.AFTER):
        return Compare.BEFORE
    if not pair.has(Side.BEFORE):
        return Compare.AFTER
    if flipped and compare is not Compare.SIDE_BY_SIDE:
        return Compare.AFTER if compare is Compare.BEFORE else Compare.BEFORE
    return compare


def handle_box(line: float, area: QRectF, ratio: float) -> QRectF:
    """All that the handle is painted in, with its line at ``line``."""
    reach = (GRIP + 3) * ratio
    return QRectF(line - reach, area.top(), 2 * reach, area.height())


def paint_handle(painter: QPainter, line: float, picture: QRectF, ratio: float, *, is_held: bool) -> None:
    """The line across ``picture``, the part of the widget that it is seen in, and a round grip on it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    thin, top, bottom = round(ratio), picture.top(), picture.bottom()
    x = round(line)
    painter.fillRect(QRectF(x - 2 * thin, top, 4 * thin, bottom - top), with_alpha(SHADE, 0.28))
    painter.fillRect(QRectF(x - thin, top, 2 * thin, bottom - top), LINE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    centre = QPointF(x, (top + bottom) / 2)
    radius = (GRIP if is_held else GRIP - 1.5) * ratio
    painter.setPen(QPen(with_alpha(SHADE, 0.28), thin))
    painter.setBrush(LINE)
    painter.drawEllipse(centre, radius, radius)
    painter.setPen(QPen(with_alpha(SHADE, 0.75), 1.75 * ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for direction in (-1, 1):
        tip, back, half = centre.x() + direction * 7.5 * ratio, 3.5 * ratio * direction, 4 * ratio
        wings = [
            QPointF(tip - back, centre.y() - half),
            QPointF(tip, centre.y()),
            QPointF(tip - back, centre.y() + half),
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(wings))
    painter.restore()
