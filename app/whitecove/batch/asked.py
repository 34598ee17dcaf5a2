"""What is asked for each photo beside its pictures, and the name under which the journal knows the answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from whitecove.batch.executors.jobs import Job
from whitecove.batch.journal import job_key
from whitecove.batch.plan import Plan
from whitecove.core.corrections.file import digest


def asked(jobs: Iterable[Job], plan: Plan) -> tuple[Job, ...]:
    """``jobs``, each with what ``plan`` asks for its photo: its session's white point, and what a person drew on it."""
    points, drawn = plan.white_points, plan.corrections
    return tuple(
        replace(job, white_point=points.get(job.photo.name), corrections=drawn.get(job.photo.name)) for job in jobs
    )


def key_of(identity: str, job: Job) -> str:
    """The `job_key` of ``job`` in a batch of that ``identity``."""
    return job_key(
        identity,
        job.wants,
        measure=job.measure,
        white_point=job.white_point,
        corrections=digest(job.corrections),
    )
