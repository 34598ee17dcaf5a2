"""Marketplace profiles: which rules a picture must keep, how hard each is, and who says so.

A profile is a data file, `resources/profiles/<id>.toml`. Its schema is in `profile_file`, which is imported only when
a file is read.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from whitecove import paths
from whitecove.core.errors import ProfileError
from whitecove.core.model import Severity, Slot

# What "all" means of a rule; pages and transparent pictures have few rules of their own.
ALL_SLOTS = (Slot.MAIN, Slot.DETAIL, Slot.VARIANT, Slot.MARKETING_SQUARE, Slot.MARKETING_PORTRAIT)
NO_CEILING = 2**31 - 1
# Where a marketplace does not say how many details it takes.
USUAL_DETAILS = 5
OWN = "own: "

Param = int | float | str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a rule was read: a title a person understands, an address where there is one, and how it is dated."""

    id: str
    title: str
    url: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What must hold. ``applies_to`` holds slots, or ``all``, ``set`` (a listing's pictures together) or ``photo``
    (a source file); ``severity_in`` replaces the severity in single slots. ``source`` is one or more source ids,
    comma-separated, or ``own: …`` where the number is Whitecove's own. ``note`` says why it matters. ``weight`` is
    what breaking it costs in the score; None takes the severity's usual weight."""

    id: str
    severity: Severity
    applies_to: tuple[str, ...]
    source: str
    verified_on: dt.date
    note: str = ""
    weight: int | None = None
    severity_in: Mapping[Slot, Severity] = field(default_factory=dict)
    params: Mapping[str, Param] = field(default_factory=dict)

    def severity_for(self, slot: Slot) -> Severity | None:
        """How hard the rule is in ``slot``; None where it is not asked."""
        asked = slot in self.applies_to or ("all" in self.applies_to and slot in ALL_SLOTS)
        return self.severity_in.get(slot, self.severity) if asked else None

    def number(self, key: str) -> float:
        """A parameter that is a number.

        Raises:
            KeyError: the rule has no such parameter. TypeError: it is no number.
        """
        value = self.params[key]
        if isinstance(value, (str, tuple)):
            raise TypeError(f"{self.id}.{key} is no number")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """A parameter that is a word or a list of words.

        Raises:
            KeyError: the rule has no such parameter. TypeError: it is a number.
        """
        value = self.params[key]
        if isinstance(value, (int, float)):
            raise TypeError(f"{self.id}.{key} is a number")
        return (value,) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotSpec:
    """What a slot takes: shapes (``"3:4"``, the first is the default; none means any), how many pictures at most
    (None: any number), the smallest side in pixels, and the smallest width and height of shapes that differ."""

    aspects: tuple[str, ...] = ()
    max_count: int | None = None
    min_side: int = 1
    min_sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def min_size(self, aspect: str) -> tuple[int, int]:
        """The smallest width and height of a picture of that shape (an empty one: of any other)."""
        return self.min_sizes.get(aspect, (self.min_side, self.min_side))


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a marketplace wants file names to be: a template for every picture (empty: Whitecove's own names), a main
    picture's template where it differs, the most characters of a whole name (0: any number), and whether only Latin
    letters are safe."""

    template: str = ""
    main: str = ""
    limit: int = 0
    ascii: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A marketplace's rules. ``canvas`` is the long side, in pixels, that pictures are made with; ``card`` says what a
    product page is made for: a ``listing`` with all its variants, or each ``variant`` by itself."""

    id: str
    name: str
    schema: int
    verified_on: dt.date
    canvas: int
    slots: Mapping[Slot, SlotSpec]
    rules: tuple[Rule, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    card: str = "listing"
    names: Names = field(default_factory=Names)

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id.

        Raises:
            KeyError: the profile has no such rule.
        """
        found = self.find(rule_id)
        if found is None:
            raise KeyError(rule_id)
        return found

    def find(self, rule_id: str) -> Rule | None:
        """The rule of that id, or None where the profile does not ask it."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    @property
    def details(self) -> int:
        """How many detail pictures a card takes."""
        most = self.slot(Slot.DETAIL).max_count
        return USUAL_DETAILS if most is None else most

    def slot(self, slot: Slot) -> SlotSpec:
        """What ``slot`` takes; a slot that the profile does not speak of takes anything."""
        return self.slots.get(slot, SlotSpec())

    def byte_window(self, slot: Slot) -> tuple[int, int]:
        """The smallest and largest file size, both inclusive."""
        rule = self.find("file.bytes")
        if rule is None or rule.severity_for(slot) is None:
            return 0, NO_CEILING
        return int(rule.number("floor")), int(rule.number("ceiling"))

    def long_edge(self, slot: Slot) -> int:
        """The longest side allowed, in pixels."""
        rule = self.find("pixels.long_edge")
        return NO_CEILING if rule is None or rule.severity_for(slot) is None else int(rule.number("ceiling"))

    def short_side(self, slot: Slot, aspect: str) -> int:
        """The side that a picture's shorter one must reach, in pixels: that of ``aspect`` where the slot insists on a
        shape, otherwise that of any shape."""
        rule = self.find("pixels.aspect")
        insists = rule is not None and rule.severity_for(slot) is not None
        return min(self.slot(slot).min_size(aspect if insists else ""))

    def sources_of(self, rule: Rule) -> tuple[Source, ...]:
        """The sources that ``rule`` names; a rule of our own has itself as its only source."""
        if rule.source.startswith(OWN):
            return (Source(id="own", title=rule.source.removeprefix(OWN)),)
        return tuple(self.sources[key.strip()] for key in rule.source.split(","))


def load_profile(profile_id: str) -> Profile:
    """The profile that comes with Whitecove under that id.

    Raises:
        ProfileError: there is none (the message names those there are), or its file is wrong.
    """
    known = _files()
    if profile_id not in known:
        raise ProfileError("profile.unknown", id=profile_id, known=", ".join(known))
    return read_profile(known[profile_id])


def names_profile(profile_id: str) -> Profile:
    """The profile that comes with Whitecove under that id as far as names of files and products follow it: no slots,
    no rules, no sources. Its file is not checked, which would load more than a window can wait for.

    Raises:
        ProfileError: there is none (the message names those there are), or it cannot be read.
    """
    known = _files()
    if profile_id not in known:
        raise ProfileError("profile.unknown", id=profile_id, known=", ".join(known))
    try:
        content = tomllib.loads(known[profile_id].read_text("utf-8"))
        return unruled(profile_id, content)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ProfileError("profile.wrong", file=known[profile_id].name, problems=type(error).__name__) from error


def unruled(profile_id: str, content: Mapping[str, Any]) -> Profile:
    """What the ``content`` of a profile's file says, unchecked, but for slots, rules and sources.

    Raises:
        KeyError, TypeError: something is missing, or of another kind.
    """
    return Profile(
        id=profile_id,
        name=content["name"],
        schema=content["schema"],
        verified_on=content["verified_on"],
        canvas=content["canvas"],
        slots={},
        rules=(),
        card=content.get("card", "listing"),
        names=Names(**content.get("names", {})),
    )


def list_profiles() -> tuple[Profile, ...]:
    """All profiles that come with Whitecove, by id.

    Raises:
        ProfileError: a file is wrong.
    """
    return tuple(read_profile(path) for path in _files().values())


def read_profile(path: Path) -> Profile:
    """The profile in a file.

    Raises:
        ProfileError: the file cannot be read or is wrong; all problems are named.
    """
    from whitecove.core import profile_file

    content, problems = profile_file.read(path)
    if content is None:
        raise ProfileError("profile.wrong", file=path.name, problems="; ".join(problems))
    return content


def validate(path: Path) -> list[str]:
    """Everything that is wrong with a profile file, each as ``key: reason``; empty when nothing is."""
    from whitecove.core import profile_file

    return profile_file.read(path)[1]


def _files() -> dict[str, Path]:
    return {path.stem: path for path in sorted((paths.resources() / "profiles").glob("*.toml"))}
