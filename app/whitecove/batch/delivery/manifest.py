"""The delivery's list of files: one row for every input and slot, as JSON for programs and as CSV for a spreadsheet.

It holds nothing that differs between two runs of the same job: no clock, duration or absolute path. In ``findings``,
those on the file come first, then those on the source photo; the first row of a listing also has those on the listing
as a whole, whose rules start with ``set.``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import tee, zip_longest
from pathlib import Path
from typing import Any, TypeAlias

from whitecove.batch import store
from whitecove.batch.results import BatchResult, ListingResult, Row, Skipped
from whitecove.batch.spreadsheet import csv_file, csv_lines, safe_cell
from whitecove.core.adjust.values import AS_SHOT
from whitecove.core.model import Finding, Outcome, Rendition, Slot, State

SCHEMA = 1
JSON_FILE, CSV_FILE = "manifest.json", "manifest.csv"

# A row's fields, in order; both forms have all of them.
FIELDS = (
    "sku", "variant", "image_type", "tags", "order", "file", "state", "reason", "decision", "source_box", "placed_box",
    "flush", "geometry", "sha256", "width", "height", "bytes", "rung", "quality", "encodes", "engine", "corrections",
    "doubt", "score", "shadow", "changes", "notes", "findings", "source", "source_sha256",
)  # fmt: skip

ManifestRow: TypeAlias = dict[str, Any]


class Hashes(dict[Path, str]):
    """The SHA-256 of files, each read once; empty where there is no readable file."""

    def __missing__(self, path: Path) -> str:
        return self.setdefault(path, store.file_sha256(path) or "")


def write_manifest(result: BatchResult, out: Path, hashes: Hashes | None = None) -> None:
    """Writes ``manifest.json`` and ``manifest.csv`` into the delivery folder ``out``, both in one walk; ``hashes`` are
    those of photos that could not be read, as far as they are known.

    Raises:
        OutputError: the disk does not take them.
    """
    for_json, for_csv = tee(manifest_rows(result, hashes))
    lines = zip_longest(json_lines(result.profile, for_json), csv_lines(FIELDS, map(_cells, for_csv)), fillvalue=b"")
    with store.replacing(out / CSV_FILE) as table, store.replacing(out / JSON_FILE) as file:
        for line, cells in lines:
            file.write(line)
            table.write(cells)


def manifest_rows(result: BatchResult, hashes: Hashes | None = None) -> Iterator[ManifestRow]:
    """The rows: the listings in order, each photo's pictures in order, then what an interruption left waiting and
    what was skipped. ``hashes`` keeps those of photos that could not be read from one walk to the next."""
    known = Hashes() if hashes is None else hashes
    for listing in (*result.listings, *result.waiting):
        yield from _listing_rows(listing, known)
    for skipped in result.skipped:
        yield _skipped_row(skipped)


def as_json(profile: str, rows: Iterable[ManifestRow]) -> bytes:
    """``manifest.json``: UTF-8, a row a line."""
    return b"".join(json_lines(profile, rows))


def json_lines(profile: str, rows: Iterable[ManifestRow]) -> Iterator[bytes]:
    """`as_json`, row by row."""
    head = json.dumps({"schema": SCHEMA, "profile": profile}, ensure_ascii=False).removesuffix("}")
    yield f'{head}, "files": ['.encode()
    end = "\n"
    for row in rows:
        yield f"{end}{json.dumps(row, ensure_ascii=False)}".encode()
        end = ",\n"
    yield ("\n\n]}\n" if end == "\n" else "\n]}\n").encode()


def as_csv(rows: Iterable[ManifestRow]) -> bytes:
    """``manifest.csv``: with a byte order mark, so that Excel reads every script right; no cell is a formula. Of the
    findings it has what does not pass: a cell has little room."""
    return csv_file(FIELDS, map(_cells, rows))


def _cells(row: ManifestRow) -> list[str]:
    return [_cell(name, row[name]) for name in FIELDS]


def finding_values(finding: Finding) -> dict[str, Any]:
    """A finding as plain values."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "outcome": finding.outcome.value,
        "measured": finding.measured,
        "required": finding.required,
        "fix": finding.fix,
        "value": None if finding.value is None else float(finding.value),
        "where": list(finding.where) if finding.where else None,
    }


