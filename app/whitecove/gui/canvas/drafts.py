"""Steps that are being drawn, in source coordinates."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from whitecove.core.corrections.values import Brush, Heal, Point, Rectangle, Step, Stroke, Touch
from whitecove.gui.canvas.tools import Tool

# A pen that hardly presses still draws a line that can be seen.
LEAST_PRESSURE = 0.05


class Draft(ABC):
    """A step from the press on to the release."""

    tool: Tool

    @abstractmethod
    def move(self, point: Point, pressure: float) -> None:
        """The pointer is at ``point`` now."""

    @abstractmethod
    def step(self) -> Step | None:
        """What was drawn so far; none where that is nothing."""


class BrushDraft(Draft):
    """The way of a brush of ``radius`` source pixels. Touches nearer to each other than ``grain`` source pixels are
    one: a hand that rests makes no thousand of them."""

    def __init__(self, tool: Tool, first: list[Touch], *, radius: float, hardness: float, edge_aware: bool) -> None:
        """``first``: where it begins; two touches for a straight line from the one to the other."""
        self.tool = tool
        self.radius = radius
        self.touches = [_pressed(touch) for touch in first]
        self._hardness = hardness
        self._edge_aware = edge_aware
        self._drawn = 0

    def move(self, point: Point, pressure: float) -> None:
        last, touch = self.touches[-1], _pressed(Touch(point.x, point.y, pressure))
        if (touch.x - last.x, touch.y - last.y) != (0, 0) or touch.pressure > last.pressure:
            self.touches.append(touch)

    def step(self) -> Step:
        return self._step(tuple(self.touches))

    def news(self) -> Step | None:
        """What was drawn since this was last asked; none where nothing was."""
        if self._drawn == len(self.touches):
            return None
        touches = self.touches[max(0, self._drawn - 1) :]
        self._drawn = len(self.touches)
        return self._step(tuple(touches))

    def _step(self, touches: tuple[Touch, ...]) -> Step:
        brush = Brush(touches=touches, radius=self.radius, hardness=self._hardness)
        if self.tool is Tool.HEAL:
            return Heal(brush=brush)
        return Stroke(keep=self.tool.keeps, brush=brush, edge_aware=self._edge_aware)


@dataclass(slots=True)
class RectangleDraft(Draft):
    """A rectangle between two corners."""

    tool: Tool
    start: Point
    end: Point

    def move(self, point: Point, pressure: float) -> None:
        self.end = point

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        (left, right), (top, bottom) = sorted((self.start.x, self.end.x)), sorted((self.start.y, self.end.y))
        return left, top, right, bottom

    def step(self) -> Step | None:
        left, top, right, bottom = self.edges
        if right - left < 1 or bottom - top < 1:
            return None
        return Rectangle(keep=self.tool.keeps, left=left, top=top, right=right, bottom=bottom)


def _pressed(touch: Touch) -> Touch:
    return touch._replace(pressure=min(1.0, max(LEAST_PRESSURE, touch.pressure)))
