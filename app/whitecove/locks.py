"""Lock files: one process at a time; the system frees the lock when its holder dies, however it dies."""

from __future__ import annotations

import errno
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

log = logging.getLogger(__name__)

_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    def _seize(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Taken(Exception):  # noqa: N818 (reads as what is the matter)
    """Another process holds the lock."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Holds the lock file ``path``, which is made where there is none, and stays. A file system without locks is worked
    on without.

    Raises:
        Taken: another process holds it. OSError: the file cannot be made.
    """
    with path.open("ab") as file:
        try:
            _seize(file)
        except OSError as error:
            if error.errno in _TAKEN:
                raise Taken from error
            log.warning("%s is on a file system without locks: %s", path.parent, error.strerror)
        yield
