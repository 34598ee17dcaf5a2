"""Near-identical pictures in a batch: in one listing's set, or in different listings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from whitecove.batch.results import ListingResult, Row
from whitecove.core.checks.listing_set import duplicate
from whitecove.core.model import Finding, Slot, State, Tag
from whitecove.core.profiles import Profile

RULE = "set.duplicate"
BITS = 64
# So many pictures are compared with all others at a time: memory grows with the number of pictures, not its square.
BLOCK = 256
# What a listing shows side by side. Its other pictures (a variant's square, say) repeat these on purpose.
SET = {Slot.MAIN, Slot.DETAIL}

_Index: TypeAlias = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A picture that is compared: its row, and the place of its listing in the batch."""

    listing: int
    row: Row

    @property
    def in_set(self) -> bool:
        return any(made.slot in SET for made in self.row.result.renditions)


def with_duplicates(listings: tuple[ListingResult, ...], profile: Profile) -> tuple[ListingResult, ...]:
    """``listings``, each with a finding on the pictures it has that look like another one of its set or of another
    listing; as they are where ``profile`` does not ask.

    Compared are the photos that pictures were made of, by their fingerprints. Copies of one file are no news, the
    variants of a listing are alike by nature, and a size chart may stand in many listings.
    """
    rule = profile.find(RULE)
    if rule is None:
        return listings
    shown = [_Shown(at, row) for at, listing in enumerate(listings) for row in listing.rows if _is_compared(row)]
    twins = nearest(shown, int(rule.number("distance")))
    pairs: list[dict[frozenset[int], tuple[str, str]]] = [{} for _ in listings]
    compared = [0] * len(listings)
    for at, (ours, twin) in enumerate(zip(shown, twins, strict=True)):
        compared[ours.listing] += 1
        if twin is not None:
            named = (ours.row.photo.name, _named(shown[twin], ours.listing, listings))
            pairs[ours.listing].setdefault(frozenset((at, twin)), named)
    return tuple(
        replace(listing, findings=(*_others(listing), duplicate(list(found.values()), number, rule)))
        for listing, found, number in zip(listings, pairs, compared, strict=True)
    )


def _is_compared(row: Row) -> bool:
    shown = row.result.renditions and row.result.state is not State.RESHOOT
    return bool(row.result.fingerprint and shown) and Tag.SIZE not in row.photo.tags


def _others(listing: ListingResult) -> tuple[Finding, ...]:
    return tuple(finding for finding in listing.findings if finding.rule != RULE)


def _named(twin: _Shown, listing: int, listings: Sequence[ListingResult]) -> str:
    name = twin.row.photo.name
    return name if twin.listing == listing else f"{name} of {listings[twin.listing].sku}"


def nearest(shown: Sequence[_Shown], distance: int) -> list[int | None]:
    """For each picture the first other one that may not look like it but does: at most ``distance`` of the 64 bits of
    their fingerprints differ."""
    if not shown:
        return []
    signs = _signs([each.row.result.fingerprint for each in shown])
    listing = np.array([each.listing for each in shown])
    variant = _numbered([(each.listing, each.row.variant) for each in shown])
    source = _numbered([each.row.result.facts.sha256 if each.row.result.facts else at for at, each in enumerate(shown)])
    in_set = np.array([each.in_set for each in shown])
    found: list[int | None] = []
    for start in range(0, len(shown), BLOCK):
        block = slice(start, start + BLOCK)
        # Of two rows of signs, the product is the number of equal bits less that of different ones.
        alike = signs[block] @ signs.T >= BITS - 2 * distance
        alike &= source[block, None] != source
        same_set = (variant[block, None] == variant) & in_set[block, None] & in_set
        alike &= same_set | (listing[block, None] != listing)
        first = alike.argmax(axis=1)
        found += [int(at) if row[at] else None for at, row in zip(first, alike, strict=True)]
    return found


def _signs(fingerprints: Sequence[str]) -> NDArray[np.float32]:
    """Each fingerprint's bits as -1 and 1, (n, 64). Sums of 64 such products are exact in single precision."""
    packed = np.frombuffer(bytes.fromhex("".join(fingerprints)), np.uint8).reshape(-1, BITS // 8)
    return np.unpackbits(packed, axis=1).astype(np.float32) * 2 - 1


def _numbered(values: Sequence[object]) -> _Index:
    numbers: dict[object, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values])
