"""The widget that a mode is shown in: its view, what is painted when, and what moves."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget

from whitecove.gui.canvas.colours import Backdrop, Chrome, around
from whitecove.gui.canvas.loupe import loupe_box, paint_loupe
from whitecove.gui.canvas.motion import Flash, Motion
from whitecove.gui.canvas.note import Note
from whitecove.gui.canvas.stage import Mode, seen
from whitecove.gui.canvas.view import View
from whitecove.gui.theme.scheme import look
from whitecove.gui.theme.tokens import METRICS

# What a fitted picture leaves free on each side, and the least that the widget takes, in logical pixels.
MARGIN, LEAST = 20, 160
BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Surface(QWidget):
    """Shows a `Mode`; the widget is the mode's `Stage`. ``view_changed``: another part is seen, or it is larger or
    smaller."""

    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(LEAST, LEAST)
        self._backdrop = Backdrop.PLAIN
        self._has_ring = False
        self._loupe_at: QPointF | None = None
        self.motion = Motion(self)
        self.motion.moved.connect(self._on_moved)
        self.motion.rested.connect(self.update)
        self.flash = Flash(self)
        self.flash.changed.connect(self.update)
        self.note = Note(self)
        self.note.changed.connect(self.update)
        look().changed.connect(self.update)
        self._mode: Mode = Mode(self, self)
        # The last mode that showed a picture, and how those that remember it were seen.
        self._seen: Mode = self._mode
        self._views: dict[Mode, View] = {}

    # What a mode sees.

    @property
    def view(self) -> View:
        return self.motion.view

    @property
    def ratio(self) -> float:
        return self.devicePixelRatioF()

    @property
    def chrome(self) -> Chrome:
        return Chrome.now()

    @property
    def backdrop(self) -> Backdrop:
        """What edges are judged on: around a picture, and below what can be seen through."""
        return self._backdrop

    @property
    def is_still(self) -> bool:
        return self.motion.is_still

    @property
    def area(self) -> QRectF:
        return QRectF(0, 0, round(self.width() * self.ratio), round(self.height() * self.ratio))

    def repaint_part(self, part: QRectF | None = None) -> None:
        if part is None:
            self.update()
        elif not part.isEmpty():
            ratio = self.ratio
            left, top = floor(part.left() / ratio) - 1, floor(part.top() / ratio) - 1
            right, bottom = ceil(part.right() / ratio) + 1, ceil(part.bottom() / ratio) + 1
            self.update(QRect(left, top, right - left, bottom - top))

    # What is shown.

    @property
    def mode(self) -> Mode:
        """What is shown at the moment."""
        return self._mode

    def set_backdrop(self, backdrop: Backdrop) -> None:
        """See `backdrop`."""
        self._backdrop = backdrop
        self.update()

    def show_mode(self, mode: Mode) -> None:
        """Shows ``mode``. Another picture of the same size is seen as the one before was, or the last one in this mode
        where it remembers that; any other is fitted."""
        self._mode.cancel()
        self._mode = mode
        if mode.size is not None and mode is not self._seen:
            if self._seen.remembers:
                self._views[self._seen] = self.motion.target
            self._seen = mode
            if mode in self._views:
                self.motion.jump(self._views[mode])
        self.refresh_size()
        self.update()

    def refresh_size(self) -> None:
        """Looks again at the size of the mode's picture and of the pane that it is seen in."""
        view = self._view_now()
        if view is not None:
            self.motion.jump(view)

    def _view_now(self) -> View | None:
        size = self._mode.size
        if size is None:
            return None
        pane = self._mode.panes()[0]
        view, ratio = self.motion.target, self.ratio
        if view.picture != size:
            view = View(picture=size, pane=(1, 1), margin=MARGIN * ratio, most_fit=max(1.0, ratio))
            self.flash.stop()
        return view.in_pane(pane.width(), pane.height())

    def point(self, position: QPointF) -> QPointF:
        """A place of the widget in device pixels."""
        return position * self.ratio

    def set_loupe(self, at: QPointF | None) -> None:
        """A loupe there, or none."""
        for place in (self._loupe_at, at):
            if place is not None:
                self.repaint_part(loupe_box(place, self.ratio))
        self._loupe_at = at

    # What Qt says.

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio, box = self.ratio, event.rect()
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        # Where a logical pixel is one and a quarter, the widget's corner is seldom on a whole device pixel.
        corner = painter.deviceTransform().map(QPointF(0, 0))
        whole = QTransform.fromTranslate(round(corner.x()) - corner.x(), round(corner.y()) - corner.y())
        painter.setTransform(whole, combine=True)
        exposed = QRectF(box.x() * ratio, box.y() * ratio, box.width() * ratio, box.height() * ratio)
        painter.fillRect(exposed, around(self._backdrop, self.chrome, ratio))
        self._mode.paint(painter, exposed)
        if self.flash.box is not None and self._mode.size is not None:
            for pane in self._mode.panes():
                self.flash.paint(painter, seen(self.view, pane.topLeft(), self.flash.box), ratio)
        if self._loupe_at is not None:
            paint_loupe(painter, self._mode, self._loupe_at)
        if self.note.text:
            self.note.paint(painter, self.area, ratio)
        if self._has_ring:
            width = METRICS.ring * ratio
            painter.setPen(QPen(self.chrome.focus, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.area.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        view = self._view_now()
        if view is not None:
            # More sizes will come while a hand drags the window's corner.
            self.motion.follow(view)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange}:
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._has_ring = event.reason() in BY_KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._has_ring = False
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.refresh_size()
        return super().event(event)

    def _on_moved(self) -> None:
        self.update()
        self.view_changed.emit()
