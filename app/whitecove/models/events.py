"""What a running download says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An address is asked; ``kept`` bytes are here from before."""

    address: str
    kept: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """So many bytes are here, of how many, where that is known."""

    done: int
    total: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """An address did not give the file; ``reason`` is a sentence, and the next step."""

    address: str
    reason: str


Event = Asked | Progress | Failed
