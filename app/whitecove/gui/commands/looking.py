"""How the current photo is looked at: compare, zoom, overlays, the grid, from one to the next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from whitecove.gui.actions import Actions
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.colours import Backdrop
from whitecove.gui.canvas.pair import Compare
from whitecove.gui.products.selection import Selection
from whitecove.gui.showing import Showing

COMPARES = {"split": Compare.SPLIT, "side-by-side": Compare.SIDE_BY_SIDE, "after-only": Compare.AFTER}
# A key makes a picture so many times as large.
ZOOM = 1.5


class Looking(QObject):
    """Ties the actions of the View menu to the canvas."""

    def __init__(
        self, actions: Actions, canvas: Canvas, showing: Showing, selection: Selection, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions, self._canvas, self._showing = actions, canvas, showing
        group = QActionGroup(self)
        for name, compare in COMPARES.items():
            group.addAction(actions[name])
            actions.on(name, partial(canvas.set_compare, compare))
        canvas.compare_changed.connect(self._compare_changed)
        self._compare_changed(canvas.compare)
        actions.on("next-photo", partial(selection.next_photo, 1))
        actions.on("previous-photo", partial(selection.next_photo, -1))
        actions.on("next-product", partial(selection.next_product, 1))
        actions.on("previous-product", partial(selection.next_product, -1))
        actions.on("fit", canvas.fit)
        actions.on("full-size", partial(canvas.zoom_at, 1.0))
        actions.on("zoom-in", partial(canvas.zoom_by, ZOOM))
        actions.on("zoom-out", partial(canvas.zoom_by, 1 / ZOOM))
        actions.on("backdrop", self._next_backdrop)
        for name in ("show-not-white", "show-frame", "show-edge"):
            actions[name].toggled.connect(self._lay_over)

    def _next_backdrop(self) -> None:
        order = list(Backdrop)
        self._canvas.set_backdrop(order[(order.index(self._canvas.backdrop) + 1) % len(order)])

    def _compare_changed(self, compare: Compare) -> None:
        for name, each in COMPARES.items():
            self._actions[name].setChecked(each is compare)

    def _lay_over(self) -> None:
        self._showing.marks_not_white = self._actions["show-not-white"].isChecked()
        self._showing.marks_edge = self._actions["show-edge"].isChecked()
        self._showing.shows_frame = self._actions["show-frame"].isChecked()
        self._showing.lay_over()
