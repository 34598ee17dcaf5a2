"""How sliders and progress bars are painted."""

from __future__ import annotations

import time

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionProgressBar, QStyleOptionSlider, QWidget

from whitecove.gui.theme.paint import State, box, by_keyboard, disc, has
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS

Sub = QStyle.SubControl
_GROOVE = 4
_TRACK = 6
_FRAME_MS = 40  # between two pictures of a bar that does not know how far it is
_WANDERING = "wandering"
_ROUND_S = 1.6  # how long such a bar takes from end to end


def slider(style: QStyle, option: QStyleOptionSlider, painter: QPainter, widget: QWidget | None) -> None:
    """A groove, filled from its origin to the handle. The property ``origin`` (a value) fills from there: for a zero in
    the middle.
    """
    now = colours()
    enabled = has(option, State.State_Enabled)
    handle = QRectF(style.subControlRect(QStyle.ComplexControl.CC_Slider, option, Sub.SC_SliderHandle, widget))
    groove = _groove(option)
    box(painter, groove, now.pressed if enabled else now.border, radius=_GROOVE / 2)
    if enabled:
        box(painter, _filled(option, groove, handle.center(), widget), now.accent, radius=_GROOVE / 2)
    over = has(option, State.State_MouseOver) and bool(option.activeSubControls & Sub.SC_SliderHandle)
    radius = min(handle.width(), handle.height()) / 2
    if by_keyboard(option):
        disc(painter, handle.center(), radius, now.raised, now.focus, METRICS.ring + 1)
    elif enabled:
        disc(painter, handle.center(), radius - 1, now.hover if over else now.raised, now.outline, 1.5)
    else:
        disc(painter, handle.center(), radius - 1, now.surface, now.border, 1.5)


def _groove(option: QStyleOptionSlider) -> QRectF:
    area, half = QRectF(option.rect), METRICS.tick / 2
    if option.orientation == Qt.Orientation.Horizontal:
        return QRectF(area.x() + half - 2, area.center().y() - _GROOVE / 2, area.width() - 2 * half + 4, _GROOVE)
    return QRectF(area.center().x() - _GROOVE / 2, area.y() + half - 2, _GROOVE, area.height() - 2 * half + 4)


def _filled(option: QStyleOptionSlider, groove: QRectF, handle: QPointF, widget: QWidget | None) -> QRectF:
    """The part of the groove between where it counts from and the handle."""
    origin = widget.property("origin") if widget is not None else None
    span = max(1, option.maximum - option.minimum)
    share = (float(origin) - option.minimum) / span if origin is not None else 0.0
    if option.upsideDown:
        share = 1 - share
    if option.orientation == Qt.Orientation.Horizontal:
        start = groove.x() + groove.width() * share
        return QRectF(min(start, handle.x()), groove.y(), abs(handle.x() - start), _GROOVE)
    start = groove.y() + groove.height() * share
    return QRectF(groove.x(), min(start, handle.y()), _GROOVE, abs(handle.y() - start))


def progress(option: QStyleOptionProgressBar, painter: QPainter, widget: QWidget | None) -> None:
    """A slim bar; one that does not know its end shows a piece that wanders. Text is for a label beside it."""
    now = colours()
    area = QRectF(option.rect)
    track = QRectF(area.x(), area.center().y() - _TRACK / 2, area.width(), _TRACK)
    box(painter, track, now.pressed, radius=_TRACK / 2)
    if option.maximum <= option.minimum:
        _wander(painter, track, widget)
        return
    share = (option.progress - option.minimum) / (option.maximum - option.minimum)
    if share > 0:
        width = max(_TRACK, track.width() * min(1.0, share))
        left = track.right() - width if option.direction == Qt.LayoutDirection.RightToLeft else track.x()
        box(painter, QRectF(left, track.y(), width, _TRACK), now.accent, radius=_TRACK / 2)


def _wander(painter: QPainter, track: QRectF, widget: QWidget | None) -> None:
    phase = time.monotonic() / _ROUND_S % 1.0
    width = track.width() * 0.3
    left = track.x() - width + phase * (track.width() + width)
    piece = QRectF(left, track.y(), width, _TRACK).intersected(track)
    if piece.width() >= 1:
        box(painter, piece, colours().accent, radius=_TRACK / 2)
    if widget is not None and widget.isVisible():
        _next_picture(widget)


def _next_picture(widget: QWidget) -> None:
    """Has the bar painted again soon. The timer is the bar's, and ends with it."""
    timer = widget.findChild(QTimer, _WANDERING)
    if timer is None:
        timer = QTimer(widget)
        timer.setObjectName(_WANDERING)
        timer.setSingleShot(True)
        timer.timeout.connect(widget.update)
    timer.start(_FRAME_MS)
