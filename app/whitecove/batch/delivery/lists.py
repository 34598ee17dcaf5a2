"""What is written about a delivery as a whole when a batch ends: report, reshoot list, changes, manifest."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from whitecove.batch import store
from whitecove.batch.delivery.changes import COMPARED, Change, as_csv, changes, compared, ready
from whitecove.batch.delivery.manifest import FIELDS, SCHEMA, Hashes, ManifestRow, manifest_rows, write_manifest
from whitecove.batch.places import MANIFEST
from whitecove.batch.results import BatchResult
from whitecove.batch.written import all_listed
from whitecove.core.errors import WhitecoveError

if TYPE_CHECKING:
    from whitecove.batch.report.shown import Shown

CHANGES = "changes.csv"
# Of a row of the manifest, what is compared and told of changes: its findings are most of it.
TOLD = (*COMPARED, "reason")
# The files that were ready when the delivery was last finished: what the next one is compared with.
DELIVERED = f"{store.MEMORY}/delivered.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What changed since the last finished delivery, and what kept a list from being written, if anything."""

    changes: tuple[Change, ...]
    trouble: WhitecoveError | None


def write_lists(result: BatchResult, out: Path, shown: Shown | None = None) -> Written:
    """Writes the lists into the delivery folder ``out``. Trouble with one keeps none of the others from being written.
    Thumbnails that an earlier report has ``shown`` are not made again.

    ``changes.csv`` tells what changed when the delivery last changed: a batch that changes nothing leaves it as it is,
    and so does one that was interrupted. What the next batch is compared with is written last, so that a kill in
    between costs no change.
    """
    from whitecove.batch.report.page import write_report
    from whitecove.batch.report.reshoot import write_reshoot_list

    hashes = Hashes()
    before = delivered(out)
    finished = before if result.interrupted else _told(result, hashes)
    found = () if result.interrupted else changes(before, finished)
    said = [
        _trouble(lambda: write_report(result, out, found, shown)),
        _trouble(lambda: write_reshoot_list(result, out, shown)),
    ]
    changes_said = _trouble(lambda: _write_changes(found, out))
    said += [changes_said, _trouble(lambda: write_manifest(result, out, hashes))]
    if changes_said is None:
        said.append(_trouble(lambda: store.write_atomic(out / DELIVERED, as_delivered(finished))))
    return Written(changes=found, trouble=next((each for each in said if each), None))


def delivered(out: Path) -> list[ManifestRow]:
    """The ready files of the last finished delivery, with what is compared of each; none where there was none."""
    for file in (DELIVERED, MANIFEST):
        rows = read_rows(out / file, COMPARED)
        if rows is not None:
            return ready(rows)
    return []


def read_rows(path: Path, names: Sequence[str] = FIELDS) -> list[ManifestRow] | None:
    """The rows of a manifest, with those fields of each; none where there is no file, or none that we know how to
    read. An earlier version may have written fewer fields."""
    return all_listed(path, SCHEMA, names)


def as_delivered(rows: Sequence[ManifestRow]) -> bytes:
    """The ready ones of ``rows`` as they are kept to be compared with, a row a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in compared(rows))
    return f'{{"schema": {SCHEMA}, "files": [\n{lines}\n]}}\n'.encode("utf-8", "surrogatepass")


def _told(result: BatchResult, hashes: Hashes) -> list[ManifestRow]:
    return [{name: row[name] for name in TOLD} for row in manifest_rows(result, hashes)]


def _write_changes(found: Sequence[Change], out: Path) -> None:
    if found:
        store.write_atomic(out / CHANGES, as_csv(found))


def _trouble(write: Callable[[], None]) -> WhitecoveError | None:
    try:
        write()
    except WhitecoveError as error:
        return error
    return None
