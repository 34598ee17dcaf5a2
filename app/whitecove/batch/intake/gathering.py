"""What was given: every file below the given paths is a photo or is skipped with a reason; none is lost or taken twice.

Nothing is decoded here: a file that only looks like a picture is a photo, and fails with a reason when it is read.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from whitecove.batch.intake.companions import Partner, partners
from whitecove.batch.intake.walk import Found, Met, Walk
from whitecove.batch.naming.names import natural_key
from whitecove.batch.results import Skipped
from whitecove.core.messages import sentence

__all__ = ["Found", "Intake", "Known", "gather", "order_key"]

# What is no photo may still belong to one: videos, and the files in which programs keep their settings.
MAY_BELONG = frozenset({"skip.other_kind", "skip.not_a_picture"})


@dataclass(frozen=True, slots=True)
class Intake:
    """All that was given, in natural order of the names."""

    photos: tuple[Found, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What somebody who has watched a folder knows of it: the paths of the files that are ``settled``, the only ones to
    take; the photos ``away``, taken before, that cannot be read now but stay part of the delivery; and the SHA-256 of
    photos that need not be read for it, by path."""

    settled: Collection[str]
    away: Sequence[Found] = ()
    hashes: Mapping[str, str] = field(default_factory=dict)


def gather(inputs: Sequence[Path], out: Path | None = None, known: Known | None = None) -> Intake:
    """The photos in ``inputs`` (files and folders, searched to the bottom), without the delivery folder ``out`` and
    all below it, and without what Whitecove made earlier.

    Of files that are one photo together, one is taken. A path that does not exist is skipped with that reason.
    What is ``known`` of a watched folder says which files to take, and which photos to count in that are not there.
    """
    walk = Walk(out, originals=True, only=known.settled if known else None)
    met = [*walk.all(inputs, apart=len(inputs) > 1), *(Met(found) for found in (known.away if known else ()))]
    paired = partners([m.found for m in met if not m.code], [m.found for m in met if m.code in MAY_BELONG])
    met = [_with_partner(m, paired) for m in met]
    photos = sorted((m.found for m in met if not m.code), key=lambda found: (order_key(found.name), _bytes(found)))
    skipped = (Skipped(name=m.found.name, reason=sentence(m.code, **m.params)) for m in met if m.code)
    return Intake(
        tuple(_distinct(photos, known.away if known else ())),
        tuple(sorted(skipped, key=lambda entry: (order_key(entry.name), entry.reason))),
    )


def order_key(name: str) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """Natural order, folder by folder."""
    return tuple(natural_key(part) for part in name.split("/"))


def _with_partner(met: Met, paired: Mapping[str, Partner]) -> Met:
    partner = paired.get(str(met.found.path))
    if partner is None or (met.code and met.code not in MAY_BELONG):
        return met
    return replace(met, code=partner[0], params={"partner": partner[1]})


def _bytes(found: Found) -> bytes:
    return os.fsencode(found.path)


def _distinct(photos: Iterable[Found], away: Iterable[Found]) -> Iterator[Found]:
    """The same photos, with a counter behind names that others have too (two given folders of one name, or names that
    differ only in Unicode form). Those that are ``away`` keep the names that they were delivered under."""
    kept = {str(found.path): found.name for found in away}
    taken = set(kept.values())
    for found in photos:
        if str(found.path) in kept:
            yield found
            continue
        name, count = found.name, 1
        while name in taken:
            count += 1
            name = f"{found.name} [{count}]"
        taken.add(name)
        yield found if name == found.name else replace(found, name=name)
