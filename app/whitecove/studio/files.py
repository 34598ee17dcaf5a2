"""Where a picture that was made may lie right now."""

from __future__ import annotations

from pathlib import Path

from whitecove.batch.places import STAGING, places
from whitecove.core.model import Rendition

REVIEW_FIRST = "_review/"


def places_of(made: Rendition, out: Path) -> tuple[Path, ...]:
    """The places of a picture below the delivery folder ``out``, the most likely first: while its product is under way
    it waits apart."""
    planned = made.file.removeprefix(REVIEW_FIRST)
    return (out / STAGING / planned, out / made.file, *(out / place for place in places(planned)))
