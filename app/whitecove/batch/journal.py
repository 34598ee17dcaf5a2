"""What is done, on disk: one JSON object a line, forced to disk before the next photo counts as finished.

A line that a power cut tore in two is passed over, and so is a line of a version that we do not know.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import TracebackType
from typing import IO, Any, NamedTuple, Self

from pydantic import TypeAdapter, ValidationError

from whitecove.batch.places import planned
from whitecove.batch.store import delivery_of, ends_whole, file_sha256, refusal
from whitecove.batch.written import lines, listed, parsed
from whitecove.core.errors import OutputError
from whitecove.core.model import PhotoResult, Rendition, Want

SCHEMA = 1
# An `Origin` as a row of the manifest has it.
ORIGIN_FIELDS = ("source_sha256", "image_type", "variant", "sku")
RESULT: TypeAdapter[PhotoResult] = TypeAdapter(PhotoResult)


class Origin(NamedTuple):
    """What a delivered picture is: of which photo, for which slot, its want's variant, and its listing's SKU. One photo
    may be used in several listings, and for several variants."""

    source_sha256: str
    slot: str
    variant: str
    sku: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A file of ours that lies, or is about to lie, in a delivery; ``file`` is its name if it is ready."""

    file: str
    sha256: str
    origin: Origin


PLACED: TypeAdapter[Placed] = TypeAdapter(Placed)
ORIGINS: TypeAdapter[list[Origin]] = TypeAdapter(list[Origin])


class Line(NamedTuple):
    """Where a line of a journal lies, in bytes from its beginning. Journals only grow, so it stays there."""

    start: int
    length: int


