"""Listings named by a list of SKUs: by their names where these stand in it, else in order, and never by a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whitecove.batch.grouping.by_time import in_shooting_order
from whitecove.batch.grouping.members import Group, Member, silence
from whitecove.batch.grouping.skulist import SkuLine, assigned
from whitecove.batch.naming.names import collision_key, natural_key
from whitecove.core.errors import PlanError


def named_by(lines: Sequence[SkuLine], groups: Sequence[Group]) -> list[Group]:
    """``groups`` (the named ones in natural order, those of silent photos in shooting order) with the names of
    ``lines``.

    Raises:
        PlanError: the list does not fit. Nothing is assigned by a guess: a shifted list would put every picture under
            a wrong SKU.
    """
    by_key = {_plain(line.sku): line for line in lines} | {collision_key(line.sku): line for line in lines}
    named: list[Group] = []
    rest: list[Group] = []
    used: set[str] = set()
    for group in groups:
        line = by_key.get(collision_key(group.name)) or by_key.get(_plain(group.name)) if group.is_told else None
        if line is not None and line.sku not in used:
            used.add(line.sku)
            named.append(_named(group, line.sku, "Its name stands in the SKU list."))
        else:
            rest.append(group)
    left = [line for line in lines if line.sku not in used]
    if not rest:
        return named
    if not named:
        return _in_turn(rest, left)
    if not left:
        return named + [_because(group, "The SKU list does not name it.") for group in rest]
    if any(group.is_told for group in rest):
        raise PlanError("plan.skus_no_fit", skus=len(left), photos=sum(len(group.members) for group in rest))
    return named + _in_turn(rest, left)


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
    return [
        _named(group, line.sku, f"It is number {place} in the order of the SKU list.")
        for place, (group, line) in enumerate(zip(groups, lines, strict=True), start=1)
    ]


def _photo_by_photo(groups: Sequence[Group], lines: Sequence[SkuLine]) -> list[Group]:
    members = [member for group in groups for member in group.members]
    shot = in_shooting_order(members) if all(member.is_silent for member in members) else None
    ordered = shot or sorted(members, key=lambda member: natural_key(member.found.name))
    known = {member.found.name: member for member in members}
    parts = assigned([member.found for member in ordered], lines)
    _refuse_torn(groups, [{found.name for found in part} for _, part in parts])
    return [
        Group(
            name=line.sku,
            above=part[0].path.parent,
            members=tuple(_listed(known[found.name], line.sku, place) for found in part),
            is_shot=shot is not None,
        )
        for place, (line, part) in enumerate(parts, start=1)
        if part
    ]


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
