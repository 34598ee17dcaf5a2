"""What became of listings, kept small until the batch ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from whitecove.batch.packed import Packed
from whitecove.batch.results import ListingResult, Row
from whitecove.core.model import Finding, PhotoResult

# Gives back an equal finding, the same one every time.
Share = Callable[[Finding], Finding]


class Kept:
    """Listings that are done, by SKU."""

    def __init__(self) -> None:
        self._packed: Packed[ListingResult] = Packed()

    def add(self, listing: ListingResult) -> None:
        """Takes in a listing; a later one of its SKU counts."""
        self._packed.add(listing.sku, listing)

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
            listing = self._packed.pop(sku)
            if listing is not None:
                yield _shared(listing, share)


def _shared(listing: ListingResult, share: Share) -> ListingResult:
    rows = tuple(_shared_row(row, share) for row in listing.rows)
    return replace(listing, findings=tuple(map(share, listing.findings)), rows=rows)


def _shared_row(row: Row, share: Share) -> Row:
    return replace(row, result=_shared_result(row.result, share))


def _shared_result(result: PhotoResult, share: Share) -> PhotoResult:
    made = tuple(replace(each, findings=tuple(map(share, each.findings))) for each in result.renditions)
    return replace(result, findings=tuple(map(share, result.findings)), renditions=made)
