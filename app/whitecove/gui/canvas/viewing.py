"""Looking at a photo before and after: split, beside each other, or one of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from whitecove.gui.canvas.colours import FRAME, SIGN, below
from whitecove.gui.canvas.overlays import Overlays
from whitecove.gui.canvas.pair import Compare, Pair, Side
from whitecove.gui.canvas.signs import sign, sign_size
from whitecove.gui.canvas.split import CATCH, Part, handle_box, paint_handle, panes, parts, shown
from whitecove.gui.canvas.stage import Mode, Pointer, Stage, magnified, seen
from whitecove.gui.canvas.view import View

# Signs on the picture stay this far from its edges and from each other, in logical pixels.
INSET, GAP = 10.0, 6.0
# How far a key moves the split, as a share of the widget's width.
KEY_SPLIT = 0.02


class Viewing(Mode):
    """A `Pair` and what is laid over it. ``badge`` says what kind of picture the one after is.
    ``mark_clicked`` says the number of a mark."""

    mark_clicked = Signal(int)

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(stage, parent)
        self.pair: Pair | None = None
        self.overlays = Overlays()
        self.badge = ""
        self.compare = Compare.SPLIT
        self.split = 0.5
        self._is_flipped = False
        self._is_held = False

    @property
    def remembers(self) -> bool:
        return True

    @property
    def size(self) -> tuple[int, int] | None:
        return self.pair.size if self.pair else None

    @property
    def now(self) -> Compare:
        """How the pair is shown at the moment."""
        if self.pair is None:
            return self.compare
        return shown(self.pair, self.compare, flipped=self._is_flipped)

    @property
    def line(self) -> float:
        """Where the split's line is seen: never outside of the picture."""
        area, frame = self.stage.area, self.frame(self.stage.area)
        line = area.x() + self.split * area.width()
        return min(max(line, frame.left(), area.left()), frame.right(), area.right())

    def panes(self) -> tuple[QRectF, ...]:
        return panes(self.stage.area, self.now, self.stage.ratio)

    def frame(self, pane: QRectF) -> QRectF:
        """Where in the widget all of the picture is seen, in a pane of it; on whole device pixels."""
        return seen(self.stage.view, pane.topLeft(), QRectF(0, 0, *(self.size or (0, 0))))

    def set_split(self, split: float) -> None:
        """Moves the line to ``split`` (0…1) of the widget's width; what it passed is painted anew."""
        old = handle_box(self.line, self.stage.area, self.stage.ratio)
        self.split = min(max(split, 0.0), 1.0)
        self.stage.repaint_part(old | handle_box(self.line, self.stage.area, self.stage.ratio))

    def to_device(self, pane: QRectF, side: Side, box: QRectF) -> QRectF:
        """Where in ``pane`` a box of that side's pixels is seen."""
        if self.pair and side is Side.BEFORE:
            corners = (box.left(), box.top()), (box.right(), box.bottom())
            first, last = (QPointF(*self.pair.to_frame(*corner)) for corner in corners)
            box = QRectF(first, last)
        return seen(self.stage.view, pane.topLeft(), box)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        if self.pair is None:
            return
        now, area = self.now, self.stage.area
        for part in parts(area, now, self.line - area.x(), self.stage.ratio):
            if part.clip.intersects(exposed):
                self._paint_part(painter, part)
        if now is Compare.SPLIT:
            seen = self.frame(area) & area
            paint_handle(painter, self.line, seen, self.stage.ratio, is_held=self._is_held)

    def _paint_part(self, painter: QPainter, part: Part) -> None:
        assert self.pair is not None  # noqa: S101 (`paint` asks)
        frame, ratio = self.frame(part.pane), self.stage.ratio
        painter.save()
        painter.setClipRect(part.clip, Qt.ClipOperation.IntersectClip)
        painter.save()
        painter.setClipRect(frame, Qt.ClipOperation.IntersectClip)
        self._paint_side(painter, self.stage.view, part.pane.topLeft(), part.side, exact=self.stage.is_still)
        if part.side is Side.AFTER:
            self.overlays.paint_masks(painter, frame)
        painter.restore()
        painter.setPen(QPen(self.stage.chrome.edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.adjusted(-1, -1, 0, 0))
        to_device = partial(self.to_device, part.pane, part.side)
        if part.side is Side.AFTER:
            self.overlays.paint_frame(painter, self.pair.size, to_device, ratio)
        self.overlays.paint_marks(painter, part.side, to_device, ratio)
        self._paint_signs(painter, part, frame)
        painter.restore()

    def _paint_side(self, painter: QPainter, view: View, corner: QPointF, side: Side, *, exact: bool) -> None:
        """The picture of ``side`` alone, in a pane whose corner is at ``corner``."""
        levels = self.pair.levels(side) if self.pair else None
        if self.pair is None or levels is None:
            return
        place = self.pair.place(side)
        frame = seen(view, corner, QRectF(0, 0, *self.pair.size))
        # Laid out from the frame's whole pixels, so that the two stay on each other.
        target = magnified(place, view.scale).translated(frame.topLeft())
        if levels.image.hasAlphaChannel():
            painter.fillRect(target, below(self.stage.backdrop, self.stage.ratio, frame.topLeft()))
        levels.paint(painter, target, exact=exact)

    def _signs(self, side: Side) -> list[tuple[str, QColor]]:
        """What is written in the corner of a side: which it is, if there are two, and what kind of picture."""
        assert self.pair is not None  # noqa: S101 (`paint` asks)
        has_both = self.pair.has(Side.BEFORE) and self.pair.has(Side.AFTER)
        signs = [(_names()[side], SIGN)] if has_both else []
        return [*signs, (self.badge, FRAME)] if side is Side.AFTER and self.badge else signs

    def _paint_signs(self, painter: QPainter, part: Part, frame: QRectF) -> None:
        """The signs of a side, in the upper corner of what is seen of it."""
        ratio, seen = self.stage.ratio, frame & part.pane
        signs, inset, gap = self._signs(part.side), INSET * ratio, GAP * ratio
        x = seen.left() + inset
        if self.now is Compare.SPLIT and part.side is Side.AFTER:
            widths = [sign_size(painter, text, ratio)[0] for text, _ in signs]
            x = seen.right() - inset - sum(widths) - gap * (len(widths) - 1)
            signs.reverse()
        for text, colour in signs:
            x = sign(painter, QPointF(x, seen.top() + inset), text, ratio, colour).right() + gap

    def paint_plain(self, painter: QPainter, view: View, at: QPointF) -> None:
        self._paint_side(painter, view, QPointF(), self.side_at(at), exact=False)

    def side_at(self, at: QPointF) -> Side:
        """Which side is seen at ``at``."""
        found = parts(self.stage.area, self.now, self.line - self.stage.area.x(), self.stage.ratio)
        return next((part.side for part in found if part.clip.contains(at)), found[-1].side)

    def press(self, pointer: Pointer) -> bool:
        if self._is_on_line(pointer.at):
            self._is_held = True
            self.stage.repaint_part(handle_box(self.line, self.stage.area, self.stage.ratio))
            return True
        mark = self._mark_at(pointer.at)
        if mark is not None:
            self.mark_clicked.emit(mark)
        return mark is not None

    def move(self, pointer: Pointer) -> None:
        if self._is_held:
            self.set_split((pointer.at.x() - self.stage.area.x()) / max(1.0, self.stage.area.width()))

    def release(self, pointer: Pointer) -> None:
        self._is_held = False
        self.stage.repaint_part(handle_box(self.line, self.stage.area, self.stage.ratio))

    def hover(self, pointer: Pointer | None) -> None:
        pointed = self._mark_at(pointer.at) if pointer else None
        if pointed != self.overlays.pointed:
            self.overlays.pointed = pointed
            self.stage.repaint_part()

    def double_press(self, pointer: Pointer) -> bool:
        return self._is_on_line(pointer.at) or self._mark_at(pointer.at) is not None

    def key(self, event: QKeyEvent) -> bool:
        way = {Qt.Key.Key_Left: -KEY_SPLIT, Qt.Key.Key_Right: KEY_SPLIT}.get(Qt.Key(event.key()))
        if way is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if self.now is Compare.SPLIT:
            area = self.stage.area
            self.set_split((self.line - area.x()) / max(1.0, area.width()) + way)
        return True

    def flip(self, on: bool) -> None:
        if on != self._is_flipped:
            self._is_flipped = on
            self.stage.repaint_part()

    def cursor(self, at: QPointF) -> Qt.CursorShape:
        if self._is_held or self._is_on_line(at):
            return Qt.CursorShape.SplitHCursor
        return Qt.CursorShape.ArrowCursor if self._mark_at(at) is None else Qt.CursorShape.PointingHandCursor

    def _is_on_line(self, at: QPointF) -> bool:
        if self.pair is None or self.now is not Compare.SPLIT:
            return False
        return abs(at.x() - self.line) <= CATCH * self.stage.ratio

    def _mark_at(self, at: QPointF) -> int | None:
        if self.pair is None:
            return None
        side = self.side_at(at)
        return self.overlays.mark_at(at, side, partial(self.to_device, self.pane_at(at), side))


def _names() -> dict[Side, str]:
    return {
        Side.BEFORE: QCoreApplication.translate("Canvas", "Before"),
        Side.AFTER: QCoreApplication.translate("Canvas", "After"),
    }
