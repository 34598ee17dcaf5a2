"""One job after the other, in this process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from whitecove.batch.executors import workplace
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Job, Outcomes, Watch, Work, unwatched


class Serial:
    """No worker process: what crashes or hangs takes the batch along. For tests, and for finding out what is wrong."""

    workers = 1
    about = "One photo after the other, without worker processes."

    def run(self, work: Work, jobs: Sequence[Job], control: Control, watch: Watch = unwatched) -> Outcomes:
        for job in jobs:
            control.wait_to_go_on()
            if control.cancelled:
                return
            with workplace.telling(partial(watch, job)):
                done = work(job)
            yield job, done
