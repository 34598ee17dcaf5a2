"""Photos that could not be prepared are not tried again in every round, only when their file or what is wanted of them
changed: a broken file is one sentence, not one every minute. What went wrong by chance is tried some more times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Done, Executor, Job, Outcomes, Watch, Work, unwatched
from whitecove.batch.watch.scan import Stamp
from whitecove.core.model import State

# What says nothing about the file: another program had it, or something went wrong at work on it. It is tried so many
# times in all.
PASSING = frozenset(
    {"prepare.worker_died", "prepare.too_long", "prepare.too_much_memory", "read.no_access", "cluster.worker_lost"}
)
TRIES = 4


@dataclass(frozen=True, slots=True)
class Failure:
    """How a photo failed with that stamp and job, and how often it was tried."""

    stamp: Stamp
    job: Job
    done: Done
    tries: int

    @property
    def is_to_try(self) -> bool:
        """Whether it may come out otherwise the next time."""
        return self.done.code in PASSING and self.tries < TRIES


@dataclass(slots=True)
class Failures:
    """What became of the photos that failed, by path."""

    _known: dict[str, Failure] = field(default_factory=dict)

    def of(self, job: Job, stamp: Stamp | None) -> Done | None:
        """How ``job`` failed earlier; none where it did not, may not fail again, or its file is another one now."""
        known = self._same(job, stamp)
        return known.done if known and not known.is_to_try else None

    def note(self, job: Job, stamp: Stamp | None, done: Done) -> None:
        """Takes in what became of ``job``; its log entry is written once."""
        path = str(job.photo.path)
        if done.result.state is State.FAILED and stamp is not None:
            before = self._same(job, stamp)
            self._known[path] = Failure(stamp, job, replace(done, trouble=""), 1 + (before.tries if before else 0))
        else:
            self._known.pop(path, None)

    def any_to_try(self) -> bool:
        """Whether some of them are to be tried again."""
        return any(known.is_to_try for known in self._known.values())

    def any_gone(self, seen: Mapping[str, Stamp]) -> bool:
        """Whether a file that failed is not among those ``seen``."""
        return not self._known.keys() <= seen.keys()

    def keep(self, stamps: Mapping[str, Stamp]) -> None:
        """Forgets all files but those with these ``stamps``."""
        self._known = {path: known for path, known in self._known.items() if stamps.get(path) == known.stamp}

    def _same(self, job: Job, stamp: Stamp | None) -> Failure | None:
        known = self._known.get(str(job.photo.path))
        return known if known and known.stamp == stamp and _asked(known.job) == _asked(job) else None


@dataclass(frozen=True, slots=True)
class Remembering:
    """An executor that does not try again what failed before: ``stamps`` are those of the files now."""

    inner: Executor
    failures: Failures
    stamps: Mapping[str, Stamp]

    @property
    def workers(self) -> int:
        return self.inner.workers

    @property
    def about(self) -> str:
        return self.inner.about

    def run(self, work: Work, jobs: Sequence[Job], control: Control, watch: Watch = unwatched) -> Outcomes:
        fresh = []
        for job in jobs:
            done = self.failures.of(job, self._stamp(job))
            if done is None:
                fresh.append(job)
            else:
                yield job, done
        with closing(self.inner.run(work, fresh, control, watch)) as outcomes:
            for job, done in outcomes:
                self.failures.note(job, self._stamp(job), done)
                yield job, done

    def _stamp(self, job: Job) -> Stamp | None:
        return self.stamps.get(str(job.photo.path))


def _asked(job: Job) -> tuple[object, ...]:
    return job.wants, job.measure, job.white_point, job.corrections
