"""Whether a report still stands: one that would say and show the same as the last is not made again. Its thumbnails are
what takes time where a batch has nothing else to do."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from whitecove import __version__, paths
from whitecove.batch import store
from whitecove.batch.results import BatchResult, ListingResult
from whitecove.batch.written import parsed
from whitecove.core.profiles import Profile

if TYPE_CHECKING:
    from whitecove.batch.delivery.changes import Change

RECORD = f"{store.MEMORY}/report.json"
LISTING: TypeAdapter[ListingResult] = TypeAdapter(ListingResult)


def essence(result: BatchResult, changes: Sequence[Change], profile: Profile) -> str:
    """Stands for all that a report is made of: what became of the photos, with the hashes of photos and pictures, what
    their ``profile`` says, and how the page looks."""
    seen = hashlib.sha256()
    for part in _parts(result, changes, profile):
        seen.update(len(part).to_bytes(8, "big") + part)
    return seen.hexdigest()


def away(result: BatchResult) -> frozenset[str]:
    """The photos that would be shown, but cannot be read where they were: by name."""
    rows = (row for listing in (*result.listings, *result.waiting) for row in listing.rows)
    return frozenset(row.photo.name for row in rows if row.result.facts and not os.access(row.photo.path, os.R_OK))


def stands(report: Path, essence: str, away: frozenset[str]) -> bool:
    """Whether ``report``, in its delivery folder, is there as it was written of that ``essence``, and none of the
    photos that it could not show has come back: those ``away`` are so now."""
    known = _known(report.parent / RECORD)
    missed = known.get("away")
    if known.get("essence") != essence or not isinstance(missed, list) or not away.issuperset(map(str, missed)):
        return False
    return known.get("sha256") == store.file_sha256(report)


def note(report: Path, essence: str, away: frozenset[str]) -> None:
    """Notes that ``report`` was written of that ``essence``, without the photos that were ``away``.

    Raises:
        OutputError: the disk does not take it.
    """
    entry = {"essence": essence, "sha256": store.file_sha256(report), "away": sorted(away)}
    store.write_atomic(report.parent / RECORD, json.dumps(entry).encode())


def _parts(result: BatchResult, changes: Sequence[Change], profile: Profile) -> Iterator[bytes]:
    yield from (path.read_bytes() for path in sorted((paths.resources() / "report").iterdir()) if path.is_file())
    weights = [(rule.id, rule.severity, sorted(rule.severity_in.items()), rule.weight) for rule in profile.rules]
    batch = (result.profile, result.interrupted, result.unstarted, result.notes, result.skipped, changes)
    yield repr((__version__, profile.name, weights, *batch)).encode("utf-8", "surrogatepass")
    for listing in (*result.listings, *result.waiting):
        # As JSON, a result is the same whether it was made now or recalled.
        values = LISTING.dump_python(listing, mode="json")
        yield json.dumps(values, sort_keys=True).encode()


def _known(record: Path) -> dict[str, object]:
    try:
        return dict(parsed(record.read_bytes()))
    except OSError:
        return {}
