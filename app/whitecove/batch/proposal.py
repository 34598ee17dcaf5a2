"""What is proposed before any work: which photos make which listing, what each is for, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whitecove.batch.results import Skipped
from whitecove.core.model import Listing, Want


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Every input in exactly one place: a photo of a listing, or skipped with a reason. ``wants`` has the pictures to
    make of each photo, by the photo's name (none for a photo that no slot takes). It is data: a person may look at it,
    write it to a file, edit that, and hand it back (`planfile.file`). ``notes`` are sentences on the
    grouping as a whole."""

    listings: tuple[Listing, ...]
    wants: Mapping[str, tuple[Want, ...]]
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...] = ()
