"""A pen's pressure, fingers, and that no more is painted than has changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QInputDevice,
    QNativeGestureEvent,
    QPaintEvent,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.canvas.conftest import shown
from tests.gui.canvas.seeing import BLUE, NONE, RED, cutout_of, drag, logical, mouse, plain, two_colours
from whitecove.core.corrections.values import Step, Stroke
from whitecove.core.model import Box
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.tools import Hand, Tool

PEN, ERASER = QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser


class Watched(Canvas):
    """Keeps what was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(event.rect())
        super().paintEvent(event)


@pytest.fixture
def watched(qtbot: QtBot) -> Watched:
    canvas = Watched()
    shown(canvas, qtbot)
    return canvas


def flushed(canvas: Watched) -> list[QRect]:
    """What is painted of what waits to be."""
    canvas.painted.clear()
    QApplication.sendPostedEvents(canvas, QEvent.Type.UpdateRequest.value)
    return list(canvas.painted)


def begin(canvas: Canvas, hand: Hand) -> list[Step]:
    photo = plain(800, 600, RED)
    canvas.start_touch_up(photo, cutout_of(photo, Box(200, 150, 600, 450)), (800, 600))
    canvas.set_hand(hand)
    made: list[Step] = []
    canvas.step_made.connect(made.append)
    return made


def pen(
    canvas: Canvas, kind: QEvent.Type, at: QPointF, pressure: float, tip: QPointingDevice.PointerType = PEN
) -> None:
    """One event of a pen."""
    device = QPointingDevice(
        "pen", 1, QInputDevice.DeviceType.Stylus, tip, QInputDevice.Capability.Pressure, 1, 1, "",
        QPointingDeviceUniqueId(),
    )  # fmt: skip
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    button = none if kind == QEvent.Type.TabletMove else left
    held = none if kind == QEvent.Type.TabletRelease else left
    event = QTabletEvent(
        kind, device, at, QPointF(canvas.mapToGlobal(at)), pressure, 0.0, 0.0, 0.0, 0.0, 0.0, NONE, button, held
    )
    QApplication.sendEvent(canvas, event)


def test_a_pen_presses_with_its_force(canvas: Canvas) -> None:
    made = begin(canvas, Hand(tool=Tool.KEEP))
    pen(canvas, QEvent.Type.TabletPress, logical(canvas, 100, 100), 0.25)
    pen(canvas, QEvent.Type.TabletMove, logical(canvas, 140, 110), 0.5)
    pen(canvas, QEvent.Type.TabletMove, logical(canvas, 180, 120), 0.75)
    pen(canvas, QEvent.Type.TabletRelease, logical(canvas, 180, 120), 0.0)
    (stroke,) = made
    assert isinstance(stroke, Stroke)
    assert stroke.keep
    assert [touch.pressure for touch in stroke.brush.touches] == [0.25, 0.5, 0.75]


def test_the_other_end_of_a_pen_erases(canvas: Canvas) -> None:
    made = begin(canvas, Hand(tool=Tool.KEEP))
    pen(canvas, QEvent.Type.TabletPress, logical(canvas, 300, 300), 0.5, ERASER)
    pen(canvas, QEvent.Type.TabletRelease, logical(canvas, 300, 300), 0.0, ERASER)
    assert [step.keep for step in made if isinstance(step, Stroke)] == [False]


def test_a_brush_paints_only_where_it_is(watched: Watched) -> None:
    begin(watched, Hand(tool=Tool.ERASE, radius=20))
    flushed(watched)
    way = [QPointF(300 + 10 * k, 300) for k in range(4)]
    drag(watched, way[:1], let_go=False)
    flushed(watched)
    for before, at in pairwise(way):
        mouse(watched, QEvent.Type.MouseMove, at)
        painted = flushed(watched)
        assert painted
        for rect in painted:
            assert rect.contains(before.toPoint())
            assert rect.contains(at.toPoint())
            assert rect.width() <= 10 + 2 * 20 + 2 * 20
            assert rect.height() <= 2 * 20 + 2 * 20


def test_the_split_paints_only_what_it_passes(watched: Watched) -> None:
    two_colours(watched)
    flushed(watched)
    watched.set_split(0.52)
    assert all(rect.width() < 80 for rect in flushed(watched))


def test_a_pointer_that_only_moves_over_a_pair_paints_nothing(watched: Watched) -> None:
    two_colours(watched)
    flushed(watched)
    mouse(watched, QEvent.Type.MouseMove, QPointF(300, 300), Qt.MouseButton.NoButton)
    assert flushed(watched) == []


def test_two_fingers_pan_and_with_ctrl_zoom(canvas: Canvas) -> None:
    canvas.show_pair(None, plain(4000, 4000, BLUE))
    canvas.zoom_at(1.0)
    x, y = canvas.view.x, canvas.view.y
    _scroll(canvas, QPoint(-30, -20), NONE)
    assert (canvas.view.x, canvas.view.y) == pytest.approx((x + 30, y + 20))
    _scroll(canvas, QPoint(0, 40), Qt.KeyboardModifier.ControlModifier)
    assert canvas.zoom > 1.0


def _scroll(canvas: Canvas, way: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(400, 300)
    event = QWheelEvent(
        at, canvas.mapToGlobal(at), way, way, Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.ScrollUpdate, False
    )
    QApplication.sendEvent(canvas, event)


def test_two_fingers_on_a_touchpad_pinch(canvas: Canvas) -> None:
    canvas.show_pair(None, plain(4000, 4000, BLUE))
    canvas.zoom_at(1.0)
    at = QPointF(200, 150)
    place = canvas.view.to_picture(200, 150)
    for kind, value in (
        (Qt.NativeGestureType.BeginNativeGesture, 0.0),
        (Qt.NativeGestureType.ZoomNativeGesture, 0.5),
        (Qt.NativeGestureType.EndNativeGesture, 0.0),
    ):
        device = QPointingDevice.primaryPointingDevice()
        event = QNativeGestureEvent(kind, device, 2, at, at, canvas.mapToGlobal(at), value, QPointF())
        QApplication.sendEvent(canvas, event)
    assert canvas.zoom == pytest.approx(1.5)
    assert canvas.view.to_picture(200, 150) == pytest.approx(place)
