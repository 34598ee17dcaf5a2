"""What became of listings, kept small until the batch ends: a result with its findings takes 13 KB as objects, 2 KB
when it is packed, and 0.2 KB when it is packed as what differs from the first: most of it is the same words."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from whitecove.batch.results import ListingResult, Row
from whitecove.core.model import Finding, PhotoResult

FAST = 1
LOOKS_BACK = 32_768  # deflate's window
T = TypeVar("T")
Share = Callable[[T], T]


class Kept:
    """Listings that are done, by SKU."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}
        self._first = b""

    def add(self, listing: ListingResult) -> None:
        """Takes in a listing; a later one of its SKU counts."""
        plain = pickle.dumps(listing, pickle.HIGHEST_PROTOCOL)
        self._first = self._first or plain[-LOOKS_BACK:]
        packer = zlib.compressobj(FAST, zdict=self._first)
        self._packed[listing.sku] = packer.compress(plain) + packer.flush()

    def __contains__(self, sku: object) -> bool:
        return sku in self._packed

    def __len__(self) -> int:
        return len(self._packed)

    def given_back(self, skus: Iterator[str]) -> Iterator[ListingResult]:
        """The listings of those SKUs that are here, and no longer kept. Findings that are equal, as most are, come back
        as one object."""
        same: dict[Finding, Finding] = {}

        def share(finding: Finding) -> Finding:
            return same.setdefault(finding, finding)

        for sku in skus:
            packed = self._packed.pop(sku, None)
            if packed is not None:
                plain = zlib.decompressobj(zdict=self._first).decompress(packed)
                yield _shared(pickle.loads(plain), share)  # noqa: S301 (packed above)


def _shared(listing: ListingResult, share: Share[Finding]) -> ListingResult:
    rows = tuple(_shared_row(row, share) for row in listing.rows)
    return replace(listing, findings=tuple(map(share, listing.findings)), rows=rows)


def _shared_row(row: Row, share: Share[Finding]) -> Row:
    return replace(row, result=_shared_result(row.result, share))


def _shared_result(result: PhotoResult, share: Share[Finding]) -> PhotoResult:
    made = tuple(replace(each, findings=tuple(map(share, each.findings))) for each in result.renditions)
    return replace(result, findings=tuple(map(share, result.findings)), renditions=made)
