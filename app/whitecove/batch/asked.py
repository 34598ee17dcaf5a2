"""What is asked for each photo beside its pictures, and the name under which the journal knows the answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from whitecove.batch.executors.jobs import Job, own_engine
from whitecove.batch.identity import Identities
from whitecove.batch.journal import job_key
from whitecove.batch.plan import Plan
from whitecove.core.corrections.text import digest


def asked(jobs: Iterable[Job], plan: Plan) -> tuple[Job, ...]:
    """``jobs``, each with what ``plan`` asks for its photo: its session's white point, unless a person set its own, and
    what a person drew on it and set for it."""
    return tuple(_asked(job, plan) for job in jobs)


def _asked(job: Job, plan: Plan) -> Job:
    drawn = plan.corrections.get(job.photo.name)
    has_own = drawn is not None and drawn.adjust.white_point is not None
    return replace(job, white_point=None if has_own else plan.white_points.get(job.photo.name), corrections=drawn)


def engines_of(plan: Plan) -> set[str]:
    """The names of all engines that ``plan`` works with: its own, and those that photos have for themselves."""
    own = {made.adjust.engine for made in plan.corrections.values()}
    return {plan.options.engine, *(name for name in own if name)}


def key_of(identities: Identities, job: Job) -> str:
    """The `job_key` of ``job`` in a batch of those ``identities``."""
    return job_key(
        identities.of(own_engine(job)),
        job.wants,
        measure=job.measure,
        white_point=job.white_point,
        corrections=digest(job.corrections),
    )
