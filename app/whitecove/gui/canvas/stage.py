"""What a mode of the canvas knows of the widget that it is shown in, and what the widget asks of a mode.

All places here are device pixels of the widget.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from whitecove.gui.canvas.colours import Backdrop, Chrome
from whitecove.gui.canvas.view import View


class Stage(Protocol):
    """The widget, as a mode sees it."""

    @property
    def view(self) -> View:
        """What is seen of the mode's picture in its first pane."""
        ...

    @property
    def ratio(self) -> float:
        """Device pixels to a logical one."""
        ...

    @property
    def chrome(self) -> Chrome: ...

    @property
    def backdrop(self) -> Backdrop: ...

    @property
    def is_still(self) -> bool:
        """Whether the scale is at rest, so that time may be spent on crispness."""
        ...

    @property
    def area(self) -> QRectF:
        """All of the widget."""
        ...

    def repaint_part(self, part: QRectF | None = None) -> None:
        """Has ``part`` painted soon, or all of the widget."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """What a pointing device did: where, with which keys held, and for a pen how hard (0…1) and with which end."""

    at: QPointF
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    pressure: float = 1.0
    is_eraser: bool = False

    def has(self, modifier: Qt.KeyboardModifier) -> bool:
        """Whether that key is held."""
        return bool(self.modifiers & modifier)


class Mode(QObject):
    """What the canvas shows and does at a time. The base shows nothing and does nothing."""

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stage = stage

    @property
    def size(self) -> tuple[int, int] | None:
        """Of the picture, in its own pixels; none where there is no picture."""
        return None

    @property
    def remembers(self) -> bool:
        """Whether a picture of the same size is seen as the last one was here, after something else was shown."""
        return False

    def panes(self) -> tuple[QRectF, ...]:
        """Where in the widget the picture is seen, once or more, in panes of one size."""
        return (self.stage.area,)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paints what is in ``exposed``; what is around the picture is there already."""

    def paint_plain(self, painter: QPainter, view: View, at: QPointF) -> None:
        """Paints only the picture that is seen at ``at`` of the widget, through another ``view`` that has its pane's
        corner at the painter's origin: what a loupe shows."""

    def press(self, pointer: Pointer) -> bool:
        """The main button went down, or a pen; true if that begins something here."""
        return False

    def double_press(self, pointer: Pointer) -> bool:
        """The button went down for the second time; true if that is no wish to see more or less of the picture."""
        return False

    def move(self, pointer: Pointer) -> None:
        """The pointer moved after a `press` that began something."""

    def release(self, pointer: Pointer) -> None:
        """That button went up."""

    def hover(self, pointer: Pointer | None) -> None:
        """The pointer moved with no button held; none: it left."""

    def keys(self, modifiers: Qt.KeyboardModifier) -> None:
        """Modifier keys went up or down."""

    def key(self, event: QKeyEvent) -> bool:
        """A key of this mode's own went down; true if it is one."""
        return False

    @property
    def uses_pen(self) -> bool:
        """Whether a pen's pressure is of use."""
        return False

    def flip(self, on: bool) -> None:
        """The other picture is wanted for as long as a key is held."""

    def cancel(self) -> bool:
        """Drops what is going on; true if something was."""
        return False

    def cursor(self, at: QPointF) -> Qt.CursorShape:
        """What the pointer looks like at that place."""
        return Qt.CursorShape.ArrowCursor

    def pane_at(self, at: QPointF) -> QRectF:
        """The pane that ``at`` is in, or else the first."""
        panes = self.panes()
        return next((pane for pane in panes if pane.contains(at)), panes[0])

    def to_picture(self, at: QPointF) -> tuple[float, float]:
        """The place of the picture that is seen at ``at`` of the widget."""
        pane = self.pane_at(at)
        return self.stage.view.to_picture(at.x() - pane.x(), at.y() - pane.y())


def seen(view: View, corner: QPointF, box: QRectF) -> QRectF:
    """Where a box of the picture is seen, in a pane whose corner is at ``corner``. The picture's own corner is on a
    whole device pixel, and so are all pixels at 100 %."""
    left, top = view.origin
    return magnified(box, view.scale).translated(round(corner.x() + left), round(corner.y() + top))


def magnified(box: QRectF, scale: float) -> QRectF:
    """``box`` with everything ``scale`` times as large, its place too."""
    return QRectF(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale)
