"""Listings by shooting time: a pause parts two products."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from whitecove.batch.grouping.members import Group, Member, alone, silence
from whitecove.batch.grouping.names import ARTICLE, ONLY_NUMBERS
from whitecove.batch.intake.gathering import Found
from whitecove.batch.intake.moments import sessions, shot
from whitecove.batch.naming.names import printable
from whitecove.core.errors import PlanError

MINUTE, HOUR, DAY = 60, 3600, 86400


def by_clear_pauses(members: Sequence[Member], gap: float) -> list[Group]:
    """Photos whose names say nothing: by the pauses between the shots where those are clear, else a listing each."""
    articles = [member for member in members if ARTICLE.match(member.found.stem)]
    groups = [alone(member, "Its name is a number, which may be the product's.") for member in articles]
    numbers = {id(member) for member in articles}
    for some in _by_home(member for member in members if id(member) not in numbers):
        times = shooting_times(some)
        timed = [member for member in some if times[member.found.name]]
        parted = _sessions(timed, times, gap)
        if parted is None:
            groups += [alone(member, _stands_alone(member, times)) for member in some]
        else:
            groups += _named(parted, times)
            without = (member for member in some if not times[member.found.name])
            groups += [alone(member, f"{silence(member)}, and it has no shooting time.") for member in without]
    return groups


def by_time(members: Sequence[Member], gap: float) -> list[Group]:
    """All photos by the pauses between the shots, folder by folder. A photo without a time is a listing by itself.

    Raises:
        PlanError: no photo has a time, or no pause is clear and no ``gap`` is given.
    """
    times = shooting_times(members)
    if not any(times.values()):
        raise PlanError("plan.no_times", count=len(members))
    groups: list[Group] = []
    for some in _by_home(members):
        timed = [member for member in some if times[member.found.name]]
        parted = _sessions(timed, times, gap) if len(timed) > 1 else tuple([member] for member in timed)
        if parted is None:
            folder = printable(some[0].placing.home.name)
            raise PlanError("plan.no_gap", folder=folder, count=len(timed), without=len(some) - len(timed))
        groups += _named(parted, times)
        without = (member for member in some if not times[member.found.name])
        groups += [alone(member, "It has no shooting time, so it is a listing of its own.") for member in without]
    return groups


def shooting_times(members: Iterable[Member]) -> dict[str, datetime | None]:
    """When each photo was shot, by its name."""
    return {member.found.name: shot(member.found) for member in members}


def in_shooting_order(members: Sequence[Member]) -> list[Member] | None:
    """``members`` as they were shot; None where not all times are known, or names count them already."""
    if len(members) < 2 or any(ONLY_NUMBERS.match(member.found.stem) for member in members):
        return None
    parted = _sessions(members, shooting_times(members), 0.0, count=1)
    return None if parted is None else parted[0]


def _by_home(members: Iterable[Member]) -> list[list[Member]]:
    held: dict[Path, list[Member]] = {}
    for member in members:
        held.setdefault(member.placing.home, []).append(member)
    return list(held.values())


def _sessions(
    members: Sequence[Member], times: dict[str, datetime | None], gap: float, count: int | None = None
) -> tuple[list[Member], ...] | None:
    shots: list[tuple[Found, datetime | None]] = [(member.found, times[member.found.name]) for member in members]
    parted = sessions(shots, gap=gap, count=count)
    known = {member.found.name: member for member in members}
    return None if parted is None else tuple([known[found.name] for found in session] for session in parted)


def _named(parted: Iterable[Sequence[Member]], times: dict[str, datetime | None]) -> Iterator[Group]:
    """Sessions called after their folder, with a counter: names stay when photos are added at the end."""
    before: datetime | None = None
    counters: Counter[Path] = Counter()
    for session in parted:
        folder = session[0].found.path.parent
        counters[folder] += 1
        members = []
        for place, member in enumerate(session):
            members.append(member.because(_pause(member, before, times, is_first=not place)))
            before = times[member.found.name]
        name = f"{printable(folder.name) or 'shoot'}-{counters[folder]:02d}"
        yield Group(name=name, above=folder.parent, members=tuple(members), is_told=False, is_shot=True)


def _pause(member: Member, before: datetime | None, times: dict[str, datetime | None], *, is_first: bool) -> str:
    now = times[member.found.name]
    if before is None or now is None:
        return f"{_why(member)}; no shot came before."
    duration = spoken((now - before).total_seconds())
    if is_first:
        return f"{_why(member)}; {duration} passed since the shot before."
    return f"{_why(member)}; it was shot {duration} after the one before."


def _why(member: Member) -> str:
    return silence(member) if member.is_silent else "Photos go by shooting time, as asked"


def spoken(seconds: float) -> str:
    """A duration as people say it: 43 seconds, 5 minutes, 3 hours, 2 days."""
    for unit, name in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= 2 * unit:
            return f"{seconds / unit:.0f} {name}s"
    count = round(seconds)
    return f"{count} second{'' if count == 1 else 's'}"


def _stands_alone(member: Member, times: dict[str, datetime | None]) -> str:
    if times[member.found.name] is None:
        return f"{silence(member)}, and it has no shooting time: it is a listing of its own."
    return f"{silence(member)}, and no clear pause between shots tells products apart: it is a listing of its own."
