"""Whether photos that are away keep their pictures: only what the journal knows under today's options can stay without
its photo."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from whitecove.batch.identity import batch_identity
from whitecove.batch.journal import job_key
from whitecove.batch.passes import first_jobs
from whitecove.batch.plan import Plan
from whitecove.core.corrections.file import digest


def losing(plan: Plan, away: Collection[str], models: Mapping[str, Path]) -> list[str]:
    """The names of the photos ``away``, whose content ``plan`` knows, that would have to be made anew: other options,
    another version, or another role in their product."""
    if not away:
        return []
    identity = batch_identity(plan.settings, plan.options.engine, models, device=plan.options.device)
    lost = []
    for job in first_jobs([photo for photo in plan.photos if photo.name in away], plan.wants):
        name = job.photo.name
        key = job_key(
            identity,
            job.wants,
            measure=job.measure,
            white_point=plan.white_points.get(name),
            corrections=digest(plan.corrections.get(name)),
        )
        if plan.hashes[name] not in plan.memory.results.get(key, ()):
            lost.append(name)
    return lost
