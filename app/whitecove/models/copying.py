"""A file copied into the store: beside its place, forced to disk, and hashed on the way."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whitecove.core.errors import ModelError
from whitecove.models.seals import CHUNK, Seal

FULL = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def copied(source: Path, folder: Path, seal: Seal, *, ending: str = ".part") -> Iterator[Path]:
    """A copy of ``source`` under a passing name with that ``ending`` in ``folder``, gone afterwards unless it was
    renamed. A folder that was made for it and stays empty is gone, too.

    Raises:
        ModelError: ``source`` is no longer what ``seal`` says, or the store cannot be written.
    """
    temporary = folder / f".{os.getpid()}{ending}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            if _copy(source, temporary) != seal.sha256:
                raise ModelError("model.changed", file=source.name)
            yield temporary
        finally:
            temporary.unlink(missing_ok=True)
            if not any(folder.iterdir()):
                folder.rmdir()
    except OSError as error:
        raise not_stored(error, folder) from error


def not_stored(error: OSError, folder: Path) -> ModelError:
    """What the system's refusal to write in ``folder`` means to a person."""
    if error.errno in FULL:
        return ModelError("model.disk_full", folder=folder)
    return ModelError("model.not_stored", folder=folder, problem=error.strerror or type(error).__name__)


def _copy(source: Path, target: Path) -> str:
    """Copies, forces the copy to disk, and returns the SHA-256 of what was copied."""
    digest = hashlib.sha256()
    with source.open("rb") as read, target.open("wb") as write:
        while chunk := read.read(CHUNK):
            digest.update(chunk)
            write.write(chunk)
        write.flush()
        os.fsync(write.fileno())
    return digest.hexdigest()
