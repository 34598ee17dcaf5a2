"""The real work on photos, but for some that end, or hold, their worker in C, as a broken decoder would. At module
level, because worker processes import it."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from whitecove.batch.executors import workplace
from whitecove.batch.executors.jobs import Done, Job
from whitecove.batch.work import Bench
from whitecove.core.stage import Stage


def crash() -> None:
    """Reads where no memory is; Windows' ctypes would make an exception of that."""
    if sys.platform == "win32":
        os.abort()
    ctypes.string_at(0)


def hang() -> None:
    """Waits in C, and keeps Python's lock meanwhile: no thread of the worker runs any more."""
    if sys.platform == "win32":
        ctypes.PyDLL("kernel32").Sleep(3_600_000)
    else:
        ctypes.PyDLL(None).sleep(3600)


def spin() -> None:
    """Calculates in C, and keeps Python's lock meanwhile."""
    re.match(r"(a+)+$", "a" * 64 + "b")


STROKES: Mapping[str, Callable[[], None]] = {"crash": crash, "hang": hang, "spin": spin}


def struck(job: Job) -> tuple[str, Stage] | None:
    """The stroke and the stage that a photo's name tells: ``hang-cutting.jpg``; none of other names."""
    stroke, _, stage = PurePosixPath(job.photo.name).stem.partition("-")
    return (stroke, Stage[stage.upper()]) if stroke in STROKES else None


@dataclass(frozen=True, slots=True)
class Struck:
    """The work of ``bench``, with the strokes that the photos' names tell."""

    bench: Bench

    def __call__(self, job: Job) -> Done:
        told = workplace._tell
        fate = struck(job)

        def tell(stage: Stage) -> None:
            told(stage)
            if fate and stage is fate[1]:
                STROKES[fate[0]]()

        if fate and fate[1] is Stage.STARTING:
            STROKES[fate[0]]()
        with workplace.telling(tell):
            return self.bench(job)
