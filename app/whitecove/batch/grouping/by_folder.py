"""Listings by folders, and how the names inside one part it into variants or, rarely, into products."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from whitecove.batch.grouping.by_name import SEVERAL, by_name, is_series, with_colour
from whitecove.batch.grouping.members import Group, Member, alone, is_counted, of_folder
from whitecove.batch.naming.names import collision_key, printable
from whitecove.core.model import Tag


def in_folders(members: Iterable[Member]) -> list[Group]:
    """A listing for each home of ``members``, whatever the names in it; by names where these are of several products,
    each with a series of its own (a day's folder of SKUs)."""
    held: dict[Path, list[Member]] = {}
    for member in members:
        held.setdefault(member.placing.home, []).append(member)
    return [group for home, some in held.items() for group in _of_home(home, some)]


def _of_home(home: Path, members: Sequence[Member]) -> list[Group]:
    counted = {member.said.base for member in members if is_counted(member)}
    telling = [
        member
        for member in members
        if member.said.base
        and not member.placing.holder
        and (not member.is_silent or is_counted(member) or member.said.base in counted)
    ]
    named = by_name(telling, strict=False)
    shared = sum(not member.said.base and Tag.SIZE in member.tags for member in members)
    products = _products(home, named, len(members) - shared)
    if products:
        reason = f"The folder {printable(home.name)} holds pictures of several products, each with a series."
        taken = {member.found.name for one in products for member in one.members}
        rest = [with_colour(member) for member in members if member.found.name not in taken]
        groups = [replace(one, members=tuple(member.because(reason) for member in one.members)) for one in products]
        return [*groups, of_folder(home, rest)] if rest else groups
    coded = {member.found.name: member for one in named for member in one.members if _has_code(member)}
    return [of_folder(home, (coded.get(member.found.name) or with_colour(member) for member in members))]


def _has_code(member: Member) -> bool:
    return bool(member.variant) and member.variant not in (member.said.colour, member.placing.variant)


def _products(home: Path, named: Sequence[Group], count: int) -> list[Group]:
    """Those of the ``named`` that are products of their own, where a folder of ``count`` photos holds several: each is
    called by a code, which has a digit, or lies in several folders, or there is nothing but series from the first
    picture on; two or more have several pictures; and none is called as the folder is."""
    own = collision_key(printable(home.name))
    several = [one for one in named if len(one.members) > 1]
    series = several if _are_all_series(several, count) else [one for one in several if _is_apart(one)]
    if len(series) < SEVERAL or any(_is_of(own, collision_key(one.name)) for one in named):
        return []
    kept = {id(one) for one in series}
    return [one for one in named if id(one) in kept or _is_code(one.name)]


def _are_all_series(several: Sequence[Group], count: int) -> bool:
    return sum(len(one.members) for one in several) == count and all(is_series(one.members) for one in several)


def _is_apart(one: Group) -> bool:
    return _is_code(one.name) or _is_spread(one)


def _is_code(name: str) -> bool:
    return any(letter.isdigit() for letter in name)


def _is_spread(one: Group) -> bool:
    return len({member.found.path.parent for member in one.members}) > 1


def _is_of(own: str, name: str) -> bool:
    return name == own or (name.startswith(own) and not name[len(own) : len(own) + 1].isalnum())


def each_folder(members: Iterable[Member]) -> list[Group]:
    """A listing for each folder that holds photos; loose photos stand alone."""
    members = list(members)
    groups = in_each(member for member in members if member.found.folders)
    return groups + [alone(member, "It lies in no folder.") for member in members if not member.found.folders]


def in_each(members: Iterable[Member]) -> list[Group]:
    """A listing for each folder, whatever the names in it."""
    held: dict[Path, list[Member]] = {}
    for member in members:
        held.setdefault(member.found.path.parent, []).append(member)
    return [of_folder(folder, (with_colour(member) for member in some)) for folder, some in held.items()]
