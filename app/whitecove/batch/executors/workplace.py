"""What worker processes find: their environment, set before they start, and what each is made into before its first
job; and how the work on a photo, wherever it is done, tells its stage."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from whitecove import paths
from whitecove.batch.executors.board import Note, Seat
from whitecove.batch.executors.jobs import Done, Job, Work
from whitecove.core.stage import Stage, Tell, nobody

NICENESS = 10
# Sums that several threads share come out different in the last bits with another number of threads.
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "BLIS_NUM_THREADS")
PR_SET_PDEATHSIG = 1  # prctl(2)

_tell: Tell = nobody
_seat: Seat | None = None


def cores() -> int:
    """The processor cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@contextmanager
def environment(threads: int) -> Iterator[None]:
    """Meanwhile, processes that start get ``threads`` for a cutout model and one for linear algebra. It must be in the
    environment they start with: numpy reads it when it is loaded, which is before anything of ours can be called."""
    before = dict(os.environ)
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    os.environ.setdefault("OMP_NUM_THREADS", str(threads))
    try:
        yield
    finally:
        for name in (*ONE_THREAD, "OMP_NUM_THREADS"):
            os.environ.pop(name, None)
            if name in before:
                os.environ[name] = before[name]


def set_up(seat: Seat | None = None) -> None:
    """Makes this process a worker: of low priority, with its complaints in the log, and with a ``seat`` to tell what it
    does. On Linux it does not outlive the program."""
    global _seat  # noqa: PLW0603 (a process has one)
    _seat = seat
    _die_with_parent()
    _give_way()
    _complain_to_log()


def at_seat(work: Work, number: int, job: Job) -> Done:
    """Does ``job`` as that ``number`` in a worker that was `set_up`."""
    assert _seat is not None  # noqa: S101 (given at set-up)
    seat = _seat
    seat.write(Note(number, Stage.STARTING))
    try:
        with telling(lambda stage: seat.write(Note(number, stage))):
            return work(job)
    finally:
        seat.write(Note(number, 0))


@contextmanager
def telling(tell: Tell) -> Iterator[None]:
    """Meanwhile, stages are told to ``tell``."""
    global _tell  # noqa: PLW0603 (one photo at a time is worked on in a process)
    before, _tell = _tell, tell
    try:
        yield
    finally:
        _tell = before


def tell(stage: Stage) -> None:
    """The photo in work has come to that stage."""
    _tell(stage)


def _die_with_parent() -> None:
    """Linux only: a worker that is held in a pause could not notice by itself that the program was killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _give_way() -> None:
    import psutil

    process = psutil.Process()
    if sys.platform == "win32":
        process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        process.nice(max(process.nice(), NICENESS))


def _complain_to_log() -> None:
    """Sends what decoders write to the error stream, and the last words of a crash, to the log file: the stream is the
    person's terminal, or, in an app without a console, nothing at all."""
    log_file = paths.log_dir() / "workers.log"
    try:
        log_file.parent.mkdir(parents=True, exist_ok=True)
        target = os.open(log_file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    except OSError:
        target = os.open(os.devnull, os.O_WRONLY)
    os.dup2(target, 2)
    os.close(target)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)
    faulthandler.enable(sys.stderr)
