from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from whitecove.batch.grouping import settled
from whitecove.core.model import Listing, Photo, Role, Variant


def photo(name: str, role: Role, order: int = 1, *reasons: str) -> Photo:
    return Photo(path=Path(name), name=name, role=role, order=order, reasons=reasons)


def listing(**variants: list[Photo]) -> Listing:
    return Listing(
        sku="S1",
        variants=tuple(
            Variant(name="" if name == "shared" else name, photos=tuple(some)) for name, some in variants.items()
        ),
    )


def roles(made: Listing) -> list[tuple[str, Role]]:
    return [(each.name, each.role) for each in sorted(made.photos, key=lambda each: each.order)]


def test_a_second_main_becomes_the_first_detail() -> None:
    made = settled(
        listing(shared=[photo("b", Role.DETAIL, 3), photo("c", Role.MAIN, 2), photo("a", Role.MAIN, 1)]),
        details=5,
        card="listing",
    )
    assert roles(made) == [("a", Role.MAIN), ("c", Role.DETAIL), ("b", Role.DETAIL)]
    assert made.photos[1].reasons == ("Another is the main picture, so it is a detail.",)


def test_the_order_that_a_person_wrote_stays() -> None:
    made = settled(
        listing(shared=[photo("a", Role.DETAIL, 9), photo("b", Role.DETAIL, 4), photo("c", Role.MAIN, 7)]),
        details=5,
        card="listing",
    )
    assert roles(made) == [("c", Role.MAIN), ("b", Role.DETAIL), ("a", Role.DETAIL)]


def test_without_a_main_none_is_made_up() -> None:
    made = settled(listing(shared=[photo("a", Role.DETAIL), photo("b", Role.UNUSED)]), details=5, card="listing")
    assert roles(made) == [("a", Role.DETAIL), ("b", Role.UNUSED)]


def test_details_over_the_number_are_kept_aside() -> None:
    some = [photo("main", Role.MAIN), *(photo(f"{i}", Role.DETAIL, i + 1) for i in range(1, 5))]
    made = settled(listing(shared=some), details=2, card="listing")
    assert [role for _, role in roles(made)] == [Role.MAIN, Role.DETAIL, Role.DETAIL, Role.UNUSED, Role.UNUSED]
    assert made.photos[-1].reasons == ("5 photos: 3 used, 2 kept aside.",)


def test_a_card_of_a_variant_has_its_own_main_and_details() -> None:
    made = settled(
        listing(
            shared=[photo("chart", Role.MAIN, 1), photo("box", Role.DETAIL, 2)],
            red=[photo("r1", Role.MAIN, 3), photo("r2", Role.DETAIL, 4)],
            blue=[photo("b1", Role.MAIN, 5)],
        ),
        details=1,
        card="variant",
    )
    assert roles(made) == [
        ("r1", Role.MAIN), ("b1", Role.MAIN), ("chart", Role.DETAIL), ("r2", Role.DETAIL), ("box", Role.UNUSED)
    ]  # fmt: skip


def test_each_variant_is_shown_by_one_picture() -> None:
    made = settled(
        listing(shared=[photo("m", Role.MAIN)], red=[photo("r1", Role.VARIANT, 2), photo("r2", Role.VARIANT, 3)]),
        details=5,
        card="listing",
    )
    assert roles(made) == [("m", Role.MAIN), ("r2", Role.DETAIL), ("r1", Role.VARIANT)]


def test_every_photo_has_a_reason() -> None:
    made = settled(
        listing(shared=[photo("m", Role.MAIN), photo("d", Role.DETAIL, 2, "Told.")]), details=5, card="listing"
    )
    assert [each.reasons for each in made.photos] == [("The plan says main.",), ("Told.",)]


PHOTOS = st.lists(st.tuples(st.sampled_from(Role), st.integers(1, 9), st.sampled_from(["shared", "red", "blue"])))


@given(PHOTOS, st.integers(0, 4), st.sampled_from(["listing", "variant"]))
def test_settling_twice_changes_nothing(rows: list[tuple[Role, int, str]], details: int, card: str) -> None:
    variants: dict[str, list[Photo]] = {}
    for place, (role, order, variant) in enumerate(rows):
        variants.setdefault(variant, []).append(photo(f"{place}", role, order))
    once = settled(listing(**variants), details=details, card=card)
    assert settled(once, details=details, card=card) == once
    assert sorted(each.order for each in once.photos) == list(range(1, len(rows) + 1))
