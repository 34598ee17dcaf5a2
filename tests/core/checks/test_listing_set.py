from __future__ import annotations

import pytest

from tests.core.checks import pictures
from whitecove.core.checks.check import SetFacts
from whitecove.core.checks.listing_set import duplicate
from whitecove.core.checks.registry import judge_set
from whitecove.core.model import Finding, Outcome, Severity, Slot, Tag

ALL_TAGS = frozenset(Tag)


def ask(
    rule: str,
    *,
    mains: int = 1,
    details: int = 5,
    unused: int = 0,
    tags: frozenset[Tag] = frozenset(),
    slots: frozenset[Slot] = frozenset(),
    cards: int = 1,
) -> Finding:
    facts = SetFacts(mains=mains, details=details, unused=unused, tags=tags, slots=slots, cards=cards)
    return next(f for f in judge_set(facts, pictures.profile()) if f.rule == rule)


@pytest.mark.parametrize(
    ("mains", "cards", "broken"),
    [(0, 1, True), (1, 1, False), (2, 1, True), (3, 3, False), (2, 3, True), (4, 3, True), (1, 0, True)],
)
def test_each_card_has_one_main(mains: int, cards: int, broken: bool) -> None:
    found = ask("set.main", mains=mains, cards=cards)
    assert found.broken is broken
    assert found.severity is Severity.ERROR


def test_what_is_required_of_several_cards_is_said() -> None:
    assert ask("set.main", cards=1).required == "exactly 1 main picture"
    assert ask("set.main", cards=3).required == "exactly 3 main pictures, one a product page"


def test_details_say_what_was_kept_aside() -> None:
    found = ask("set.details", details=5, unused=3)
    assert not found.broken
    assert found.measured == "9 photos: 6 used, 3 kept aside"


@pytest.mark.parametrize(("details", "cards", "broken"), [(6, 1, True), (10, 2, False), (11, 2, True)])
def test_too_many_details_are_said(details: int, cards: int, broken: bool) -> None:
    assert ask("set.details", details=details, cards=cards).broken is broken


def test_no_details_are_a_warning() -> None:
    found = ask("set.details", details=0)
    assert found.broken
    assert (found.severity, found.measured) == (Severity.WARNING, "1 photo: 1 used, 0 kept aside")


def test_variety_names_what_is_missing() -> None:
    found = ask("set.variety", tags=frozenset({Tag.SCENE, Tag.ANGLE}))
    assert (found.broken, found.severity) == (True, Severity.INFO)
    assert found.measured == "details show another side and a scene"
    assert found.fix == "Add a detail that shows a close-up and the size."


@pytest.mark.parametrize("rule", ["set.variety", "set.size_reference"])
def test_a_set_that_shows_everything_passes(rule: str) -> None:
    assert ask(rule, tags=ALL_TAGS).outcome is Outcome.PASS


@pytest.mark.parametrize("rule", ["set.variety", "set.size_reference"])
def test_where_nothing_tells_what_details_show_nothing_is_claimed(rule: str) -> None:
    assert ask(rule).outcome is Outcome.NOT_MEASURED


@pytest.mark.parametrize("tag", [tag for tag in Tag if tag is not Tag.SIZE])
def test_other_tags_do_not_show_the_size(tag: Tag) -> None:
    found = ask("set.size_reference", tags=frozenset({tag}))
    assert (found.broken, found.severity) == (True, Severity.WARNING)


@pytest.mark.parametrize(
    ("slots", "outcome"),
    [
        (set(), Outcome.NOT_MEASURED),
        ({Slot.MAIN, Slot.DETAIL}, Outcome.NOT_MEASURED),
        ({Slot.MARKETING_SQUARE}, Outcome.FAIL),
        ({Slot.MARKETING_SQUARE, Slot.MARKETING_PORTRAIT}, Outcome.PASS),
    ],
)
def test_one_marketing_picture_asks_for_the_other(slots: set[Slot], outcome: Outcome) -> None:
    found = ask("set.slots", slots=frozenset(slots))
    assert (found.outcome, found.severity) == (outcome, Severity.INFO)


@pytest.mark.parametrize(
    ("pairs", "compared", "outcome", "measured"),
    [
        (0, 0, Outcome.NOT_MEASURED, "not measured: no picture could be read"),
        (0, 4, Outcome.PASS, "all pictures differ"),
        (1, 4, Outcome.FAIL, "a0 looks like b0"),
        (5, 9, Outcome.FAIL, "a0 looks like b0; a1 looks like b1; a2 looks like b2; 2 more"),
    ],
)
def test_pictures_that_look_alike_are_named_a_few_at_most(
    pairs: int, compared: int, outcome: Outcome, measured: str
) -> None:
    named = [(f"a{n}", f"b{n}") for n in range(pairs)]
    found = duplicate(named, compared, pictures.profile().rule("set.duplicate"))
    assert (found.outcome, found.measured, found.severity) == (outcome, measured, Severity.WARNING)
