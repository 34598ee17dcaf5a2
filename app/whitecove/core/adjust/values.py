"""What a person sets for one photo, as values: how it is turned, its light, and options over the batch's."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

# Clockwise, in degrees.
TURNS = (0, 90, 180, 270)
# Degrees to either side; stops of light; factors of light for a channel.
MOST_STRAIGHTENED, MOST_EXPOSED = 15.0, 2.0
LEAST_GAIN, MOST_GAIN = 0.25, 4.0
# The options that one photo may have for itself.
OPTIONS = ("engine", "fill", "shadow", "details", "stand", "keep_edges")


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """How the upright photo is shown: turned clockwise by ``turn`` degrees (one of `TURNS`), then mirrored left to
    right (``flip``), then turned clockwise by ``straighten`` degrees, at most 15 to either side, about its middle."""

    turn: int = 0
    flip: bool = False
    straighten: float = 0.0


AS_SHOT = Geometry()


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjust:
    """What is set for one photo. ``turn``, ``flip`` and ``straighten`` are those of `Geometry`; ``exposure`` is in
    stops (-2…2), ``white_point`` gains of light for red, green and blue (0.25…4), which take the place of its
    session's. The rest are options of those names (`core.options`), none where the batch's hold."""

    turn: int = 0
    flip: bool = False
    straighten: float = 0.0
    exposure: float = 0.0
    white_point: tuple[float, float, float] | None = None
    engine: str | None = None
    fill: float | None = None
    shadow: str | None = None
    details: str | None = None
    stand: str | None = None
    keep_edges: bool | None = None

    @property
    def geometry(self) -> Geometry:
        """How the photo is shown."""
        return Geometry(turn=self.turn, flip=self.flip, straighten=self.straighten)

    @property
    def options(self) -> dict[str, object]:
        """The options that this photo has for itself, by name."""
        values = {name: getattr(self, name) for name in OPTIONS}
        return {name: value for name, value in values.items() if value is not None}


UNTOUCHED = Adjust()


def values_of(adjust: Adjust) -> dict[str, Any]:
    """``adjust`` as files have it: what is set, in the order of the fields."""
    values = {each.name: getattr(adjust, each.name) for each in fields(Adjust)}
    return {name: value for name, value in values.items() if value != getattr(UNTOUCHED, name)}


def turned(adjust: Adjust, degrees: int) -> Adjust:
    """``adjust`` with the photo, as it is shown, turned clockwise by ``degrees``, a multiple of 90: what is mirrored
    stays mirrored, what is straight stays straight."""
    return replace(adjust, turn=(adjust.turn + (-degrees if adjust.flip else degrees)) % 360)


def mirrored(adjust: Adjust) -> Adjust:
    """``adjust`` with the photo, as it is shown, mirrored left to right."""
    return replace(adjust, flip=not adjust.flip, straighten=-adjust.straighten if adjust.straighten else 0.0)
