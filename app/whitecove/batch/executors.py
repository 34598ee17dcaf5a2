"""Where the work is done: in this process, or in worker processes that may die without taking the batch along."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import Protocol, TypeAlias

from pebble import ProcessExpired, ProcessPool

from whitecove.batch.workplace import environment, set_up
from whitecove.core.corrections.values import Corrections
from whitecove.core.engines.own import session_name
from whitecove.core.engines.registry import chosen_model
from whitecove.core.errors import EngineError
from whitecove.core.messages import sentence
from whitecove.core.model import Photo, PhotoResult, State, Want

log = logging.getLogger(__name__)

POLL_SECONDS = 0.1
BREAKS_AT_MOST = 3
# Peak resident bytes of a worker; the networks that work at 1024 px and above take far more than the 320 px ones.
USUAL_WORKER_MEMORY = 1_000_000_000
WORKER_MEMORY = {
    "isnet": 2_800_000_000, "dis_custom": 2_800_000_000, "birefnet": 5_000_000_000, "bria": 5_000_000_000,
    "ben2": 5_000_000_000,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One photo, and the pictures to make of it. ``measure`` asks where its subject is, so that pictures which share
    a scale can be placed later; ``white_point`` are the gains of light, red, green and blue, that it gets;
    ``corrections`` are what a person drew on the photo."""

    photo: Photo
    wants: tuple[Want, ...]
    measure: bool = False
    white_point: tuple[float, float, float] | None = None
    corrections: Corrections | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of a job; ``trouble`` is a traceback for the log, empty as a rule; ``notes`` are whole sentences on
    the worker that did it, which stay true for what it does next."""

    result: PhotoResult
    trouble: str = ""
    notes: tuple[str, ...] = ()


# Pickled with each job, so: a function at module level, or a partial of one. What it raises stops the batch.
Work: TypeAlias = Callable[[Job], Done]
Outcomes: TypeAlias = Generator[tuple[Job, Done], None, None]


class CancelToken:
    """Asks a running batch to stop; may be set from any thread or signal handler."""

    def __init__(self) -> None:
        self._asked = threading.Event()

    def cancel(self) -> None:
        self._asked.set()

    @property
    def cancelled(self) -> bool:
        return self._asked.is_set()


class Executor(Protocol):
    """Does jobs, and yields each with its outcome as it is finished, in any order.

    After ``cancel`` it soon ends without the rest. An exception that ``work`` raises (it means that no job can succeed)
    is raised to the caller; what is in progress then is dropped.
    """

    @property
    def workers(self) -> int: ...

    def run(self, work: Work, jobs: Sequence[Job], cancel: CancelToken) -> Outcomes: ...


class Serial:
    """One job after the other in this process."""

    workers = 1

    def run(self, work: Work, jobs: Sequence[Job], cancel: CancelToken) -> Outcomes:
        for job in jobs:
            if cancel.cancelled:
                return
            yield job, work(job)


@dataclass(frozen=True, slots=True, kw_only=True)
class Processes:
    """Worker processes of low priority. A worker that dies or takes longer than ``timeout`` seconds over a photo
    costs that photo, and is replaced; each is renewed after ``max_jobs`` photos, which bounds what libraries leak."""

    workers: int
    timeout: float = 300.0
    max_jobs: int = 250
    grace: float = 1.5

    def run(self, work: Work, jobs: Sequence[Job], cancel: CancelToken) -> Outcomes:
        with environment(max(1, cores() // self.workers)):
            crew = _Crew(self, work)
            try:
                yield from crew.run(list(reversed(jobs)), cancel)
            finally:
                crew.stop()


class _Crew:
    """The workers of one batch, and the jobs they have in hand: few, so that a cancel has little to undo."""

    def __init__(self, settings: Processes, work: Work) -> None:
        self.settings = settings
        self.work = work
        self.breaks = 0
        self.others = set(active_children())
        self.pool = _pool(settings)
        self.running: dict[Future[Done], Job] = {}

    def run(self, waiting: list[Job], cancel: CancelToken) -> Iterator[tuple[Job, Done]]:
        """``waiting`` is taken from its end."""
        while (waiting or self.running) and not cancel.cancelled:
            while waiting and len(self.running) < 2 * self.settings.workers:
                self._start(waiting.pop())
            finished, _ = wait(self.running, timeout=POLL_SECONDS, return_when=FIRST_COMPLETED)
            yield from self._outcomes(finished, waiting)
        for future in self.running:
            if not future.running():
                future.cancel()
        finished, _ = wait(self.running, timeout=self.settings.grace)
        yield from self._outcomes(finished, waiting)

    def _start(self, job: Job) -> None:
        try:
            future = self.pool.schedule(self.work, args=(job,), timeout=self.settings.timeout)
        except RuntimeError:  # the pool broke since; the jobs in it are about to say so
            self._renew()
            future = self.pool.schedule(self.work, args=(job,), timeout=self.settings.timeout)
        self.running[future] = job

    def _outcomes(self, finished: Iterable[Future[Done]], waiting: list[Job]) -> Iterator[tuple[Job, Done]]:
        for future in sorted(finished, key=list(self.running).index):
            job = self.running.pop(future)
            done = self._outcome(future, job)
            if done is None:
                waiting.append(job)
            else:
                self.breaks = 0
                yield job, done

    def _outcome(self, future: Future[Done], job: Job) -> Done | None:
        """What became of ``job``; none if it never began, because the pool broke or the batch was cancelled."""
        try:
            return future.result()
        except ProcessExpired as error:
            log.warning("%s: the worker died with exit code %s", job.photo.name, error.exitcode)
            return _lost("prepare.worker_died")
        except TimeoutError:
            return _lost("prepare.too_long", seconds=round(self.settings.timeout))
        except BrokenProcessPool:
            self._renew()
            return None
        except CancelledError:
            return None

    def _renew(self) -> None:
        """A new pool for one whose workers died before they took a job."""
        if self.pool.active:
            return
        self.breaks += 1
        if self.breaks > BREAKS_AT_MOST:
            raise EngineError("engine.no_workers")
        self.stop()
        self.pool = _pool(self.settings)

    def stop(self) -> None:
        """Ends the workers, busy or not; those that are only starting at once, before they miss the pool's pipes."""
        self.pool.stop()  # type: ignore[no-untyped-call]
        for child in set(active_children()) - self.others:
            child.terminate()
        self.pool.join()


def _pool(settings: Processes) -> ProcessPool:
    return ProcessPool(
        max_workers=settings.workers,
        max_tasks=settings.max_jobs,
        initializer=set_up,
        context=get_context("spawn"),
    )


def _lost(code: str, **params: object) -> Done:
    return Done(result=PhotoResult(state=State.FAILED, reason=sentence(code, **params), facts=None))


def cores() -> int:
    """The processor cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def default_workers(engine: str, models: Mapping[str, Path]) -> int:
    """How many workers the cores and the free memory bear, at the peak for a photo of 24 megapixels of the model that
    ``engine`` uses where ``models`` are installed."""
    import psutil

    name = chosen_model(engine, models) or ""
    name = session_name(name, models[name]) if name in models else name
    need = next((size for start, size in WORKER_MEMORY.items() if name.startswith(start)), USUAL_WORKER_MEMORY)
    return max(1, min(cores(), psutil.virtual_memory().available // need))
