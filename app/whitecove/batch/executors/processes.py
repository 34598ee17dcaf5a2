"""Worker processes, which may die, hang or eat without taking the batch along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from pathlib import Path

from whitecove.batch.executors.control import Control
from whitecove.batch.executors.desk import IN_HAND, Desk
from whitecove.batch.executors.jobs import Done, Job, Outcomes, Watch, Work, unwatched
from whitecove.batch.executors.keeper import DEADLINES, Keeper
from whitecove.batch.executors.staffing import free_memory, staffing
from whitecove.batch.executors.workplace import cores, environment
from whitecove.core.errors import EngineError
from whitecove.core.stage import Stage

POLL_SECONDS = 0.1
BREAKS_AT_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Processes:
    """Worker processes of low priority. One that dies, is longer at a stage than its deadline in seconds, or takes more
    than ``memory`` bytes (0: all that is free) costs that photo, and is replaced. After a cancel, what is done within
    ``grace`` seconds still counts. ``threads`` is what each gets for a model (0: its share of the cores)."""

    workers: int
    threads: int = 0
    memory: int = 0
    about: str = ""
    deadlines: Mapping[Stage, float] = field(default_factory=lambda: DEADLINES)
    max_jobs: int = 250
    grace: float = 0.5

    def run(self, work: Work, jobs: Sequence[Job], control: Control, watch: Watch = unwatched) -> Outcomes:
        if not jobs:
            return
        with environment(self.threads or max(1, cores() // self.workers)):
            crew = _Crew(self, work, watch, at_most=len(jobs))
            try:
                yield from crew.run(list(reversed(jobs)), control)
            finally:
                crew.stop()


def staffed(engine: str, models: Mapping[str, Path], workers: int = 0) -> Processes:
    """The worker processes that this machine bears for ``engine`` with the installed ``models``; that many ``workers``,
    unless it is 0."""
    staff = staffing(engine, models, workers)
    return Processes(workers=staff.workers, threads=staff.threads, memory=staff.memory, about=staff.why)


class _Crew:
    """The workers of one batch, with few jobs in hand, so that a cancel has little to undo."""

    def __init__(self, settings: Processes, work: Work, watch: Watch, at_most: int) -> None:
        self.grace = settings.grace
        self.keeper = Keeper(settings.memory or free_memory(), watch, settings.deadlines)
        self.desks = [Desk(work, settings.max_jobs) for _ in range(min(settings.workers, at_most))]
        self.given = 0

    def run(self, waiting: list[Job], control: Control) -> Iterator[tuple[Job, Done]]:
        """``waiting`` is taken from its end."""
        while (waiting or any(desk.hand for desk in self.desks)) and not control.cancelled:
            if control.paused:
                self._hold(control)
                continue
            self._mend()
            self._hand_out(waiting)
            finished, _ = wait(self._in_hand(), timeout=POLL_SECONDS, return_when=FIRST_COMPLETED)
            yield from self._outcomes(finished, waiting)
            self.keeper.look(self.desks)
        yield from self._last(waiting)

    def _in_hand(self) -> list[Future[Done]]:
        return [future for desk in self.desks for future in desk.hand]

    def _hand_out(self, waiting: list[Job]) -> None:
        """Every worker gets one job before any gets a second."""
        for full in range(1, IN_HAND + 1):
            for desk in self.desks:
                if waiting and len(desk.hand) < full:
                    self.given += 1
                    desk.give(self.given, waiting.pop())

    def _hold(self, control: Control) -> None:
        while control.paused:
            for desk in self.desks:  # again and again: one that was starting is held, too
                desk.hold()
            control.wait_to_go_on(POLL_SECONDS)
        for desk in self.desks:
            desk.go_on()
        self.keeper.rest()

    def _last(self, waiting: list[Job]) -> Iterator[tuple[Job, Done]]:
        """What was in work when the batch was cancelled, if it is finished soon; what was not begun never is."""
        for desk in self.desks:
            for future in list(desk.hand):
                if not future.running():
                    future.cancel()
        finished, _ = wait(self._in_hand(), timeout=self.grace)
        yield from self._outcomes(finished, waiting)

    def _mend(self) -> None:
        """A new worker where one was lost before it took a job.

        Raises:
            EngineError: that happened again and again.
        """
        for desk in self.desks:
            if desk.broken:
                desk.renew()
            if desk.fruitless > BREAKS_AT_MOST:
                raise EngineError("engine.no_workers")

    def _outcomes(self, finished: Iterable[Future[Done]], waiting: list[Job]) -> Iterator[tuple[Job, Done]]:
        done = set(finished)
        for desk in self.desks:
            for future in [future for future in desk.hand if future in done]:
                job, outcome = desk.outcome(future)
                if outcome is None:
                    waiting.append(job)
                else:
                    yield job, outcome

    def stop(self) -> None:
        """Ends all workers."""
        for desk in self.desks:
            desk.stop()
