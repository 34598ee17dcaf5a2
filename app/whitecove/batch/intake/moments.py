"""When photos were shot, and where the pauses between two products lie.

A time comes from EXIF or from the file's name, never from the file system: copying changes that. Times carry no zone:
they are the camera's own, except those of ``mmexport`` names, which count from 1970 in UTC.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import chain, pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

from whitecove.batch.intake.gathering import Found
from whitecove.batch.intake.headers import read_header
from whitecove.batch.naming.names import natural_key

NAMED = re.compile(
    r"""(?ix)(?<![0-9])
    (?P<year>19[7-9]\d|20\d\d) [-._]? (?P<month>0[1-9]|1[0-2]) [-._]? (?P<day>0[1-9]|[12]\d|3[01])
    (?: \s+(?:at|um|à|в|a\s+las)\s+ | [\s_-]+ )?
    (?P<hour>\d\d?) [-._:]? (?P<minute>[0-5]\d) [-._:]? (?P<second>[0-5]\d)
    (?: [-._]? (?P<thousandths>\d{3}) )? (?![0-9])
    (?: \s* (?P<half>[ap])\.?m\b )?"""
)
# WeChat's export: milliseconds since 1970.
EPOCH_NAMED = re.compile(r"(?i)^(?:mmexport|wx_camera_)(?P<milliseconds>1\d{12})(?![0-9])")
EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 (naive, as all times here)

# How many times longer than any pause inside a product the shortest pause between two must be, and than the usual one.
CLEARLY = 3.0
CLEARLY_USUAL = 6.0
# The same where the number of products is known, which is evidence of its own; and the shortest such pause in seconds.
CLEARLY_COUNTED, CHANGE_COUNTED = 2.0, 10.0
# Seconds. Shorter pauses are bursts, and cameras without fractions of a second round them: they say nothing.
BURST = 3.0
# Nobody changes the product and the light faster; shorter pauses turn the same product.
CHANGE = 20.0
# A lone pause may be a look for the ruler: one or two must be longer to count.
FEW, FEW_CHANGE = 3, 60.0
# From here on a pause is a meal: rare ones say nothing about how long a change takes.
REST, RESTS_SHARE = 1200.0, 0.25
# No product has more photos; a run of more is a day's cadence without pauses.
MOST_IN_SESSION = 30


def taken(path: Path, stem: str) -> datetime | None:
    """When the photo at ``path`` was shot: EXIF DateTimeOriginal with its fraction of a second, else the time in its
    name ``stem``; none where neither says it."""
    return read_header(path).taken or from_name(stem)


def shot(found: Found) -> datetime | None:
    """The same of a photo whose header may have been read already."""
    return (found.header or read_header(found.path)).taken or from_name(found.stem)


def from_name(stem: str) -> datetime | None:
    """The time that phones and messengers write into names (``IMG_20240501_123456``, ``WhatsApp Image 2024-05-01 at
    12.34.56 PM``, ``mmexport1714567890123``…); none where there is no date with a time of day."""
    epoch = EPOCH_NAMED.match(stem)
    if epoch:
        return EPOCH + timedelta(milliseconds=int(epoch["milliseconds"]))
    for found in NAMED.finditer(stem):
        time = _time(found)
        if time:
            return time
    return None


def _time(found: re.Match[str]) -> datetime | None:
    year, month, day, hour, minute, second = (
        int(found[part]) for part in ("year", "month", "day", "hour", "minute", "second")
    )
    half = (found["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return datetime(year, month, day, hour, minute, second, int(found["thousandths"] or 0) * 1000)  # noqa: DTZ001
    except ValueError:
        return None


def sessions(
    shots: Sequence[tuple[Found, datetime | None]], *, gap: float = 0.0, count: int | None = None
) -> tuple[tuple[Found, ...], ...] | None:
    """``shots`` parted where the photographer changed the product, everything in shooting order.

    ``gap`` are the seconds without a shot that part two products; 0 finds out whether there is a clear pause, for each
    camera by itself: clocks differ, and photos of two cameras would be mixed. ``count`` asks for exactly so many
    products instead. None where a time is missing, where no pause is clear, or where a count is asked of several
    clocks: a wrong cut would mix goods.
    """
    timed = sorted((Shot(time, natural_key(found.name), found) for found, time in shots if time), key=_place)
    if len(timed) < len(shots):
        return None
    if count is not None:
        return _counted(timed, count) if len(_by_clock(timed)) < 2 else None
    if gap > 0:
        parted = [_parted(some, [between > gap for between in _gaps(some)]) for some in _by_zone(timed)]
    else:
        parted = [_clear(some) for some in _by_clock(timed)]
        if not any(len(some) > 1 for some in parted) or not all(parted):
            return None
    first = {shot.found.name: place for place, shot in enumerate(timed)}
    return tuple(sorted(chain.from_iterable(parted), key=lambda session: first[session[0].name]))


class Shot(NamedTuple):
    """A photo with its time, and its name's place among photos of the same moment."""

    time: datetime
    name: tuple[tuple[int, int, str], ...]
    found: Found


