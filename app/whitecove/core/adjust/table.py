"""Adjustments as the corrections file has them: what their JSON must look like."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from typing import Annotated, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from whitecove.core.adjust.values import (
    LEAST_GAIN,
    MOST_EXPOSED,
    MOST_GAIN,
    MOST_STRAIGHTENED,
    TURNS,
    Adjust,
)
from whitecove.core.options import problems

_Value = TypeVar("_Value")


def _declared(name: str, value: _Value) -> _Value:
    """``value`` if the option of that name takes it."""
    for problem in problems({name: value}):
        raise ValueError(problem.removeprefix(f"{name}: "))
    return value


def _of(name: str) -> AfterValidator:
    return AfterValidator(partial(_declared, name))


def _quarter(value: int) -> int:
    if value not in TURNS:
        raise ValueError(f"must be one of {', '.join(map(str, TURNS))}")
    return value


Turn: TypeAlias = Annotated[int, Field(strict=True), AfterValidator(_quarter)]
Degrees: TypeAlias = Annotated[
    float, Field(strict=True, allow_inf_nan=False, ge=-MOST_STRAIGHTENED, le=MOST_STRAIGHTENED)
]
Stops: TypeAlias = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-MOST_EXPOSED, le=MOST_EXPOSED)]
Gain: TypeAlias = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=LEAST_GAIN, le=MOST_GAIN)]
Number: TypeAlias = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Text: TypeAlias = Annotated[str, Field(strict=True)]
Truth: TypeAlias = Annotated[bool, Field(strict=True)]


class AdjustTable(BaseModel):
    """`{"turn": 90, "exposure": 0.5, "engine": "backdrop", …}`: only what is set stands there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    turn: Turn = 0
    flip: Truth = False
    straighten: Degrees = 0.0
    exposure: Stops = 0.0
    white_point: Annotated[tuple[Gain, ...], Field(min_length=3, max_length=3)] | None = None
    engine: Annotated[Text, _of("engine")] | None = None
    fill: Annotated[Number, _of("fill")] | None = None
    shadow: Annotated[Text, _of("shadow")] | None = None
    details: Annotated[Text, _of("details")] | None = None
    stand: Annotated[Text, _of("stand")] | None = None
    keep_edges: Annotated[Truth, _of("keep_edges")] | None = None

    def adjust(self) -> Adjust:
        return Adjust(**{each.name: getattr(self, each.name) for each in fields(Adjust)})
