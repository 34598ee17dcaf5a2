"""How a hand moves about in the picture: wheel, pinch, dragging, and the keys for it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent

from whitecove.gui.canvas.surface import Surface

# Magnification for one degree of a wheel (15 degrees are a notch) and for one press of a key, and the share of the
# pane that an arrow key pans by.
DEGREE, KEY_ZOOM, KEY_PAN = 1.0125, 1.25, 0.1
# Qt counts wheels in eighths of a degree.
EIGHTHS = 8
ARROWS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Reach:
    """Zooms and pans ``surface``."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._dragged: QPointF | None = None

    @property
    def is_dragging(self) -> bool:
        """Whether the picture is held."""
        return self._dragged is not None

    def grab(self, at: QPointF) -> None:
        """Takes hold of the picture there."""
        self._dragged = at

    def drag(self, at: QPointF) -> None:
        """What is held follows."""
        if self._dragged is not None:
            way, self._dragged = at - self._dragged, at
            self._surface.motion.follow(self._surface.view.panned(way.x(), way.y()))

    def let_go(self) -> None:
        """The picture stays where it is."""
        self._dragged = None

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms; two fingers on a touchpad, which Qt tells by their phases, pan unless Ctrl is held."""
        surface = self._surface
        is_touchpad = event.phase() != Qt.ScrollPhase.NoScrollPhase
        if is_touchpad and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            way = event.pixelDelta() * surface.ratio
            surface.motion.follow(surface.view.panned(way.x(), way.y()))
            return
        # With Alt held some systems turn the wheel sideways.
        turn = event.angleDelta().y() or event.angleDelta().x()
        self.zoom(DEGREE ** (turn / EIGHTHS), surface.point(event.position()))

    def zoom(self, factor: float, at: QPointF) -> None:
        """At once, around a place of the widget."""
        surface = self._surface
        corner = surface.mode.pane_at(at).topLeft()
        inside = at.x() - corner.x(), at.y() - corner.y()
        surface.motion.follow(surface.view.zoomed(factor, inside))

    def key(self, key: int) -> bool:
        """Keys that zoom and pan; false for others, and for arrows where all of the picture is seen."""
        motion, view = self._surface.motion, self._surface.motion.target
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            motion.go(view.zoomed(KEY_ZOOM))
        elif key == Qt.Key.Key_Minus:
            motion.go(view.zoomed(1 / KEY_ZOOM))
        elif key == Qt.Key.Key_0:
            motion.go(view.fitted())
        elif key == Qt.Key.Key_1:
            motion.go(view.at_scale(1.0))
        elif key in ARROWS and not view.is_whole:
            across, down = ARROWS[Qt.Key(key)]
            motion.follow(view.panned(across * KEY_PAN * view.pane[0], down * KEY_PAN * view.pane[1]))
        else:
            return False
        return True

    def toggle(self, at: QPointF) -> None:
        """From the fit to 100 % around a place of the widget, and back from anything else."""
        view = self._surface.motion.target
        corner = self._surface.mode.pane_at(at).topLeft()
        if view.fits and abs(view.scale - 1.0) > 1e-6:
            self._surface.motion.go(view.at_scale(1.0, (at.x() - corner.x(), at.y() - corner.y())))
        elif view.fits:
            self._surface.motion.go(view.at_scale(2.0, (at.x() - corner.x(), at.y() - corner.y())))
        else:
            self._surface.motion.go(view.fitted())
