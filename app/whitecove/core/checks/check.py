"""What a check is: a rule's id, the function that measures it, what it needs to do so, and the rule's parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from whitecove.core.checks.context import Context
from whitecove.core.checks.examine import Examined
from whitecove.core.model import Finding, Slot, SourceFacts, Tag
from whitecove.core.profiles import Rule


class Needs(IntEnum):
    """What a file must offer before a check can measure it."""

    BYTES = 0
    HEADER = 1  # a known format and a size in pixels
    PIXELS = 2  # the file decodes
    PREPARED = 3  # the file decodes, and its maker says how it was made: not asked of other files


@dataclass(frozen=True, slots=True)
class Number:
    """A parameter that is a number of at least ``low``; a ``whole`` one has no fraction."""

    low: float = 0
    whole: bool = False

    def problem(self, value: object) -> str:
        """Why ``value`` cannot be it; empty when it can."""
        if isinstance(value, bool) or not isinstance(value, int if self.whole else (int, float)):
            return "must be a whole number" if self.whole else "must be a number"
        return "" if value >= self.low else f"must be at least {self.low:g}"


@dataclass(frozen=True, slots=True)
class Words:
    """A parameter that is one of ``choices``, or a list of them where ``several`` are allowed."""

    choices: tuple[str, ...]
    several: bool = False

    def problem(self, value: object) -> str:
        """Why ``value`` cannot be it; empty when it can."""
        values = value if self.several and isinstance(value, (list, tuple)) else (value,)
        allowed = ", ".join(self.choices)
        return "" if values and all(v in self.choices for v in values) else f"must be of {allowed}"


Params = Mapping[str, Number | Words]


@dataclass(frozen=True, slots=True)
class Check:
    """Measures one rule on a file."""

    id: str
    ask: Callable[[Examined, Rule, Context], Finding]
    needs: Needs = Needs.PIXELS
    params: Params = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFacts:
    """What the pictures of a listing are together: how many are mains and details, and how many good photos are kept
    aside; what the details show, as far as that is known (``tags``); the ``slots`` that have a picture; and for how
    many product pages (``cards``) these are."""

    mains: int
    details: int
    unused: int
    tags: frozenset[Tag] = frozenset()
    slots: frozenset[Slot] = frozenset()
    cards: int = 1


@dataclass(frozen=True, slots=True)
class SetCheck:
    """Measures one rule on a listing's pictures together."""

    id: str
    ask: Callable[[SetFacts, Rule], Finding]
    params: Params = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """Measures one rule on a source photo."""

    id: str
    ask: Callable[[SourceFacts, Rule], Finding]
    params: Params = field(default_factory=dict)
