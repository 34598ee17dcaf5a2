"""What a window asks the floor about a watched folder, and what the floor says. See `asks`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from whitecove.core.model import State
from whitecove.core.options import Options


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginWatch:
    """Prepare what arrives in ``folder`` into the delivery ``out``. ``preset`` is the file of options, if there is one;
    else ``options`` hold. Answered by `WatchNews`, at last by `WatchEnded`."""

    folder: Path
    out: Path
    options: Options
    preset: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndWatch:
    """Watch no more; what is finished stays."""


class Happening(StrEnum):
    """What a watch tells of."""

    BEGUN = "begun"
    WORKING = "working"
    PHOTO = "photo"
    ROUND = "round"
    AWAY = "away"
    BACK = "back"
    SLOW = "slow"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchNews:
    """Something happened. Of a ``PHOTO``, ``name``, ``state`` and ``reason`` say what became of it; of a ``ROUND``,
    ``arrived`` files came, and the delivery has ``counts`` now; ``done`` of ``total`` are how far a round is.
    ``reason`` is a whole sentence."""

    happening: Happening
    name: str = ""
    state: State | None = None
    reason: str = ""
    arrived: int = 0
    counts: Mapping[State, int] = field(default_factory=dict)
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchEnded:
    """Nothing is watched any more: because it was asked for, or for a ``reason``."""

    code: str = ""
    reason: str = ""
