"""Thumbnails kept from one report to the next: a watch writes its report after every round, and most pictures in it are
those of the round before."""

from __future__ import annotations

from collections.abc import Callable


class Shown:
    """Thumbnails by the SHA-256 of what they show and their side in pixels; those that a report did not show are
    forgotten with the next."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, int], str] = {}
        self._now: dict[tuple[str, int], str] = {}

    def begin(self) -> None:
        """A new report begins."""
        self._before, self._now = self._now, {}

    def thumbnail(self, sha256: str, side: int, make: Callable[[], str]) -> str:
        """The thumbnail that is known, or the one that ``make`` makes; an empty one is not kept."""
        key = (sha256, side)
        made = self._now.get(key) or self._before.get(key) or make()
        if made and sha256:
            self._now[key] = made
        return made
