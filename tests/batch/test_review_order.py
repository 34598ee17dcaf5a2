"""The order in which a person looks at what a batch made."""

from __future__ import annotations

from pathlib import Path

from whitecove.batch.results import ListingResult, Row, review_order
from whitecove.core.model import Photo, PhotoResult, Rendition, Role, Slot, State


def listing(sku: str, *made: tuple[State, float | None]) -> ListingResult:
    renditions = tuple(
        Rendition(slot=Slot.MAIN, file=f"{sku}.jpg", state=state, reason="", doubt=doubt) for state, doubt in made
    )
    state = State.REVIEW if any(each.state is State.REVIEW for each in renditions) else State.READY
    photo = Photo(path=Path(f"{sku}.jpg"), name=f"{sku}.jpg", role=Role.MAIN, order=1)
    result = PhotoResult(state=state, reason="", facts=None, renditions=renditions)
    return ListingResult(
        sku=sku, state=state, reason="", findings=(), rows=(Row(variant="", photo=photo, result=result),)
    )


def test_the_most_doubtful_in_review_come_first_and_the_rest_keep_their_order() -> None:
    listings = [
        listing("sure", (State.READY, 0.4)),
        listing("a", (State.REVIEW, 0.6)),
        listing("b", (State.READY, 0.1), (State.REVIEW, 0.9)),
        listing("c", (State.REVIEW, None)),
        listing("d", (State.REVIEW, 0.6)),
        listing("plain", (State.READY, 0.9)),
    ]
    assert [each.sku for each in review_order(listings)] == ["b", "a", "d", "c", "sure", "plain"]


def test_nothing_has_an_order() -> None:
    assert review_order([]) == []
