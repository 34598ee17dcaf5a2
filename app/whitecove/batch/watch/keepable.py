"""Whether photos that are away keep their pictures: only what the journal knows under today's options can stay without
its photo."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from whitecove.batch import store
from whitecove.batch.asked import asked, key_of
from whitecove.batch.delivery.edits import as_kept, changing
from whitecove.batch.identity import Identities
from whitecove.batch.passes import first_jobs
from whitecove.batch.places import MOVING, STAGING, places
from whitecove.batch.plan import Plan
from whitecove.batch.watch.taken import Taken
from whitecove.core.model import Rendition


def with_gains(plan: Plan, away: Mapping[str, Taken]) -> Plan:
    """``plan`` with the white points that the photos ``away``, by path, were given when they were there: who looks at
    their sessions now settles others."""
    if plan.options.white_point != "backdrop":
        return plan
    gains = dict(plan.white_points)
    for photo in plan.photos:
        known = away.get(str(photo.path))
        if known and known.gains is not None:
            gains.pop(photo.name, None)
            if known.gains:
                gains[photo.name] = known.gains
    return replace(plan, white_points=gains)


def edited(plan: Plan, away: Collection[str]) -> list[str]:
    """The names of the photos at the paths ``away`` whose delivered pictures are about to change, because a person
    edited them or has their edits replaced."""
    changed = changing(plan) if away else set()
    return [photo.name for photo in plan.photos if str(photo.path) in away and plan.hashes[str(photo.path)] in changed]


def losing(plan: Plan, away: Collection[str], models: Mapping[str, Path]) -> list[str]:
    """The names of the photos at the paths ``away``, whose content ``plan`` knows, that would have to be made anew:
    other options, another white point, another version, another role in their product, or pictures that are gone."""
    if not away:
        return []
    identities = Identities(plan.settings, plan.options, models)
    lost = []
    jobs = first_jobs([photo for photo in plan.photos if str(photo.path) in away], as_kept(plan))
    for job in asked(jobs, plan):
        results = plan.memory.results.get(key_of(identities, job))
        result = results.get(plan.hashes[str(job.photo.path)]) if results else None
        if result is None or not all(_lies(plan, made) for made in result.renditions):
            lost.append(job.photo.name)
    return lost


def _lies(plan: Plan, made: Rendition) -> bool:
    """Whether the picture lies in the delivery, or in the middle of a move, byte for byte; what gave way was made in
    another way."""
    names = (made.file, *plan.memory.names.get(made.sha256, ()))
    candidates = [
        f"{STAGING}/{made.file}",
        f"{MOVING}/{made.sha256}",
        *(each for name in names for each in places(name)),
    ]
    return not made.file or any(store.file_sha256(plan.out / each) == made.sha256 for each in candidates)