def _place(shot: Shot) -> tuple[object, ...]:
    return shot.time, shot.name, shot.found.name


def _gaps(timed: Sequence[Shot]) -> list[float]:
    return [(later.time - earlier.time).total_seconds() for earlier, later in pairwise(timed)]


def _by_clock(timed: Sequence[Shot]) -> list[list[Shot]]:
    """Shots whose times come from one clock: a camera's, or that of the program which gives such names."""
    held: dict[str, list[Shot]] = {}
    for shot in timed:
        held.setdefault(_clock(shot.found), []).append(shot)
    return list(held.values())


def _clock(found: Found) -> str:
    if found.header and found.header.taken:
        return f"camera {found.header.camera}"
    return "name " + re.split(r"[0-9]", found.stem, maxsplit=1)[0].casefold()


def _by_zone(timed: Sequence[Shot]) -> list[list[Shot]]:
    """Shots whose times are the place's own, and those counted in UTC."""
    sides: tuple[list[Shot], list[Shot]] = ([], [])
    for shot in timed:
        from_name_ = shot.found.header is None or shot.found.header.taken is None
        sides[from_name_ and EPOCH_NAMED.match(shot.found.stem) is not None].append(shot)
    return [side for side in sides if side]


def _counted(timed: Sequence[Shot], count: int) -> tuple[tuple[Found, ...], ...] | None:
    gaps = _gaps(timed)
    least = _least_counted(gaps, count) if timed else None
    return None if least is None else _parted(timed, [between >= least for between in gaps])


def _clear(timed: Sequence[Shot]) -> tuple[tuple[Found, ...], ...]:
    """One clock's shots, parted; nothing where that is not clear. A single shot needs no parting."""
    if len(timed) == 1:
        return ((timed[0].found,),)
    gaps = _gaps(timed)
    least = _least_clear(gaps)
    parted = _parted(timed, [between >= least for between in gaps]) if least is not None else ()
    return parted if parted and _credible(parted) else ()


def _parted(timed: Sequence[Shot], cuts: Sequence[bool]) -> tuple[tuple[Found, ...], ...]:
    """The photos of ``timed``, cut behind each one where ``cuts`` says so."""
    places = [place for place, cut in enumerate(cuts, start=1) if cut]
    bounds = pairwise((0, *places, len(timed)))
    return tuple(tuple(shot.found for shot in timed[start:end]) for start, end in bounds)


def _least_counted(gaps: Sequence[float], count: int) -> float | None:
    """The shortest of the ``count`` - 1 longest gaps, if it is clearly longer than the next one."""
    if not 1 <= count <= len(gaps) + 1:
        return None
    ordered = sorted(gaps, reverse=True)
    if count == 1:
        return float("inf")
    shortest, rest = ordered[count - 2], ordered[count - 1 :]
    return shortest if not rest or shortest >= max(CHANGE_COUNTED, CLEARLY_COUNTED * rest[0]) else None


def _least_clear(gaps: Sequence[float]) -> float | None:
    """The shortest pause between two products, if pauses part clearly into those inside products and those between."""
    ordered = sorted(max(gap, BURST) for gap in gaps)
    jumps = [i for i in range(1, len(ordered)) if ordered[i] >= max(CHANGE, CLEARLY * ordered[i - 1])]
    if not jumps:
        return None
    inner, outer = ordered[: jumps[0]], ordered[jumps[0] :]
    # A second jump tells of three kinds of pauses. Only meals among them are harmless.
    second = next((i for i in jumps[1:] if ordered[i - 1] < FEW_CHANGE), len(ordered))
    if second < len(ordered) and (ordered[second] < REST or len(ordered) - second > RESTS_SHARE * len(outer)):
        return None
    least = outer[0]
    if least >= REST and inner[-1] >= CHANGE:  # there may be many products between two meals
        return None
    change = FEW_CHANGE if len(outer) < FEW else CHANGE
    return least if least >= max(change, CLEARLY_USUAL * median(inner)) else None


def _credible(parted: Sequence[Sequence[Found]]) -> bool:
    """Whether sessions look like products: most have several photos, none has a whole day's."""
    single = sum(len(session) == 1 for session in parted)
    return 2 * single < len(parted) and max(map(len, parted)) <= MOST_IN_SESSION
