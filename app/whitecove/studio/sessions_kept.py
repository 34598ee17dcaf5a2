"""Projects that are worked on are on disk all the time: one file for each, and what a program that was killed left
behind."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from whitecove import locks
from whitecove.studio.project_file import SUFFIX

# What was put aside as it should: it is there to be opened again, but not offered as an accident. Those before it are
# ``last-2`` and so on.
LAST = f"last{SUFFIX}"
_PUT_ASIDE = re.compile(rf"last(-\d+)?{re.escape(SUFFIX)}")
# Left-overs, and projects put aside, beyond these are given up, the oldest first.
KEPT_AT_MOST = 5


class Keeping:
    """The file in ``folder`` of one project that is worked on. Its lock says that it is in use; the system frees it
    when the program dies, however it dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        name = f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self.file = folder / f"{name}{SUFFIX}"
        self._lock = folder / f"{name}.lock"

    def open(self) -> bool:
        """Takes its place; False where nothing can be written, so that nothing is kept."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._stack.enter_context(locks.held(self._lock))
        except (OSError, locks.Taken):
            return False
        return True

    def close(self, *, finished: bool) -> None:
        """Another project is worked on, or the program ends as it should. What is ``finished``, or empty, is not
        kept; else it is the last project from now on."""
        try:
            if self.file.exists():
                if finished:
                    self.file.unlink()
                else:
                    _move_on(self._folder)
                    self.file.replace(self._folder / LAST)
        finally:
            self._stack.close()
            self._lock.unlink(missing_ok=True)


def last(folder: Path) -> Path | None:
    """The project that was put aside last."""
    return next((file for file in _put_aside(folder) if file.exists()), None)


def left_over(folder: Path) -> list[Path]:
    """The projects of programs that ended in the middle of their work, the latest first. More than a few are given
    up."""
    found = sorted(_orphans(folder), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in found[KEPT_AT_MOST:]:
        forget(file)
    return found[:KEPT_AT_MOST]


def is_free(file: Path) -> bool:
    """Whether nobody works on a kept project."""
    lock = file.with_suffix(".lock")
    if not lock.exists():
        return True
    try:
        with locks.held(lock):
            return True
    except locks.Taken:
        return False


def take_up(file: Path, keeping: Keeping) -> None:
    """A project that was kept is the one of ``keeping`` from now on. It is only renamed: nothing of it can get lost.

    Raises:
        OSError: that cannot be done.
    """
    file.replace(keeping.file)
    file.with_suffix(".lock").unlink(missing_ok=True)


def forget(file: Path) -> None:
    """A left-over is of no more use."""
    file.unlink(missing_ok=True)
    file.with_suffix(".lock").unlink(missing_ok=True)


def _put_aside(folder: Path) -> list[Path]:
    """Where projects that were put aside may lie, the latest first."""
    older = (folder / f"last-{number}{SUFFIX}" for number in range(2, KEPT_AT_MOST + 1))
    return [folder / LAST, *older]


def _move_on(folder: Path) -> None:
    """Makes room for the last project; those before it are one further behind, as far as there is no gap."""
    places = _put_aside(folder)
    gap = next((number for number, file in enumerate(places) if not file.exists()), len(places) - 1)
    for number in range(gap, 0, -1):
        places[number - 1].replace(places[number])


def _orphans(folder: Path) -> Iterator[Path]:
    for file in folder.glob(f"*{SUFFIX}"):
        if not _PUT_ASIDE.fullmatch(file.name) and is_free(file):
            yield file
