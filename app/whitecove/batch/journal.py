"""What is done, on disk: one JSON object a line, forced to disk before the next photo counts as finished.

A line that a power cut tore in two is passed over, and so is a line of a version that we do not know.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from types import TracebackType
from typing import IO, Any, Self

from pydantic import TypeAdapter, ValidationError

from whitecove.batch.store import refusal
from whitecove.core.model import PhotoResult, Want

SCHEMA = 1
RESULT: TypeAdapter[PhotoResult] = TypeAdapter(PhotoResult)


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier runs did: finished results by `job_key`, then by the source's SHA-256; and for each output name
    the SHA-256 of every file that we ever made for it."""

    results: dict[str, dict[str, PhotoResult]] = field(default_factory=dict)
    made: dict[str, set[str]] = field(default_factory=dict)

    def made_it(self, file: str, sha256: str | None) -> bool:
        """Whether the file of that hash at ``file`` is ours, as we wrote it."""
        return sha256 is not None and sha256 in self.made.get(file, ())


def job_key(identity: str, wants: tuple[Want, ...]) -> str:
    """What decides a photo's result beside its own bytes. ``identity`` stands for settings, version and engine."""
    text = json.dumps([identity, [[want.slot, want.file] for want in wants]], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Journal:
    """The open journal of a running batch; only one process has it open."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self._file = self._path.open("ab")
            if self._file.tell() and not self._ends_whole():
                self._file.write(b"\n")
        except OSError as error:
            raise refusal(error, self._path) from error
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._file:
            self._file.close()

    def _ends_whole(self) -> bool:
        with self._path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) == b"\n"

    def add(self, key: str, photo: str, result: PhotoResult) -> None:
        """Notes a finished photo.

        Raises:
            OutputError: the disk does not take it.
        """
        entry = {"schema": SCHEMA, "key": key, "photo": photo, "result": RESULT.dump_python(result, mode="json")}
        self._append(entry)

    def _append(self, entry: Mapping[str, object]) -> None:
        assert self._file is not None  # noqa: S101 (used inside `with` only)
        try:
            self._file.write(json.dumps(entry, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise refusal(error, self._path) from error


def recall(journal: Path, manifest: Path) -> Memory:
    """What ``journal`` tells of earlier runs, and the delivered files that ``manifest`` lists; either may be missing
    or damaged."""
    memory = Memory()
    for line in _lines(journal):
        _remember(memory, _parsed(line))
    listed = _parsed(_text(manifest))
    for row in listed.get("files", ()) if isinstance(listed.get("files"), list) else ():
        if isinstance(row, dict) and row.get("file") and row.get("sha256") and _lies_inside(str(row["file"])):
            memory.made.setdefault(str(row["file"]).removeprefix("_review/"), set()).add(str(row["sha256"]))
    return memory


def _remember(memory: Memory, entry: Mapping[str, Any]) -> None:
    if entry.get("schema") != SCHEMA:
        return
    try:
        result = RESULT.validate_python(entry.get("result"))
    except ValidationError:
        return
    if not all(_lies_inside(rendition.file) for rendition in result.renditions):
        return
    for rendition in result.renditions:
        if rendition.sha256:
            memory.made.setdefault(rendition.file, set()).add(rendition.sha256)
    if result.facts:
        memory.results.setdefault(str(entry.get("key")), {})[result.facts.sha256] = result


def _lies_inside(file: str) -> bool:
    """Whether a name leads to a place below the delivery: what is on disk may have been written by anybody."""
    parts = PureWindowsPath(file)
    return not (parts.drive or parts.root or ".." in parts.parts)


def _lines(path: Path) -> list[bytes]:
    return _text(path).split(b"\n")


def _text(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _parsed(text: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
