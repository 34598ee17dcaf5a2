"""How a photo that is touched up is painted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from whitecove.core.corrections.values import Point
from whitecove.gui.canvas import cursors
from whitecove.gui.canvas.colours import FRAME, LINE, SHADE, below, with_alpha
from whitecove.gui.canvas.drafts import RectangleDraft
from whitecove.gui.canvas.pair import Side
from whitecove.gui.canvas.signs import outline, sign, sign_size
from whitecove.gui.canvas.stage import seen
from whitecove.gui.canvas.tools import Tool
from whitecove.gui.canvas.view import View

if TYPE_CHECKING:
    from whitecove.gui.canvas.touch_up import Offer, TouchUp

# How much of the photo is seen where it was removed (0…1), and the ring around a hole that is looked for, in logical
# pixels.
GHOST, HOLE_RADIUS = 0.3, 9.0


def paint(painter: QPainter, mode: TouchUp) -> None:
    """The sheets, what is being drawn on them, and the pointer."""
    stage = mode.stage
    frame = seen(stage.view, stage.area.topLeft(), QRectF(0, 0, *(mode.size or (0, 0))))
    painter.save()
    painter.setClipRect(frame, Qt.ClipOperation.IntersectClip)
    paint_sheets(painter, mode, stage.view, stage.area.topLeft())
    if mode.worked and mode.worked.hint:
        veil, box = mode.worked.hint
        veil.paint(painter, seen(stage.view, stage.area.topLeft(), box))
    painter.restore()
    painter.setPen(QPen(stage.chrome.edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame.adjusted(-1, -1, 0, 0))
    mode.overlays.paint_marks(painter, Side.BEFORE, partial(seen, stage.view, stage.area.topLeft()), stage.ratio)
    if mode.tool is Tool.HOLE:
        for offer in mode.offers:
            _paint_offer(painter, mode, offer)
    if mode.worked:
        for hole in mode.worked.holes:
            _paint_hole(painter, mode, hole.point)
    if isinstance(mode.draft, RectangleDraft):
        _paint_rectangle(painter, mode, mode.draft)
    if mode.pointer is not None and mode.tool.is_brush:
        if mode.line_from:
            _paint_line(painter, mode, mode.line_from, mode.pointer.at)
        cursors.paint_cursor(painter, mode.pointer.at, mode.hand, mode.tool, stage.ratio)


def paint_sheets(painter: QPainter, mode: TouchUp, view: View, corner: QPointF) -> None:
    """The photo as it is cut out by now, or as it was, in a pane whose corner is at ``corner``."""
    if mode.worked is None:
        return
    for layer in mode.worked.layers:
        sheet = layer.sheet
        target = seen(view, corner, sheet.box)
        if mode.is_flipped:
            sheet.photo.paint(painter, target, exact=False)
            continue
        painter.fillRect(target, below(mode.stage.backdrop, mode.stage.ratio, seen(view, corner, QRectF()).topLeft()))
        if mode.has_ghost:
            painter.setOpacity(GHOST)
            sheet.photo.paint(painter, target, exact=False)
            painter.setOpacity(1)
        sheet.shown.paint(painter, target, exact=False)
        layer.tint.paint(painter, target)


def _at(mode: TouchUp, point: Point) -> QPointF:
    return seen(mode.stage.view, mode.stage.area.topLeft(), QRectF(point.x, point.y, 0, 0)).topLeft()


def _paint_hole(painter: QPainter, mode: TouchUp, point: Point) -> None:
    """A ring where a hole is looked for."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    at, ratio = _at(mode, point), mode.stage.ratio
    for line, width in ((with_alpha(SHADE, 0.6), 3.5), (LINE, 1.75)):
        painter.setPen(QPen(line, width * ratio))
        painter.drawEllipse(at, HOLE_RADIUS * ratio - 2, HOLE_RADIUS * ratio - 2)
    painter.restore()


def _paint_offer(painter: QPainter, mode: TouchUp, offer: Offer) -> None:
    """A frame around an area that may be a hole, stronger where a click would open it."""
    stage = mode.stage
    box = seen(stage.view, stage.area.topLeft(), offer.box)
    is_pointed = mode.pointer is not None and box.contains(mode.pointer.at)
    outline(painter, box, FRAME, stage.ratio, Qt.PenStyle.DashLine, 2.5 if is_pointed else 1.5)
    text = QCoreApplication.translate("Canvas", "A hole? Click to open it")
    height = sign_size(painter, text, stage.ratio)[1]
    if is_pointed:
        sign(painter, QPointF(box.left(), box.top() - height - 3 * stage.ratio), text, stage.ratio, FRAME)


def _paint_rectangle(painter: QPainter, mode: TouchUp, draft: RectangleDraft) -> None:
    left, top, right, bottom = draft.edges
    colour = cursors.tool_colour(draft.tool)
    box = QRectF(_at(mode, Point(left, top)), _at(mode, Point(right, bottom)))
    painter.fillRect(box, with_alpha(colour, 0.25))
    outline(painter, box, colour, mode.stage.ratio, width=1.5)


def _paint_line(painter: QPainter, mode: TouchUp, start: Point, end: QPointF) -> None:
    """The straight line that a click would draw."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line, width in ((with_alpha(SHADE, 0.6), 3.0), (LINE, 1.25)):
        painter.setPen(QPen(line, width * mode.stage.ratio))
        painter.drawLine(_at(mode, start), end)
    painter.restore()
