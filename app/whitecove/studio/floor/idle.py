"""An executor that works on nothing: what a batch with it finds is what earlier ones left."""

from __future__ import annotations

from collections.abc import Sequence

from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Job, Outcomes, Watch, Work, unwatched


class Idle:
    """Does no job at all."""

    workers = 0
    about = ""

    def run(self, work: Work, jobs: Sequence[Job], control: Control, watch: Watch = unwatched) -> Outcomes:
        yield from ()
