from __future__ import annotations

from dataclasses import replace

import pytest

from tests.batch.listed import listing, listing_of
from whitecove.batch.naming.slots import apart, refuse_clashes, wants_of
from whitecove.core.errors import PlanError
from whitecove.core.model import Listing, Slot, Want
from whitecove.core.options import Options
from whitecove.core.profiles import Names, Profile, load_profile

PROFILE = load_profile("aliexpress")
BY_VARIANT = replace(PROFILE, card="variant")


def files(of: Listing, profile: Profile = PROFILE, date: str = "", **options: object) -> dict[str, list[str]]:
    wants = wants_of(of, replace(Options(), **options), profile, date=date)  # type: ignore[arg-type]
    refuse_clashes(want for each in wants.values() for want in each)
    return {name.removesuffix(".jpg"): [want.file for want in each] for name, each in wants.items()}


def test_a_listing_without_variants() -> None:
    assert files(listing("A", _="mddupp")) == {
        "1": ["A/A_01_main.jpg"], "2": ["A/A_02.jpg"], "3": ["A/A_03.jpg"], "4": [], "5": [], "6": [],
    }  # fmt: skip


def test_a_product_called_as_anothers_variant_gets_a_counter() -> None:
    given = [listing("A", red="md", blue="m"), listing("A_red", _="m")]
    assert [each.sku for each in apart(given, Options(), PROFILE, str)] == ["A", "A_red"]
    parted = apart(given, Options(), BY_VARIANT, str)
    assert [each.sku for each in parted] == ["A", "A_red-2"]
    refuse_clashes(
        want for each in parted for wants in wants_of(each, Options(), BY_VARIANT).values() for want in wants
    )


def test_details_leave_the_first_place_to_a_main() -> None:
    assert files(listing("A", _="dd")) == {"1": ["A/A_02.jpg"], "2": ["A/A_03.jpg"]}


def test_every_photo_has_an_answer_and_no_more_details_than_the_profile_takes() -> None:
    made = files(listing("A", _="m" + "d" * 8))
    assert list(made) == [str(i) for i in range(1, 10)]
    assert [name for name, wants in made.items() if not wants] == ["7", "8", "9"]


def test_variants_in_a_card_of_the_listing() -> None:
    assert files(listing("A", _="d", red="md", blue="v", green="vd", grey="d")) == {
        "1": ["A/A_02.jpg"],
        "2": ["A/A_01_main.jpg", "A/variants/A_v01_red.jpg"],
        "3": ["A/A_03.jpg"],
        "4": ["A/variants/A_v02_blue.jpg"],
        "5": ["A/variants/A_v03_green.jpg"],
        "6": ["A/A_04.jpg"],
        "7": ["A/A_05.jpg"],
    }


def test_the_main_shows_its_variant_only_where_there_are_others() -> None:
    assert files(listing("A", red="m"))["1"] == ["A/A_01_main.jpg"]
    assert files(listing("A", red="mv"))["1"] == ["A/A_01_main.jpg"]
    assert files(listing("A", red="mv"))["2"] == ["A/variants/A_v01_red.jpg"]
    assert files(listing("A", red="mv", blue="v"))["1"] == ["A/A_01_main.jpg"]
    assert files(listing("A", _="m", red="v", blue="v"))["1"] == ["A/A_01_main.jpg"]


def test_a_card_a_variant() -> None:
    assert files(listing("A", _="d", red="md", blue="dm"), BY_VARIANT) == {
        "1": ["A_red/A_red_03.jpg", "A_blue/A_blue_03.jpg"],
        "2": ["A_red/A_red_01_main.jpg"],
        "3": ["A_red/A_red_02.jpg"],
        "4": ["A_blue/A_blue_02.jpg"],
        "5": ["A_blue/A_blue_01_main.jpg"],
    }


def test_own_details_come_before_shared_ones_up_to_the_profiles_number() -> None:
    made = files(listing("A", _="ddd", red="mdddd", blue="m"), BY_VARIANT)
    assert made["1"] == ["A_red/A_red_06.jpg", "A_blue/A_blue_02.jpg"]
    assert made["2"] == ["A_blue/A_blue_03.jpg"]


def test_a_shared_main_never_stands_for_a_variant() -> None:
    made = files(listing("A", _="m", red="m", blue="d"), BY_VARIANT)
    assert made["1"] == ["A_red/A_red_02.jpg", "A_blue/A_blue_03.jpg"]


def test_the_picture_of_a_variant_is_the_main_of_its_card_where_it_has_no_other() -> None:
    made = files(listing("A", red="vdv", blue="vm"), BY_VARIANT)
    assert made == {
        "1": ["A_red/A_red_01_main.jpg"],
        "2": ["A_red/A_red_02.jpg"],
        "3": [],
        "4": [],
        "5": ["A_blue/A_blue_01_main.jpg"],
    }
    assert files(listing("A", _="vd"))["1"] == []


def test_a_listing_without_named_variants_is_one_card() -> None:
    assert files(listing("A", _="md"), BY_VARIANT) == {"1": ["A/A_01_main.jpg"], "2": ["A/A_02.jpg"]}


