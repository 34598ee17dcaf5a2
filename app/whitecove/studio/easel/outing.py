"""A photo that goes out to another program as a file, and what that program saved taken back."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from whitecove import paths
from whitecove.batch.store import file_sha256, remove_tree, replacing, sha256_of, sha256_of_file, write_atomic
from whitecove.core.errors import ReadError
from whitecove.core.read import read_photo
from whitecove.studio.easel_asks import TakeBack, TakenBack
from whitecove.studio.files import stamp_of
from whitecove.studio.out_and_back import OUT

# Files that were out are of no more use when nobody wrote to them for so long (s).
FORGOTTEN = 30 * 86_400
# So many digits of the SHA-256 tell two saved states of a photo apart.
DIGITS = 16


def content_of(path: Path) -> bytes:
    """What lies at ``path``.

    Raises:
        ReadError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("read.missing") from error
    except OSError as error:
        raise _no_access(error) from error


def put_out(data: bytes, file: Path) -> str:
    """Makes ``data`` the content of ``file``, and gives its SHA-256; a file that has it already is not touched, for it
    may be open.

    Raises:
        OutputError: it cannot be written.
    """
    digest = sha256_of(data)
    if file_sha256(file) != digest:
        write_atomic(file, data)
    return digest


def forget_old() -> None:
    """Removes what was put out by windows of long ago."""
    folder = paths.projects_dir() / OUT
    for each in folder.iterdir() if folder.is_dir() else ():
        if _is_forgotten(each):
            remove_tree(each)


def taken_back(ask: TakeBack) -> TakenBack:
    """A copy of the file as it is now, if it is not as it was.

    Raises:
        ReadError: it is no photo, or not a whole one. OutputError: the copy cannot be written.
    """
    digest = file_sha256(ask.file)
    if digest is None:
        raise ReadError("read.missing")
    if digest == ask.known:
        return TakenBack(key=ask.key, generation=ask.generation, file=ask.file, sha256=digest)
    kept = ask.folder / digest[:DIGITS] / ask.file.name
    if file_sha256(kept) != digest:
        _copy(ask.file, kept, digest)
    try:
        size = read_photo(kept).size
    except ReadError:  # nothing is kept that is no photo
        remove_tree(kept.parent)
        raise
    return TakenBack(key=ask.key, generation=ask.generation, file=ask.file, sha256=digest, kept=kept, size=size)


def _copy(file: Path, kept: Path, digest: str) -> None:
    """Copies it, unless it is written to meanwhile."""
    try:
        with file.open("rb") as original, replacing(kept) as copy:
            shutil.copyfileobj(original, copy)
            copy.seek(0)
            if sha256_of_file(copy) != digest:
                raise ReadError("studio.photo_replaced")
    except FileNotFoundError as error:
        raise ReadError("read.missing") from error


def _is_forgotten(folder: Path) -> bool:
    times = [stamp[0] / 1e9 for each in folder.rglob("*") if each.is_file() and (stamp := stamp_of(each))]
    return time.time() - max(times, default=0.0) > FORGOTTEN


def _no_access(error: OSError) -> ReadError:
    return ReadError("read.no_access", problem=error.strerror or type(error).__name__)
