"""Does a plan: the only door to a batch, for the command line, the watch folder and the window."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from whitecove.batch import decisions, lock, store
from whitecove.batch.asked import asked, engines_of, key_of
from whitecove.batch.delivery import judging, strangers
from whitecove.batch.delivery.edits import adopt
from whitecove.batch.delivery.folder import Delivery, previous_folder
from whitecove.batch.delivery.likeness import with_duplicates
from whitecove.batch.events import BatchFinished, BatchStarted, Event, ListingFinished, PhotoFinished, PhotoWorking
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Done, Executor, Job, Work
from whitecove.batch.executors.processes import staffed
from whitecove.batch.executors.staffing import hungriest
from whitecove.batch.identity import Identities
from whitecove.batch.journal import Journal, rebased, up_to_date
from whitecove.batch.kept import Kept
from whitecove.batch.packed import Packed
from whitecove.batch.passes import first_jobs, is_drawn_later, merged, second_jobs
from whitecove.batch.places import JOURNAL, LOCK, MANIFEST, STAGING
from whitecove.batch.plan import Plan
from whitecove.batch.results import BatchResult, ListingResult
from whitecove.batch.work import Bench
from whitecove.core.engines.registry import make_engine
from whitecove.core.messages import sentence
from whitecove.core.model import Listing, Photo, PhotoResult, State
from whitecove.core.profiles import load_profile
from whitecove.core.stage import Stage

log = logging.getLogger(__name__)


def run(
    plan: Plan,
    *,
    workers: int = 0,
    models: Mapping[str, Path],
    emit: Callable[[Event], None],
    control: Control,
    resume: bool,
    executor: Executor | None = None,
    worker: Work | None = None,
) -> BatchResult:
    """Does ``plan`` with that many ``workers`` (0: as many as the machine bears), and says what became of each photo.

    ``models`` are the installed models' files by name. ``emit`` gets the events, in this thread. With ``resume``,
    what an earlier run finished with the same photos, settings, version and engine is taken as it is. ``control`` stops
    it, or lets it stand still. ``executor`` and ``worker`` replace where, and by what, photos are prepared.

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
        memory = up_to_date(plan.memory, plan.out / JOURNAL, plan.out / MANIFEST)
        journal = stack.enter_context(Journal(plan.out / JOURNAL))
        identities = Identities(plan.settings, plan.options, models)
        batch = _Batch(replace(plan, memory=memory), identities, journal, emit)
        return batch.run(
            executor or staffed(hungriest(engines_of(plan), models), models, workers),
            worker or bench,
            control,
            resume=resume,
        )


