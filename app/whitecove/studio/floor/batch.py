"""A batch as a window wants it: begun with a project, told of as it goes; or only looked up."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from whitecove import paths
from whitecove.batch import plan as planning
from whitecove.batch.asked import engines_of
from whitecove.batch.delivery.edits import Edits
from whitecove.batch.delivery.lists import write_lists
from whitecove.batch.delivery.whereabouts import Whereabouts
from whitecove.batch.events import Event, ListingFinished, PhotoFinished
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Executor
from whitecove.batch.executors.processes import staffed
from whitecove.batch.executors.staffing import hungriest
from whitecove.batch.plan import Plan
from whitecove.batch.recall import recall
from whitecove.batch.results import ListingResult, Skipped
from whitecove.batch.run import run
from whitecove.core.model import Photo, PhotoResult, State
from whitecove.core.profiles import load_profile
from whitecove.models.usable import usable_models
from whitecove.studio.asks import Lie, Lit, Prepare, Prepared, Recalled
from whitecove.studio.floor.hashes import Hashes
from whitecove.studio.floor.partial import Only
from whitecove.studio.out_folder import make_parent
from whitecove.studio.serving import Answer


class Batch:
    """What a window asks for of it. ``say`` tells what it says."""

    def __init__(self, ask: Prepare, control: Control, say: Answer, hashes: Hashes) -> None:
        self._ask, self._control, self._say, self._hashes = ask, control, say, hashes
        self._begun = time.monotonic()
        self._notes: list[str] = []

    def prepare(self) -> None:
        """Prepares, and writes report and lists.

        Raises:
            WhitecoveError: it cannot begin, or the disk takes no more.
        """
        ask, plan, models = self._ask, self._planned(), self._models()
        places = {photo.name: photo.path for photo in plan.photos}
        self._say(Lit(gains=dict(plan.white_points)))

        def emit(event: Event) -> None:
            if isinstance(event, PhotoFinished) and event.result.facts:
                self._hashes.learn(places[event.name], event.result.facts.sha256)
            self._say(event)

        only: Executor | None = None
        if ask.only:
            only = Only(staffed(hungriest(engines_of(plan), models), models, ask.workers), ask.only)
        result = run(
            plan, workers=ask.workers, models=models, emit=emit, control=self._control, resume=True, executor=only
        )
        trouble = str(write_lists(result, plan.out).trouble or "")
        self._say(
            Prepared(
                out=plan.out,
                interrupted=result.interrupted,
                counts=result.counts(),
                notes=(*self._notes, *result.notes),
                trouble=trouble,
                seconds=time.monotonic() - self._begun,
                unstarted=result.unstarted,
                partly=bool(ask.only),
                stopped=self._control.cancelled,
            )
        )

    def recall(self) -> None:
        """Says what earlier batches left. Nothing is written or moved.

        Raises:
            WhitecoveError: it cannot be looked for.
        """
        plan, models = self._planned(), self._models()
        where, places = Whereabouts(plan.out, plan.memory), {}
        total = len(plan.photos)
        counts: Counter[State] = Counter()
        self._say(Lit(gains=dict(plan.white_points)))

        def found(photo: Photo, raw: PhotoResult, result: PhotoResult) -> None:
            if result.facts:
                self._hashes.learn(photo.path, result.facts.sha256)
            for made in result.renditions:
                place = where.find(made.file, made.sha256) if made.file else None
                if place:
                    places[made.sha256] = place
            counts[result.state] += 1
            self._say(Recalled(name=photo.name, raw=raw, result=result))

        def judged(listing: ListingResult) -> None:
            self._say(
                ListingFinished(sku=listing.sku, state=listing.state, reason=listing.reason, findings=listing.findings)
            )

        number = recall(plan, models, found=found, judged=judged, is_over=lambda: self._control.cancelled)
        self._say(Lie(places=places))
        self._say(
            Prepared(
                out=plan.out,
                interrupted=number < total,
                counts=dict(counts),
                notes=(),
                seconds=time.monotonic() - self._begun,
                unstarted=total - number,
                recalled=True,
                stopped=self._control.cancelled,
            )
        )

    def _models(self) -> Mapping[str, Path]:
        return usable_models(self._ask.job.options.engine, paths.models_dir(), self._notes.append)

    def _planned(self) -> Plan:
        ask, job = self._ask, self._ask.job
        profile = load_profile(job.options.profile)
        skipped = [Skipped(name=name, reason=reason) for name, reason in job.skipped]
        proposal = planning.from_listings(job.listings, skipped, job.options, profile)
        edits = Edits.REPLACE if ask.replace_edited else Edits.KEEP if ask.keep_edited else Edits.REFUSE
        if ask.only_recall:
            edits = Edits.REPLACE  # nothing is written, so nothing is refused
        make_parent(job.out)
        plan = planning.settle(proposal, job.out, job.options, profile, edits=edits, corrections=dict(job.corrections))
        return replace(plan, hashes=self._hashes.before(photo.path for photo in plan.photos))
