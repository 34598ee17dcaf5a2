"""What a watch says beside what its batches say: small and frozen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from whitecove.batch.delivery.changes import Change
from whitecove.batch.results import BatchResult, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchStarted:
    """The delivery is ours, and ``folder`` is watched from now on."""

    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderAway:
    """The folder cannot be read, or lost all its files at once (``emptied``); nothing is taken out of the delivery."""

    folder: Path
    emptied: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderBack:
    """The folder can be read again."""

    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class NoEvents:
    """The system does not tell of changes in the folder, so that it is only looked at now and then."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A round could not be made, for a ``reason`` that somebody can mend; it is tried again."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundFinished:
    """The delivery is up to date with what was settled: ``arrived`` files are new or changed since the last round, and
    ``skipped`` are those of them that are no photos to prepare."""

    arrived: int
    result: BatchResult
    skipped: tuple[Skipped, ...]
    changes: tuple[Change, ...]


WatchEvent: TypeAlias = WatchStarted | FolderAway | FolderBack | NoEvents | Trouble | RoundFinished
