"""The few shapes that every control is made of."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOption

from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS

State = QStyle.StateFlag


def box(
    painter: QPainter,
    area: QRect | QRectF,
    fill: str | None,
    edge: str | None = None,
    *,
    radius: float,
    width: float = 1,
) -> None:
    """A rounded rectangle that lies wholly inside of ``area``; lengths in device-independent pixels."""
    inset = width / 2 if edge else 0.0
    rect = QRectF(area).adjusted(inset, inset, -inset, -inset)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    corner = max(0.0, min(radius - inset, rect.width() / 2, rect.height() / 2))
    painter.drawRoundedRect(rect, corner, corner)
    painter.restore()


def disc(
    painter: QPainter, centre: QPointF, radius: float, fill: str, edge: str | None = None, width: float = 1
) -> None:
    """A filled circle, its edge inside of ``radius``."""
    side = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    box(painter, side, fill, edge, radius=radius, width=width)


def ring(painter: QPainter, area: QRect | QRectF, ink: str | None = None, radius: float = METRICS.radius) -> None:
    """The focus ring, along the inner edge of ``area``."""
    box(painter, area, None, ink or colours().focus, radius=radius, width=METRICS.ring)


def line(painter: QPainter, area: QRect | QRectF, ink: str) -> None:
    """A filled bar without rounding: hairlines and underlines."""
    painter.fillRect(QRectF(area), QColor(ink))


def has(option: QStyleOption, *flags: QStyle.StateFlag) -> bool:
    """Whether all of these hold: enabled, under the pointer, pressed, checked ..."""
    return all(bool(option.state & flag) for flag in flags)


def by_keyboard(option: QStyleOption) -> bool:
    """Whether the control has the focus and the person moves it by keyboard, so that the ring is to be shown."""
    return has(option, State.State_HasFocus, State.State_KeyboardFocusChange, State.State_Enabled)
