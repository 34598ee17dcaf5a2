"""One batch at a time, in a thread of its own, so that a person can decide, save and stop meanwhile."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from whitecove import paths
from whitecove.batch import plan as planning
from whitecove.batch.delivery.edits import Edits
from whitecove.batch.delivery.lists import write_lists
from whitecove.batch.events import Event, PhotoFinished
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Executor
from whitecove.batch.executors.processes import staffed
from whitecove.batch.plan import Plan
from whitecove.batch.results import BatchResult, Skipped
from whitecove.batch.run import run
from whitecove.core.errors import PlanError, WhitecoveError
from whitecove.core.messages import sentence
from whitecove.core.profiles import load_profile
from whitecove.models.usable import usable_models
from whitecove.studio.asks import GoOn, Job, Lit, Pause, Prepare, Prepared, Refused, Stop
from whitecove.studio.floor.hashes import Hashes
from whitecove.studio.floor.partial import Idle, Only
from whitecove.studio.serving import Answer

log = logging.getLogger(__name__)

# How long a batch may take to end when the room is closed.
PATIENCE = 5.0


class Batches:
    """Begins, pauses and stops them."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._control = Control()
        self._thread: threading.Thread | None = None
        self._hashes = Hashes()

    def heard(self, ask: object) -> bool:
        """Obeys what must not wait."""
        match ask:
            case Pause():
                self._control.pause()
            case GoOn():
                self._control.go_on()
            case Stop():
                self._control.cancel()
            case _:
                return False
        return True

    def begin(self, ask: Prepare) -> None:
        """Begins a batch.

        Raises:
            PlanError: another is under way.
        """
        if self._thread and self._thread.is_alive():
            raise PlanError("studio.busy")
        self._control = Control()
        self._thread = threading.Thread(target=self._attempt, args=(ask,), name="batch")
        self._thread.start()

    def stop(self) -> None:
        """Asks the batch to end soon."""
        self._control.cancel()

    def close(self) -> None:
        """Ends the batch; what is finished stays."""
        self.stop()
        if self._thread:
            self._thread.join(PATIENCE)

    def _attempt(self, ask: Prepare) -> None:
        """The boundary of a batch: whatever goes wrong is told, and the room stays open."""
        try:
            self._prepare(ask)
        except WhitecoveError as error:
            self._answer(Refused(ask=_light(ask), code=error.code, sentence=str(error)))
        except Exception as error:
            log.exception("the batch went wrong")
            reason = sentence("studio.unexpected", kind=type(error).__name__)
            self._answer(Refused(ask=_light(ask), code="studio.unexpected", sentence=reason))

    def _prepare(self, ask: Prepare) -> None:
        begun = time.monotonic()
        notes: list[str] = []
        plan = self._planned(ask)
        models = usable_models(ask.job.options.engine, paths.models_dir(), notes.append)
        places = {photo.name: photo.path for photo in plan.photos}
        self._answer(Lit(gains=dict(plan.white_points)))

        def emit(event: Event) -> None:
            if isinstance(event, PhotoFinished) and event.result.facts:
                self._hashes.learn(places[event.name], event.result.facts.sha256)
            self._answer(event)

        result = run(
            plan,
            workers=ask.workers,
            models=models,
            emit=emit,
            control=self._control,
            resume=True,
            executor=_executor(ask, models),
        )
        trouble = "" if ask.only_recall else str(write_lists(result, plan.out).trouble or "")
        done = _prepared(result, plan, (*notes, *result.notes), trouble)
        done = replace(done, seconds=time.monotonic() - begun, recalled=ask.only_recall, partly=bool(ask.only))
        self._answer(done)

    def _planned(self, ask: Prepare) -> Plan:
        job, profile = ask.job, load_profile(ask.job.options.profile)
        skipped = [Skipped(name=name, reason=reason) for name, reason in job.skipped]
        proposal = planning.from_listings(job.listings, skipped, job.options, profile)
        edits = Edits.REPLACE if ask.replace_edited else Edits.KEEP if ask.keep_edited else Edits.REFUSE
        plan = planning.settle(proposal, job.out, job.options, profile, edits=edits, corrections=dict(job.corrections))
        return replace(plan, hashes=self._hashes.before(photo.path for photo in plan.photos))


def _executor(ask: Prepare, models: Mapping[str, Path]) -> Executor | None:
    """Who does it; None: as many worker processes as the machine bears."""
    if ask.only_recall:
        return Idle()
    return Only(staffed(ask.job.options.engine, models, ask.workers), ask.only) if ask.only else None


def _prepared(result: BatchResult, plan: Plan, notes: tuple[str, ...], trouble: str) -> Prepared:
    return Prepared(
        out=plan.out,
        interrupted=result.interrupted,
        counts=result.counts(),
        notes=notes,
        trouble=trouble,
        unstarted=result.unstarted,
    )


def _light(ask: Prepare) -> Prepare:
    """``ask`` without its load: only what it was matters to whoever hears that it failed."""
    return replace(ask, job=Job(listings=(), options=ask.job.options, out=Path(ask.job.out)))
