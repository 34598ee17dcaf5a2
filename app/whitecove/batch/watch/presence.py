"""Which of the photos taken in are still there, and which are away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch import store
from whitecove.batch.watch.scan import Stamp
from whitecove.batch.watch.taken import Taken


@dataclass(frozen=True, slots=True)
class Presence:
    """The photos that are ``there`` as they were taken in, and those that are ``away`` or being written anew, each by
    its path. One that is there under another name is neither."""

    there: Mapping[str, Taken]
    away: Mapping[str, Taken]

    @property
    def hashes(self) -> dict[str, str]:
        """The SHA-256 of all of them, by path."""
        return {path: each.sha256 for path, each in (*self.there.items(), *self.away.items())}


def presence(taken: Iterable[Taken], settled: Mapping[str, Stamp], folder: Path) -> Presence:
    """Where the photos ``taken`` in from ``folder`` are, now that the files ``settled`` are there."""
    known = {each.path(folder): each for each in taken}
    there = {path: each for path, each in known.items() if each.stamp and settled.get(path) == each.stamp}
    gone = {path: each for path, each in known.items() if path not in settled}
    if gone:
        moved = set(_hashes(gone.values(), settled, there))
        gone = {path: each for path, each in gone.items() if each.sha256 not in moved}
    return Presence(there, gone)


def _hashes(gone: Iterable[Taken], settled: Mapping[str, Stamp], there: Mapping[str, Taken]) -> Iterator[str | None]:
    """The SHA-256 of the files that may be those ``gone``; only files of their sizes are read, each once."""
    sizes = {each.stamp.size if each.stamp else None for each in gone}
    for path, stamp in settled.items():
        if path in there:
            yield there[path].sha256
        elif None in sizes or stamp.size in sizes:
            yield store.file_sha256(Path(path))
