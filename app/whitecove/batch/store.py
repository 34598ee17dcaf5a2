"""Files on disk, whole or not at all: written beside their place, forced to disk, then renamed."""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from whitecove.core.errors import OutputError

MEMORY = ".whitecove"
# Pictures edited by hand that the person keeps, by content.
EDITS = f"{MEMORY}/edits"
LEFTOVER = re.compile(r"\.\d+-\d+\.part")
_serial = itertools.count()
# While a viewer or a virus scanner holds a file, Windows refuses to rename it; mostly for a moment only.
PATIENT = os.name == "nt"
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
FULL = {errno.ENOSPC, errno.EDQUOT}
NOT_FOR_FOLDERS = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}  # some network and USB file systems
DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_atomic(path: Path, data: bytes) -> None:
    """Puts ``data`` at ``path``, so that at any moment there is the old file or the new one; makes folders as needed.

    Raises:
        OutputError: the disk is full, or does not let us, or another program holds what lies there open.
    """
    write_pieces(path, (data,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """The same with ``pieces`` one after the other, for what is too long to be held at once.

    Raises:
        OutputError: as `write_atomic`.
    """
    with replacing(path) as file:
        file.writelines(pieces)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A new file (to write and read) that takes the place of ``path`` when all went well; otherwise nothing changes.

    Raises:
        OutputError: the disk is full, or does not let us, or another program holds what lies there open.
    """
    temporary = path.with_name(f".{os.getpid()}-{next(_serial)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _replace(temporary, path)
        except Exception:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    except OSError as error:
        raise refusal(error, path) from error


def sync_folder(folder: Path) -> None:
    """Forces a rename in ``folder`` to disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in NOT_FOR_FOLDERS:
            raise
    finally:
        os.close(handle)


def writer(folder: Path) -> Callable[[str, bytes], bytes]:
    """A function that stores bytes under a name below ``folder`` and returns what can then be read there.

    It raises `OutputError` where the disk does not take them, or what ``folder`` lies in was taken away: a delivery
    that is made anew in the middle of a batch would lack what was finished before.
    """

    def write(file: str, data: bytes) -> bytes:
        path = folder / file
        if not folder.parent.is_dir():
            raise OutputError("output.gone", folder=delivery_of(path))
        write_atomic(path, data)
        try:
            return path.read_bytes()
        except OSError as error:
            raise refusal(error, path) from error

    return write


def move(source: Path, target: Path) -> None:
    """Renames ``source`` to ``target`` on the same disk, replacing it.

    Raises:
        OutputError: it cannot be moved, on Windows also after some patience with whoever holds it open.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(source, target)
        sync_folder(target.parent)
    except OSError as error:
        raise refusal(error, target) from error


def remove(path: Path) -> None:
    """Removes a file, if it exists.

    Raises:
        OutputError: it cannot be removed, on Windows also after some patience with whoever holds it open.
    """
    try:
        _patiently(lambda: path.unlink(missing_ok=True), path)
    except OSError as error:
        raise refusal(error, path) from error


def _replace(source: Path, target: Path) -> None:
    """Renames ``source`` to ``target``.

    Raises:
        OutputError: another program holds it open. OSError: anything else.
    """
    _patiently(lambda: source.replace(target), target)


def _patiently(act: Callable[[], object], path: Path) -> None:
    """Does ``act`` to ``path``, with some patience on Windows with whoever holds it open.

    Raises:
        OutputError: it is held all the same. OSError: anything else.
    """
    for pause in (*PAUSES, None):
        try:
            act()
        except PermissionError as error:
            if pause is None or not PATIENT:
                raise OutputError("output.held", file=path.name) from error
            time.sleep(pause)
        else:
            return


def ends_whole(path: Path) -> bool:
    """Whether the last line of a file that is not empty is whole: not torn by a power cut."""
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def file_sha256(path: Path) -> str | None:
    """The SHA-256 of a file in hexadecimal; none where there is no readable file."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def sha256_of(data: bytes) -> str:
    """The SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def sha256_of_file(file: IO[bytes]) -> str:
    """The SHA-256 of what ``file`` has from where it stands to its end, in hexadecimal."""
    return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def remove_empty(folder: Path, top: Path) -> None:
    """Removes ``folder`` and those above it, but not ``top``, as long as nothing is left in them."""
    while folder != top and top in folder.parents:
        try:
            folder.rmdir()
        except OSError:  # something is in it, or somebody looks into it: an empty folder does no harm
            return
        folder = folder.parent


def remove_tree(folder: Path) -> None:
    """Removes ``folder`` and all below it, as far as the system lets us; what stays does no harm."""
    shutil.rmtree(folder, ignore_errors=True)


def open_delivery(out: Path) -> None:
    """Makes the delivery folder, tries that files can be written there, and removes what a power cut left half-written.

    Raises:
        OutputError: its parent is missing, it is a file, or nothing can be written there.
    """
    check_place(out)
    probe = out / MEMORY / "probe"
    try:
        out.mkdir(exist_ok=True)
        write_atomic(probe, b"probe")
        probe.unlink()
        for folder in (out, out / MEMORY, out / EDITS):
            remove_leftovers(folder)
    except OSError as error:
        raise refusal(error, out) from error


def remove_leftovers(folder: Path) -> None:
    """Removes what a power cut left half-written in ``folder``.

    Raises:
        OSError: the system does not let us.
    """
    for leftover in folder.glob(".*.part"):
        if LEFTOVER.fullmatch(leftover.name):
            leftover.unlink()


def check_place(out: Path) -> None:
    """Looks, without changing anything, whether ``out`` can be a delivery folder.

    Raises:
        OutputError: its parent is missing, it is a file, or it is not ours to write.
    """
    if out.exists() and not out.is_dir():
        raise OutputError("output.is_file", folder=out)
    if not out.exists() and not out.absolute().parent.is_dir():
        raise OutputError("output.no_parent", folder=out)
    if not os.access(out if out.exists() else out.absolute().parent, os.W_OK | os.X_OK):
        raise OutputError("output.denied", folder=out)


def refusal(error: OSError, path: Path) -> OutputError:
    """What the system's refusal to write ``path`` means to a person."""
    folder = delivery_of(path)
    if error.errno in FULL:
        return OutputError("output.full", folder=folder)
    if error.errno in DENIED:
        return OutputError("output.denied", folder=folder)
    return OutputError("output.failed", file=path, problem=error.strerror or type(error).__name__)


def delivery_of(path: Path) -> Path:
    """The delivery folder in whose memory ``path`` lies; its own folder where it lies in none."""
    return next((above.parent for above in path.parents if above.name == MEMORY), path.parent)
