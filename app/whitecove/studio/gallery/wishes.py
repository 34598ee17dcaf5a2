"""What is wished for and not made yet, the most urgent first."""

from __future__ import annotations

import threading
from typing import TypeAlias

from whitecove.studio.asks import ForgetThumbnails, NotWhite, ShowPicture, Thumbnail

Wish: TypeAlias = ShowPicture | NotWhite | Thumbnail


class Wishes:
    """Pictures to look at come first, in the order in which they were wished for, and of each place only the newest;
    then the overlay; then thumbnails, the newest wish first. May be used from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pictures: dict[str, ShowPicture] = {}
        self._overlay: NotWhite | None = None
        self._thumbnails: dict[tuple[str, int], Thumbnail] = {}

    def add(self, wish: object) -> None:
        """Something more is wished for; or `ForgetThumbnails`: something less."""
        with self._lock:
            match wish:
                case ShowPicture():
                    before = self._pictures.pop(wish.place, wish)
                    self._pictures[wish.place] = max(before, wish, key=_generation)
                case NotWhite():
                    self._overlay = wish
                case Thumbnail():
                    self._thumbnails.pop((wish.key, wish.side), None)
                    self._thumbnails[wish.key, wish.side] = wish
                case ForgetThumbnails(keys=keys):
                    gone = set(keys)
                    self._thumbnails = {key: each for key, each in self._thumbnails.items() if key[0] not in gone}

    def take(self) -> Wish | None:
        """What to do next; None: nothing is left."""
        with self._lock:
            if self._pictures:
                return self._pictures.pop(next(iter(self._pictures)))
            if self._overlay:
                wish, self._overlay = self._overlay, None
                return wish
            return self._thumbnails.popitem()[1] if self._thumbnails else None


def _generation(wish: ShowPicture) -> int:
    return wish.generation
