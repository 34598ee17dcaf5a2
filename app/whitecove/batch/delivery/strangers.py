"""What lies in a delivery and is not Whitecove's: it would be uploaded with what is."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from whitecove.batch.intake.walk import LITTER
from whitecove.batch.naming.names import collision_key
from whitecove.batch.places import LISTS, PREVIOUS, REVIEW
from whitecove.batch.store import MEMORY
from whitecove.core.messages import sentence

NAMED_AT_MOST = 5
ASIDE = {collision_key(name) for name in (MEMORY, PREVIOUS, REVIEW)}


def note(out: Path, ours: Iterable[str]) -> tuple[str, ...]:
    """A sentence on what in the delivery ``out`` is neither among the files ``ours`` nor a list; none where all is."""
    found = sorted(strangers(out, ours))
    if not found:
        return ()
    shown, rest = found[:NAMED_AT_MOST], len(found) - NAMED_AT_MOST
    if rest > 0:
        shown.append(f"{rest} other{'' if rest == 1 else 's'}")
    *first, last = shown
    code = "listing.foreign_many" if first else "listing.foreign"
    return (sentence(code, files=f"{', '.join(first)} and {last}" if first else last),)


def strangers(out: Path, ours: Iterable[str]) -> Iterator[str]:
    """The files below ``out`` that are not ``ours``; a folder that has none of ours is named as one, as ``name/``.

    What systems leave everywhere counts for nothing, and folders that cannot be read are passed over.
    """
    known = {collision_key(file): file for file in (*ours, *LISTS)}
    folders = {collision_key(str(folder)) for file in known.values() for folder in PurePosixPath(file).parents}
    for entry in _entries(out):
        if collision_key(entry.name) not in ASIDE:
            yield from _strange(entry, entry.name, out, known, folders)


def _strange(
    entry: os.DirEntry[str], name: str, out: Path, known: dict[str, str], folders: Collection[str]
) -> Iterator[str]:
    if not entry.is_dir(follow_symlinks=False):
        if not _same(entry, out, name, known.get(collision_key(name))):
            yield name
    elif collision_key(name) in folders:
        for each in _entries(entry.path):
            yield from _strange(each, f"{name}/{each.name}", out, known, folders)
    elif _holds_files(entry.path):
        yield f"{name}/"


def _same(entry: os.DirEntry[str], out: Path, name: str, ours: str | None) -> bool:
    """Whether ``entry`` is our file: by its name, or on a disk that does not tell case or Unicode forms."""
    if ours is None or ours == name:
        return ours is not None
    try:
        return os.path.samefile(entry.path, out / ours)  # noqa: PTH121 (an entry is no path)
    except OSError:
        return False


def _holds_files(folder: str) -> bool:
    return any(not each.is_dir(follow_symlinks=False) or _holds_files(each.path) for each in _entries(folder))


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return [each for each in found if not each.name.startswith(".") and each.name.casefold() not in LITTER]
    except OSError:
        return []
