"""What Whitecove made itself, so that finished pictures are never taken for photos again."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from whitecove.batch.intake.headers import Header
from whitecove.core.metadata import MADE_BY

MANIFEST = "manifest.json"
SCHEMA = 1
# Other programs' manifests need not be read to the end to be told apart.
HEAD = 200


def bears_our_mark(header: Header) -> bool:
    """Whether a picture's EXIF says that it was written here."""
    return header.software == MADE_BY


def listed_files(folder: Path) -> dict[str, int] | None:
    """The files that the delivery in ``folder`` says it has: NFC paths below it with forward slashes, and their sizes
    in bytes; none where there is no manifest of ours.

    A delivery that was copied or unzipped elsewhere still has its manifest, but no memory of its making.
    """
    try:
        with (folder / MANIFEST).open("rb") as file:
            head = file.read(HEAD)
            manifest = json.loads(head + file.read()) if b'"schema"' in head else None
    except (OSError, ValueError, RecursionError):
        return None
    if (
        not isinstance(manifest, dict)
        or manifest.get("schema") != SCHEMA
        or not isinstance(manifest.get("files"), list)
    ):
        return None
    rows: list[Any] = manifest["files"]
    return dict(pair for row in rows if isinstance(row, dict) for pair in _listed(row))


def _listed(row: Mapping[str, Any]) -> list[tuple[str, int]]:
    name, size = row.get("file"), row.get("bytes")
    if not isinstance(name, str) or not isinstance(size, int) or not name or size <= 0:
        return []
    return [(unicodedata.normalize("NFC", name), size)]
