from __future__ import annotations

import pytest

from tests.batch.groups import listings, reasons, roles, variants
from whitecove.core.model import Role


def test_a_colour_alone_makes_no_variant() -> None:
    assert variants("juice orange.jpg", "red.jpg", "blue_1.jpg", "blue_2.jpg") == {
        "juice orange": {"": ["juice orange.jpg"]},
        "red": {"": ["red.jpg"]},
        "blue": {"": ["blue_1.jpg", "blue_2.jpg"]},
    }


def test_colours_beside_products_are_products() -> None:
    assert variants("Brand/Olive/1.jpg", "Brand/Rose/1.jpg", "Brand/Aster/1.jpg").keys() == {"Olive", "Rose", "Aster"}


def test_variants_are_one_whatever_their_case_and_words_for_one_colour() -> None:
    assert variants("SKU1-Red_1.jpg", "SKU1-RED_2.jpg", "SKU1-тёмно-синий.jpg", "SKU1_темно-синий_2.jpg") == {
        "SKU1": {
            "Red": ["SKU1-RED_2.jpg", "SKU1-Red_1.jpg"],
            "тёмно-синий": ["SKU1-тёмно-синий.jpg", "SKU1_темно-синий_2.jpg"],
        }
    }


def test_a_folder_called_sku_may_be_full_of_skus() -> None:
    assert variants("SKU/SKU1/1.jpg", "SKU/SKU2/1.jpg").keys() == {"SKU1", "SKU2"}
    assert variants("SKU/cup_1.jpg", "SKU/cup_2.jpg", "SKU/lamp_1.jpg").keys() == {"cup", "lamp"}
    assert variants("Cup/SKU/red.jpg", "Cup/SKU/blue.jpg").keys() == {"Cup"}
    assert variants("Cup/主图/1.jpg", "Cup/SKU/A款/1.jpg", "Cup/SKU/1.jpg")["Cup"].keys() == {"", "1", "A款"}


def test_a_folder_for_a_role_beside_several_products_takes_none_of_them() -> None:
    assert variants("cup_1.jpg", "lamp_1.jpg", "sizes/chart.jpg").keys() == {"cup", "lamp", "photos"}
    assert variants("handle.jpg", "主图/1.jpg").keys() == {"photos"}
    assert variants("cup_1.jpg", "lamp_1.jpg", "main.jpg", "主图/1.jpg").keys() == {"cup", "lamp", "photos"}


def test_some_words_count_only_for_folders() -> None:
    assert roles("auto", "party_banner.jpg") == [("party_banner.jpg", Role.MAIN)]
    assert roles("auto", "S1/1.jpg", "S1/marketing/1.jpg")[1] == ("S1/marketing/1.jpg", Role.UNUSED)


def test_a_named_main_goes_before_the_first_variants() -> None:
    assert roles("auto", "S1/blue/1.jpg", "S1/red/1-main.jpg", "S1/red/2.jpg")[0] == ("S1/red/1-main.jpg", Role.MAIN)
    assert roles("auto", "S1/blue/1.jpg", "S1/red/1.jpg", "S1/main.jpg")[0] == ("S1/main.jpg", Role.MAIN)


def test_pictures_of_variants_alone_have_a_main() -> None:
    assert roles("auto", "S1/SKU/blue.jpg", "S1/SKU/red.jpg") == [
        ("S1/SKU/blue.jpg", Role.MAIN), ("S1/SKU/red.jpg", Role.VARIANT)
    ]  # fmt: skip


def test_one_picture_shows_a_variant_and_its_others_are_details() -> None:
    assert roles("auto", "S1/主图/1.jpg", "S1/SKU/红色/1.jpg", "S1/SKU/红色/2.jpg", "S1/SKU/蓝色.jpg") == [
        ("S1/主图/1.jpg", Role.MAIN),
        ("S1/SKU/红色/2.jpg", Role.DETAIL),
        ("S1/SKU/红色/1.jpg", Role.VARIANT),
        ("S1/SKU/蓝色.jpg", Role.VARIANT),
    ]


@pytest.mark.parametrize(
    "names",
    [
        ("SKU1-A.jpg", "SKU1-B.jpg"),
        ("SKU1-A_1.jpg", "SKU1-B.jpg"),
        ("SKU1-A_2.jpg", "SKU1-B_2.jpg"),
        ("plan-A_1.jpg", "plan-B_1.jpg"),
        ("SKU1-men_1.jpg", "SKU1-kid_1.jpg"),
        ("SKU1-1_1.jpg", "SKU1-2_1.jpg"),
    ],
)
def test_codes_that_may_be_products_are_products(names: tuple[str, ...]) -> None:
    assert len(listings("auto", *names)) == 2


def test_codes_in_a_folder_are_variants() -> None:
    assert variants("SKU1/SKU1-A_1.jpg", "SKU1/SKU1-B_1.jpg", "SKU1/SKU1_1.jpg") == {
        "SKU1": {"": ["SKU1/SKU1_1.jpg"], "A": ["SKU1/SKU1-A_1.jpg"], "B": ["SKU1/SKU1-B_1.jpg"]}
    }


def test_a_lone_letter_says_why_it_is_a_product() -> None:
    assert "so nothing is mixed" in reasons("SKU1-A.jpg", "SKU1-B.jpg")["SKU1-A.jpg"]
