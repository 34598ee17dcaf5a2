"""A person's corrections as values: vectors in source coordinates, so that they hold at every size of the photo.

A point (x, y) is in pixels of the upright photo from its upper left corner: the first pixel's centre is (0.5, 0.5).
Points may lie outside of the photo.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from whitecove.core.adjust.values import UNTOUCHED, Adjust


class Point(NamedTuple):
    """A place in the photo."""

    x: float
    y: float


class Touch(NamedTuple):
    """A place that a brush passed, and how hard it was pressed: the share 0…1 of its radius that it had there."""

    x: float
    y: float
    pressure: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Brush:
    """The way of a round brush: straight from touch to touch, ``radius`` in pixels of the photo (above 0). With
    ``hardness`` 1 its edge is as sharp as the pixels, with 0 it fades from its middle on."""

    touches: tuple[Touch, ...]
    radius: float
    hardness: float = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """What the brush passes is product (``keep``) or is not. ``edge_aware``: only up to the next edge of the photo."""

    keep: bool
    brush: Brush
    edge_aware: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """What lies inside of a polygon is product (``keep``) or is not; where its outline crosses itself, even-odd."""

    keep: bool
    outline: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle:
    """What lies inside of a rectangle is product (``keep``) or is not."""

    keep: bool
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """One sees the backdrop through the product here: the area around of such a colour is not product."""

    point: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Heal:
    """Dust, a thread or a sticker: what the brush passes is made anew from what lies around it."""

    brush: Brush


# What stands behind an engine's name where corrections came on top.
MARK = "+corrected"

Step: TypeAlias = Stroke | Area | Rectangle | Hole | Heal


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """The corrections of one photo, in the order in which they are made. ``width`` and ``height`` are those of the
    upright photo that they were drawn on; ``sha256`` is its file's (lower-case hexadecimal), where they are meant for
    that file alone. ``adjust`` is what is set for the photo as a whole; the steps know nothing of it."""

    width: int
    height: int
    steps: tuple[Step, ...]
    sha256: str = ""
    adjust: Adjust = UNTOUCHED

    @property
    def is_empty(self) -> bool:
        """Whether they change nothing."""
        return not self.steps and self.adjust == UNTOUCHED


# What a step is called where it is counted.
WORDS = ("keep", "erase", "open hole", "heal")
ADJUSTED = "adjusted"


def word(step: Step) -> str:
    """One of `WORDS`."""
    if isinstance(step, Hole):
        return "open hole"
    if isinstance(step, Heal):
        return "heal"
    return "keep" if step.keep else "erase"


def summary(steps: tuple[Step, ...], adjust: Adjust = UNTOUCHED) -> str:
    """How many steps of each kind, and whether something is set for the photo: ``2 erase, 1 heal, adjusted``; empty
    where there is none of that."""
    counts = Counter(map(word, steps))
    said = [f"{counts[kind]} {kind}" for kind in WORDS if counts[kind]]
    return ", ".join(said if adjust == UNTOUCHED else [*said, ADJUSTED])


def scaled(step: Step, across: float, down: float) -> Step:
    """``step`` for the same photo ``across`` times as wide and ``down`` times as high; the two are nearly equal, and a
    radius grows by what lies between them."""
    match step:
        case Stroke():
            return replace(step, brush=_scaled_brush(step.brush, across, down))
        case Heal():
            return Heal(brush=_scaled_brush(step.brush, across, down))
        case Area():
            return replace(step, outline=tuple(Point(x * across, y * down) for x, y in step.outline))
        case Rectangle():
            return Rectangle(
                keep=step.keep,
                left=step.left * across,
                top=step.top * down,
                right=step.right * across,
                bottom=step.bottom * down,
            )
        case Hole():
            return Hole(point=Point(step.point.x * across, step.point.y * down))


def _scaled_brush(brush: Brush, across: float, down: float) -> Brush:
    touches = tuple(Touch(x * across, y * down, pressure) for x, y, pressure in brush.touches)
    return replace(brush, touches=touches, radius=brush.radius * (across * down) ** 0.5)
