"""Of what a round says, only what is news: each round knows all photos of the delivery, and says again what became of
them."""

from __future__ import annotations

from collections.abc import Callable

from whitecove.batch.events import Event, ListingFinished, PhotoFinished
from whitecove.core.model import Rendition, State


class News:
    """Passes events on to ``emit``: a photo or listing only if it did not end just so before."""

    def __init__(self, emit: Callable[[Event], None]) -> None:
        self._emit = emit
        self._photos: dict[str, int] = {}
        self._listings: dict[str, tuple[State, str]] = {}

    def __call__(self, event: Event) -> None:
        match event:
            case PhotoFinished():
                ended = hash((event.sku, event.result.state, event.result.reason, _pictures(event.result.renditions)))
                known, self._photos[event.name] = self._photos.get(event.name), ended
                is_news = known != ended
            case ListingFinished():
                now = (event.state, event.reason)
                before, self._listings[event.sku] = self._listings.get(event.sku), now
                is_news = before != now
            case _:
                is_news = True
        if is_news:
            self._emit(event)


def _pictures(renditions: tuple[Rendition, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((each.file, each.sha256) for each in renditions)