class Recalled(Mapping[str, PhotoResult]):
    """Finished results by the source's SHA-256. Of each only the place of its line in ``journal`` is kept, and it is
    read when it is asked for: a long journal is larger than all else; one that is damaged is not there."""

    def __init__(self, journal: Path) -> None:
        self._journal = journal
        self._lines: dict[str, Line] = {}

    def keep(self, source_sha256: str, line: Line) -> None:
        """Takes in a line of the journal; a later one counts."""
        self._lines[source_sha256] = line

    def __getitem__(self, source_sha256: str) -> PhotoResult:
        start, length = self._lines[source_sha256]
        try:
            with self._journal.open("rb") as file:
                file.seek(start)
                result = RESULT.validate_python(parsed(file.read(length)).get("result"))
        except (OSError, ValidationError) as error:
            raise KeyError(source_sha256) from error
        if result.facts is None or result.facts.sha256 != source_sha256:  # somebody put another file there
            raise KeyError(source_sha256)
        return result

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier runs did: finished results by `job_key`, then by the source's SHA-256; for each output name the
    SHA-256 of every file that we ever made for it, and what was delivered there last; the names of each such file; and
    the pictures edited by hand that the person keeps, by what they are. ``size`` is that of the journal, in bytes, when
    it was read."""

    size: int = 0
    results: dict[str, Recalled] = field(default_factory=dict)
    made: dict[str, set[str]] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    names: dict[str, dict[str, None]] = field(default_factory=dict)
    edits: dict[Origin, str] = field(default_factory=dict)

    def made_it(self, file: str, sha256: str | None) -> bool:
        """Whether the file of that hash at ``file`` (its name if it is ready) is ours, as we wrote it."""
        return sha256 is not None and sha256 in self.made.get(file, ())

    def note(self, file: str, sha256: str) -> None:
        """Takes in that the file of that hash at ``file`` is ours."""
        self.made.setdefault(file, set()).add(sha256)
        self.names.setdefault(sha256, {})[file] = None

    def knows(self, placed: Placed) -> bool:
        """Whether ``placed`` is no news."""
        return self.made_it(placed.file, placed.sha256) and self.origins.get(placed.file) == placed.origin

    def note_placed(self, placed: Placed) -> None:
        """Takes in what lies in the delivery."""
        self.note(placed.file, placed.sha256)
        self.origins[placed.file] = placed.origin

    def drop_edits(self, origins: Iterable[Origin]) -> None:
        """Forgets the edited pictures of those origins."""
        for origin in origins:
            self.edits.pop(origin, None)

    def note_edit(self, edit: Placed) -> None:
        """Takes in a file edited by hand that is kept."""
        self.note(edit.file, edit.sha256)
        self.edits[edit.origin] = edit.sha256


def job_key(
    identity: str,
    wants: tuple[Want, ...],
    *,
    measure: bool = False,
    white_point: tuple[float, float, float] | None = None,
    corrections: str = "",
) -> str:
    """What decides a photo's result beside its own bytes, but for the names of its files: a picture that gets another
    name is the same picture. ``identity`` stands for settings, version and engine; ``measure``: its subject is asked
    for; ``white_point``: the gains that its session was given; ``corrections`` stands for what a person drew on it."""
    decisive: list[object] = [identity, measure, [_decisive(want) for want in wants]]
    decisive += [each for each in (white_point, corrections) if each]
    text = json.dumps(decisive, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _decisive(want: Want) -> list[object]:
    place = want.placement
    edited = file_sha256(want.edited) if want.edited else None
    return [want.slot, PurePosixPath(want.file).suffix, want.variant, asdict(place) if place else None, edited]


def rebased(result: PhotoResult, wants: tuple[Want, ...]) -> PhotoResult:
    """A recalled ``result`` with today's files, variants and orders of the same ``wants``.

    Raises:
        ValueError: ``result`` is not one of these wants.
    """
    renditions = tuple(_renamed(made, want) for made, want in zip(result.renditions, wants, strict=True))
    return replace(result, renditions=renditions)


def _renamed(made: Rendition, want: Want) -> Rendition:
    return replace(made, file=want.file if made.file else "", variant=want.variant, order=want.order)


class Journal:
    """The open journal of a running batch; only one process has it open."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self._unsynced = False

    def __enter__(self) -> Self:
        try:
            self._file = self._path.open("ab")
            if self._file.tell() and not ends_whole(self._path):
                self._file.write(b"\n")
        except OSError as error:
            raise refusal(error, self._path) from error
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, under_way: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Closes it.

        Raises:
            OutputError: the disk does not take what is left, and no other exception is under way, which says more.
        """
        if self._file is None:
            return
        try:
            self._file.close()
        except OSError as error:
            if under_way is None:
                raise refusal(error, self._path) from error

    def add(self, key: str, photo: str, result: PhotoResult) -> None:
        """Notes a finished photo, which is on disk for sure after whatever else is noted, or `sync`.

        Raises:
            OutputError: the disk does not take it.
        """
        self._write({"key": key, "photo": photo, "result": RESULT.dump_python(result, mode="json")})

    def sync(self) -> None:
        """Forces to disk what is not there yet.

        Raises:
            OutputError: the disk does not take it.
        """
        assert self._file is not None  # noqa: S101 (used inside `with` only)
        if not self._unsynced:
            return
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise refusal(error, self._path) from error
        self._unsynced = False

    def placed(self, files: Iterable[Placed]) -> None:
        """Notes what will lie in the delivery, before any of it is moved there.

        Raises:
            OutputError: the disk does not take it.
        """
        self._append({"placed": [asdict(each) for each in files]})

    def keep_edit(self, edit: Placed) -> None:
        """Notes that a file, edited by hand, is the picture of its origin from now on, and ours where it lies.

        Raises:
            OutputError: the disk does not take it.
        """
        self._append({"edit": asdict(edit)})

    def drop_edits(self, origins: Iterable[Origin]) -> None:
        """Notes that the edited pictures of those origins are no longer kept.

        Raises:
            OutputError: the disk does not take it.
        """
        self._append({"edit": None, "of": sorted(origins)})

    def _append(self, entry: Mapping[str, object]) -> None:
        self._write(entry)
        self.sync()

    def _write(self, entry: Mapping[str, object]) -> None:
        assert self._file is not None  # noqa: S101 (used inside `with` only)
        line = json.dumps({"schema": SCHEMA, **entry}, ensure_ascii=False)
        try:
            # A file that is open can be written though its folder is gone, and nobody would ever read it.
            if not self._path.exists():
                raise OutputError("output.gone", folder=delivery_of(self._path))
            self._file.write(line.encode("utf-8", "surrogatepass") + b"\n")
        except OSError as error:
            raise refusal(error, self._path) from error
        self._unsynced = True


def recall(journal: Path, manifest: Path) -> Memory:
    """What ``journal`` tells of earlier runs, and the delivered files that ``manifest`` lists; either may be missing
    or damaged."""
    memory = Memory()
    for row in listed(manifest):
        if row.get("file") and row.get("sha256") and lies_inside(str(row["file"])):
            kind = Origin(*(str(row.get(name) or "") for name in ORIGIN_FIELDS))
            memory.note_placed(Placed(file=planned(str(row["file"])), sha256=str(row["sha256"]), origin=kind))
    size = 0
    for line in lines(journal):
        entry = parsed(line)
        if entry.get("schema") == SCHEMA:
            _remember(memory, entry, journal, Line(size, len(line)))
        size += len(line)
    return replace(memory, size=size)


def up_to_date(memory: Memory, journal: Path, manifest: Path) -> Memory:
    """``memory``, or what ``journal`` tells now, if another batch wrote into it meanwhile."""
    try:
        size = journal.stat().st_size
    except OSError:
        size = 0
    return memory if size == memory.size else recall(journal, manifest)


def _remember(memory: Memory, entry: Mapping[str, Any], journal: Path, line: Line) -> None:
    try:
        if "placed" in entry:
            _remember_placed(memory, entry)
        elif "edit" in entry:
            _remember_edit(memory, entry)
        else:
            _remember_result(memory, entry, journal, line)
    except (ValidationError, TypeError, KeyError):
        return


def _remember_placed(memory: Memory, entry: Mapping[str, Any]) -> None:
    for each in entry["placed"]:
        placed = PLACED.validate_python(each)
        if lies_inside(placed.file):
            memory.note_placed(placed)


def _remember_edit(memory: Memory, entry: Mapping[str, Any]) -> None:
    if entry["edit"] is None:
        # An earlier version named none, and meant all.
        memory.drop_edits(ORIGINS.validate_python(entry["of"]) if "of" in entry else list(memory.edits))
        return
    edit = PLACED.validate_python(entry["edit"])
    if lies_inside(edit.file):
        memory.note_edit(edit)


def _remember_result(memory: Memory, entry: Mapping[str, Any], journal: Path, line: Line) -> None:
    result = entry["result"]
    made = [(str(each["file"]), str(each["sha256"])) for each in result["renditions"]]
    if not all(lies_inside(file) for file, _ in made):
        return
    for file, sha256 in made:
        if sha256:
            memory.note(file, sha256)
    if result["facts"]:
        memory.results.setdefault(str(entry.get("key")), Recalled(journal)).keep(str(result["facts"]["sha256"]), line)


def lies_inside(file: str) -> bool:
    """Whether a name leads to a place below the delivery: what is on disk may have been written by anybody."""
    parts = PureWindowsPath(file)
    return not (parts.drive or parts.root or ".." in parts.parts)
