"""What was written in earlier runs, read with care: it may be long, missing, damaged, or changed by anybody."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
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
    a whole, a long one takes ten times its size in memory."""
    rows = lines(manifest)
    head = parsed(next(rows, b"") + b"]}")
    by_row = head.get("files") == []
    whole = head if by_row else parsed(_text(manifest))
    if schema is not None and whole.get("schema") != schema:
        return
    there = whole.get("files")
    found = (parsed(line.strip(b",\r\n")) for line in rows) if by_row else there if isinstance(there, list) else ()
    yield from (row for row in found if isinstance(row, dict) and row)


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
