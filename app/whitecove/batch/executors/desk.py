"""One worker and the few jobs that it has in hand. Each has a pool of its own: workers of one pool share a pipe, and
one that is killed while it writes there would silence the others."""

from __future__ import annotations

import logging
from concurrent.futures import CancelledError, Future, InvalidStateError
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any

from pebble import ProcessExpired, ProcessPool

from whitecove.batch.executors.board import seat
from whitecove.batch.executors.jobs import Done, Job, Work, failed
from whitecove.batch.executors.workplace import at_seat, set_up
from whitecove.core.stage import DOING_SOMETHING, Stage

log = logging.getLogger(__name__)

# One in work, and one more so that the worker need not wait for the batch.
IN_HAND = 2


class Staff(SpawnContext):
    """Starts processes afresh, and knows which it has started."""

    def __init__(self) -> None:
        super().__init__()
        self.members: list[SpawnProcess] = []

    def Process(self, *args: Any, **kwargs: Any) -> SpawnProcess:  # type: ignore[override] # noqa: ANN401, N802
        """A new process, remembered."""
        self.members = [member for member in self.members if member.exitcode is None]
        process = SpawnProcess(*args, **kwargs)
        self.members.append(process)
        return process


@dataclass(frozen=True, slots=True)
class InHand:
    """A job that the worker has, by its number."""

    number: int
    job: Job


class Desk:
    """A worker; it is renewed after ``max_jobs`` photos, which bounds what libraries leak."""

    def __init__(self, work: Work, max_jobs: int) -> None:
        self.hand: dict[Future[Done], InHand] = {}
        self._work = work
        self._max_jobs = max_jobs
        self._verdicts: dict[int, Done] = {}
        # How often it was renewed since a job came out of it.
        self.fruitless = 0
        self._open()

    def _open(self) -> None:
        self.seat = seat()
        self.staff = Staff()
        self._used = False
        self._pool = ProcessPool(
            max_workers=1, max_tasks=self._max_jobs, initializer=set_up, initargs=(self.seat,), context=self.staff
        )

    def give(self, number: int, job: Job) -> None:
        """Puts ``job`` under that ``number``, which no other has, in the worker's hand."""
        self._used = True
        try:
            future = self._pool.schedule(at_seat, args=(self._work, number, job))
        except RuntimeError:  # the pool broke since; the jobs in it are about to say so
            self.renew()
            self._used = True
            future = self._pool.schedule(at_seat, args=(self._work, number, job))
        self.hand[future] = InHand(number, job)

    def doing(self) -> tuple[InHand, Stage] | None:
        """The job in work and its stage; none while the worker starts, or is between jobs."""
        note = self.seat.read()
        stage = note.known_stage
        at = next((each for each in self.hand.values() if each.number == note.job), None)
        return (at, stage) if at and stage else None

    def give_up(self, number: int, verdict: Done) -> None:
        """Ends the worker, because of the job with that ``number``, which ends with ``verdict``."""
        self._verdicts[number] = verdict
        self._kill()

    def outcome(self, future: Future[Done]) -> tuple[Job, Done | None]:
        """A job that left the hand, and what became of it; nothing if it never began, because the pool broke.

        Raises:
            WhitecoveError: ``work`` did; it ends the batch.
        """
        at = self.hand.pop(future)
        try:
            outcome: Done | None = future.result()
        except ProcessExpired as error:
            log.warning("%s: the worker died with exit code %s", at.job.photo.name, error.exitcode)
            outcome = self._of_the_dead(at)
        except (BrokenProcessPool, CancelledError):
            outcome = self._verdicts.pop(at.number, None)
        if outcome:
            self.fruitless = 0
        return at.job, outcome

    def _of_the_dead(self, at: InHand) -> Done | None:
        """The outcome of the job that a worker died with; none where it was to end for another job, which was done just
        then: this one was only begun."""
        verdict = self._verdicts.pop(at.number, None)
        if verdict is None and self._verdicts:
            self._verdicts.clear()
            return None
        note = self.seat.read()
        stage = note.known_stage if note.job == at.number else None
        return verdict or failed("prepare.worker_died", doing=stage.doing if stage else DOING_SOMETHING)

    @property
    def broken(self) -> bool:
        """Whether no worker can come from it any more."""
        # A pool that was never used would be started by the question.
        return self._used and not self._pool.active

    def renew(self) -> None:
        """A new pool and worker, and a new place on the board, for ones that cannot be used any more. Jobs in hand
        come out as never begun."""
        self.stop()
        for future in self.hand:
            with suppress(InvalidStateError):  # its pool said so itself
                future.set_exception(BrokenProcessPool("The worker was given up."))
        self._open()
        self.fruitless += 1

    def hold(self) -> None:
        """The worker stands still, in the middle of whatever it does."""
        self._each("suspend")

    def go_on(self) -> None:
        """The worker goes on where it was held."""
        self._each("resume")

    def _each(self, manner: str) -> None:
        import psutil

        for member in self._living():
            with suppress(psutil.Error):  # it is ending
                getattr(psutil.Process(member.pid), manner)()

    def memory(self) -> int:
        """Bytes of memory that the worker holds."""
        import psutil

        held = 0
        for member in self._living():
            with suppress(psutil.Error):  # it is ending
                held = max(held, psutil.Process(member.pid).memory_info().rss)
        return held

    def stop(self) -> None:
        """Ends the worker at once, busy or not."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._kill()
        self._pool.join()

    def _kill(self) -> None:
        # One that is in C code, or held, would not listen to anything milder.
        for member in self._living():
            member.kill()

    def _living(self) -> list[SpawnProcess]:
        """The processes of the worker: one, or while it is replaced, two or none."""
        return [member for member in self.staff.members if member.pid is not None and member.exitcode is None]
