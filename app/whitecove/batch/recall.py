"""What earlier runs left of a plan, found without touching anything: what is shown of a project that is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from whitecove.batch import decisions, store
from whitecove.batch.asked import asked, key_of
from whitecove.batch.delivery import judging
from whitecove.batch.delivery.whereabouts import Whereabouts
from whitecove.batch.executors.jobs import Job
from whitecove.batch.identity import Identities
from whitecove.batch.journal import rebased
from whitecove.batch.passes import first_jobs, is_drawn_later, merged, second_jobs
from whitecove.batch.plan import Plan
from whitecove.batch.results import ListingResult
from whitecove.core.model import Photo, PhotoResult, State
from whitecove.core.profiles import load_profile


def recall(
    plan: Plan,
    models: Mapping[str, Path],
    *,
    found: Callable[[Photo, PhotoResult, PhotoResult], None],
    judged: Callable[[ListingResult], None],
    is_over: Callable[[], bool] = lambda: False,
) -> int:
    """Says of each photo what is left of it, before and after what was decided, and of each listing that is whole how
    it stands; returns how many photos. Nothing is written or moved; what is not just as ``plan`` wants it is not there.

    ``models`` are the installed models' files by name; once ``is_over``, no more is looked for.
    """
    looking = _Looking(plan, Identities(plan.settings, plan.options, models), is_over)
    results = dict(looking.results())
    profile, held = load_profile(plan.profile), decisions.read(plan.out)
    for listing in plan.listings:
        photos = {photo.name: photo for photo in listing.photos if photo.name in results}
        for name, photo in photos.items():
            source = looking.hash_of(photo)
            raw = results[name]
            results[name] = decisions.applied(raw, source, held, profile)
            found(photo, raw, results[name])
        if len(photos) == len(listing.photos):
            judged(judging.judge(listing, plan.wants, results, profile, slots=plan.options.slots))
    return len(results)


class _Looking:
    """Looks through the memory of a plan."""

    def __init__(self, plan: Plan, identities: Identities, is_over: Callable[[], bool]) -> None:
        self._plan, self._identities, self._is_over = plan, identities, is_over
        self._whereabouts = Whereabouts(plan.out, plan.memory)
        self._hashes = dict(plan.hashes)

    def results(self) -> Iterator[tuple[str, PhotoResult]]:
        """What is left of each photo, by its name: of those that take two passes, of both."""
        plan = self._plan
        measured: dict[str, PhotoResult] = {}
        for job, result in self._known(first_jobs(plan.photos, plan.wants)):
            if job.measure and result.state is not State.FAILED:
                measured[job.photo.name] = result
            if job.photo.name not in measured or not is_drawn_later(plan.wants[job.photo.name]):
                yield job.photo.name, result
        if measured:
            drawn = second_jobs(plan.listings, plan.wants, measured, plan.options, load_profile(plan.profile))
            for job, result in self._known(drawn):
                yield job.photo.name, merged(measured[job.photo.name], result)

    def hash_of(self, photo: Photo) -> str:
        """The photo's SHA-256, read once; empty where it cannot be read."""
        path = str(photo.path)
        if path not in self._hashes:
            self._hashes[path] = store.file_sha256(photo.path) or ""
        return self._hashes[path]

    def _known(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, PhotoResult]]:
        for job in asked(jobs, self._plan):
            if self._is_over():
                return
            results = self._plan.memory.results.get(key_of(self._identities, job))
            result = results.get(self.hash_of(job.photo)) if results else None
            whole = result is not None and len(result.renditions) == len(job.wants)
            if result and whole and all(self._whereabouts.has(each) for each in result.renditions):
                yield job, rebased(result, job.wants)
