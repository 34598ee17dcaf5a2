"""What a fix beside a check means for the window, where it is not the project's alone."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from whitecove.core.model import Box
from whitecove.gui.actions import Actions
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.pair import Side as PairSide
from whitecove.gui.panels.fixes import Intent
from whitecove.gui.panels.fixing import request_text
from whitecove.gui.panels.side import Side
from whitecove.gui.products.selection import Selection


class FixingIt(QObject):
    """Ties the side panel's wishes to the canvas and the actions."""

    def __init__(self, side: Side, canvas: Canvas, actions: Actions, selection: Selection, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._actions, self._selection = canvas, actions, selection
        side.show_box.connect(self._show)
        side.fix_wanted.connect(self._fix)
        side.pick_wanted.connect(actions["eyedropper"].trigger)

    def _show(self, box: Box) -> None:
        self._canvas.zoom_to(box, PairSide.AFTER)

    def _fix(self, intent: str, _about: object) -> None:
        names = {
            Intent.TOUCH_UP: "touch-up",
            Intent.OPEN_HOLE: "open-hole",
            Intent.HEAL: "heal",
            Intent.GET_MODEL: "models",
            Intent.RESHOOT: "reshoot",
        }
        wanted = Intent(intent)
        if wanted is Intent.REQUEST_ORIGINAL:
            shot = self._selection.current_shot
            QGuiApplication.clipboard().setText(request_text([shot.photo.name] if shot else []))
        elif wanted in names:
            self._actions[names[wanted]].trigger()
