"""Which asks were overtaken by later ones: known as soon as these come in, while the others wait or are in work."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from whitecove.studio.easel_asks import Ask, Close, Compose, HoleAt, Open, Prefetch, Region, Show

# A kind of ask, about one photo or (without a key) about any.
_Mark = tuple[type, str]


class Inbox:
    """Asks come in by `heard`, in one thread, and are `taken` in the same order in another one."""

    def __init__(self) -> None:
        self._count = 0
        self._waiting: deque[tuple[Ask, int]] = deque()
        self._latest: dict[_Mark, int] = {}

    def heard(self, ask: Ask | None) -> None:
        """The next ask came in; None overtakes everything."""
        self._count += 1
        if ask is None:
            self._latest[type(None), ""] = self._count
            return
        self._latest[type(ask), ""] = self._count
        if not isinstance(ask, Prefetch):
            self._latest[type(ask), ask.key] = self._count
        self._waiting.append((ask, self._count))

    def taken(self, ask: Ask) -> Callable[[], bool]:
        """Whether ``ask``, the first of those that wait, is overtaken by now."""
        first, number = self._waiting.popleft()
        assert first is ask  # noqa: S101 (asks are handled in the order in which they come)
        marks = (*_overtaken_by(ask), (type(None), ""))
        return lambda: any(self._latest.get(mark, 0) > number for mark in marks)


def _overtaken_by(ask: Ask) -> Iterator[_Mark]:
    """What makes an ask needless if it comes later."""
    match ask:
        case Open():
            yield from ((Open, ""), (Show, ask.key), (Close, ask.key))
        case Show():
            yield from ((Show, ask.key), (Open, ask.key), (Close, ask.key))
        case Region():
            yield from ((Region, ask.key), (Show, ask.key), (Open, ""), (Close, ask.key))
        case HoleAt():
            yield from ((HoleAt, ""), (Show, ask.key), (Open, ""), (Close, ask.key))
        case Compose():
            yield from ((Compose, ""), (Open, ""))
        case Prefetch():
            yield from ((Prefetch, ""), (Open, ""))
