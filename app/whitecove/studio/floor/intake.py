"""Photos come in: first that they are there, then which products they make."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from whitecove.batch import plan, white_points
from whitecove.batch.grouping.names import MESSENGER, says_nothing
from whitecove.batch.intake.headers import read_header
from whitecove.batch.proposal import Proposal
from whitecove.core.profiles import load_profile
from whitecove.core.sniff import is_picture_name
from whitecove.studio.asks import (
    Arrival,
    Arrived,
    Backdrops,
    Gather,
    Grouped,
    InSession,
    LookAtBackdrops,
    SameSession,
    Seen,
)
from whitecove.studio.serving import Answer

Any_ = TypeVar("Any_")

# So many travel at once: the window must not be busy with one message for long.
SEEN_AT_ONCE, LISTINGS_AT_ONCE = 60, 20
# Photos that are shown before anything is known of them: a screen or two.
SEEN_AT_MOST = 240
# From so many shots on, pauses between them may tell products apart.
FEWEST_SHOTS = 3


def gathered(ask: Gather, answer: Answer, overtaken: Callable[[], bool]) -> None:
    """Says what there is, as soon as it is known; nothing more once it is overtaken by a newer ask.

    Raises:
        PlanError: there is nothing to do, or photos cannot be grouped as asked.
    """
    for paths in _in_parts(islice(_glimpse(ask.inputs), SEEN_AT_MOST), SEEN_AT_ONCE):
        answer(Seen(generation=ask.generation, paths=paths))
    if overtaken():
        return
    profile = load_profile(ask.options.profile)
    proposal = plan.propose(ask.inputs, ask.options, profile, out=ask.out)
    if overtaken():
        return
    for listings in _in_parts(iter(proposal.listings), LISTINGS_AT_ONCE):
        answer(Grouped(generation=ask.generation, listings=listings))
    answer(
        Arrived(
            generation=ask.generation,
            skipped=tuple((each.name, each.reason) for each in proposal.skipped),
            notes=proposal.notes,
            arrival=_arrival(proposal),
            details=profile.details,
            card=profile.card,
            away=frozenset(key for key in ask.known if not os.path.lexists(key)),
        )
    )


def backdrops(ask: LookAtBackdrops) -> Backdrops:
    """Which sessions have a backdrop that may have been white when a person saw it."""
    return Backdrops(generation=ask.generation, notes=tuple(white_points.hints(ask.photos)))


def in_session(ask: SameSession) -> InSession:
    """The photos that were taken together with one of them."""
    for session in white_points.sessions(ask.photos):
        paths = tuple(photo.path for photo in session.photos)
        if ask.path in paths:
            return InSession(generation=ask.generation, path=ask.path, paths=paths, timed=session.timed)
    return InSession(generation=ask.generation, path=ask.path, paths=(), timed=False)


def _glimpse(inputs: Sequence[Path]) -> Iterator[Path]:
    """Files that are called like pictures, in the order of their names."""
    for given in inputs:
        if not given.is_dir():
            if is_picture_name(given):
                yield given
            continue
        for folder, folders, files in os.walk(given):
            folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
            yield from (path for name in sorted(files) if is_picture_name(path := Path(folder, name)))


def _arrival(proposal: Proposal) -> Arrival:
    photos = [photo for listing in proposal.listings for photo in listing.photos]
    headers = [(photo, read_header(photo.path)) for photo in photos]
    by_messenger = [photo.name for photo, header in headers if not header.taken and MESSENGER.match(photo.path.stem)]
    shots = [photo for photo, header in headers if header.taken and says_nothing(photo.path.stem)]
    return Arrival(
        photos=len(photos),
        products=len(proposal.listings),
        by_messenger=tuple(by_messenger),
        by_time=len(shots) >= FEWEST_SHOTS,
    )


def _in_parts(items: Iterator[Any_], size: int) -> Iterator[tuple[Any_, ...]]:
    while part := tuple(islice(items, size)):
        yield part
