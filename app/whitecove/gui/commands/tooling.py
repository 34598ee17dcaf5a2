"""Tools and what is in hand: each shows what the other says."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from whitecove.gui.actions import Actions
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.colours import Backdrop
from whitecove.gui.canvas.tools import Hand, Tool
from whitecove.gui.commands.touching_up import TOOLS
from whitecove.gui.panels.brush_bar import BrushBar
from whitecove.gui.panels.tools import ToolRail
from whitecove.gui.touching import Touching


class Tooling(QObject):
    """Ties the rail of tools and the bar with their settings to the canvas and the actions."""

    def __init__(
        self,
        tools: tuple[ToolRail, BrushBar],
        canvas: Canvas,
        actions: Actions,
        touching: Touching,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._rail, self._bar = tools
        self._canvas, self._actions, self._touching = canvas, actions, touching
        self._tie_rail()
        self._tie_bar()
        canvas.hand_changed.connect(self._show)
        touching.began.connect(self._follow)
        touching.ended.connect(self._follow)
        self._follow()
        self._enable()

    def _tie_rail(self) -> None:
        rail, actions = self._rail, self._actions
        rail.tool_chosen.connect(self._choose)
        rail.undo_wanted.connect(actions["undo"].trigger)
        rail.redo_wanted.connect(actions["redo"].trigger)
        for name in (*TOOLS, "undo", "redo"):
            actions[name].changed.connect(self._enable)

    def _tie_bar(self) -> None:
        bar, canvas = self._bar, self._canvas
        bar.size_changed.connect(self._resize)
        bar.hardness_changed.connect(self._harden)
        bar.edges_changed.connect(self._actions["edge-aware"].setChecked)
        bar.backdrop_chosen.connect(self._put_on)
        bar.ghost_changed.connect(canvas.set_ghost)
        bar.done_wanted.connect(self._touching.end)

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
        in_hand = next((name for name, tool in TOOLS.items() if tool is plain), "")
        self._rail.set_tool(in_hand if self._touching.key else "")
        self._bar.set_tool(in_hand)
        self._bar.set_brush(hand.radius, hand.hardness, stops_at_edges=hand.edge_aware)
        self._bar.set_backdrop(self._canvas.backdrop.value)

    def _follow(self) -> None:
        if not self._touching.key:  # a ground is for judging a cutout, not for what was delivered on white
            self._canvas.set_backdrop(Backdrop.PLAIN)
        self._show(self._canvas.hand)

    def _enable(self) -> None:
        for name in TOOLS:
            self._rail.set_enabled(name, self._actions[name].isEnabled())
        self._rail.set_history(can_undo=self._actions["undo"].isEnabled(), can_redo=self._actions["redo"].isEnabled())
