"""What rows, filmstrip and grid have in common: a picture on white, and a state as icon and word."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from whitecove.core.model import State
from whitecove.gui.theme.icons import draw
from whitecove.gui.theme.paint import box, line
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.states import STATES
from whitecove.gui.theme.tokens import METRICS

WHITE = "#ffffff"  # what every picture is delivered on, in whatever theme


def ratio_of(painter: QPainter) -> float:
    """Pixels for each device-independent pixel of what is painted on."""
    device = painter.device()
    return device.devicePixelRatio() if device is not None else 1.0


def tile(painter: QPainter, area: QRect, pixmap: QPixmap | None, *, is_made: bool, faded: bool = False) -> None:
    """A picture, whole, with a hairline around: one that was made in the middle of white, a photo up to its own edge.
    Without one, the sign of a picture."""
    now = colours()
    ground = fitted(pixmap.size(), area) if pixmap and not is_made else area
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(ground, QColor(WHITE if pixmap and is_made else now.unused_soft))
    if pixmap:
        painter.setOpacity(0.45 if faded else 1.0)
        painter.drawPixmap(fitted(pixmap.size(), area), pixmap)
        painter.setOpacity(1.0)
    else:
        side = min(METRICS.icon_large, area.width() // 2)
        middle = QRect(QRect(0, 0, side, side))
        middle.moveCenter(area.center())
        draw(painter, "image", now.disabled, middle)
    painter.restore()
    frame(painter, ground, now.border)


def frame(painter: QPainter, area: QRect, ink: str, width: int = METRICS.hairline) -> None:
    """A frame along the inner edge, without rounding."""
    rect = QRectF(area)
    for side in (
        QRectF(rect.left(), rect.top(), rect.width(), width),
        QRectF(rect.left(), rect.bottom() - width, rect.width(), width),
        QRectF(rect.left(), rect.top(), width, rect.height()),
        QRectF(rect.right() - width, rect.top(), width, rect.height()),
    ):
        line(painter, side, ink)


def fitted(size: QSize, area: QRect) -> QRect:
    """Where a picture of that size stands: whole, and not enlarged beyond ``area``."""
    scaled = size.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(area.topLeft(), scaled)
    place.moveCenter(area.center())
    return place


def state_line(painter: QPainter, area: QRect, state: State, word: str) -> int:
    """The state's icon and its word, at the left of ``area``; gives how wide they are."""
    looks = STATES[state]
    ink = str(getattr(colours(), looks.colour))
    side = METRICS.icon_small
    icon = QRect(area.left(), area.center().y() - side // 2 + 1, side, side)
    draw(painter, looks.icon, ink, icon)
    text = area.adjusted(side + 6, 0, 0, 0)
    return side + 6 + say(painter, text, word, ink)


def say(
    painter: QPainter,
    area: QRect,
    text: str,
    ink: str,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """One line of text, in the middle of the height, shortened where it does not fit; gives its width."""
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, elide, max(0, area.width()))
    painter.setPen(QColor(ink))
    painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def share_done(painter: QPainter, area: QRect, share: float) -> None:
    """A thin bar: how much of something is done, 0…1."""
    now = colours()
    box(painter, area, now.working_soft, radius=area.height() / 2)
    if share > 0:
        done = QRectF(area.left(), area.top(), max(area.height(), area.width() * share), area.height())
        box(painter, done, now.working, radius=area.height() / 2)
