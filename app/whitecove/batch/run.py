"""Does a plan: the only door to a batch, for the command line, the watch folder and the window."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from whitecove.batch import delivery, lock, store
from whitecove.batch.events import BatchFinished, BatchStarted, Event, ListingFinished, PhotoFinished
from whitecove.batch.executors import CancelToken, Done, Executor, Job, Processes, Work, default_workers
from whitecove.batch.identity import batch_identity
from whitecove.batch.journal import Journal, Memory, job_key
from whitecove.batch.plan import JOURNAL, LISTS, LOCK, STAGING, Plan
from whitecove.batch.results import BatchResult, ListingResult
from whitecove.batch.work import Bench, work
from whitecove.core.engines.registry import make_engine
from whitecove.core.messages import sentence
from whitecove.core.model import Listing, PhotoResult, State
from whitecove.core.profiles import load_profile

log = logging.getLogger(__name__)


def run(
    plan: Plan,
    *,
    workers: int,
    models: Mapping[str, Path],
    emit: Callable[[Event], None],
    cancel: CancelToken,
    resume: bool,
    executor: Executor | None = None,
    worker: Work | None = None,
) -> BatchResult:
    """Does ``plan`` with that many ``workers`` (0: as many as the machine bears), and says what became of each photo.

    ``models`` are the installed models' files by name. ``emit`` gets the events, in this thread. With ``resume``,
    what an earlier run finished with the same photos, settings, version and engine is taken as it is. ``executor`` and
    ``worker`` replace where, and by what, photos are prepared.

    Raises:
        OutputError: the delivery folder or the disk does not take what must be written; what is finished stays.
        EngineError: the engine cannot work at all.
    """
    make_engine(plan.options.engine, models)
    store.open_delivery(plan.out)
    bench = Bench(
        options=plan.options,
        profile=plan.profile,
        models=tuple(sorted(models.items())),
        staging=plan.out / STAGING,
    )
    with ExitStack() as stack:
        stack.enter_context(lock.held(plan.out / LOCK, plan.out))
        journal = stack.enter_context(Journal(plan.out / JOURNAL))
        identity = batch_identity(plan.settings, plan.options.engine, models)
        batch = _Batch(plan, identity, journal, emit)
        return batch.run(
            executor or Processes(workers=workers or default_workers(plan.options.engine, models)),
            worker or partial(work, bench),
            cancel,
            resume=resume,
        )


class _Batch:
    """A plan under way."""

    def __init__(self, plan: Plan, identity: str, journal: Journal, emit: Callable[[Event], None]) -> None:
        self.plan = plan
        self.identity = identity
        self.journal = journal
        self.emit = emit
        self.profile = load_profile(plan.profile)
        self.memory = plan.previous()
        now = datetime.now(UTC).astimezone().strftime("%Y-%m-%d_%H-%M-%S")
        self.delivery = delivery.Delivery(plan.out, delivery.previous_folder(plan.out, now))
        self.listing_of = {photo.name: listing for listing in plan.listings for photo in listing.photos}
        self.left = {listing.sku: len(listing.photos) for listing in plan.listings}
        self.results: dict[str, PhotoResult] = {}
        self.finished: dict[str, ListingResult] = {}

    def run(self, executor: Executor, worker: Work, cancel: CancelToken, *, resume: bool) -> BatchResult:
        known = dict(self._known(self.memory)) if resume else {}
        self.emit(
            BatchStarted(
                photos=len(self.plan.photos),
                listings=len(self.plan.listings),
                resumed=len(known),
                workers=executor.workers,
            )
        )
        for file in set(LISTS).intersection(self.plan.edited):
            self.delivery.set_aside(file)
        for name, result in known.items():
            self._finish(name, result)
        jobs = [
            Job(photo=photo, wants=self.plan.wants[photo.name]) for photo in self.plan.photos if photo.name not in known
        ]
        with closing(executor.run(worker, jobs, cancel)) as outcomes:
            for job, done in outcomes:
                self._note(job, done)
                self._finish(job.photo.name, done.result)
        return self._end()

    def _known(self, memory: Memory) -> Iterator[tuple[str, PhotoResult]]:
        """The photos whose results earlier runs left, whole, in the order of the plan."""
        for photo in self.plan.photos:
            results = memory.results.get(job_key(self.identity, self.plan.wants[photo.name]), {})
            result = results.get(store.file_sha256(photo.path) or "") if results else None
            if result and all(delivery.find(self.plan.out, r.file, r.sha256) for r in result.renditions if r.file):
                yield photo.name, result

    def _note(self, job: Job, done: Done) -> None:
        if done.trouble:
            log.error("%s\n%s", job.photo.name, done.trouble)
        if done.result.state is not State.FAILED:
            self.journal.add(job_key(self.identity, job.wants), job.photo.name, done.result)

    def _finish(self, name: str, result: PhotoResult) -> None:
        listing = self.listing_of[name]
        self.results[name] = result
        self.emit(
            PhotoFinished(sku=listing.sku, name=name, result=result, done=len(self.results), total=len(self.listing_of))
        )
        self.left[listing.sku] -= 1
        if not self.left[listing.sku]:
            self._deliver(listing)

    def _deliver(self, listing: Listing) -> None:
        judged = delivery.judge(listing, self.plan.wants, self.results, self.profile, slots=self.plan.options.slots)
        self.delivery.place(judged)
        self.finished[listing.sku] = judged
        self.emit(ListingFinished(sku=judged.sku, state=judged.state, reason=judged.reason))

    def _end(self) -> BatchResult:
        listings = tuple(self.finished[li.sku] for li in self.plan.listings if li.sku in self.finished)
        interrupted = len(listings) < len(self.plan.listings)
        notes: tuple[str, ...] = ()
        if not interrupted:
            store.remove_tree(self.plan.out / STAGING)
            kept = (each.file for li in listings for row in li.rows for each in row.result.renditions)
            left = self.delivery.clear(self.memory, kept)
            notes = tuple(sentence("listing.edited_left", file=file) for file in left)
        self.emit(BatchFinished(interrupted=interrupted))
        return BatchResult(
            profile=self.plan.profile,
            listings=listings,
            skipped=self.plan.skipped,
            interrupted=interrupted,
            unstarted=len(self.listing_of) - len(self.results),
            waiting=tuple(
                delivery.postponed(li, self.results) for li in self.plan.listings if li.sku not in self.finished
            ),
            notes=notes,
        )
