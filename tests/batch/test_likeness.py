"""Near-identical pictures across a batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pictures import facts
from whitecove.batch.delivery import likeness
from whitecove.batch.delivery.likeness import with_duplicates
from whitecove.batch.results import ListingResult, Row
from whitecove.core.model import Finding, Outcome, Photo, PhotoResult, Rendition, Role, Severity, Slot, State, Tag
from whitecove.core.profiles import load_profile

PROFILE = load_profile("aliexpress")
LIMIT = int(PROFILE.rule("set.duplicate").number("distance"))
LOOK = 0x0123_4567_89AB_CDEF


def bits(count: int) -> int:
    return (1 << count) - 1


def row(
    name: str,
    look: int | None = LOOK,
    *,
    variant: str = "",
    slots: Sequence[Slot] = (Slot.DETAIL,),
    tags: tuple[Tag, ...] = (),
    source: str = "",
    state: State = State.READY,
) -> Row:
    made = tuple(Rendition(slot=slot, file=f"{name}-{slot}", state=state, reason="") for slot in slots)
    result = PhotoResult(
        state=state,
        reason="",
        facts=facts(9, 9, (source or name).encode()),
        renditions=made,
        fingerprint="" if look is None else f"{look:016x}",
    )
    photo = Photo(path=Path(name), name=name, role=Role.DETAIL, order=1, tags=tags)
    return Row(variant=variant, photo=photo, result=result)


def listing(sku: str, *rows: Row) -> ListingResult:
    return ListingResult(sku=sku, state=State.READY, reason="", findings=(), rows=rows)


def judged(*listings: ListingResult) -> list[Finding]:
    return [each.findings[-1] for each in with_duplicates(listings, PROFILE)]


def alike(*rows: Row) -> bool:
    (found,) = judged(listing("A", *rows))
    return found.broken


def test_both_listings_that_share_a_picture_say_so() -> None:
    first, second, third = judged(
        listing("A", row("a1", 0), row("a2")), listing("B", row("b1")), listing("C", row("c1", ~LOOK & bits(64)))
    )
    assert (first.measured, second.measured) == ("a2 looks like b1 of B", "b1 looks like a2 of A")
    assert {first.severity, second.severity} == {Severity.WARNING}
    assert (third.outcome, third.measured) == (Outcome.PASS, "all pictures differ")


@pytest.mark.parametrize(("differing", "expected"), [(0, True), (LIMIT, True), (LIMIT + 1, False), (64, False)])
def test_how_many_bits_may_differ(differing: int, expected: bool) -> None:
    assert alike(row("1"), row("2", LOOK ^ bits(differing))) is expected


def test_pair_in_one_set_is_said_once() -> None:
    (found,) = judged(listing("A", row("1"), row("2")))
    assert (found.measured, found.value) == ("1 looks like 2", 1)


def test_variants_of_a_listing_are_alike_by_nature() -> None:
    assert not alike(row("red", variant="red"), row("blue", variant="blue"))
    assert alike(row("red 1", variant="red"), row("red 2", variant="red"))


def test_square_of_a_variant_repeats_its_main_on_purpose() -> None:
    square = row("2", slots=[Slot.VARIANT])
    assert not alike(row("1", slots=[Slot.MAIN]), square)
    assert alike(row("1", slots=[Slot.MAIN]), row("2", slots=[Slot.DETAIL, Slot.VARIANT]))
    assert all(found.broken for found in judged(listing("A", row("1")), listing("B", square)))


def test_copies_of_one_file_are_no_news() -> None:
    assert not any(
        found.broken for found in judged(listing("A", row("1", source="x")), listing("B", row("2", source="x")))
    )


def test_size_charts_may_stand_in_many_listings() -> None:
    chart = (Tag.SIZE,)
    assert not any(f.broken for f in judged(listing("A", row("1", tags=chart)), listing("B", row("2", tags=chart))))


def test_only_pictures_that_are_handed_over_count() -> None:
    for other in (row("2", slots=[]), row("2", None), row("2", state=State.RESHOOT)):
        assert not alike(row("1"), other)


def test_listing_without_pictures_is_not_measured() -> None:
    (found,) = judged(listing("A", row("1", None, slots=[], state=State.FAILED)))
    assert found.outcome is Outcome.NOT_MEASURED


def test_listings_stay_in_order_with_their_other_findings_and_judging_twice_adds_nothing() -> None:
    other = Finding(rule="set.main", severity=Severity.ERROR, outcome=Outcome.PASS, measured="1", required="1")
    given_ = (replace(listing("A", row("1")), findings=(other,)), listing("B", row("2")))
    once = with_duplicates(given_, PROFILE)
    assert [each.sku for each in once] == ["A", "B"]
    assert [f.rule for f in once[0].findings] == ["set.main", "set.duplicate"]
    assert with_duplicates(once, PROFILE) == once


def test_profile_that_does_not_ask_gets_no_answer() -> None:
    silent = replace(PROFILE, rules=tuple(rule for rule in PROFILE.rules if rule.id != "set.duplicate"))
    given_ = (listing("A", row("1")), listing("B", row("2")))
    assert with_duplicates(given_, silent) == given_
    assert with_duplicates((), PROFILE) == ()


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([0, bits(4), bits(9), bits(20), bits(64)])), max_size=30))
def test_blocks_find_what_comparing_each_with_each_finds(photos: list[tuple[int, int]]) -> None:
    rows = [(sku, look, row(f"{at}", look)) for at, (sku, look) in enumerate(photos)]
    listings = [listing(f"L{sku}", *(each for owner, _, each in rows if owner == sku)) for sku in range(4)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(likeness, "BLOCK", 3)
        found = judged(*listings)
    for sku, finding in enumerate(found):
        expected = any(
            owner == sku and name is not other and (look ^ theirs).bit_count() <= LIMIT
            for owner, look, name in rows
            for _, theirs, other in rows
        )
        assert finding.broken is expected
