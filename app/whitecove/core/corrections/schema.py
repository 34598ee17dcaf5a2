"""The corrections file as tables: what its JSON must look like, and the values that it stands for."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from whitecove.core.adjust.table import AdjustTable
from whitecove.core.corrections.values import (
    Area,
    Brush,
    Corrections,
    Heal,
    Hole,
    Point,
    Rectangle,
    Step,
    Stroke,
    Touch,
)

KINDS = ("keep", "erase", "keep-area", "erase-area", "keep-box", "erase-box", "open-hole", "heal")
# Far beyond every photo: what is farther is a mistake, and would only cost time.
FARTHEST, LONGEST_SIDE, LARGEST_RADIUS = 1e6, 100_000, 1e5
MOST_POINTS, MOST_STEPS = 100_000, 10_000

Number: TypeAlias = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-FARTHEST, le=FARTHEST)]
Share: TypeAlias = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=1)]
Side: TypeAlias = Annotated[int, Field(strict=True, ge=1, le=LONGEST_SIDE)]
Pair: TypeAlias = Annotated[tuple[Number, ...], Field(min_length=2, max_length=2)]


def _pressed(values: tuple[float, ...]) -> tuple[float, ...]:
    if len(values) == 3 and not 0 <= values[2] <= 1:
        raise ValueError("must have a pressure of 0 to 1 as its third number")
    return values


Pressed: TypeAlias = Annotated[tuple[Number, ...], Field(min_length=2, max_length=3), AfterValidator(_pressed)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _BrushTable(_Table):
    """`points` are `[x, y]` or `[x, y, pressure]`."""

    points: Annotated[tuple[Pressed, ...], Field(min_length=1, max_length=MOST_POINTS)]
    radius: Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0, le=LARGEST_RADIUS)]
    hardness: Share = 0.8

    @property
    def brush(self) -> Brush:
        return Brush(touches=tuple(Touch(*point) for point in self.points), radius=self.radius, hardness=self.hardness)


class StrokeTable(_BrushTable):
    """`{"kind": "keep" or "erase", …}`"""

    kind: Literal["keep", "erase"]
    edge_aware: Annotated[bool, Field(strict=True)] = False

    def step(self) -> Step:
        return Stroke(keep=self.kind == "keep", brush=self.brush, edge_aware=self.edge_aware)


class AreaTable(_Table):
    """`{"kind": "keep-area" or "erase-area", "outline": [[x, y], …]}`"""

    kind: Literal["keep-area", "erase-area"]
    outline: Annotated[tuple[Pair, ...], Field(min_length=3, max_length=MOST_POINTS)]

    def step(self) -> Step:
        return Area(keep=self.kind == "keep-area", outline=tuple(Point(*point) for point in self.outline))


class RectangleTable(_Table):
    """`{"kind": "keep-box" or "erase-box", "left": …, "top": …, "right": …, "bottom": …}`"""

    kind: Literal["keep-box", "erase-box"]
    left: Number
    top: Number
    right: Number
    bottom: Number

    def step(self) -> Step:
        edges = {"left": self.left, "top": self.top, "right": self.right, "bottom": self.bottom}
        return Rectangle(keep=self.kind == "keep-box", **edges)


class HoleTable(_Table):
    """`{"kind": "open-hole", "point": [x, y]}`"""

    kind: Literal["open-hole"]
    point: Pair

    def step(self) -> Step:
        return Hole(point=Point(*self.point))


class HealTable(_BrushTable):
    """`{"kind": "heal", …}`"""

    kind: Literal["heal"]

    def step(self) -> Step:
        return Heal(brush=self.brush)


StepTable = Annotated[StrokeTable | AreaTable | RectangleTable | HoleTable | HealTable, Field(discriminator="kind")]


class PhotoTable(_Table):
    """The corrections of one photo."""

    photo: Annotated[str, Field(strict=True, min_length=1)]
    width: Side
    height: Side
    sha256: Annotated[str, Field(strict=True, pattern=r"^([0-9a-f]{64})?$")] = ""
    adjust: AdjustTable = AdjustTable()
    steps: Annotated[tuple[StepTable, ...], Field(max_length=MOST_STEPS)]

    def corrections(self) -> Corrections:
        return Corrections(
            width=self.width,
            height=self.height,
            steps=tuple(table.step() for table in self.steps),
            sha256=self.sha256,
            adjust=self.adjust.adjust(),
        )


class FileTable(_Table):
    """The whole file."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    photos: tuple[PhotoTable, ...]
