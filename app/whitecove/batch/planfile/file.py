"""A proposal as a file that a person edits and hands back: CSV for spreadsheets, JSON for programs.

Of each photo it says which product and variant it belongs to, its role, tags and order. ``reason`` and ``files`` are
for reading only. Both forms have the same fields; the form is known by the file's suffix when it is written, by its
content when it is read.
"""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from whitecove.batch import spreadsheet, store
from whitecove.batch.naming.names import printable
from whitecove.batch.planfile import paths
from whitecove.batch.planfile.rows import SKIP, Row
from whitecove.batch.planfile.table import table_of
from whitecove.batch.proposal import Proposal
from whitecove.batch.results import Skipped
from whitecove.core.errors import PlanError
from whitecove.core.model import Listing, Photo, Want

SCHEMA = 1
TO_READ = ("photo", "sku", "variant", "role", "tags", "order")
NEEDED = ("photo", "sku", "role")
COLUMNS = (*TO_READ, "reason", "files")
# How like a column's name another must be to be taken for a slip of the pen.
MISSPELLED = 0.75
SUFFIXES = (".csv", ".json")


def write(proposal: Proposal, path: Path, *, profile: str = "") -> None:
    """Writes ``proposal`` to ``path``, as JSON where that ends in ``.json``, else as CSV; the old file or the new one
    lies there at any moment. ``profile`` is the id of the profile it was made for.

    Raises:
        OutputError: the disk does not take it.
    """
    data = _as_json(proposal, path.parent, profile) if path.suffix.casefold() == ".json" else _as_csv(proposal, path)
    store.write_atomic(path, data)


