"""What was given: every file below the given paths is a photo or is skipped with a reason; none is lost or taken twice.

Nothing is decoded here: a file that only looks like a picture is a photo, and fails with a reason when it is read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch.naming import natural_key, printable
from whitecove.batch.results import Skipped
from whitecove.batch.store import MEMORY
from whitecove.core.messages import sentence
from whitecove.core.sniff import HEAD_BYTES, PHOTO_FORMATS, is_picture_name, sniff

OWN_FOLDERS = frozenset({MEMORY, "_review", "_previous"})
LITTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True)
class Found:
    """A photo before it has a listing: ``name`` is unique, printable, with forward slashes; ``folders`` are the
    folders between the given one and the file (a file given by itself has none)."""

    path: Path
    name: str
    folders: tuple[str, ...]

    @property
    def stem(self) -> str:
        return printable(self.path.stem)


@dataclass(frozen=True, slots=True)
class Intake:
    """All that was given, in natural order of the names."""

    photos: tuple[Found, ...]
    skipped: tuple[Skipped, ...]


def gather(inputs: Sequence[Path], out: Path) -> Intake:
    """The photos in ``inputs`` (files and folders, searched to the bottom), without ``out`` and all below it.

    A path that does not exist is skipped with that reason.
    """
    walk = _Walk(out)
    several = len(inputs) > 1
    for given in inputs:
        walk.take(given, several=several)
    photos = sorted(walk.photos, key=lambda found: (order_key(found.name), os.fsencode(found.path)))
    skipped = sorted(walk.skipped, key=lambda entry: (order_key(entry.name), entry.reason))
    return Intake(tuple(_distinct(photos)), tuple(skipped))


def order_key(name: str) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """Natural order, folder by folder."""
    return tuple(natural_key(part) for part in name.split("/"))


def _distinct(photos: Iterable[Found]) -> Iterator[Found]:
    """The same photos, with a counter behind names that others have too (two given folders of one name, or names that
    differ only in Unicode form)."""
    taken: set[str] = set()
    for found in photos:
        name, count = found.name, 1
        while name in taken:
            count += 1
            name = f"{found.name} [{count}]"
        taken.add(name)
        yield Found(found.path, name, found.folders)


class _Walk:
    """One pass over everything given; remembers what was seen, by its real place on disk."""

    def __init__(self, out: Path) -> None:
        self.out = _place(out)
        self.seen: set[str] = set()
        self.photos: list[Found] = []
        self.skipped: list[Skipped] = []

    def take(self, given: Path, *, several: bool) -> None:
        given = Path(os.path.abspath(given))  # noqa: PTH100 (`resolve` would follow links, whose own names count)
        name = printable(given.name)
        if _is_folder(given) and not self._inside_out(given):
            self._folder(given, name if several else "", (name,) if several else ())
        else:
            self._file(given, name, ())

    def _folder(self, folder: Path, prefix: str, folders: tuple[str, ...]) -> None:
        if self._seen_before(folder, f"{prefix}/"):
            return
        try:
            with os.scandir(folder) as listing:
                entries = sorted((Path(entry.path) for entry in listing), key=lambda path: natural_key(path.name))
        except OSError as error:
            self._skip(f"{prefix}/", "skip.unreadable", problem=error.strerror)
            return
        earlier = any(entry.name == MEMORY for entry in entries)
        for entry in entries:
            name = f"{prefix}/{printable(entry.name)}" if prefix else printable(entry.name)
            if earlier and entry.name in OWN_FOLDERS:
                self._skip(f"{name}/", "skip.delivery")
            else:
                self._entry(entry, name, folders)

    def _entry(self, entry: Path, name: str, folders: tuple[str, ...]) -> None:
        if entry.name.startswith(".") or entry.name.casefold() in LITTER:
            self._skip(name, "skip.hidden")
        elif not _is_folder(entry):
            self._file(entry, name, folders)
        elif self._inside_out(entry):
            self._skip(f"{name}/", "skip.output")
        elif _is_folder(entry / MEMORY):
            self._skip(f"{name}/", "skip.delivery")
        else:
            self._folder(entry, name, (*folders, printable(entry.name)))

    def _file(self, path: Path, name: str, folders: tuple[str, ...]) -> None:
        if self._inside_out(path):
            self._skip(name, "skip.output")
            return
        code, params = _no_photo(path)
        if code:
            self._skip(name, code, **params)
        elif not self._seen_before(path, name):
            self.photos.append(Found(path, name, folders))

    def _inside_out(self, path: Path) -> bool:
        place = _place(path)
        return place == self.out or place.startswith(self.out.rstrip(os.sep) + os.sep)

    def _seen_before(self, path: Path, name: str) -> bool:
        place = _place(path)
        if place in self.seen:
            self._skip(name, "skip.twice")
            return True
        self.seen.add(place)
        return False

    def _skip(self, name: str, code: str, **params: object) -> None:
        self.skipped.append(Skipped(name=name, reason=sentence(code, **params)))


def _place(path: Path) -> str:
    """Where ``path`` really lies: links followed, case as the file system compares it."""
    return os.path.normcase(os.path.realpath(path))


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def _no_photo(path: Path) -> tuple[str, dict[str, object]]:
    """Why ``path`` is no photo, as a message code with its parameters; an empty code if it is one, or claims to be."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return "skip.missing", {}
    if not stat.S_ISREG(mode):
        return "skip.not_a_file", {}
    if is_picture_name(path):
        return "", {}
    try:
        with path.open("rb") as file:
            kind = sniff(file.read(HEAD_BYTES))
    except OSError as error:
        return "skip.unreadable_file", {"problem": error.strerror}
    if kind in PHOTO_FORMATS:
        return "", {}
    return ("skip.other_kind", {"kind": kind}) if kind else ("skip.not_a_picture", {})
