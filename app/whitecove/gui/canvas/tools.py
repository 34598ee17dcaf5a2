"""The tools of touch-up, and the brush in a person's hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

# Bounds of a brush's radius in logical pixels, and what a key makes of it.
SMALLEST, LARGEST, GROWTH = 1.0, 400.0, 1.25


class Tool(StrEnum):
    """What pressing on the picture means."""

    KEEP = "keep"
    ERASE = "erase"
    HEAL = "heal"
    HOLE = "hole"
    KEEP_RECTANGLE = "keep rectangle"
    ERASE_RECTANGLE = "erase rectangle"
    PICK = "pick"

    @property
    def other(self) -> Tool:
        """What it is while Alt is held."""
        return _OTHERS.get(self, self)

    @property
    def is_brush(self) -> bool:
        return self in {Tool.KEEP, Tool.ERASE, Tool.HEAL}

    @property
    def is_rectangle(self) -> bool:
        return self in {Tool.KEEP_RECTANGLE, Tool.ERASE_RECTANGLE}

    @property
    def keeps(self) -> bool:
        """Whether what it touches is product then."""
        return self in {Tool.KEEP, Tool.KEEP_RECTANGLE}


_OTHERS = {
    Tool.KEEP: Tool.ERASE,
    Tool.ERASE: Tool.KEEP,
    Tool.KEEP_RECTANGLE: Tool.ERASE_RECTANGLE,
    Tool.ERASE_RECTANGLE: Tool.KEEP_RECTANGLE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """The ``tool`` in hand. ``radius`` is in logical pixels of the screen, so that zooming in makes a brush finer on
    the photo; ``hardness`` is 0…1 as of `corrections.values.Brush`; ``edge_aware`` holds for keep and erase."""

    tool: Tool = Tool.ERASE
    radius: float = 24.0
    hardness: float = 0.8
    edge_aware: bool = False

    def resized(self, steps: int) -> Hand:
        """So many steps larger, or smaller."""
        return self.with_radius(self.radius * GROWTH**steps)

    def with_radius(self, radius: float) -> Hand:
        """With ``radius``, within bounds."""
        return replace(self, radius=min(max(radius, SMALLEST), LARGEST))

    def used(self, *, inverted: bool, is_eraser: bool = False) -> Tool:
        """The tool that a press uses: the other one with Alt, and erasing with the eraser's end of a pen."""
        tool = self.tool
        if is_eraser and tool is Tool.KEEP:
            tool = Tool.ERASE
        return tool.other if inverted else tool
