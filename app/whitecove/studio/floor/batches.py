"""One batch at a time, in a thread of its own, so that a person can decide, save and stop meanwhile."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from whitecove.batch.executors.control import Control
from whitecove.core.errors import PlanError, WhitecoveError
from whitecove.core.messages import sentence
from whitecove.studio.asks import BatchSaid, GoOn, Job, Pause, Prepare, Refused, Stop
from whitecove.studio.floor.batch import Batch
from whitecove.studio.floor.hashes import Hashes
from whitecove.studio.serving import Answer

log = logging.getLogger(__name__)

# How long a batch may take to end when the room is closed.
PATIENCE = 5.0


class Batches:
    """Begins, pauses and stops them."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._controls: dict[int, Control] = {}
        self._serial = 0
        self._thread: threading.Thread | None = None
        self._hashes = Hashes()

    def heard(self, ask: object) -> bool:
        """Obeys what must not wait: it holds for a batch that still waits for its turn, too."""
        match ask:
            case Prepare():
                self._controls[ask.serial] = Control()
                return False
            case Pause():
                self._all(Control.pause)
            case GoOn():
                self._all(Control.go_on)
            case Stop():
                self._all(Control.cancel)
            case _:
                return False
        return True

    def begin(self, ask: Prepare) -> None:
        """Begins a batch; one that was told to end is waited for.

        Raises:
            PlanError: another is under way.
        """
        before = self._thread
        control = self._controls.setdefault(ask.serial, Control())
        if before and before.is_alive() and not self._controls[self._serial].cancelled:
            del self._controls[ask.serial]
            raise PlanError("studio.busy")
        self._serial = ask.serial
        self._controls = {serial: each for serial, each in self._controls.items() if serial >= ask.serial}
        self._thread = threading.Thread(target=self._attempt, args=(ask, control, before), name="batch")
        self._thread.start()

    def stop(self) -> None:
        """Asks the batch to end soon."""
        self._all(Control.cancel)

    def close(self) -> None:
        """Ends the batch; what is finished stays."""
        self.stop()
        if self._thread:
            self._thread.join(PATIENCE)

    def _all(self, do: Callable[[Control], None]) -> None:
        for control in list(self._controls.values()):
            do(control)

    def _attempt(self, ask: Prepare, control: Control, before: threading.Thread | None) -> None:
        """The boundary of a batch: whatever goes wrong is told, and the room stays open."""
        if before:
            before.join()
        batch = Batch(ask, control, partial(self._say, ask.serial), self._hashes)
        try:
            (batch.recall if ask.only_recall else batch.prepare)()
        except WhitecoveError as error:
            self._say(ask.serial, Refused(ask=_light(ask), code=error.code, sentence=str(error)))
        except Exception as error:
            log.exception("the batch went wrong")
            reason = sentence("studio.unexpected", kind=type(error).__name__)
            self._say(ask.serial, Refused(ask=_light(ask), code="studio.unexpected", sentence=reason))

    def _say(self, serial: int, said: object) -> None:
        self._answer(BatchSaid(serial=serial, said=said))


def _light(ask: Prepare) -> Prepare:
    """``ask`` without its load: only what it was matters to whoever hears that it failed."""
    return replace(ask, job=Job(listings=(), options=ask.job.options, out=Path(ask.job.out)))
