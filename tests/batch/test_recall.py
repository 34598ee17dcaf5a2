"""What earlier runs left is found as a run would find it, and nothing is touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.batch.rounds import DELIVERED, Rounds
from whitecove.batch import decisions
from whitecove.batch.decisions import Decision, Kind
from whitecove.batch.plan import Plan
from whitecove.batch.recall import recall
from whitecove.batch.results import ListingResult
from whitecove.core.model import Photo, PhotoResult, State


def recalled(plan: Plan) -> tuple[dict[str, tuple[PhotoResult, PhotoResult]], dict[str, ListingResult]]:
    results: dict[str, tuple[PhotoResult, PhotoResult]] = {}
    listings: dict[str, ListingResult] = {}

    def found(photo: Photo, raw: PhotoResult, result: PhotoResult) -> None:
        results[photo.name] = raw, result

    def judged(listing: ListingResult) -> None:
        listings[listing.sku] = listing

    assert recall(plan, {}, found=found, judged=judged) == len(results)
    return results, listings


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_that_was_prepared_is_recalled_and_nothing_is_touched(rounds: Rounds) -> None:
    before = tree(rounds.out)
    results, listings = recalled(rounds.plan())
    assert {made.file for raw, _ in results.values() for made in raw.renditions} == set(DELIVERED)
    assert {listing.state for listing in listings.values()} == {State.READY}
    assert tree(rounds.out) == before


def test_a_picture_under_another_name_is_recalled_where_it_lies(rounds: Rounds) -> None:
    plan = rounds.plan()
    renamed = {
        name: tuple(replace(want, file=f"other/{want.file}") for want in wants) for name, wants in plan.wants.items()
    }
    before = tree(rounds.out)
    results, _ = recalled(replace(plan, wants=renamed))
    assert {made.file for raw, _ in results.values() for made in raw.renditions} == {
        f"other/{file}" for file in DELIVERED
    }
    assert tree(rounds.out) == before


def test_a_picture_that_is_gone_is_not_recalled(rounds: Rounds) -> None:
    gone = min(DELIVERED)
    (rounds.out / gone).unlink()
    results, listings = recalled(rounds.plan())
    assert gone not in {made.file for raw, _ in results.values() for made in raw.renditions}
    assert len(listings) < len(rounds.plan().listings)


def test_what_was_decided_holds_and_what_was_before_is_said(rounds: Rounds) -> None:
    results, _ = recalled(rounds.plan())
    name, (raw, _) = next(iter(results.items()))
    assert raw.facts
    made = raw.renditions[0]
    decisions.record(
        rounds.out,
        [Decision(kind=Kind.REJECT, source_sha256=raw.facts.sha256, slot=made.slot, sha256=made.sha256, source=name)],
    )
    before, after = recalled(rounds.plan())[0][name]
    assert (before.state, after.state) == (State.READY, State.REVIEW)
