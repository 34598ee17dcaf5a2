"""How far a batch is, in what a person wants to know: how many, how fast, how long still."""

from __future__ import annotations

import time
from collections import deque
from enum import Enum, auto

from whitecove.batch.events import BatchStarted, PhotoFinished
from whitecove.core.stage import Stage
from whitecove.studio.asks import Prepared

# The rate is that of so many photos.
RECENT = 40


class Phase(Enum):
    """What is going on."""

    IDLE = auto()
    GATHERING = auto()
    STARTING = auto()
    PREPARING = auto()
    PAUSED = auto()
    STOPPING = auto()
    LISTING = auto()
    RECALLING = auto()


RUNNING = frozenset({Phase.STARTING, Phase.PREPARING, Phase.PAUSED, Phase.STOPPING, Phase.LISTING, Phase.RECALLING})


class Progress:
    """The latest batch. ``about`` says in a sentence who does the work; ``name`` and ``stage`` are what was seen last;
    ``last`` is what became of the batch before."""

    def __init__(self) -> None:
        self._phase = Phase.IDLE
        self.is_gathering = False
        self.done = self.total = self.resumed = 0
        self.about = self.name = ""
        self.stage: Stage | None = None
        self.last: Prepared | None = None
        self._times: deque[float] = deque(maxlen=RECENT)
        self._stood = 0.0

    @property
    def phase(self) -> Phase:
        """What is going on; photos may come in while a batch runs, too (``is_gathering``)."""
        return Phase.GATHERING if self._phase is Phase.IDLE and self.is_gathering else self._phase

    @phase.setter
    def phase(self, phase: Phase) -> None:
        self._phase = phase

    @property
    def is_running(self) -> bool:
        """Whether a batch is under way, paused or not."""
        return self._phase in RUNNING

    def begin(self, total: int, *, is_recalling: bool = False) -> None:
        """A batch was asked for, or only what earlier ones left."""
        is_gathering, last = self.is_gathering, self.last
        self.__init__()  # type: ignore[misc]
        self._phase = Phase.RECALLING if is_recalling else Phase.STARTING
        self.total, self.is_gathering, self.last = total, is_gathering, last

    def started(self, said: BatchStarted) -> None:
        """The workers are there."""
        self.total, self.resumed, self.about = said.photos, said.resumed, said.about
        if self.phase is Phase.STARTING:
            self.phase = Phase.PREPARING
        self._times.append(time.monotonic())

    def working(self, name: str, stage: Stage) -> None:
        """Somebody works on this."""
        self.name, self.stage = name, stage

    def finished(self, said: PhotoFinished) -> None:
        """A photo is done. What was done in an earlier run says nothing of the rate."""
        self.done, self.total = said.done, said.total
        if said.done > self.resumed:
            self._times.append(time.monotonic())

    def pause(self) -> None:
        """The clock stands."""
        self.phase, self._stood = Phase.PAUSED, time.monotonic()

    def go_on(self) -> None:
        """The clock goes on."""
        stood = time.monotonic() - self._stood
        self.phase = Phase.PREPARING
        self._times = deque((each + stood for each in self._times), maxlen=RECENT)

    def listing(self) -> None:
        """Photos are done; report and lists are written."""
        self.phase = Phase.LISTING

    def ended(self, said: Prepared) -> None:
        """All is written."""
        self.phase, self.last = Phase.IDLE, said

    @property
    def per_minute(self) -> float:
        """Photos a minute, of late; 0 while that is not known."""
        if len(self._times) < 2:
            return 0.0
        passed = self._times[-1] - self._times[0]
        return 60.0 * (len(self._times) - 1) / passed if passed > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long it will still take; None while that is not known."""
        rate = self.per_minute
        return (self.total - self.done) * 60.0 / rate if rate else None
