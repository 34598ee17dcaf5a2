"""Touch-up by keys: the tools, the brush, undo, on to the next photos."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QActionGroup

from whitecove.gui.actions import Actions
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.tools import Hand, Tool
from whitecove.gui.document import Document
from whitecove.gui.products.selection import Selection
from whitecove.gui.touching import Touching
from whitecove.studio.review import review_order

TOOLS = {
    "keep-brush": Tool.KEEP, "erase-brush": Tool.ERASE, "open-hole": Tool.HOLE, "keep-box": Tool.KEEP_RECTANGLE,
    "heal": Tool.HEAL, "eyedropper": Tool.PICK,
}  # fmt: skip


class TouchingUp(QObject):
    """Ties the actions of the Touch up menu to the canvas and the easel. A tool's key begins touching up, too."""

    def __init__(
        self,
        actions: Actions,
        canvas: Canvas,
        touching: Touching,
        document: Document,
        selection: Selection,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._hand_before: Hand | None = None
        self._actions, self._canvas, self._touching = actions, canvas, touching
        self._document, self._selection = document, selection
        group = QActionGroup(self)
        for name, tool in TOOLS.items():
            group.addAction(actions[name])
            actions.on(name, partial(self.take, tool))
        canvas.hand_changed.connect(self._hand_changed)
        self._hand_changed(canvas.hand)
        actions["touch-up"].triggered.connect(self._set_on)
        actions["edge-aware"].toggled.connect(self._stop_at_edges)
        actions.on("smaller-brush", partial(self._resize, -1))
        actions.on("larger-brush", partial(self._resize, 1))
        actions.on("copy-to-next", self._copy)
        actions.on("leave", self.leave)
        touching.began.connect(self._followed)
        touching.ended.connect(self._followed)
        touching.opened.connect(self._look_ahead)
        touching.gains_found.connect(self._picked)

    def take(self, tool: Tool) -> None:
        """Takes a tool in hand, and begins where nothing is touched up yet. What is only picked ends with that."""
        is_begun = bool(self._touching.key)
        self._hand_before = self._canvas.hand if tool is Tool.PICK and not is_begun else None
        self._canvas.set_hand(replace(self._canvas.hand, tool=tool))
        self._set_on(on=True)

    def leave(self) -> None:
        """Drops the stroke that is being drawn; without one, ends touching up."""
        if not self._canvas.cancel():
            self._touching.end()

    def _set_on(self, on: bool) -> None:
        shot = self._selection.current_shot
        if on and shot:
            self._touching.begin(shot)
        elif not on:
            self._touching.end()

    def _followed(self) -> None:
        self._actions["touch-up"].setChecked(bool(self._touching.key))

    def _hand_changed(self, hand: Hand) -> None:
        plain = Tool.KEEP_RECTANGLE if hand.tool.is_rectangle else hand.tool
        for name, tool in TOOLS.items():
            self._actions[name].setChecked(tool is plain)
        self._actions["edge-aware"].setChecked(hand.edge_aware)

    def _stop_at_edges(self, on: bool) -> None:
        if on != self._canvas.hand.edge_aware:
            self._canvas.set_hand(replace(self._canvas.hand, edge_aware=on))

    def _resize(self, steps: int) -> None:
        self._canvas.set_hand(self._canvas.hand.resized(steps))

    def _copy(self) -> None:
        """The steps of this photo, on those that come after it in its product."""
        shot = self._selection.current_shot
        if shot is None:
            return
        keys = self._document.session.products[shot.sku].keys
        after = keys[keys.index(shot.key) + 1 :]
        drawn = shot.corrections
        if not after:
            self._canvas.note.say(self.tr("This is the last photo of its product."))
        elif drawn is None or not drawn.steps:
            self._canvas.note.say(self.tr("Nothing is drawn on this photo yet."))
        else:
            self._canvas.note.say(self._said_of(self._touching.copy_steps(after), len(after)))

    def _said_of(self, copied: int, count: int) -> str:
        said = self.tr("Copied to %n photos.", "", copied)
        if copied == count:
            return said
        return f"{said} {self.tr('%n photos have another shape.', '', count - copied)}"

    @Slot(str)
    def _look_ahead(self, key: str) -> None:
        """The photo that is probably touched up next is opened meanwhile."""
        session = self._document.session
        ahead = next((each for each in review_order(session) if each != key), "")
        if ahead:
            self._touching.prefetch([session.shots[ahead]])

    @Slot(str)
    def _picked(self, _key: str) -> None:
        """Back to where one came from for this alone."""
        hand, self._hand_before = self._hand_before, None
        if hand:
            self._canvas.set_hand(hand)
            self._touching.end()
