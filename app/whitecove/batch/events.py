"""What a running batch says, in order: small, frozen, picklable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from whitecove.core.model import Finding, PhotoResult, State
from whitecove.core.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchStarted:
    """Work begins: how many photos in how many listings, and how many are done already (resumed);
    how many workers do it, and ``about`` them, in a sentence."""

    photos: int
    listings: int
    resumed: int
    workers: int
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoWorking:
    """A photo has come to a stage of its work; not every stage is seen."""

    sku: str
    name: str
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFinished:
    """One photo is done; ``done`` of ``total`` are."""

    sku: str
    name: str
    result: PhotoResult
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingFinished:
    """All photos of a listing are done and its files lie where they belong; ``findings`` are on its pictures
    together."""

    sku: str
    state: State
    reason: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchFinished:
    """Nothing is left to do, or the batch was interrupted."""

    interrupted: bool


Event: TypeAlias = BatchStarted | PhotoWorking | PhotoFinished | ListingFinished | BatchFinished
