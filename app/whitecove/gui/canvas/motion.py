"""What moves by itself: the way to another view, and the frame that flashes where to look."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QRectF, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle

from whitecove.gui.canvas.colours import FRAME, with_alpha
from whitecove.gui.canvas.signs import outline
from whitecove.gui.canvas.view import View, between

# Milliseconds: the way to another view, how long a frame flashes, and how long after the last zoom all is made crisp.
WAY, FLASH, REST = 180, 1200, 120


class Motion(QObject):
    """The view, and changes of it. ``moved``: it is another one. ``rested``: its scale has come to rest."""

    moved = Signal()
    rested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.view = View(picture=(1, 1), pane=(1.0, 1.0))
        self.way_ms = WAY
        self._start = self._end = self.view
        self._way = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._way.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._way.valueChanged.connect(self._step)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.rested)

    @property
    def is_still(self) -> bool:
        """Whether the scale is at rest."""
        return not self._rest.isActive() and self._way.state() is not QVariantAnimation.State.Running

    @property
    def target(self) -> View:
        """The view, or the one that it is on its way to."""
        return self.view if self._way.state() is not QVariantAnimation.State.Running else self._end

    def jump(self, view: View) -> None:
        """To ``view``, at once and at rest."""
        self._way.stop()
        self._rest.stop()
        self._set(view)

    def follow(self, view: View) -> None:
        """To ``view`` at once; more will come while a hand zooms or pans, and all is made crisp when none does."""
        self._way.stop()
        if view.scale != self.view.scale:
            self._rest.start()
        self._set(view)

    def go(self, view: View) -> None:
        """To ``view`` on the way there, which takes ``way_ms`` (0: at once)."""
        style = QApplication.style()
        # Where the system wants nothing to move, its style says so.
        moves = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        if self.way_ms <= 0 or not moves or view == self.view:
            self.jump(view)
            return
        self._way.stop()
        self._start, self._end = self.view, view
        self._way.setDuration(self.way_ms)
        self._way.start()

    def _step(self, share: float) -> None:
        if share >= 1.0:
            self._rest.start()
        self._set(self._end if share >= 1.0 else between(self._start, self._end, share))

    def _set(self, view: View) -> None:
        if view != self.view:
            self.view = view
            self.moved.emit()


class Flash(QObject):
    """A frame around a box of the picture, which fades. ``changed``: it is to be painted again."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.box: QRectF | None = None
        self._share = 0.0
        self._fade = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FLASH)
        self._fade.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fade.valueChanged.connect(self._step)

    def around(self, box: QRectF) -> None:
        """Flashes around ``box``, in pixels of the picture."""
        self._fade.stop()
        self.box, self._share = box, 1.0
        self._fade.start()

    def stop(self) -> None:
        """No frame."""
        self._fade.stop()
        self.box = None

    def paint(self, painter: QPainter, box: QRectF, ratio: float) -> None:
        """``box`` is where the box is seen. It closes in on its place while it fades."""
        grow = (4 + 20 * max(0.0, self._share - 0.7)) * ratio
        outline(painter, box.adjusted(-grow, -grow, grow, grow), with_alpha(FRAME, self._share), ratio, width=3.0)

    def _step(self, share: float) -> None:
        self._share = share
        if share <= 0.0:
            self.box = None
        self.changed.emit()
