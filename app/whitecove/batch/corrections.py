"""Which photo of a batch each entry of a corrections file is about."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch.naming.names import printable
from whitecove.batch.planfile import paths
from whitecove.core.corrections.file import Entry, read
from whitecove.core.corrections.values import Corrections
from whitecove.core.errors import PlanError
from whitecove.core.messages import sentence

NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What is corrected, by the photo's name; ``notes`` are whole sentences on what could not be told."""

    of_photo: Mapping[str, Corrections]
    notes: tuple[str, ...] = ()


NOTHING = Matched(of_photo={})


def read_for(file: Path | None, photos: Iterable[tuple[str, Path]]) -> Matched:
    """What the corrections ``file`` (none: nothing) says of ``photos``, each with its name and its place.

    An entry means the photo at its path, seen from the file's folder; where nothing lies there, the one of that name
    below the folder that was given. Photos without steps are as if they were not named.

    Raises:
        PlanError: the file cannot be read, has mistakes, or names a photo twice.
    """
    if file is None:
        return NOTHING
    entries = read(file)
    if not entries:
        return Matched(of_photo={}, notes=(sentence("corrections.none", file=file.name),))
    by_place: dict[str, str] = {}
    by_name: dict[str, list[str]] = {}
    for name, place in photos:
        by_place[_place(place)] = name
        by_name.setdefault(_folded(name), []).append(name)
    found: dict[str, Corrections] = {}
    unmatched: list[str] = []
    for entry in entries:
        photo = _meant(entry, file.parent, by_place, by_name)
        if photo is None:
            unmatched.append(printable(entry.photo))
        elif photo in found:
            raise PlanError("corrections.twice", file=file.name, photo=photo)
        else:
            found[photo] = entry.corrections
    notes = (sentence("corrections.unmatched", names=_named(unmatched)),) if unmatched else ()
    return Matched(of_photo={name: made for name, made in found.items() if made.steps}, notes=notes)


def _meant(entry: Entry, folder: Path, by_place: Mapping[str, str], by_name: Mapping[str, list[str]]) -> str | None:
    place = paths.found(entry.photo, folder)
    if os.path.lexists(place):
        return by_place.get(_place(place))
    same = by_name.get(_folded(paths.unescaped(entry.photo)), [])
    return same[0] if len(same) == 1 else None


def _place(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _named(names: list[str]) -> str:
    rest = len(names) - NAMED_AT_MOST
    return ", ".join(names[:NAMED_AT_MOST]) + (f" and {rest} more" if rest > 0 else "")
