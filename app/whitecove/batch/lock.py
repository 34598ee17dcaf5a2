"""One batch at a time works on a delivery folder; the system frees the lock when its holder dies, however it dies."""

from __future__ import annotations

import errno
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from whitecove.batch.store import refusal
from whitecove.core.errors import OutputError

log = logging.getLogger(__name__)

TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    def _seize(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(path: Path, folder: Path) -> Iterator[None]:
    """Holds the lock file ``path`` of the delivery ``folder``.

    Raises:
        OutputError: another batch is at work there.
    """
    try:
        file = path.open("ab")
    except OSError as error:
        raise refusal(error, path) from error
    with file:
        try:
            _seize(file)
        except OSError as error:
            if error.errno in TAKEN:
                raise OutputError("output.busy", folder=folder) from error
            log.warning("%s is on a file system without locks: %s", folder, error.strerror)
        yield
