"""What became of a batch: every input in exactly one place, with a state and a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from whitecove.core.model import Finding, Photo, PhotoResult, Role, State

# How states of what was prepared rank, the worst last.
SEVERITY = (State.UNUSED, State.READY, State.REVIEW, State.RESHOOT, State.FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input that is no photo to prepare, by name, with the reason as a whole sentence."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One photo of a listing and its result, after the listing was judged as a whole."""

    variant: str
    photo: Photo
    result: PhotoResult


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingResult:
    """One listing: ``state`` is the worst of its used photos, or review where a ``set.*`` rule is broken;
    ``findings`` are those of the ``set.*`` rules."""

    sku: str
    state: State
    reason: str
    findings: tuple[Finding, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchResult:
    """A finished (or interrupted) batch. ``unstarted`` counts the photos an interruption left for the next run;
    ``waiting`` are the listings that it kept from being delivered, all of whose photos wait; ``notes`` are whole
    sentences on the delivery as a whole."""

    profile: str
    listings: tuple[ListingResult, ...]
    skipped: tuple[Skipped, ...]
    interrupted: bool = False
    unstarted: int = 0
    waiting: tuple[ListingResult, ...] = ()
    notes: tuple[str, ...] = ()

    def counts(self) -> dict[State, int]:
        """How many inputs ended in each state; with those ``waiting``, they add up to the inputs given."""
        states = Counter(row.result.state for listing in self.listings for row in listing.rows)
        states[State.SKIPPED] += len(self.skipped)
        return {state: states[state] for state in State if states[state]}

    @property
    def all_ready(self) -> bool:
        """Whether every listing is ready but those that the person set aside as a whole, and every photo is too, or is
        a good one that no slot took."""
        return not self.interrupted and all(map(_is_fine, self.listings))


def review_order(listings: Sequence[ListingResult]) -> list[ListingResult]:
    """``listings`` as a person should look at them: those with a picture in review first, the most doubtful before
    all others; what is level stays in its order."""
    return sorted(listings, key=lambda listing: -_most_doubt(listing))


def _most_doubt(listing: ListingResult) -> float:
    """The largest doubt about a picture of ``listing`` that is in review, above 1; 0 where none is."""
    made = (each for row in listing.rows for each in row.result.renditions if each.state is State.REVIEW)
    return max((1 + (each.doubt or 0.0) for each in made), default=0.0)


def _is_fine(listing: ListingResult) -> bool:
    states = {row.result.state for row in listing.rows}
    if all(row.photo.role is Role.UNUSED for row in listing.rows):
        return states == {State.UNUSED}
    return listing.state is State.READY and states <= {State.READY, State.UNUSED}
