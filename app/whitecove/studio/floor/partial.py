"""An executor that leaves something undone, as was asked."""

from __future__ import annotations

from collections.abc import Sequence

from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Executor, Job, Outcomes, Watch, Work, unwatched


class Only:
    """Does the jobs of some photos, by their names, as ``inner`` does them."""

    def __init__(self, inner: Executor, names: frozenset[str]) -> None:
        self._inner, self._names = inner, names

    @property
    def workers(self) -> int:
        return self._inner.workers

    @property
    def about(self) -> str:
        return self._inner.about

    def run(self, work: Work, jobs: Sequence[Job], control: Control, watch: Watch = unwatched) -> Outcomes:
        yield from self._inner.run(work, [job for job in jobs if job.photo.name in self._names], control, watch)
