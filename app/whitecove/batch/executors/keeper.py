"""Keeps an eye on the workers: tells their stages, and ends those that take too long, or too much memory."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from whitecove.batch.executors.desk import Desk
from whitecove.batch.executors.jobs import Watch, failed
from whitecove.core.stage import Stage

# The longest that a stage may take, in seconds: many times what any was seen to take on a slow laptop, for a deadline
# that hits honest work is worse than one that comes late. The first includes loading a model.
DEADLINES: Mapping[Stage, float] = {
    Stage.STARTING: 600, Stage.READING: 120, Stage.CUTTING: 900, Stage.MAKING: 300, Stage.PROVING: 120
}  # fmt: skip
# A gap between two looks counts no longer than this: then the machine slept, or the program was held.
LONGEST_LOOK = 1.0
MEMORY_EVERY = 0.5


@dataclass(slots=True)
class _Seen:
    """What a worker was last seen to do, by the number of its job and the stage, and for how long."""

    at: tuple[int, Stage] | None = None
    seconds: float = 0.0


@dataclass(slots=True)
class Keeper:
    """Looks at workers again and again. ``memory`` is what each may take, in bytes."""

    memory: int
    watch: Watch
    deadlines: Mapping[Stage, float] = field(default_factory=lambda: DEADLINES)
    _seen: dict[Desk, _Seen] = field(default_factory=dict)
    _looked: float = field(init=False)
    _until_memory: float = 0.0

    def __post_init__(self) -> None:
        self.rest()

    def look(self, desks: list[Desk]) -> None:
        """Ends what has to be ended; at best called several times a second."""
        now = time.monotonic()
        passed = min(now - self._looked, LONGEST_LOOK)
        self._looked = now
        self._until_memory -= passed
        weigh = self._until_memory <= 0
        if weigh:
            self._until_memory = MEMORY_EVERY
        for desk in desks:
            self._look_at(desk, passed, weigh=weigh)

    def rest(self) -> None:
        """The time since the last look does not count."""
        self._looked = time.monotonic()

    def _look_at(self, desk: Desk, passed: float, *, weigh: bool) -> None:
        seen = self._seen.setdefault(desk, _Seen())
        doing = desk.doing()
        if doing is None:
            self._wait_for(desk, seen, passed)
            return
        at, stage = doing
        if seen.at != (at.number, stage):
            seen.at, seen.seconds = (at.number, stage), 0.0
            self.watch(at.job, stage)
            return
        seen.seconds += passed
        limit = self.deadlines[stage]
        if seen.seconds > limit:
            desk.give_up(at.number, failed("prepare.too_long", doing=stage.doing, seconds=round(limit)))
            seen.seconds = 0.0
        elif weigh and desk.memory() > self.memory:
            gigabytes = f"{self.memory / 1e9:.1f}"
            desk.give_up(at.number, failed("prepare.too_much_memory", doing=stage.doing, gigabytes=gigabytes))

    def _wait_for(self, desk: Desk, seen: _Seen, passed: float) -> None:
        """A worker with jobs in hand has to begin one some time; where none does, its pool is beyond help."""
        seen.seconds = seen.seconds + passed if seen.at is None and desk.hand else 0.0
        seen.at = None
        if seen.seconds > self.deadlines[Stage.STARTING]:
            desk.renew()
            seen.seconds = 0.0