def read(path: Path, *, card: str = "listing") -> tuple[tuple[Listing, ...], tuple[Skipped, ...]]:
    """The listings in a plan file, and what it leaves out. With ``card`` (a profile's) ``variant``, every variant may
    have a main picture.

    Photos keep the order that the file says; nothing is limited or filled up (`grouping.settled` does that).

    Raises:
        PlanError: the file cannot be read as a table, or has mistakes (all are named, with their lines), or not one of
            its photos is there.
    """
    try:
        data = path.read_bytes()
        rows = list(_json_rows(data) if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" else _csv_rows(data, path))
    except OSError as error:
        raise PlanError("plan.table_unreadable", file=path.name, problem=error.strerror or "no access") from error
    except spreadsheet.NotATable as error:
        raise PlanError("plan.table_unreadable", file=path.name, problem=str(error)) from error
    table = table_of(rows, path.parent, card=card)
    if table.problems:
        raise PlanError("plan.table_wrong", file=path.name, problems="".join(f"\n  {each}" for each in table.problems))
    photos = [photo.path for listing in table.listings for photo in listing.photos]
    if photos and not any(map(os.path.lexists, photos)):
        raise PlanError("plan.none_there", file=path.name, place=printable(str(photos[0])))
    return table.listings, table.skipped


def photo_values(proposal: Proposal) -> Iterator[tuple[Photo, dict[str, Any]]]:
    """Each photo of the listings, in their order, with what is proposed for it, as plain values."""
    for listing in proposal.listings:
        placed = [(variant, photo) for variant in listing.variants for photo in variant.photos]
        for variant, photo in sorted(placed, key=lambda each: each[1].order):
            yield (
                photo,
                {
                    "sku": listing.sku,
                    "variant": variant.name,
                    "role": photo.role.value,
                    "tags": [tag.value for tag in photo.tags],
                    "order": photo.order,
                    "files": [_want_values(want) for want in proposal.wants.get(photo.name, ())],
                    "reasons": list(photo.reasons),
                },
            )


def _want_values(want: Want) -> dict[str, Any]:
    return {"slot": want.slot.value, "file": want.file, "variant": want.variant, "order": want.order}


def _as_json(proposal: Proposal, folder: Path, profile: str) -> bytes:
    photos = [{"photo": paths.written(photo.path, folder), **values} for photo, values in photo_values(proposal)]
    skipped = [{"photo": name, "reason": reason} for name, reason in _skipped(proposal, folder)]
    head = json.dumps({"schema": SCHEMA, "profile": profile}, ensure_ascii=False).removesuffix("}")
    return f'{head}, "photos": {_lines(photos)}, "skipped": {_lines(skipped)}}}\n'.encode()


def _lines(values: Sequence[Mapping[str, Any]]) -> str:
    """A JSON list, an item a line."""
    return "[" + ",".join(f"\n{json.dumps(each, ensure_ascii=False)}" for each in values) + "\n]"


def _as_csv(proposal: Proposal, path: Path) -> bytes:
    rows = [
        {
            "photo": paths.written(photo.path, path.parent),
            "sku": values["sku"],
            "variant": values["variant"],
            "role": values["role"],
            "tags": " ".join(values["tags"]),
            "order": str(values["order"]),
            "reason": " ".join(values["reasons"]),
            "files": " ".join(file["file"] for file in values["files"]),
        }
        for photo, values in photo_values(proposal)
    ]
    blank = dict.fromkeys(COLUMNS, "")
    skipped = _skipped(proposal, path.parent)
    rows += [{**blank, "photo": name, "role": SKIP, "reason": reason} for name, reason in skipped]
    return spreadsheet.write_table(COLUMNS, rows)


def _skipped(proposal: Proposal, folder: Path) -> Iterator[tuple[str, str]]:
    """What is skipped, named like the photos wherever it can be found again: its own name starts at a folder that was
    given, and the photos tell which those are."""
    photos = ((photo.path.as_posix(), photo.name) for listing in proposal.listings for photo in listing.photos)
    given = dict.fromkeys(Path(path.removesuffix(f"/{name}")) for path, name in photos if path.endswith(f"/{name}"))
    for each in proposal.skipped:
        places = (top / each.name for top in given)
        place = next((path for path in places if os.path.lexists(path)), None)
        yield paths.written(place, folder) if place else each.name, each.reason


def _csv_rows(data: bytes, path: Path) -> Iterator[Row]:
    def lying_there(text: str) -> int:
        try:
            return sum(os.path.lexists(paths.found(row.photo, path.parent)) for row in _rows_in(text))
        except spreadsheet.NotATable:
            return 0

    return _rows_in(spreadsheet.text_of(data, lying_there))


def _rows_in(text: str) -> Iterator[Row]:
    table = spreadsheet.rows_of(text, COLUMNS)
    names = [spreadsheet.heading(cell) for cell in table[0][1]] if table else []
    problems = list(_heading_problems(names))
    if problems:
        raise spreadsheet.NotATable("; ".join(problems))
    for number, cells in table[1:]:
        if any("\n" in cell for cell in cells):
            raise spreadsheet.NotATable(f"line {number} goes on in the next (is a quotation mark missing?)")
        texts = {name: spreadsheet.unguarded(cell) for name, cell in zip(names, cells, strict=False)}
        yield Row(where=f"line {number}", **{name: texts.get(name, "") for name in (*TO_READ, "reason")})


def _heading_problems(names: Sequence[str]) -> Iterator[str]:
    """What is wrong with the first line. A column that is only misspelled would be passed over in silence."""
    missing = [name for name in NEEDED if name not in names]
    if missing:
        yield f"its first line has no column {' and no '.join(missing)}"
    yield from (f"its first line has the column {name} twice" for name in TO_READ if names.count(name) > 1)
    absent = [name for name in TO_READ if name not in names]
    for name in names:
        close = difflib.get_close_matches(name, absent, n=1, cutoff=MISSPELLED) if name not in COLUMNS else []
        yield from (f'there is no column "{name}" (did you mean {each}?)' for each in close)


def _json_rows(data: bytes) -> Iterator[Row]:
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise spreadsheet.NotATable(f"it is no JSON: {error}") from error
    photos, skipped = content.get("photos"), content.get("skipped", [])
    whole = all(isinstance(part, list) and all(isinstance(each, dict) for each in part) for part in (photos, skipped))
    if content.get("schema") != SCHEMA or not whole:
        raise spreadsheet.NotATable(f'it must have "schema": {SCHEMA} and a list of "photos"')
    yield from (_json_row(f"photo {number}", values) for number, values in enumerate(photos, 1))
    for number, values in enumerate(skipped, 1):
        yield _json_row(f"skipped photo {number}", {**values, "role": SKIP})


def _json_row(where: str, values: Mapping[str, object]) -> Row:
    return Row(where=where, **{name: _text(values.get(name)) for name in (*TO_READ, "reason")})


def _text(value: object) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return "" if value is None else str(value).strip()
