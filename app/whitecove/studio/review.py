"""In which order a person looks at what was made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from whitecove.core.model import State
from whitecove.studio.items import Shot
from whitecove.studio.session import Session

# The first of a new folder are shown whether they are doubtful or not: that is how a person learns what to expect.
ALWAYS = 10


def review_order(session: Session, *, always: int = ALWAYS) -> list[str]:
    """The keys of the photos to look at: those of the first ``always`` of the folder that were made and not looked at
    yet, then all that are in review and not decided about, the most doubtful first."""
    first = [shot for shot in islice(_made(session), always) if _wants_a_look(session, shot)]
    there = {shot.key for shot in first}
    doubtful = [shot for shot in _made(session) if _is_open(shot) and shot.key not in there]
    doubtful.sort(key=_doubt, reverse=True)  # a stable sort: those of equal doubt stay in the order of the list
    return [shot.key for shot in (*first, *doubtful)]


def _made(session: Session) -> Iterator[Shot]:
    """Photos that there are pictures of, in the order of the list."""
    for sku in session.products:
        yield from (shot for shot in session.photos_of(sku) if shot.standing in (State.READY, State.REVIEW))


def _wants_a_look(session: Session, shot: Shot) -> bool:
    return _is_open(shot) or shot.key not in session.looked


def _is_open(shot: Shot) -> bool:
    """Whether it is in review, and nobody refused or approved it."""
    made = shot.result.renditions if shot.result else ()
    return shot.standing is State.REVIEW and not any(each.decision for each in made)


def _doubt(shot: Shot) -> float:
    return shot.doubt