def test_wants_say_what_they_show_and_where_they_stand() -> None:
    by_listing = wants_of(listing("A", red="md", blue="v"), Options(), PROFILE)
    assert [(w.slot, w.variant, w.order) for each in by_listing.values() for w in each] == [
        (Slot.MAIN, "", 1), (Slot.VARIANT, "red", 1), (Slot.DETAIL, "", 2), (Slot.VARIANT, "blue", 2),
    ]  # fmt: skip
    by_variant = wants_of(listing("A", _="d", red="m", blue="m"), Options(), BY_VARIANT)
    assert [(w.slot, w.variant, w.order) for each in by_variant.values() for w in each] == [
        (Slot.DETAIL, "red", 2), (Slot.DETAIL, "blue", 2), (Slot.MAIN, "red", 1), (Slot.MAIN, "blue", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("slots", "made"),
    [(("main",), {"1"}), (("detail",), {"2"}), (("variant",), {"1", "3"}), (("main", "variant"), {"1", "3"})],
)
def test_slots_that_are_not_asked_for_are_not_wanted(slots: tuple[str, ...], made: set[str]) -> None:
    wanted = files(listing("A", red="md", blue="v"), slots=slots)
    assert {name for name, each in wanted.items() if each} == made


def test_templates() -> None:
    of = listing("A", red="md", blue="v", _="d")
    assert files(of, name="{sku}_{nn}_{variant}_{lang}_{date}", lang="ru", date="20260102") == {
        "1": ["A/A_01_red_ru_20260102.jpg", "A/variants/A_v01_red_ru_20260102.jpg"],
        "2": ["A/A_02_red_ru_20260102.jpg"],
        "3": ["A/variants/A_v02_blue_ru_20260102.jpg"],
        "4": ["A/A_03_ru_20260102.jpg"],
    }
    assert files(of, BY_VARIANT, name="{sku}-{variant}-{nn}")["4"] == ["A_red/A-red-03.jpg", "A_blue/A-blue-02.jpg"]


def test_numbers_grow_where_a_card_has_more_than_99_pictures() -> None:
    most = replace(PROFILE, slots={**PROFILE.slots, Slot.DETAIL: replace(PROFILE.slot(Slot.DETAIL), max_count=150)})
    assert files(listing("A", _="m" + "d" * 98), most)["99"] == ["A/A_99.jpg"]
    assert files(listing("A", _="m" + "d" * 99), most)["100"] == ["A/A_100.jpg"]
    assert files(listing("A", _="m" + "d" * 99), most)["2"] == ["A/A_002.jpg"]


def test_amazon_counts_the_details_from_one() -> None:
    made = files(listing("B000123456", _="mdd"), load_profile("amazon"))
    assert [each for (each,) in made.values()] == [
        "B000123456/B000123456.MAIN.jpg", "B000123456/B000123456.PT01.jpg", "B000123456/B000123456.PT02.jpg",
    ]  # fmt: skip


def test_variants_that_some_systems_take_for_the_same_are_told_apart() -> None:
    made = files(listing_of("A", {"Red": "m", "red": "v", "blue": "v"}))
    (_, first), (second,), (third,) = made.values()
    assert first.startswith("A/variants/A_v01_Red~")
    assert second.startswith("A/variants/A_v02_red~")
    assert third == "A/variants/A_v03_blue.jpg"
    cards = files(listing_of("A", {"红色": "m", "紅色": "m"}), load_profile("taobao"), ascii_names=True)
    assert len({each[0].casefold() for each in cards.values() if each}) == len(
        [each for each in cards.values() if each]
    )


@pytest.mark.parametrize("template", ["{role}_{sku}_{nn}", "{sku}_{role}{nn}"])
def test_templates_that_break_the_order_are_refused(template: str) -> None:
    with pytest.raises(PlanError, match=r"Put \{nn\} before \{role\} and \{variant\}") as caught:
        files(listing("A", _="md"), name=template)
    assert caught.value.code == "plan.name_order"
    assert "main" in str(caught.value)
    assert "detail" in str(caught.value)


def test_variants_that_break_the_order_are_refused_and_others_are_not() -> None:
    assert files(listing("A", _="md"), name="{sku}_{variant}_{nn}")["1"] == ["A/A_01.jpg"]
    assert files(listing("A", a="m", b="d"), name="{sku}_{variant}_{nn}")["2"] == ["A/A_b_02.jpg"]
    with pytest.raises(PlanError) as caught:
        files(listing("A", b="m", a="d"), name="{sku}_{variant}_{nn}")
    assert caught.value.code == "plan.name_order"


def test_a_template_that_leaves_no_room_is_refused() -> None:
    tight = replace(PROFILE, names=Names(limit=50))
    with pytest.raises(PlanError) as caught:
        files(listing("A", _="m"), tight, name="{sku}_a_text_of_its_own_that_is_too_long_{nn}")
    assert caught.value.code == "plan.name_long"
    assert "50 characters" in str(caught.value)


def want(file: str, slot: Slot = Slot.MAIN, order: int = 1, variant: str = "") -> Want:
    return Want(slot=slot, file=file, order=order, variant=variant)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (want("A/A.jpg"), want("B/A.jpg")),
        (want("A/A.jpg"), want("B/a.JPG")),
        (want("A/é.jpg"), want("B/e\u0301.jpg")),
        (want("A/A.jpg"), want("A/variants/A.jpg", Slot.VARIANT)),
        (want("A/1.jpg"), want("a/2.jpg")),
        (want("A/1.jpg", variant="x"), want("A/2.jpg", Slot.DETAIL, 2, "y")),
    ],
)
def test_names_and_folders_that_cannot_be_told_apart_are_refused(one: Want, other: Want) -> None:
    with pytest.raises(PlanError) as caught:
        refuse_clashes([one, other])
    assert caught.value.code == "plan.same_name"


@pytest.mark.parametrize("names", [("B.jpg", "a.jpg"), ("10.jpg", "9.jpg"), ("Z.jpg", "a.jpg"), ("a10.jpg", "a9.jpg")])
def test_an_order_that_only_some_systems_keep_is_refused(names: tuple[str, str]) -> None:
    first, second = names
    with pytest.raises(PlanError) as caught:
        refuse_clashes([want(f"A/{second}", Slot.DETAIL, 2), want(f"A/{first}")])
    assert caught.value.code == "plan.name_order"
