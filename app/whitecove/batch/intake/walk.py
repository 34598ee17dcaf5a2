"""Every file below the given paths, each once, in natural order, with what stands against taking it as a photo."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from whitecove.batch.intake.headers import Header, read_header
from whitecove.batch.intake.own_output import bears_our_mark, listed_files
from whitecove.batch.naming.names import natural_key, printable
from whitecove.batch.store import MEMORY
from whitecove.core.sniff import HEAD_BYTES, PHOTO_FORMATS, is_picture_name, sniff

# What a delivery keeps beside the files to upload.
ASIDE = frozenset({"_review", "_previous"})
LITTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True)
class Found:
    """A photo before it has a listing: ``name`` is unique, printable, with forward slashes; ``folders`` are the
    folders between the given one and the file (a file given by itself has none); ``header`` is what the file says of
    itself, where that was read already."""

    path: Path
    name: str
    folders: tuple[str, ...]
    header: Header | None = field(default=None, compare=False, repr=False)

    @property
    def stem(self) -> str:
        return printable(self.path.stem)


@dataclass(frozen=True, slots=True)
class Met:
    """A file or folder on the way. ``code`` is the message why it is no photo to take, with its ``params``; empty for
    a photo, or what claims to be one. ``given`` tells a file that was named by itself."""

    found: Found
    code: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    given: bool = False


class Walk:
    """One pass over everything given; remembers what was met, by its real place on disk.

    ``without`` is a folder that is not entered. With ``originals``, only photos are wanted: nothing below ``without``,
    no earlier delivery, no copy of one, and no picture that Whitecove made. ``only``: of the files in folders, those at
    other paths are passed over without a word, but for hidden ones; somebody may still be writing them.
    """

    def __init__(self, without: Path | None, *, originals: bool, only: Collection[str] | None = None) -> None:
        self.without = place(without) if without else None
        self.originals = originals
        self.only = only
        self.seen: set[str] = set()
        self.delivered: dict[str, int] = {}

    def all(self, inputs: Sequence[Path], *, apart: bool) -> Iterator[Met]:
        """Everything below ``inputs``. ``apart``, names start with that of the given folder."""
        for given in inputs:
            path = Path(os.path.abspath(given))  # noqa: PTH100 (`resolve` would follow links, whose own names count)
            name, where = printable(path.name), place(path)
            if _is_folder(path) and not (self.originals and self._left_out(where)):
                yield from self._folder(path, where, (name,) if apart else (), name)
            else:
                yield self._file(Found(path, name, ()), where, given=True)

    def _folder(self, folder: Path, where: str, folders: tuple[str, ...], name: str) -> Iterator[Met]:
        here = Found(folder, f"{name}/", folders)
        if self._again(where):
            yield Met(here, "skip.twice")
            return
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: (natural_key(entry.name), entry.name))
        except OSError as error:
            yield Met(here, "skip.unreadable", {"problem": error.strerror})
            return
        aside = self._aside(folder, where, {entry.name for entry in entries})
        for entry in entries:
            inner = place(Path(entry.path)) if entry.is_symlink() else _below(where, os.path.normcase(entry.name))
            yield from self._entry(entry, inner, folders, aside)

    def _entry(
        self, entry: os.DirEntry[str], where: str, folders: tuple[str, ...], aside: frozenset[str]
    ) -> Iterator[Met]:
        path, own = Path(entry.path), printable(entry.name)
        name = "/".join((*folders, own))
        if entry.name in aside:
            yield Met(Found(path, f"{name}/", folders), "skip.delivery")
        elif entry.name.startswith(".") or entry.name.casefold() in LITTER:
            yield Met(Found(path, name, folders), "skip.hidden")
        elif not _is_folder(entry):
            if self.only is None or entry.path in self.only:
                yield self._file(Found(path, name, folders), where)
        elif self._left_out(where):
            yield Met(Found(path, f"{name}/", folders), "skip.output")
        elif self.originals and _is_folder(path / MEMORY):
            yield Met(Found(path, f"{name}/", folders), "skip.delivery")
        else:
            yield from self._folder(path, where, (*folders, own), name)

    def _aside(self, folder: Path, where: str, names: set[str]) -> frozenset[str]:
        """The folders directly in ``folder`` that belong to a delivery, which is remembered."""
        if not self.originals:
            return ASIDE
        listed = listed_files(folder) if "manifest.json" in names else None
        self.delivered |= {_listed_place(where, name): size for name, size in (listed or {}).items()}
        return ASIDE | {MEMORY} if MEMORY in names or listed is not None else frozenset()

    def _file(self, found: Found, where: str, *, given: bool = False) -> Met:
        if self.originals and self._left_out(where):
            return Met(found, "skip.output", given=given)
        if self._again(where):
            return Met(found, "skip.twice", given=given)
        code, params = _no_photo(found.path)
        if code:
            return Met(found, code, params, given)
        if not self.originals:
            return Met(found, given=given)
        header = read_header(found.path)
        is_ours = not given and (self._is_delivered(found.path, where) or bears_our_mark(header))
        return Met(replace(found, header=header), "skip.delivered" if is_ours else "", given=given)

    def _is_delivered(self, path: Path, where: str) -> bool:
        """Whether a file is one that a delivery lists: what a person put in its place has another size."""
        if not self.delivered:
            return False
        size = self.delivered.get(unicodedata.normalize("NFC", where))
        return size is not None and path.stat().st_size == size

    def _left_out(self, where: str) -> bool:
        if self.without is None:
            return False
        return where == self.without or (self.originals and where.startswith(_below(self.without, "")))

    def _again(self, where: str) -> bool:
        if where in self.seen:
            return True
        self.seen.add(where)
        return False


def place(path: Path) -> str:
    """Where ``path`` really lies: links followed, case as the file system compares it."""
    return os.path.normcase(os.path.realpath(path))


def _below(folder: str, name: str) -> str:
    return folder.rstrip(os.sep) + os.sep + name


def _listed_place(folder: str, name: str) -> str:
    return unicodedata.normalize("NFC", _below(folder, os.path.normcase(name.replace("/", os.sep))))


def _is_folder(path: Path | os.DirEntry[str]) -> bool:
    try:
        return path.is_dir()
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
        with path.open("rb", buffering=0) as file:
            kind = sniff(file.read(HEAD_BYTES))
    except OSError as error:
        return "skip.unreadable_file", {"problem": error.strerror}
    if kind in PHOTO_FORMATS:
        return "", {}
    return ("skip.other_kind", {"kind": kind}) if kind else ("skip.not_a_picture", {})
