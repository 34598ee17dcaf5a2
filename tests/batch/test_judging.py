"""A listing as a whole: what holds its pictures back, and what is said of those that no slot took."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from whitecove.batch.delivery.judging import judge
from whitecove.batch.results import BatchResult, ListingResult
from whitecove.core.model import Listing, Photo, PhotoResult, Rendition, Role, Slot, State, Tag, Variant, Want
from whitecove.core.profiles import Profile, load_profile

ALIEXPRESS = load_profile("aliexpress")
BY_VARIANT = replace(ALIEXPRESS, card="variant")
SLOTS = ("main", "detail", "variant")


def photo(name: str, role: Role, *tags: Tag) -> Photo:
    return Photo(path=Path(name), name=name, role=role, order=1, tags=tags)


def want(slot: Slot, variant: str = "", name: str = "") -> Want:
    return Want(slot=slot, file=f"mug/{name or slot}{variant}.jpg", variant=variant)


def made(wants: tuple[Want, ...], *states: State) -> PhotoResult:
    renditions = tuple(
        Rendition(
            slot=w.slot, file=w.file, state=state, reason="" if state is State.READY else "Why.", variant=w.variant
        )
        for w, state in zip(wants, states, strict=True)
    )
    worst = next((state for state in states if state is not State.READY), State.READY)
    return PhotoResult(state=worst, reason="" if worst is State.READY else "Why.", facts=None, renditions=renditions)


def judged(
    listing: Listing,
    wants: Mapping[str, tuple[Want, ...]],
    states: Mapping[str, tuple[State, ...]],
    profile: Profile = ALIEXPRESS,
    slots: tuple[str, ...] = SLOTS,
) -> ListingResult:
    results = {name: made(each, *states.get(name, (State.READY,) * len(each))) for name, each in wants.items() if each}
    unused = PhotoResult(state=State.UNUSED, reason="", facts=None)
    results |= {name: unused for name, each in wants.items() if not each}
    return judge(listing, wants, results, profile, slots=slots)


def files(listing: ListingResult) -> dict[str, State]:
    return {made.file: made.state for row in listing.rows for made in row.result.renditions}


MUGS = Listing(
    sku="mug",
    variants=(
        Variant(name="red", photos=(photo("red", Role.MAIN), photo("red 2", Role.DETAIL, Tag.CLOSE_UP))),
        Variant(name="blue", photos=(photo("blue", Role.VARIANT),)),
        Variant(name="", photos=(photo("all", Role.DETAIL, Tag.SIZE), photo("page", Role.PAGE))),
    ),
)
ONE_CARD = {
    "red": (want(Slot.MAIN), want(Slot.VARIANT, "red")),
    "red 2": (want(Slot.DETAIL, name="a"),),
    "blue": (want(Slot.VARIANT, "blue"),),
    "all": (want(Slot.DETAIL, name="b"),),
    "page": (),
}
CARDS = {
    "red": (want(Slot.MAIN, "red"),),
    "red 2": (want(Slot.DETAIL, "red", "a"),),
    "blue": (want(Slot.MAIN, "blue"),),
    "all": (want(Slot.DETAIL, "red", "b"), want(Slot.DETAIL, "blue", "b")),
    "page": (),
}


def test_one_card_waits_for_its_main_picture_with_all_its_variants() -> None:
    listing = judged(MUGS, ONE_CARD, {"red": (State.REVIEW, State.READY)})
    assert set(files(listing).values()) == {State.REVIEW}
    assert all(file.startswith("_review/") for file in files(listing))
    assert (listing.state, listing.reason) == (State.REVIEW, "Why.")


def test_a_variants_picture_in_review_holds_nothing_back() -> None:
    listing = judged(MUGS, ONE_CARD, {"red": (State.READY, State.REVIEW)})
    assert [file for file, state in files(listing).items() if state is not State.READY] == [
        "_review/mug/variantred.jpg"
    ]
    assert listing.state is State.REVIEW


def test_each_card_waits_for_its_own_main_picture() -> None:
    listing = judged(MUGS, CARDS, {"blue": (State.REVIEW,)}, BY_VARIANT)
    assert files(listing) == {
        "mug/mainred.jpg": State.READY, "mug/ared.jpg": State.READY, "mug/bred.jpg": State.READY,
        "_review/mug/mainblue.jpg": State.REVIEW, "_review/mug/bblue.jpg": State.REVIEW,
    }  # fmt: skip
    shared = next(row.result for row in listing.rows if row.photo.name == "all")
    assert shared.state is State.REVIEW
    assert "main picture is not ready" in shared.reason
    assert listing.reason == "Why."


def test_a_failed_main_picture_holds_its_card_back() -> None:
    failed = PhotoResult(state=State.FAILED, reason="Damaged.", facts=None)
    results = {name: made(wants, *[State.READY] * len(wants)) for name, wants in CARDS.items() if wants}
    results |= {"blue": failed, "page": PhotoResult(state=State.UNUSED, reason="", facts=None)}
    listing = judge(MUGS, CARDS, results, BY_VARIANT, slots=SLOTS)
    assert (listing.state, listing.reason) == (State.FAILED, "Damaged.")
    assert files(listing)["mug/mainred.jpg"] is State.READY
    assert files(listing)["_review/mug/bblue.jpg"] is State.REVIEW


def test_a_photo_to_shoot_again_stays_so() -> None:
    listing = judged(MUGS, ONE_CARD, {"red": (State.RESHOOT, State.RESHOOT)})
    assert listing.state is State.RESHOOT
    states = {row.photo.name: row.result.state for row in listing.rows}
    assert (states["red"], states["blue"]) == (State.RESHOOT, State.REVIEW)
    assert files(listing)["_review/mug/main.jpg"] is State.RESHOOT


def test_the_pictures_together_are_counted() -> None:
    listing = judged(MUGS, ONE_CARD, {})
    measured = {finding.rule: finding.measured for finding in listing.findings}
    assert measured["set.main"] == "1 main picture"
    assert "4 used, 1 kept aside" in next(row.result.reason for row in listing.rows if row.photo.name == "page")
    assert next(row.result for row in listing.rows if row.photo.name == "page").state is State.UNUSED
    assert listing.state is State.READY


def test_a_main_picture_for_each_card_is_asked_for() -> None:
    assert judged(MUGS, CARDS, {}, BY_VARIANT).state is State.READY
    without = {**CARDS, "blue": ()}
    listing = judged(MUGS, without, {}, BY_VARIANT)
    assert listing.state is State.REVIEW
    (broken,) = (finding for finding in listing.findings if finding.rule == "set.main")
    assert (broken.measured, broken.required.split(",")[0]) == ("1 main picture", "exactly 2 main pictures")
    assert files(listing) == {
        "mug/mainred.jpg": State.READY, "mug/ared.jpg": State.READY, "mug/bred.jpg": State.READY,
        "_review/mug/bblue.jpg": State.REVIEW,
    }  # fmt: skip
    shared = next(row.result for row in listing.rows if row.photo.name == "all")
    assert shared.state is State.REVIEW
    assert shared.reason.startswith("It has no main picture: choose one.")


def test_a_card_without_a_main_picture_is_held_back_as_a_whole() -> None:
    without = {**ONE_CARD, "red": (want(Slot.VARIANT, "red"),)}
    listing = judged(MUGS, without, {"red 2": (State.REVIEW,)})
    assert set(files(listing).values()) == {State.REVIEW}
    assert all(file.startswith("_review/") for file in files(listing))
    reasons = {row.photo.name: row.result.reason for row in listing.rows if without[row.photo.name]}
    assert reasons.pop("red 2") == "Why."
    assert set(reasons.values()) == {listing.reason}
    assert (listing.state, listing.reason.split(". ")[0]) == (State.REVIEW, "It has no main picture: choose one")


def test_no_card_waits_for_a_main_picture_that_was_not_asked_for() -> None:
    without = {**ONE_CARD, "red": (want(Slot.VARIANT, "red"),)}
    listing = judged(MUGS, without, {}, slots=("detail", "variant"))
    assert (listing.state, listing.reason) == (State.READY, "")
    assert set(files(listing).values()) == {State.READY}


@pytest.mark.parametrize("state", [State.UNUSED, State.FAILED])
def test_a_listing_that_a_person_set_aside_misses_nothing(state: State) -> None:
    aside = Listing(sku="mug", variants=(Variant(name="", photos=(photo("a", Role.UNUSED), photo("b", Role.UNUSED))),))
    results = {
        "a": PhotoResult(state=state, reason="Damaged.", facts=None),
        "b": PhotoResult(state=State.UNUSED, reason="", facts=None),
    }
    listing = judge(aside, {"a": (), "b": ()}, results, ALIEXPRESS, slots=SLOTS)
    assert (listing.state, listing.findings) == (State.UNUSED, ())
    assert listing.reason.startswith("All its photos are kept aside.")
    assert [row.result.state for row in listing.rows] == [state, State.UNUSED]
    whole = BatchResult(profile="aliexpress", listings=(listing,), skipped=())
    assert whole.all_ready == (state is State.UNUSED)
