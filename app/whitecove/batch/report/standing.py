"""Whether a report still stands: one that would say and show the same as the last is not made again. Its thumbnails are
what takes time where a batch has nothing else to do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from whitecove import __version__, paths
from whitecove.batch import store
from whitecove.batch.results import BatchResult, ListingResult
from whitecove.batch.written import parsed

if TYPE_CHECKING:
    from whitecove.batch.delivery.changes import Change

RECORD = f"{store.MEMORY}/report.json"
LISTING: TypeAdapter[ListingResult] = TypeAdapter(ListingResult)


def essence(result: BatchResult, changes: Sequence[Change]) -> str:
    """Stands for all that a report is made of: what became of the photos, with the hashes of photos and pictures, and
    how the page looks."""
    seen = hashlib.sha256()
    for part in _parts(result, changes):
        seen.update(len(part).to_bytes(8, "big") + part)
    return seen.hexdigest()


def stands(report: Path, essence: str) -> bool:
    """Whether ``report``, in its delivery folder, is there as it was written of that ``essence``."""
    known = _known(report.parent / RECORD)
    return known.get("essence") == essence and known.get("sha256") == store.file_sha256(report)


def note(report: Path, essence: str) -> None:
    """Notes that ``report`` was written of that ``essence``.

    Raises:
        OutputError: the disk does not take it.
    """
    entry = {"essence": essence, "sha256": store.file_sha256(report)}
    store.write_atomic(report.parent / RECORD, json.dumps(entry).encode())


def _parts(result: BatchResult, changes: Sequence[Change]) -> Iterator[bytes]:
    yield from (path.read_bytes() for path in sorted((paths.resources() / "report").iterdir()) if path.is_file())
    about = (__version__, result.profile, result.interrupted, result.unstarted, result.notes, result.skipped, changes)
    yield repr(about).encode("utf-8", "surrogatepass")
    for listing in (*result.listings, *result.waiting):
        # As JSON, a result is the same whether it was made now or recalled.
        values = LISTING.dump_python(listing, mode="json")
        yield json.dumps(values, sort_keys=True).encode()


def _known(record: Path) -> dict[str, object]:
    try:
        return dict(parsed(record.read_bytes()))
    except OSError:
        return {}
