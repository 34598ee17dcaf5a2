"""What was written in earlier runs, read with care: it may be long, missing, damaged, or changed by anybody."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any


def parsed(text: bytes) -> Mapping[str, Any]:
    """A JSON object; an empty one where ``text`` is none."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):  # nothing of ours is nested that deep
        return {}
    return value if isinstance(value, dict) else {}


def listed(manifest: Path, schema: int | None = None) -> Iterator[Mapping[str, Any]]:
    """The rows of a manifest, if it is of that ``schema`` (none: of any), one at a time where it is as we write it: as
    a whole, a long one takes ten times its size in memory. Rows that are damaged are passed over."""
    rows = lines(manifest)
    content, by_row = _opened(manifest, rows)
    if schema is None or content.get("schema") == schema:
        found = (parsed(_bare(line)) for line in rows) if by_row else _there(content) or ()
        yield from (row for row in found if isinstance(row, dict) and row)


def all_listed(manifest: Path, schema: int, names: Sequence[str]) -> list[dict[str, Any]] | None:
    """The same with just those ``names`` of each row; none where there is no manifest of that ``schema``, or any of it
    is damaged: who asks for all must not get a part. What a row lacks is None."""
    rows = lines(manifest)
    content, by_row = _opened(manifest, rows)
    found = _undamaged(rows) if by_row else _there(content)
    if content.get("schema") != schema or found is None:
        return None
    try:
        return [{name: row.get(name) for name in names} for row in found if isinstance(row, dict)]
    except ValueError:
        return None


def _opened(manifest: Path, rows: Iterator[bytes]) -> tuple[Mapping[str, Any], bool]:
    """What a manifest says before its ``rows``, of which the first line is taken, and true; or all that it says, and
    false, where it is not as we write it."""
    head = parsed(next(rows, b"") + b"]}")
    by_row = head.get("files") == []
    return (head if by_row else parsed(_text(manifest))), by_row


def _there(content: Mapping[str, Any]) -> list[Any] | None:
    rows = content.get("files")
    return rows if isinstance(rows, list) else None


def _undamaged(rows: Iterator[bytes]) -> Iterator[Mapping[str, Any]]:
    """The rows of a manifest, after its head.

    Raises:
        ValueError: one of them is damaged, or its end is missing.
    """
    text = b""
    for text in map(_bare, rows):
        row = parsed(text)
        if row:
            yield row
        elif text not in (b"", b"]}"):
            raise ValueError("a row is damaged")
    if text != b"]}":
        raise ValueError("the end is missing")


def _bare(line: bytes) -> bytes:
    return line.strip(b",\r\n")


def lines(path: Path) -> Iterator[bytes]:
    """The lines of a file, with their ends; none where it cannot be read."""
    try:
        with path.open("rb") as file:
            yield from file
    except OSError:
        return


def _text(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
