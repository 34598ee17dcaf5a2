"""When a closer look at a part of a photo is of use: the view is at rest, and shows more than the reduced photo has."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QObject, QRectF, QTimer, Signal

from whitecove.core.model import Box
from whitecove.gui.canvas.surface import Surface
from whitecove.gui.canvas.touch_up import TouchUp
from whitecove.gui.canvas.worked import Worked

# Milliseconds of rest before one is wanted; the magnification of reduced pixels from which it is; and how much more
# than what is seen it takes in, as a share, so that a little panning does not ask again.
REST, FROM, MORE = 250, 1.25, 0.15


class Closer(QObject):
    """Watches what ``touch_up`` shows in ``surface``. ``wanted``: a closer look at that `Box` of the source."""

    wanted = Signal(object)

    def __init__(self, surface: Surface, touch_up: TouchUp) -> None:
        super().__init__(surface)
        self._surface, self._touch_up = surface, touch_up
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self.ask)
        surface.view_changed.connect(self.later)

    def later(self) -> None:
        """Something changed: looks again once it rests."""
        if self._touch_up.worked is not None:
            self._timer.start()

    def ask(self) -> None:
        """Says what is wanted now, if something is."""
        worked = self._touch_up.worked
        if worked is None:
            return
        if self._touch_up.draft is not None or not self._surface.is_still:
            self._timer.start()
            return
        box = self._seen()
        if self._surface.view.scale > FROM * worked.sheet.scale and worked.sheet.scale < 1 and not _has(worked, box):
            self.wanted.emit(_whole(box, worked.size))

    def _seen(self) -> QRectF:
        view = self._surface.view
        (left, top), (right, bottom) = view.to_picture(0, 0), view.to_picture(*view.pane)
        return QRectF(left, top, right - left, bottom - top) & QRectF(0, 0, *view.picture)


def _has(worked: Worked, box: QRectF) -> bool:
    """Whether there is a closer look at all of ``box`` already, with all that was made and is settled."""
    closer, whole = worked.layers[-1], worked.layers[0]
    return closer is not whole and closer.sheet.box.contains(box) and closer.count >= whole.count


def _whole(box: QRectF, size: tuple[int, int]) -> Box:
    """The whole pixels of ``box`` and some around it, of a photo of ``size``."""
    across, down = MORE * box.width(), MORE * box.height()
    return Box(
        max(0, floor(box.left() - across)),
        max(0, floor(box.top() - down)),
        min(size[0], ceil(box.right() + across)),
        min(size[1], ceil(box.bottom() + down)),
    )
