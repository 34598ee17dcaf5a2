"""Listings named by a list of SKUs: by their names where these stand in it, else in order, and never by a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from whitecove.batch.grouping.by_time import in_shooting_order
from whitecove.batch.grouping.members import Group, Member, silence
from whitecove.batch.grouping.names import ONLY_NUMBERS
from whitecove.batch.grouping.notes import NAMED_AT_MOST, at_most
from whitecove.batch.grouping.skulist import SkuLine, assigned
from whitecove.batch.intake.moments import sessions, shot
from whitecove.batch.naming.names import collision_key, natural_key
from whitecove.core.errors import PlanError

T = TypeVar("T")


def named_by(lines: Sequence[SkuLine], groups: Sequence[Group]) -> list[Group]:
    """``groups`` (the named ones in natural order, those of silent photos in shooting order) with the names of
    ``lines``.

    Raises:
        PlanError: the list does not fit. Nothing is assigned by a guess: a shifted list would put every picture under
            a wrong SKU.
    """
    found = _found(lines, groups)
    _refuse_other_counts(lines, {sku: len(groups[i].members) for i, sku in found.items()})
    named = [
        _named(group, found[i], "Its name stands in the SKU list.") for i, group in enumerate(groups) if i in found
    ]
    rest = [group for i, group in enumerate(groups) if i not in found]
    left = [line for line in lines if line.sku not in found.values()]
    if not rest:
        return named
    if not named:
        _refuse_rivals(rest, left)
        return _in_turn(rest, left)
    if not left:
        return named + [_because(group, "The SKU list does not name it.") for group in rest]
    if any(group.is_told for group in rest):
        raise PlanError("plan.skus_no_fit", skus=len(left), photos=sum(len(group.members) for group in rest))
    return named + _in_turn(rest, left)


def _refuse_rivals(groups: Sequence[Group], lines: Sequence[SkuLine]) -> None:
    """Names that stand in the list, but for several groups or lines, are no place in its order: the second SKU1 is not
    the SKU2 that comes next."""
    listed = {_plain(line.sku) for line in lines}
    if len(lines) > 1 and any(group.is_told and _plain(group.name) in listed for group in groups):
        photos = sum(len(group.members) for group in groups)
        raise PlanError("plan.skus_no_fit", skus=len(lines), photos=photos)


def _refuse_other_counts(lines: Sequence[SkuLine], photos: Mapping[str, int]) -> None:
    """A count that is not that of the ``photos`` of its SKU: one of the two is wrong, and nobody can tell which."""
    wrong = [line for line in lines if line.sku in photos and line.count not in (None, photos[line.sku])]
    if wrong:
        problems = [f"{line.sku} (listed {line.count}, found {photos[line.sku]})" for line in wrong]
        raise PlanError("plan.skus_wrong_count", problems=at_most(NAMED_AT_MOST, problems))


def _found(lines: Sequence[SkuLine], groups: Sequence[Group]) -> dict[int, str]:
    """The SKUs of the groups whose names stand in the list, by the groups' places: as they are written first, then
    without separators where only one SKU and one group are written so."""
    found: dict[int, str] = {}
    for key in (collision_key, _plain):
        left = [line.sku for line in lines if line.sku not in found.values()]
        told = [i for i, group in enumerate(groups) if group.is_told and i not in found]
        skus = _single((key(sku), sku) for sku in left)
        places = _single((key(groups[i].name), i) for i in told)
        found |= {places[name]: skus[name] for name in places.keys() & skus.keys()}
    return found


def _single(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """Those of ``pairs`` whose keys stand only once."""
    held: dict[str, list[T]] = {}
    for key, value in pairs:
        held.setdefault(key, []).append(value)
    return {key: values[0] for key, values in held.items() if len(values) == 1}


def _plain(name: str) -> str:
    """``name`` without separators: people write SKU-101 here and SKU101 there."""
    return re.sub(r"[\W_]+", "", collision_key(name)) or name


def _in_turn(groups: Sequence[Group], lines: Sequence[SkuLine]) -> list[Group]:
    """The ``lines`` one after the other: group by group where there are as many, else photo by photo."""
    fits = len(groups) == len(lines) and all(
        line.count in (None, len(group.members)) for group, line in zip(groups, lines, strict=True)
    )
    if not fits or not (all(one.is_told for one in groups) or all(one.is_shot for one in groups)):
        return _photo_by_photo(groups, lines)
    if all(one.is_shot for one in groups):
        groups = _as_shot(groups)
    return [
        _named(group, line.sku, f"It is number {place} in the order of the SKU list.")
        for place, (group, line) in enumerate(zip(groups, lines, strict=True), start=1)
    ]


def _as_shot(groups: Sequence[Group]) -> list[Group]:
    """Sessions of several folders in the order they were shot, whatever the folders are called.

    Raises:
        PlanError: they were shot with several cameras, whose clocks may differ.
    """
    photos = [member.found for group in groups for member in group.members]
    shots = sessions([(found, shot(found)) for found in photos], count=1)
    if shots is None:
        raise PlanError("plan.skus_clocks", photos=len(photos))
    place = {found.name: i for i, found in enumerate(shots[0])}
    return sorted(groups, key=lambda group: place[group.members[0].found.name])


def _photo_by_photo(groups: Sequence[Group], lines: Sequence[SkuLine]) -> list[Group]:
    members = [member for group in groups for member in group.members]
    is_silent = all(member.is_silent for member in members)
    ordered = in_shooting_order(members) if is_silent else None
    is_shot = ordered is not None
    if ordered is None:
        ordered = sorted(members, key=lambda member: natural_key(member.found.name))
        if is_silent:
            _refuse_other_times(ordered)
    known = {member.found.name: member for member in members}
    parts = assigned([member.found for member in ordered], lines)
    _refuse_torn(groups, [{found.name for found in part} for _, part in parts])
    return [
        Group(
            name=line.sku,
            above=part[0].path.parent,
            members=tuple(_listed(known[found.name], line.sku, place) for found in part),
            is_shot=is_shot,
        )
        for place, (line, part) in enumerate(parts, start=1)
        if part
    ]


def _refuse_other_times(ordered: Sequence[Member]) -> None:
    """Names of cameras are no guide to a list where the shooting times that are known say another order; numbers that
    a person gave are."""
    if any(ONLY_NUMBERS.match(member.found.stem) for member in ordered):
        return
    times = [time for member in ordered if (time := shot(member.found))]
    if any(later < earlier for earlier, later in pairwise(times)):
        raise PlanError("plan.skus_clocks", photos=len(ordered))


def _refuse_torn(groups: Sequence[Group], parts: Sequence[set[str]]) -> None:
    """A product that its folder or names hold together is never parted by a list."""
    for group in groups:
        names = {member.found.name for member in group.members}
        if group.is_told and not any(names <= part for part in parts):
            raise PlanError("plan.skus_no_fit", skus=len(parts), photos=sum(len(part) for part in parts))


def _listed(member: Member, sku: str, place: int) -> Member:
    return replace(member, reasons=(f"{silence(member)}; the list gives it to {sku}, its number {place}.",))


def _named(group: Group, sku: str, reason: str) -> Group:
    return replace(_because(group, reason), name=sku)


def _because(group: Group, reason: str) -> Group:
    return replace(group, members=tuple(member.because(reason) for member in group.members))
