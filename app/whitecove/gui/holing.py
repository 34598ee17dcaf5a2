"""Holes before they are opened: what a click would open, and areas that may be worth one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, Signal, Slot

from whitecove.core.corrections.values import Hole, Point, Step
from whitecove.gui.bridge import EASEL, Bridge
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.tools import Hand, Tool
from whitecove.gui.canvas.touch_up import Offer
from whitecove.gui.images import mask_image
from whitecove.gui.touching import Touching
from whitecove.studio.easel_asks import HoleAt, HoleFound, Holes, HolesFound


class Holing(QObject):
    """Asks the easel while the hole tool is in hand, about one place at a time. ``found`` says how many areas are
    offered for the first time."""

    found = Signal(int)

    def __init__(self, canvas: Canvas, touching: Touching, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._touching, self._bridge = canvas, touching, bridge
        self._asked: Point | None = None
        self._next: Point | None = None
        self._looked_in = ""
        self._offers: tuple[Offer, ...] = ()
        canvas.hovered.connect(self._hover)
        canvas.hand_changed.connect(self._hand)
        canvas.step_made.connect(self._made)
        touching.began.connect(self._begin)
        touching.ended.connect(self._begin)
        touching.opened.connect(self._look)
        touching.photo_changed.connect(self._moved_on)
        bridge.listen(HoleFound, self._hole_found)
        bridge.listen(HolesFound, self._holes_found)

    @property
    def _is_on(self) -> bool:
        return self._touching.is_ready and self._canvas.tool is Tool.HOLE

    # --- what a click would open

    @Slot(object)
    def _hover(self, point: Point | None) -> None:
        if not self._is_on:
            return
        if point is None:
            self._next = None
            self._canvas.set_hint(None)
        elif self._asked is not None:
            self._next = point
        else:
            self._ask(point)

    def _ask(self, point: Point) -> None:
        self._asked, self._next = point, None
        ask = HoleAt(key=self._touching.key, point=point, generation=self._touching.generation)
        self._bridge.send(EASEL, ask)

    def _hole_found(self, said: HoleFound) -> None:
        if said.key != self._touching.key or said.point != self._asked:
            return
        self._asked = None
        if not self._is_on:
            return
        box = said.box
        is_there = bool(said.area and box.width and box.height)
        share = mask_image(said.share, box.width, box.height) if is_there else None
        self._canvas.set_hint(share, QRect(box.left, box.top, box.width, box.height))
        if self._next is not None:
            self._ask(self._next)

    @Slot()
    def _moved_on(self) -> None:
        """A step overtakes what is asked, and what was found may be open by now."""
        self._asked = self._next = None
        self._canvas.set_hint(None)

    # --- what is offered

    @Slot()
    def _begin(self) -> None:
        self._moved_on()
        self._looked_in = ""
        self._offer(())

    @Slot(object)
    def _hand(self, hand: Hand) -> None:
        if hand.tool is Tool.HOLE:
            self._look()
        else:
            self._canvas.set_hint(None)

    @Slot()
    def _look(self) -> None:
        """Once for each photo."""
        key = self._touching.key
        if self._is_on and self._looked_in != key:
            self._looked_in = key
            self._bridge.send(EASEL, Holes(key=key, generation=self._touching.generation))

    def _holes_found(self, said: HolesFound) -> None:
        if said.key != self._touching.key:
            return
        self._offer(
            tuple(
                Offer(QRectF(each.box.left, each.box.top, each.box.width, each.box.height), each.point)
                for each in said.holes
            )
        )
        self.found.emit(len(said.holes))

    @Slot(object)
    def _made(self, step: Step) -> None:
        """One that was opened is offered no longer."""
        if isinstance(step, Hole):
            self._offer(tuple(each for each in self._offers if not each.box.contains(*step.point)))

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        self._offers = offers
        self._canvas.set_offers(offers)
