"""What lies in a watched folder now: names, sizes and times, nothing is opened. Every look is a whole one, so that an
event that the system forgot to tell loses no photo."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NamedTuple

from whitecove.batch.intake.walk import ASIDE, place
from whitecove.batch.store import MEMORY
from whitecove.batch.watch.names import is_apart, is_unfinished


class Stamp(NamedTuple):
    """What changes when a file is written: its size in bytes, and its time in nanoseconds."""

    size: int
    time: int


# A link that leads nowhere: it is accounted for like any file.
NOWHERE = Stamp(-1, -1)


class FolderAwayError(Exception):
    """The watched folder cannot be read now: unplugged, unmounted, renamed."""


def scan(folder: Path, out: Path) -> dict[str, Stamp]:
    """The files below ``folder``, by absolute path: without the delivery ``out``, earlier deliveries, hidden files,
    litter, and those whose names say that they are still being written.

    A folder inside it that cannot be read now has no files now.

    Raises:
        FolderAwayError: ``folder`` itself cannot be read.
    """
    found: dict[str, Stamp] = {}
    without, seen = place(out), {place(folder)}
    try:
        waiting = _inside(folder, found, top=True)
    except OSError as error:
        raise FolderAwayError from error
    while waiting:
        inner = waiting.pop()
        where = place(inner)
        if where == without or where in seen:
            continue
        seen.add(where)
        try:
            waiting += _inside(inner, found)
        except OSError:  # gone since, or not for us: the plan says so
            continue
    return found


def stamp_of(path: str) -> Stamp | None:
    """The stamp of the file at ``path`` as it is just now, none where there is no file; on Windows, what the folder
    says of a file lags behind while it is written."""
    try:
        status = os.stat(path)  # noqa: PTH116 (paths are text here, thousands of them)
    except FileNotFoundError:
        return NOWHERE if os.path.islink(path) else None  # noqa: PTH114
    except OSError:
        return None
    return Stamp(status.st_size, status.st_mtime_ns)


def is_held(path: str) -> bool:
    """Whether another program has the file open so that nobody else may read it, which on Windows who copies does."""
    if os.name != "nt":
        return False
    try:
        if stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
            Path(path).open("rb").close()
    except PermissionError as error:
        return getattr(error, "winerror", 0) in (32, 33)  # sharing and lock violation
    except OSError:
        return False
    return False


def _inside(folder: Path, found: dict[str, Stamp], *, top: bool = False) -> list[Path]:
    """Adds the files directly in ``folder`` to ``found``; the folders to look into next.

    Raises:
        OSError: it cannot be read.
    """
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    names = {entry.name for entry in entries}
    if MEMORY in names and not top:
        return []
    aside = ASIDE if MEMORY in names else frozenset()
    folders = []
    for entry in entries:
        if is_apart(entry.name) or entry.name in aside:
            continue
        if _is_folder(entry):
            folders.append(Path(entry.path))
        elif not is_unfinished(entry.name):
            stamp = _stamp(entry)
            if stamp:
                found[entry.path] = stamp
    return folders


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    try:
        status = entry.stat()
    except OSError:
        return stamp_of(entry.path)
    return Stamp(status.st_size, status.st_mtime_ns)