def rendition_values(rendition: Rendition) -> dict[str, Any]:
    """What is known of a written file (or of the attempt), as plain values by the manifest's names."""
    placement = rendition.placement
    return {
        "file": rendition.file,
        "state": rendition.state.value,
        "reason": rendition.reason,
        "decision": rendition.decision,
        "source_box": list(placement.source_box) if placement else None,
        "placed_box": list(placement.placed_box) if placement else None,
        "flush": list(placement.flush) if placement else [],
        "geometry": asdict(rendition.geometry) if rendition.geometry != AS_SHOT else None,
        "sha256": rendition.sha256,
        "width": rendition.width,
        "height": rendition.height,
        "bytes": rendition.bytes,
        **{name: rendition.encoding.get(name) for name in ("rung", "quality", "encodes")},
        "engine": rendition.engine,
        "corrections": rendition.corrections,
        "doubt": None if rendition.doubt is None else round(float(rendition.doubt), 4),
        "score": rendition.score,
        "shadow": rendition.shadow,
        "changes": list(rendition.changes),
        "notes": list(rendition.notes),
    }


def _listing_rows(listing: ListingResult, hashes: Hashes) -> Iterator[ManifestRow]:
    of_listing = listing.findings
    for row in listing.rows:
        for values in _photo_rows(listing.sku, row, of_listing, hashes):
            yield values
            of_listing = ()


def _photo_rows(sku: str, row: Row, of_listing: tuple[Finding, ...], hashes: Hashes) -> Iterator[ManifestRow]:
    facts = row.result.facts
    source = facts.sha256 if facts else _hash_unread(row, hashes)
    for rendition in row.result.renditions or (None,):
        made = rendition or _not_made(row.result.state, row.result.reason)
        of_file = rendition.findings if rendition else ()
        yield _row(
            sku=sku,
            variant=(rendition and rendition.variant) or row.variant,
            image_type=rendition.slot.value if rendition else row.photo.role.value,
            tags=[tag.value for tag in row.photo.tags],
            order=(rendition and rendition.order) or row.photo.order,
            **rendition_values(made),
            findings=[finding_values(each) for each in (*of_file, *row.result.findings, *of_listing)],
            source=row.photo.name,
            source_sha256=source,
        )
        of_listing = ()


def _hash_unread(row: Row, hashes: Hashes) -> str:
    """The hash of a photo that could not be read; none of one that waits: after an interruption nobody likes to wait
    while photos are read."""
    return "" if row.result.state is State.WAITING else hashes[row.photo.path]


def _skipped_row(skipped: Skipped) -> ManifestRow:
    return _row(
        sku="",
        variant="",
        image_type="",
        tags=[],
        order=0,
        **rendition_values(_not_made(State.SKIPPED, skipped.reason)),
        findings=[],
        source=skipped.name,
        source_sha256="",
    )


def _not_made(state: State, reason: str) -> Rendition:
    """A row of an input that has no file: only its state and reason count."""
    return Rendition(slot=Slot.MAIN, file="", state=state, reason=reason)


def _row(**values: Any) -> ManifestRow:  # noqa: ANN401 (a row is what JSON takes)
    return {name: values[name] for name in FIELDS}


def _cell(name: str, value: object) -> str:
    if value is None:
        return ""
    if name == "findings" and isinstance(value, list):
        return safe_cell("; ".join(_finding_text(each) for each in value if each["outcome"] != Outcome.PASS.value))
    if name in ("changes", "notes") and isinstance(value, list):
        return safe_cell("; ".join(map(str, value)))
    if isinstance(value, dict):
        return json.dumps(value)
    if isinstance(value, list):
        return " ".join(map(str, value))
    return safe_cell(value) if isinstance(value, str) else str(value)


def _finding_text(finding: Mapping[str, Any]) -> str:
    return f"{finding['rule']} {finding['outcome']}: {finding['measured']} ({finding['required']})"
