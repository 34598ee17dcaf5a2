"""A board in shared memory, on which every worker notes what it is doing. There is no lock: a worker may be killed at
any moment, and would take the lock along."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from multiprocessing import get_context
from typing import NamedTuple

from whitecove.core.stage import Stage

CELLS = 2


class Note(NamedTuple):
    """What a worker does: the number of its job, and the stage. Both are 0 before its first job, and the stage between
    jobs."""

    job: int
    stage: int

    @property
    def known_stage(self) -> Stage | None:
        """The stage; none between jobs."""
        return Stage(self.stage) if self.stage in Stage.__members__.values() else None


@dataclass(frozen=True, slots=True)
class Seat:
    """A worker's place on the board; goes to its process when that starts, and at no other time."""

    cells: ctypes.Array[ctypes.c_int64]

    def read(self) -> Note:
        """What the worker noted last."""
        return Note(*self.cells)

    def write(self, note: Note) -> None:
        """Takes the note; whoever reads meanwhile may see half of it."""
        self.cells[:] = list(note)


def seat() -> Seat:
    """A new place in memory that can be shared with a process to be started."""
    return Seat(get_context("spawn").RawArray(ctypes.c_int64, CELLS))
