"""The list of photos to shoot again: ``reshoot.csv`` for a table, ``reshoot.html`` to print and take to the studio."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch import decisions, store, words
from whitecove.batch.decisions import Decisions
from whitecove.batch.report import template
from whitecove.batch.report.shown import Shown
from whitecove.batch.report.thumbnails import Source, side_for, thumbnails
from whitecove.batch.results import BatchResult, Row
from whitecove.batch.spreadsheet import csv_file, safe_cell
from whitecove.core.model import State

CSV_FILE, HTML_FILE = "reshoot.csv", "reshoot.html"
FIELDS = ("sku", "variant", "role", "photo", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reshoot:
    """A photo to shoot again; ``thumbnail`` is a JPEG in base64, empty where the photo cannot be shown."""

    sku: str
    variant: str
    role: str
    photo: str
    reason: str
    thumbnail: str


def write_reshoot_list(result: BatchResult, out: Path, shown: Shown | None = None) -> None:
    """Writes the list into the delivery folder ``out``, or takes an earlier one away where nothing is on it. Thumbnails
    that were ``shown`` before are not made again.

    Raises:
        OutputError: the disk does not take it, or another program holds it open.
    """
    refused = [(li.sku, row) for li in result.listings for row in li.rows if row.result.state is State.RESHOOT]
    if not refused:
        for file in (CSV_FILE, HTML_FILE):
            _take_away(out / file)
        return
    rows = _rows(refused, decisions.read(out), shown)
    store.write_atomic(out / HTML_FILE, as_html(rows))
    store.write_atomic(out / CSV_FILE, as_csv(rows))


def as_csv(rows: Sequence[Reshoot]) -> bytes:
    """``reshoot.csv``: with a byte order mark, so that Excel reads every script right; no cell is a formula."""
    cells = ((row.sku, row.variant, row.role, row.photo, row.reason) for row in rows)
    return csv_file(FIELDS, ([safe_cell(cell) for cell in row] for row in cells))


def as_html(rows: Sequence[Reshoot]) -> bytes:
    """``reshoot.html``: one page to print, with everything in it."""
    return template.rendered("reshoot.html.j2", rows=rows)


def _rows(refused: Sequence[tuple[str, Row]], held: Decisions, shown: Shown | None) -> list[Reshoot]:
    sources = (Source(row.photo.path, row.result.facts) if row.result.facts else None for _, row in refused)
    small = thumbnails(sources, side_for(len(refused)), shown)
    return [
        Reshoot(
            sku=sku,
            variant=row.variant,
            role=words.PLACES[row.photo.role],
            photo=row.photo.name,
            reason=_reason(row, held),
            thumbnail=thumbnail,
        )
        for (sku, row), thumbnail in zip(refused, small, strict=True)
    ]


def _reason(row: Row, held: Decisions) -> str:
    """What the person said is wrong; the whole sentence where they took it back since."""
    source = row.result.facts.sha256 if row.result.facts else store.file_sha256(row.photo.path)
    decision = held.photos.get(source or "")
    return decision.reason if decision and decision.reason else row.result.reason


def _take_away(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise store.refusal(error, path) from error
