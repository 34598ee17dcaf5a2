"""The ways to group: folder, name, time, photo, and auto, which takes what is safe of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from whitecove.batch.grouping.by_folder import each_folder, in_folders
from whitecove.batch.grouping.by_name import by_name
from whitecove.batch.grouping.by_time import by_clear_pauses, by_time
from whitecove.batch.grouping.folders import Placing
from whitecove.batch.grouping.members import Group, Member, alone
from whitecove.batch.grouping.names import NUMBERED
from whitecove.batch.naming.names import collision_key


def grouped(members: Sequence[Member], way: str, gap: float, *, is_listed: bool = False) -> list[Group]:
    """``members`` (in natural order) grouped the given ``way``; ``gap`` are the seconds without a shot that part two
    products (0: find out). ``is_listed``: a list of SKUs parts what times cannot.

    Raises:
        PlanError: ``time`` finds no times or no clear pause.
    """
    if way == "time" and is_listed:
        return by_clear_pauses(members, gap)
    return _WAYS[way](members, gap)


def _auto(members: Sequence[Member], gap: float) -> list[Group]:
    placed = [member for member in members if member.placing.is_listing]
    loose = [member for member in members if not member.placing.is_listing]
    numbered = _numbered(loose)
    silent = [member for member in loose if member.is_silent and member.found.name not in numbered]
    telling = [member for member in loose if not member.is_silent or member.found.name in numbered]
    roles = [member for member in telling if not member.said.base and member.role]
    named = [member for member in telling if member.said.base or not member.role]
    return in_folders([*placed, *roles]) + by_name(named) + by_clear_pauses(silent, gap)


def _numbered(members: Iterable[Member]) -> set[str]:
    """The names of those of ``members`` whose number is a product's: several in a place share it, and are counted from
    1 on, or one of them says what it is for."""
    held: dict[tuple[Path, str], list[Member]] = {}
    for member in members:
        if member.said.base and (not member.is_silent or NUMBERED.match(member.found.stem)):
            held.setdefault((member.placing.home, collision_key(member.said.base)), []).append(member)
    return {
        member.found.name
        for some in held.values()
        if len(some) > 1 and (_first(some) == 1 or not all(member.is_silent for member in some))
        for member in some
    }


def _first(members: Iterable[Member]) -> int:
    return min((member.said.counter for member in members if member.said.counter is not None), default=0)


def _by_folder(members: Sequence[Member], gap: float) -> list[Group]:
    return each_folder(_own_folder_only(members))


def _by_name(members: Sequence[Member], gap: float) -> list[Group]:
    return by_name(_own_folder_only(members), strict=False)


def _own_folder_only(members: Iterable[Member]) -> list[Member]:
    """``members`` with what their own folder says, and nothing of those above."""
    own = []
    for member in members:
        placing, folder = member.placing, member.found.path.parent
        senses = tuple(each for each in placing.senses if each[1] == (member.found.folders or ("",))[-1])
        own.append(replace(member, placing=Placing(folder, bool(member.found.folders), senses[:1])))
    return own


def _by_photo(members: Sequence[Member], gap: float) -> list[Group]:
    return [alone(member, "Each photo is a listing of its own, as asked.") for member in members]


_WAYS: Mapping[str, Callable[[Sequence[Member], float], list[Group]]] = {
    "auto": _auto,
    "folder": _by_folder,
    "name": _by_name,
    "time": by_time,
    "photo": _by_photo,
}