class _Batch:
    """A plan under way."""

    def __init__(self, plan: Plan, identities: Identities, journal: Journal, emit: Callable[[Event], None]) -> None:
        self.plan = plan
        self.identities = identities
        self.journal = journal
        self.emit = emit
        self.profile = load_profile(plan.profile)
        self.wants = adopt(plan, journal)
        self.decisions = decisions.read(plan.out)
        now = datetime.now(UTC).astimezone().strftime("%Y-%m-%d_%H-%M-%S")
        previous = previous_folder(plan.out, now)
        self.delivery = Delivery(plan.out, previous, plan.memory, journal, plan.edited)
        self.listing_of = {photo.name: listing for listing in plan.listings for photo in listing.photos}
        self.left = {listing.sku: len(listing.photos) for listing in plan.listings}
        self.hashes: dict[str, str] = dict(plan.hashes)
        self.remarks: dict[str, None] = {}  # an ordered set
        self.results: dict[str, PhotoResult] = {}
        self.done = 0
        self.finished = Kept()

    def run(self, executor: Executor, worker: Work, control: Control, *, resume: bool) -> BatchResult:
        """Both passes: most photos need one; those that share a scale are measured first, and drawn when all their
        siblings are measured."""
        self.delivery.take_over()
        jobs = asked(first_jobs(self.plan.photos, self.wants), self.plan)
        known = self._known(jobs, control) if resume else Packed()
        self.emit(
            BatchStarted(
                photos=len(self.plan.photos),
                listings=len(self.plan.listings),
                resumed=len(known),
                workers=executor.workers,
                about=executor.about,
            )
        )
        measured: dict[str, PhotoResult] = {}
        for job, result in self._done(executor, worker, jobs, known, control):
            if job.measure and result.state is not State.FAILED:
                measured[job.photo.name] = result
            if job.photo.name not in measured or not is_drawn_later(self.wants[job.photo.name]):
                self._finish(job.photo, result)
            else:
                self.journal.sync()
        if measured and not control.cancelled:
            drawn = second_jobs(self.plan.listings, self.wants, measured, self.plan.options, self.profile)
            jobs = asked(drawn, self.plan)
            known = self._known(jobs, control) if resume else Packed()
            for job, result in self._done(executor, worker, jobs, known, control):
                self._finish(job.photo, merged(measured[job.photo.name], result))
        return self._end()

    def _done(
        self,
        executor: Executor,
        worker: Work,
        jobs: Sequence[Job],
        known: Packed[PhotoResult],
        control: Control,
    ) -> Iterator[tuple[Job, PhotoResult]]:
        """Each job with its result: those that are ``known``, then the others as they are done."""
        left = [job for job in jobs if job.photo.name not in known]
        for job in jobs:
            result = known.pop(job.photo.name)
            if result:
                yield job, result
        with closing(executor.run(worker, left, control, self._watch)) as outcomes:
            for job, done in outcomes:
                self._note(job, done)
                yield job, done.result

    def _known(self, jobs: Sequence[Job], control: Control) -> Packed[PhotoResult]:
        """The results that earlier runs left of photos, whole, by the photos' names."""
        known: Packed[PhotoResult] = Packed()
        for job in jobs:
            if control.cancelled:
                break
            results = self.plan.memory.results.get(key_of(self.identities, job))
            result = results.get(self._hash(job.photo)) if results else None
            whole = result is not None and len(result.renditions) == len(job.wants)
            if result and whole and all(self.delivery.has(each) for each in result.renditions):
                known.add(job.photo.name, rebased(result, job.wants))
        return known

    def _watch(self, job: Job, stage: Stage) -> None:
        self.emit(PhotoWorking(sku=self.listing_of[job.photo.name].sku, name=job.photo.name, stage=stage))

    def _hash(self, photo: Photo) -> str:
        """The photo's SHA-256, read once; empty where it cannot be read."""
        path = str(photo.path)
        if path not in self.hashes:
            self.hashes[path] = store.file_sha256(photo.path) or ""
        return self.hashes[path]

    def _note(self, job: Job, done: Done) -> None:
        self.remarks.update(dict.fromkeys(done.notes))
        if done.trouble:
            log.error("%s\n%s", job.photo.name, done.trouble)
        if done.result.state is not State.FAILED:
            self.journal.add(key_of(self.identities, job), job.photo.name, done.result)

    def _finish(self, photo: Photo, result: PhotoResult) -> None:
        listing = self.listing_of[photo.name]
        result = self._decided(photo, result)
        self.results[photo.name] = result
        self.left[listing.sku] -= 1
        judged = None if self.left[listing.sku] else self._judged(listing)
        if judged:
            self.delivery.announce(judged)
        self.journal.sync()
        self.done += 1
        self.emit(
            PhotoFinished(sku=listing.sku, name=photo.name, result=result, done=self.done, total=len(self.listing_of))
        )
        if judged:
            self._deliver(judged)

    def _judged(self, listing: Listing) -> ListingResult:
        judged = judging.judge(listing, self.wants, self.results, self.profile, slots=self.plan.options.slots)
        for photo in listing.photos:
            del self.results[photo.name]
        return judged

    def _decided(self, photo: Photo, result: PhotoResult) -> PhotoResult:
        """``result`` after what a person decided about the photo."""
        if not self.decisions:
            return result
        source = result.facts.sha256 if result.facts else self._hash(photo)
        return decisions.applied(result, source, self.decisions, self.profile)

    def _deliver(self, judged: ListingResult) -> None:
        self.delivery.place(judged)
        self.finished.add(judged)
        self.emit(ListingFinished(sku=judged.sku, state=judged.state, reason=judged.reason, findings=judged.findings))

    def _end(self) -> BatchResult:
        unfinished = [li for li in self.plan.listings if li.sku not in self.finished]
        listings = tuple(self.finished.given_back(li.sku for li in self.plan.listings))
        interrupted = bool(unfinished)
        notes: tuple[str, ...] = ()
        kept = [each.file for li in listings for row in li.rows for each in row.result.renditions if each.file]
        self.delivery.require(kept)
        if not interrupted:
            store.remove_tree(self.plan.out / STAGING)
            left = self.delivery.clear(kept)
            notes = tuple(sentence("listing.edited_left", file=file) for file in left)
            notes += strangers.note(self.plan.out, (*kept, *left))
        self.emit(BatchFinished(interrupted=interrupted))
        return BatchResult(
            profile=self.plan.profile,
            listings=with_duplicates(listings, self.profile),
            skipped=self.plan.skipped,
            interrupted=interrupted,
            unstarted=len(self.listing_of) - self.done,
            waiting=tuple(judging.postponed(li, self.results) for li in unfinished),
            notes=(*self.plan.notes, *self.remarks, *notes),
        )
