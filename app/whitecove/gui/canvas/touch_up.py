"""Touching up a cutout: what pointer and keys do there."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from whitecove.core.corrections.values import Hole, Point, Step, Touch
from whitecove.gui.canvas import cursors, touch_paint
from whitecove.gui.canvas.drafts import BrushDraft, Draft, RectangleDraft
from whitecove.gui.canvas.overlays import Overlays
from whitecove.gui.canvas.stage import Mode, Pointer, Stage, seen
from whitecove.gui.canvas.tools import Hand, Tool
from whitecove.gui.canvas.view import View
from whitecove.gui.canvas.worked import Worked

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


class Offer(NamedTuple):
    """An area that may be a hole: ``box`` around it, and a ``point`` in it."""

    box: QRectF
    point: Point


class TouchUp(Mode):
    """Draws steps on what is `Worked` on. ``step_made`` says a `Step` in source coordinates, ``picked`` a `Point`,
    ``hand_changed`` the new `Hand`."""

    step_made = Signal(object)
    picked = Signal(object)
    hand_changed = Signal(object)

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(stage, parent)
        self.worked: Worked | None = None
        self.overlays = Overlays()
        self.offers: tuple[Offer, ...] = ()
        self.hand = Hand()
        self.has_ghost = False
        self.is_flipped = False
        self.draft: Draft | None = None
        self.pointer: Pointer | None = None
        self._last: Point | None = None

    @property
    def size(self) -> tuple[int, int] | None:
        return self.worked.size if self.worked else None

    @property
    def tool(self) -> Tool:
        """The one in use: that of the draft, or what a press would use."""
        if self.draft:
            return self.draft.tool
        inverted = self.pointer is not None and self.pointer.has(ALT)
        return self.hand.used(inverted=inverted, is_eraser=self.pointer is not None and self.pointer.is_eraser)

    @property
    def line_from(self) -> Point | None:
        """Where a straight line would begin: at the last stroke's end, with Shift held."""
        is_wanted = self.pointer is not None and self.pointer.has(SHIFT) and not self.draft
        return self._last if is_wanted and self.tool.is_brush else None

    @property
    def radius(self) -> float:
        """Of the brush, in source pixels, at the view's scale."""
        return self.hand.radius * self.stage.ratio / self.stage.view.scale

    def start(self, worked: Worked | None) -> None:
        """Works on something else, or on nothing."""
        self.worked, self.draft, self._last = worked, None, None
        self.overlays.clear()
        self.offers = ()
        self.stage.repaint_part()

    def set_hand(self, hand: Hand) -> None:
        """Another tool or brush; a step that is being drawn goes on as it began."""
        box = self._cursor_box()
        self.hand = hand
        self.stage.repaint_part(box | self._cursor_box())
        self.hand_changed.emit(hand)

    def place(self, at: QPointF) -> Point:
        """The place of the source that is seen at ``at``."""
        return Point(*self.to_picture(at))

    def press(self, pointer: Pointer) -> bool:
        if self.worked is None:
            return False
        self.hover(pointer)
        tool, point = self.tool, self.place(pointer.at)
        if tool is Tool.PICK:
            self.picked.emit(point)
        elif tool is Tool.HOLE:
            self._make(Hole(point=self._offered(point)))
        elif tool.is_rectangle:
            self.draft = RectangleDraft(tool, point, point)
        else:
            self._begin(tool, point, pointer)
        return True

    def _offered(self, point: Point) -> Point:
        """Where a hole is opened by a click at ``point``: in the smallest area offered there, if there is one."""
        there = [offer for offer in self.offers if offer.box.contains(*point)]
        return min(there, key=_size_of).point if there else point

    def _begin(self, tool: Tool, point: Point, pointer: Pointer) -> None:
        first = [Touch(point.x, point.y, pointer.pressure)]
        if self.line_from:
            first.insert(0, Touch(self.line_from.x, self.line_from.y, pointer.pressure))
        edge_aware = self.hand.edge_aware and tool is not Tool.HEAL
        draft = BrushDraft(tool, first, radius=self.radius, hardness=self.hand.hardness, edge_aware=edge_aware)
        self.draft = draft
        self._repaint_step(draft.step())

    def move(self, pointer: Pointer) -> None:
        self.hover(pointer)
        draft, point = self.draft, self.place(pointer.at)
        if isinstance(draft, BrushDraft):
            before = len(draft.touches)
            draft.move(point, pointer.pressure)
            for touch in draft.touches[before:]:
                self._repaint_way(draft.touches[before - 1], touch, draft.radius)
        elif isinstance(draft, RectangleDraft):
            old = self._to_device(QRectF(QPointF(*draft.start), QPointF(*draft.end)).normalized())
            draft.move(point, pointer.pressure)
            new = self._to_device(QRectF(QPointF(*draft.start), QPointF(*draft.end)).normalized())
            self.stage.repaint_part(_grown(old | new, 4 * self.stage.ratio))

    def release(self, pointer: Pointer) -> None:
        draft, self.draft = self.draft, None
        if draft is None or self.worked is None:
            return
        if isinstance(draft, BrushDraft):
            self._last = Point(draft.touches[-1].x, draft.touches[-1].y)
            self.worked.draw(draft)
        step = draft.step()
        if step is not None:
            self._make(step, is_drawn=isinstance(draft, BrushDraft))
        self.stage.repaint_part(self._cursor_box())

    def _make(self, step: Step, *, is_drawn: bool = False) -> None:
        assert self.worked is not None  # noqa: S101 (`press` asks)
        self.worked.add(step, is_drawn=is_drawn)
        self._repaint_step(step)
        self.step_made.emit(step)

    def hover(self, pointer: Pointer | None) -> None:
        old, was_line = self._cursor_box(), self.line_from is not None
        self.pointer = pointer
        if was_line or self.line_from or (self.offers and self.tool is Tool.HOLE):
            self.stage.repaint_part()
        else:
            self.stage.repaint_part(old | self._cursor_box())

    def keys(self, modifiers: Qt.KeyboardModifier) -> None:
        if self.pointer is not None and modifiers != self.pointer.modifiers:
            self.hover(replace(self.pointer, modifiers=modifiers))

    @property
    def uses_pen(self) -> bool:
        return self.worked is not None and (self.hand.tool.is_brush or self.draft is not None)

    def double_press(self, pointer: Pointer) -> bool:
        return True

    def key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1}.get(Qt.Key(event.key()))
        if steps is not None:
            self.set_hand(self.hand.resized(steps))
        return steps is not None

    def flip(self, on: bool) -> None:
        if on != self.is_flipped:
            self.is_flipped = on
            self.stage.repaint_part()

    def cancel(self) -> bool:
        draft, self.draft = self.draft, None
        if draft is None or self.worked is None:
            return False
        if isinstance(draft, BrushDraft):
            self.worked.drop(draft)
        self.stage.repaint_part()
        return True

    def cursor(self, at: QPointF) -> Qt.CursorShape:
        return cursors.shape(self.tool) if self.worked else Qt.CursorShape.ArrowCursor

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        if self.worked is None:
            return
        if isinstance(self.draft, BrushDraft):
            self.worked.draw(self.draft)
        touch_paint.paint(painter, self)

    def paint_plain(self, painter: QPainter, view: View, at: QPointF) -> None:
        if self.worked is not None:
            touch_paint.paint_sheets(painter, self, view, QPointF())

    def _to_device(self, box: QRectF) -> QRectF:
        return seen(self.stage.view, self.stage.area.topLeft(), box)

    def _repaint_step(self, step: Step) -> None:
        assert self.worked is not None  # noqa: S101 (steps are made on something)
        if isinstance(step, Hole):
            reach = touch_paint.HOLE_RADIUS * self.stage.ratio + 4
            at = self._to_device(QRectF(step.point.x, step.point.y, 0, 0))
            self.stage.repaint_part(_grown(at, reach))
        else:
            self.stage.repaint_part(_grown(self._to_device(self.worked.seen(step)), 4))

    def _repaint_way(self, start: Touch, end: Touch, radius: float) -> None:
        assert self.worked is not None  # noqa: S101 (as above)
        box = QRectF(QPointF(start.x, start.y), QPointF(end.x, end.y)).normalized()
        grain = 4 / self.worked.sheet.scale
        self.stage.repaint_part(_grown(self._to_device(_grown(box, radius + grain)), 4))

    def _cursor_box(self) -> QRectF:
        if self.pointer is None:
            return QRectF()
        return cursors.cursor_box(self.pointer.at, self.hand, self.stage.ratio)


def _size_of(offer: Offer) -> float:
    return offer.box.width() * offer.box.height()


def _grown(box: QRectF, reach: float) -> QRectF:
    return box.adjusted(-reach, -reach, reach, reach)
