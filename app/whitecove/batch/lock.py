"""One batch at a time works on a delivery folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from whitecove import locks
from whitecove.batch.store import refusal
from whitecove.core.errors import OutputError


@contextmanager
def held(path: Path, folder: Path) -> Iterator[None]:
    """Holds the lock file ``path`` of the delivery ``folder``.

    Raises:
        OutputError: another batch is at work there.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(locks.held(path))
        except locks.Taken as taken:
            raise OutputError("output.busy", folder=folder) from taken
        except OSError as error:
            raise refusal(error, path) from error
        yield
