"""Which photo of a batch each entry of a corrections file is about."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch.naming.names import printable
from whitecove.batch.planfile import paths
from whitecove.core.corrections.file import read
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
    below the folder that was given. Photos of which nothing is corrected or adjusted are as if they were not named.

    Raises:
        PlanError: the file cannot be read, has mistakes, or names a photo twice.
    """
    if file is None:
        return NOTHING
    entries = read(file)
    if not entries:
        return Matched(of_photo={}, notes=(sentence("corrections.none", file=file.name),))
    index = _Index(photos)
    found: dict[str, Corrections] = {}
    unmatched: list[str] = []
    for entry in entries:
        photo = index.meant(entry.photo, file.parent)
        if photo is None:
            unmatched.append(_told(entry.photo))
        elif photo in found:
            raise PlanError("corrections.twice", file=file.name, photo=photo)
        else:
            found[photo] = entry.corrections
    notes = (sentence("corrections.unmatched", names=_named(unmatched)),) if unmatched else ()
    return Matched(of_photo={name: made for name, made in found.items() if not made.is_empty}, notes=notes)


class _Index:
    """The photos of a batch by where they lie, and by their names."""

    def __init__(self, photos: Iterable[tuple[str, Path]]) -> None:
        self.by_place: dict[str, str] = {}
        self.by_name: dict[str, list[str]] = {}
        for name, place in photos:
            self.by_place[_place(place)] = name
            self.by_name.setdefault(_folded(name), []).append(name)

    def meant(self, text: str, folder: Path) -> str | None:
        """The name of the photo that ``text`` in a file in ``folder`` means."""
        place = paths.found(text, folder)
        there = self.by_place.get(_place(place))
        if there or os.path.lexists(place):
            return there
        same = self.by_name.get(_folded(paths.unescaped(text)), [])
        return same[0] if len(same) == 1 else None


def _told(text: str) -> str:
    """A photo's path as it may stand in a report, which holds nothing of how a disk is laid out."""
    return printable(text.replace("\\", "/").rpartition("/")[2] if paths.is_whole(text) else text)


def _place(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _named(names: list[str]) -> str:
    rest = len(names) - NAMED_AT_MOST
    return ", ".join(names[:NAMED_AT_MOST]) + (f" and {rest} more" if rest > 0 else "")
