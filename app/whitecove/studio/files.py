"""Where a picture that was made may lie right now, and whether a file is still the same."""

from __future__ import annotations

from pathlib import Path

from whitecove.batch.places import STAGING, places
from whitecove.core.model import Rendition

REVIEW_FIRST = "_review/"


def stamp_of(path: Path) -> tuple[int, int, int] | None:
    """Changes whenever what lies at ``path`` was written to, or is another file: its time (ns), its bytes and its
    number; None where there is nothing."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def places_of(made: Rendition, out: Path) -> tuple[Path, ...]:
    """The places of a picture below the delivery folder ``out``, the most likely first: while its product is under way
    it waits apart."""
    planned = made.file.removeprefix(REVIEW_FIRST)
    return (out / STAGING / planned, out / made.file, *(out / place for place in places(planned)))
