"""A round glass under the pointer, through which single pixels are seen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from whitecove.gui.canvas.colours import LINE, SHADE, around, with_alpha
from whitecove.gui.canvas.stage import Mode
from whitecove.gui.canvas.view import View

# Of the glass: its radius in logical pixels, and device pixels to a picture's pixel.
RADIUS, POWER = 112.0, 4.0


def loupe_box(at: QPointF, ratio: float) -> QRectF:
    """All that the glass at ``at`` is painted in."""
    reach = (RADIUS + 3) * ratio
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)


def paint_loupe(painter: QPainter, mode: Mode, at: QPointF) -> None:
    """What ``mode`` shows at ``at``, `POWER` times as large as its pixels; closer than it is seen already."""
    stage, size = mode.stage, mode.size
    if size is None:
        return
    ratio = stage.ratio
    radius = round(RADIUS * ratio)
    x, y = mode.to_picture(at)
    scale = max(POWER, 2 * stage.view.scale)
    view = View(picture=size, pane=(2 * radius, 2 * radius), scale=scale, x=x, y=y)
    glass = QPainterPath()
    glass.addEllipse(QPointF(radius, radius), radius, radius)
    painter.save()
    corner = QTransform.fromTranslate(round(at.x()) - radius, round(at.y()) - radius)
    painter.setTransform(corner, combine=True)
    painter.save()
    painter.setClipPath(glass, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(0, 0, 2 * radius, 2 * radius), around(stage.backdrop, stage.chrome, ratio))
    mode.paint_plain(painter, view, at)
    painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line, width in ((with_alpha(SHADE, 0.45), 5.0), (LINE, 3.0)):
        painter.setPen(QPen(line, width * ratio))
        painter.drawPath(glass)
    painter.restore()
