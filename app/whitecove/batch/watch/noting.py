"""What a round leaves for the next: the photos that it prepared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from whitecove.batch.intake.headers import read_header
from whitecove.batch.plan import Plan
from whitecove.batch.results import BatchResult, Row
from whitecove.batch.watch.scan import Stamp
from whitecove.batch.watch.taken import Gains, Taken
from whitecove.core.model import State


def noted(
    taken: Mapping[str, Taken], plan: Plan, result: BatchResult, settled: Mapping[str, Stamp], folder: Path
) -> dict[str, Taken]:
    """The photos of ``plan`` that were prepared, by name, and what is known of those that were not reached."""
    known = {each.path(folder): each for each in taken.values()}
    names = {str(photo.path): photo.name for photo in plan.photos}
    kept = {name: _called(known[path], name) for path, name in names.items() if path in known}
    for row in (row for listing in result.listings for row in listing.rows):
        path, name = str(row.photo.path), row.photo.name
        before = kept.pop(name, None)
        if row.result.facts is None or row.result.state is State.FAILED:
            if before and path not in settled:
                kept[name] = before
            continue
        now = _there(before, row, settled[path], folder) if path in settled else before
        if now:
            kept[name] = _lit(now, gains_of(plan, name))
    return kept


def gains_of(plan: Plan, name: str) -> Gains | None:
    """The white point that the photo of that ``name`` gets; none where none is asked for."""
    return plan.white_points.get(name, ()) if plan.options.white_point == "backdrop" else None


def _there(known: Taken | None, row: Row, stamp: Stamp, folder: Path) -> Taken:
    path, sha256 = row.photo.path, row.result.facts.sha256 if row.result.facts else ""
    if known and (known.stamp, known.sha256) == (stamp, sha256):
        return known
    place = str(path.relative_to(folder))
    return Taken(name=row.photo.name, place=place, stamp=stamp, sha256=sha256, header=read_header(path))


def _called(each: Taken, name: str) -> Taken:
    return each if each.name == name else replace(each, name=name)


def _lit(each: Taken, gains: Gains | None) -> Taken:
    return each if gains is None or each.gains == gains else replace(each, gains=gains)
