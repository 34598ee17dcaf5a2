from __future__ import annotations

import gc
import pickle
import tracemalloc
from dataclasses import replace
from pathlib import Path

from tests.batch.made_up import batch
from whitecove.batch.kept import Kept


def test_what_is_given_back_is_what_was_kept(tmp_path: Path) -> None:
    listings = batch(tmp_path / "photos", tmp_path / "out").listings
    kept = Kept()
    for listing in listings:
        kept.add(listing)
    assert listings[0].sku in kept
    wanted = [listings[-1].sku, "not there", listings[0].sku]
    assert list(kept.given_back(iter(wanted))) == [listings[-1], listings[0]]
    assert len(kept) == len(listings) - 2
    assert listings[0].sku not in kept


def test_listings_like_the_first_take_little_room(tmp_path: Path) -> None:
    first = next(li for li in batch(tmp_path / "photos", tmp_path / "out").listings if li.sku == "x")
    listings = [replace(first, sku=f"x{number}") for number in range(200)]
    kept = Kept()
    tracemalloc.start()
    for listing in listings:
        kept.add(listing)
    gc.collect()  # empties the lists that Python keeps for reuse
    room, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert room / 200 < 250 < len(pickle.dumps(first)) / 4
    assert list(kept.given_back(listing.sku for listing in listings)) == listings


def test_equal_findings_come_back_as_one(tmp_path: Path) -> None:
    listing = next(
        li
        for li in batch(tmp_path / "photos", tmp_path / "out").listings
        if any(row.result.renditions for row in li.rows)
    )
    kept = Kept()
    kept.add(listing)
    kept.add(replace(listing, sku="other"))
    first, other = kept.given_back(iter([listing.sku, "other"]))
    ours, theirs = (
        [finding for row in li.rows for made in row.result.renditions for finding in made.findings]
        for li in (first, other)
    )
    assert ours
    assert all(a is b for a, b in zip(ours, theirs, strict=True))


def test_a_later_listing_of_a_sku_counts(tmp_path: Path) -> None:
    first, second, _ = batch(tmp_path / "photos", tmp_path / "out").listings
    kept = Kept()
    kept.add(first)
    kept.add(second)
    later = replace(first, reason="Later.", rows=first.rows[:1])
    kept.add(later)
    assert len(kept) == 2
    assert list(kept.given_back(iter([first.sku, second.sku, first.sku]))) == [later, second]
    assert len(kept) == 0
