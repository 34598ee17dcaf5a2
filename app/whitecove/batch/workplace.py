"""What worker processes find: their environment, set before they start, and what each is made into before its first
job."""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from whitecove import paths

NICENESS = 10
# Sums that several threads share come out different in the last bits with another number of threads.
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "BLIS_NUM_THREADS")


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


def set_up() -> None:
    """Makes this process a worker: of low priority, with its complaints in the log."""
    _give_way()
    _complain_to_log()


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
