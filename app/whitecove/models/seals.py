"""What a model's file holds. Hashing a large file takes seconds, so what was found is remembered beside it with the
file's size and time, and holds until either changes."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

CHUNK = 1 << 20
# A graph is a protocol buffer of some size; anything larger than this is no model that rembg knows.
LARGEST = 4_000_000_000


@dataclass(frozen=True, slots=True)
class Seal:
    """What was found when a file was last hashed, and how to see that it is still that file."""

    size: int
    time_ns: int
    md5: str
    sha256: str


def seal_of(file: Path) -> Seal | None:
    """What ``file`` holds: as remembered, if it has not changed since, otherwise hashed now. None where there is no
    readable file."""
    try:
        now = file.stat()
    except OSError:
        return None
    known = _remembered(file)
    if known and (known.size, known.time_ns) == (now.st_size, now.st_mtime_ns):
        return known
    fresh = hashed(file)
    return fresh and remember(file, fresh)


def hashed(file: Path) -> Seal | None:
    """What ``file`` holds, read now; without hashes where it is larger than any model. None where it cannot be read."""
    md5, sha256 = hashlib.md5(usedforsecurity=False), hashlib.sha256()
    try:
        state = file.stat()
        if state.st_size > LARGEST:
            return Seal(state.st_size, state.st_mtime_ns, "", "")
        with file.open("rb") as source:
            while chunk := source.read(CHUNK):
                md5.update(chunk)
                sha256.update(chunk)
    except OSError:
        return None
    return Seal(state.st_size, state.st_mtime_ns, md5.hexdigest(), sha256.hexdigest())


def remember(file: Path, found: Seal) -> Seal:
    """Notes beside ``file``, as it is now, that it has the hashes ``found``. A store that cannot be written is hashed
    again each time."""
    state = file.stat()
    seal = Seal(state.st_size, state.st_mtime_ns, found.md5, found.sha256)
    temporary = _note(file).with_suffix(f".{os.getpid()}.part")
    try:
        temporary.write_text(json.dumps(asdict(seal)), "utf-8")
        temporary.replace(_note(file))
    except OSError:
        return seal
    return seal


def forget(file: Path) -> None:
    """Forgets what is remembered of ``file``, so that it is hashed again."""
    _note(file).unlink(missing_ok=True)


def _note(file: Path) -> Path:
    return file.with_name("verified.json")


def _remembered(file: Path) -> Seal | None:
    try:
        return Seal(**json.loads(_note(file).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
