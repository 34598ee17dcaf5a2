"""The widget with a hand on it: who gets which event of mouse, pen, keys and fingers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from whitecove.gui.canvas.reach import Reach
from whitecove.gui.canvas.stage import Pointer
from whitecove.gui.canvas.surface import Surface

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
MODIFIERS = {
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
}


class Handled(Surface):
    """A `Surface` that hands on what a person does: to its mode, or to `Reach` where it is about what is seen.
    ``pointed``: the pointer is at a place of the picture (x, y), or left it (none)."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.reach = Reach(self)
        self._at: QPointF | None = None
        self._has_space = self._has_loupe = self._is_pressed = False

    # Mouse and pen.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.point(event.position())
        if event.button() == MIDDLE or (event.button() == LEFT and self._has_space):
            self.mode.flip(False)
            self.reach.grab(at)
        elif event.button() == LEFT:
            if self._is_pressed:
                self.cancel()
            self._is_pressed = self.mode.press(Pointer(at=at, modifiers=event.modifiers()))
        else:
            super().mousePressEvent(event)
        self._show_cursor(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.point(event.position())
        self._moved(Pointer(at=at, modifiers=event.modifiers()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.point(event.position())
        if self.reach.is_dragging and event.button() in (MIDDLE, LEFT):
            self.reach.let_go()
        elif event.button() == LEFT and self._is_pressed:
            self._is_pressed = False
            self.mode.release(Pointer(at=at, modifiers=event.modifiers()))
        self._show_cursor(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.point(event.position())
        if event.button() == LEFT and not self.mode.double_press(Pointer(at=at, modifiers=event.modifiers())):
            self.reach.toggle(at)
        elif event.button() == LEFT:
            self.mousePressEvent(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen whose event is ignored here becomes a mouse: for panning, and where its pressure is of no use."""
        if self._has_space or self.reach.is_dragging or not self.mode.uses_pen:
            event.ignore()
            return
        pointer = Pointer(
            at=self.point(event.position()),
            modifiers=event.modifiers(),
            pressure=event.pressure() if event.type() != QEvent.Type.TabletRelease else 1.0,
            is_eraser=event.pointerType() == QPointingDevice.PointerType.Eraser,
        )
        if event.type() == QEvent.Type.TabletPress and event.button() == LEFT:
            self._is_pressed = self.mode.press(pointer)
        elif event.type() == QEvent.Type.TabletRelease and self._is_pressed:
            self._is_pressed = False
            self.mode.release(pointer)
        else:
            self._moved(pointer)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._at = None
        self.mode.hover(None)
        self.set_loupe(None)
        self.pointed.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.mode.size is not None:
            self.reach.wheel(event)
            event.accept()

    def _moved(self, pointer: Pointer) -> None:
        self._at = pointer.at
        if self.reach.is_dragging:
            self.reach.drag(pointer.at)
        elif self._is_pressed:
            self.mode.move(pointer)
        else:
            self.mode.hover(pointer)
        if self._has_loupe:
            self.set_loupe(pointer.at)
        self._show_cursor(pointer.at)
        if self.mode.size is not None:
            self.pointed.emit(self.mode.to_picture(pointer.at))

    def _show_cursor(self, at: QPointF) -> None:
        if self.reach.is_dragging:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._has_space:
            shape = Qt.CursorShape.OpenHandCursor
        else:
            shape = self.mode.cursor(at)
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def cancel(self) -> bool:
        """Drops what is being drawn, whatever the hand that draws it does next; true if there was something."""
        self._is_pressed = False
        return self.mode.cancel()

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MODIFIERS:
            self.mode.keys(event.modifiers() | MODIFIERS[Qt.Key(event.key())])
        if self.mode.size is None or not self._key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in MODIFIERS:
            self.mode.keys(event.modifiers() & ~MODIFIERS[Qt.Key(event.key())])
        if event.isAutoRepeat() or event.key() not in (Qt.Key.Key_Space, Qt.Key.Key_Z):
            super().keyReleaseEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self._set_space(False)
        else:
            self._set_loupe(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys that are let go elsewhere are not heard of here."""
        super().focusOutEvent(event)
        self._set_space(False)
        self._set_loupe(False)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._set_space(True)
            return True
        if event.key() == Qt.Key.Key_Z and not event.modifiers():
            if not event.isAutoRepeat():
                self._set_loupe(True)
            return True
        if event.key() == Qt.Key.Key_Escape:
            return self.cancel()
        return self.mode.key(event) or self.reach.key(event.key())

    def _set_space(self, on: bool) -> None:
        if on != self._has_space:
            self._has_space = on
            self.mode.flip(on)
            if self._at is not None:
                self._show_cursor(self._at)

    def _set_loupe(self, on: bool) -> None:
        if on != self._has_loupe:
            self._has_loupe = on
            self.set_loupe(self._at if on else None)

    def _wants(self, event: QKeyEvent) -> bool:
        """Keys that are held, and the way out of a stroke, are heard here even where they are shortcuts as well."""
        if event.key() == Qt.Key.Key_Escape:
            return self._is_pressed
        return event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Z) and not event.modifiers() and self.mode.size is not None

    # Fingers.

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._wants(event):
            event.accept()
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture) and self.mode.size is not None:
                centre = self.mapFromGlobal(pinch.centerPoint().toPoint())
                self.reach.zoom(pinch.scaleFactor(), self.point(QPointF(centre)))
                return True
        if isinstance(event, QNativeGestureEvent) and self.mode.size is not None:
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.reach.zoom(1 + event.value(), self.point(event.position()))
                return True
            if event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
                self.reach.toggle(self.point(event.position()))
                return True
        return super().event(event)
