"""Where in a delivery a picture lies, by its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch import store
from whitecove.batch.journal import Memory
from whitecove.batch.places import MOVING, PREVIOUS, STAGING, places
from whitecove.core.model import Rendition


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Looks for pictures in the delivery ``out``, whose earlier runs left that ``memory``."""

    out: Path
    memory: Memory

    def has(self, made: Rendition) -> bool:
        """Whether a recalled picture still is somewhere, byte for byte."""
        return not made.file or self.find(made.file, made.sha256) is not None

    def find(self, file: str, sha256: str) -> Path | None:
        """Where the picture planned as ``file`` lies with just that content: where it belongs, in the middle of a
        move, under another name of its own, or among what gave way."""
        candidates = (self.out / place for place in self._candidates(file, sha256))
        return next((path for path in candidates if store.file_sha256(path) == sha256), None)

    def _candidates(self, file: str, sha256: str) -> Iterator[str]:
        names = (file, *self.memory.names.get(sha256, ()))
        yield from (f"{STAGING}/{file}", f"{MOVING}/{sha256}")
        yield from (place for name in names for place in places(name))
        yield from (f"{folder}/{place}" for folder in self._previous() for name in names for place in places(name))

    def _previous(self) -> list[str]:
        """The folders of what gave way, the newest first."""
        try:
            return sorted((f"{PREVIOUS}/{each.name}" for each in (self.out / PREVIOUS).iterdir()), reverse=True)
        except OSError:
            return []
