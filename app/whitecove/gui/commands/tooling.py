"""The tool bar and what is in hand: each shows what the other says."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from whitecove.gui.actions import Actions
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.colours import Backdrop
from whitecove.gui.canvas.tools import Hand, Tool
from whitecove.gui.commands.touching_up import TOOLS
from whitecove.gui.panels.tools import ToolBar
from whitecove.gui.touching import Touching


class Tooling(QObject):
    """Ties the tool bar to the canvas and the actions; the bar is seen while a photo is touched up."""

    def __init__(self, bar: ToolBar, canvas: Canvas, actions: Actions, touching: Touching, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._canvas, self._actions, self._touching = bar, canvas, actions, touching
        bar.tool_chosen.connect(self._choose)
        bar.size_changed.connect(self._resize)
        bar.hardness_changed.connect(self._harden)
        bar.edges_changed.connect(actions["edge-aware"].setChecked)
        bar.backdrop_chosen.connect(self._put_on)
        bar.ghost_changed.connect(canvas.set_ghost)
        bar.undo_wanted.connect(actions["undo"].trigger)
        bar.redo_wanted.connect(actions["redo"].trigger)
        bar.done_wanted.connect(touching.end)
        canvas.hand_changed.connect(self._show)
        touching.began.connect(self._follow)
        touching.ended.connect(self._follow)
        for name in ("undo", "redo"):
            actions[name].enabledChanged.connect(self._history)
        self._history()
        self._show(canvas.hand)
        self._follow()

    def _choose(self, name: str) -> None:
        self._actions[name].trigger()

    def _resize(self, radius: float) -> None:
        self._canvas.set_hand(self._canvas.hand.with_radius(radius))

    def _harden(self, hardness: float) -> None:
        self._canvas.set_hand(replace(self._canvas.hand, hardness=hardness))

    def _put_on(self, key: str) -> None:
        self._canvas.set_backdrop(Backdrop(key))
        self._bar.set_backdrop(key)

    def _show(self, hand: Hand) -> None:
        plain = Tool.KEEP_RECTANGLE if hand.tool.is_rectangle else hand.tool
        self._bar.set_tool(next((name for name, tool in TOOLS.items() if tool is plain), ""))
        self._bar.set_brush(hand.radius, hand.hardness, stops_at_edges=hand.edge_aware)
        self._bar.set_backdrop(self._canvas.backdrop.value)

    def _follow(self) -> None:
        self._bar.setVisible(bool(self._touching.key))

    def _history(self) -> None:
        undo, redo = self._actions["undo"], self._actions["redo"]
        self._bar.set_history(can_undo=undo.isEnabled(), can_redo=redo.isEnabled())
