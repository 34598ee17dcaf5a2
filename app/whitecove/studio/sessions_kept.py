"""Projects that are worked on are on disk all the time: one file for each running program, and what a program that was
killed left behind."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from whitecove import locks
from whitecove.studio.project_file import SUFFIX

# What a program that ended as it should left: it is there to be opened again, but not offered as an accident.
LAST = f"last{SUFFIX}"
# Left-overs beyond these are given up, the oldest first.
KEPT_AT_MOST = 5


class Keeping:
    """The file of one running program in ``folder``. Its lock says that it is in use; the system frees it when the
    program dies, however it dies."""

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
        """The program ends as it should. What is ``finished``, or empty, is not kept."""
        try:
            if self.file.exists():
                if finished:
                    self.file.unlink()
                else:
                    self.file.replace(self._folder / LAST)
        finally:
            self._stack.close()
            self._lock.unlink(missing_ok=True)


def left_over(folder: Path) -> list[Path]:
    """The projects of programs that ended in the middle of their work, the latest first. More than a few are given
    up."""
    found = sorted(_orphans(folder), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in found[KEPT_AT_MOST:]:
        forget(file)
    return found[:KEPT_AT_MOST]


def forget(file: Path) -> None:
    """A left-over is of no more use."""
    file.unlink(missing_ok=True)
    file.with_suffix(".lock").unlink(missing_ok=True)


def _orphans(folder: Path) -> Iterator[Path]:
    for file in folder.glob(f"*{SUFFIX}"):
        if file.name == LAST:
            continue
        try:
            with locks.held(file.with_suffix(".lock")):
                pass
        except locks.Taken:
            continue
        yield file
