from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.batch.groups import found, grouped, in_order, listings, roles
from whitecove.batch.grouping import Grouping, group
from whitecove.batch.naming.names import NAME_BYTES, collision_key, latin, safe_sku
from whitecove.core.model import Role


def test_by_name_the_seed_names_are_one_listing() -> None:
    listing = grouped("name", "SKU123 (2).jpg", "SKU123-main.jpg", "SKU123_1.jpg", "SKU123_3.jpg", "OTHER.jpg")
    assert set(listing) == {"SKU123", "OTHER"}
    assert listing["SKU123"][0] == "SKU123-main.jpg"


def test_by_folder_loose_photos_stand_alone() -> None:
    assert grouped("folder", "a/1.jpg", "a/2.jpg", "b/c/1.jpg", "x_1.jpg", "x_2.jpg") == {
        "a": ["a/1.jpg", "a/2.jpg"],
        "c": ["b/c/1.jpg"],
        "x_1": ["x_1.jpg"],
        "x_2": ["x_2.jpg"],
    }


def test_by_photo_equal_names_are_told_apart_by_their_folders() -> None:
    assert grouped("photo", "a/1.jpg", "b/1.jpg", "b/2.jpg") == {
        "a-1": ["a/1.jpg"],
        "b-1": ["b/1.jpg"],
        "2": ["b/2.jpg"],
    }


def test_by_photo_equal_names_in_one_folder_are_told_apart_by_their_suffix() -> None:
    assert set(grouped("photo", "1.jpg", "1.png")) == {"1-jpg", "1-png"}


def test_deeper_folders_of_equal_names_are_told_apart() -> None:
    assert set(grouped("folder", "x/red/1.jpg", "y/red/1.jpg", "blue/1.jpg")) == {"x-red", "y-red", "blue"}


@pytest.mark.parametrize(("one", "other"), [("Shoe/1.jpg", "shoe/1.jpg"), ("é/1.jpg", "e\u0301/1.jpg")])
def test_folders_that_some_systems_take_for_the_same_get_a_counter_and_say_so(one: str, other: str) -> None:
    first, second = listings("folder", one, other)
    assert first.sku.casefold() != second.sku.casefold()
    assert second.sku.endswith("-2")
    assert f"this one is called {second.sku}." in " ".join(second.photos[0].reasons)


def test_names_that_are_the_same_in_latin_letters_are_told_apart() -> None:
    made, _ = group(found("洪/1.jpg", "红/1.jpg"), Grouping(way="folder", sku=lambda text: safe_sku(latin(text))))
    assert len({collision_key(each.sku) for each in made}) == 2


@pytest.mark.parametrize(
    "stem",
    ["IMG_1234", "IMG_E1234", "DSC0001", "DSC_0001", "_DSC0001", "DSCF1234", "P1010023", "PXL_20240501_101112345",
     "mmexport1714550000000", "微信图片_20240501101112", "WhatsApp Image 2024-05-01 at 10.11.12", "IMG-20240501-WA0001",
     "O1CN01abcDEF", "20240501_101112", "1", "IMG_1234 (1)", "IMG_20240501_101112_HDR", "received_1234567890",
     "S1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d0", "unnamed", "wechatimg12"],
)  # fmt: skip
def test_camera_names_say_nothing(stem: str) -> None:
    names = [f"{stem}.jpg", f"{stem}_1.jpg"]
    assert [len(photos) for photos in grouped("auto", *names).values()] == [1, 1]


@pytest.mark.parametrize("stem", ["IMG Photo Frame", "Images of cups", "P10 lamp", "photo frame", "sample", "SKU1"])
def test_product_names_say_something(stem: str) -> None:
    assert len(grouped("auto", f"{stem}_1.jpg", f"{stem}_2.jpg")) == 1


def test_auto_takes_a_counter_for_one_only_from_the_first_picture_on() -> None:
    assert set(grouped("auto", "shoe-41.jpg", "shoe-42.jpg", "mug_1.jpg", "mug_2.jpg", "cup.jpg", "cup_2.jpg")) == {
        "shoe-41",
        "shoe-42",
        "mug",
        "cup",
    }


def test_auto_counts_role_folders_to_the_listing_above() -> None:
    (listing,) = listings("auto", "S1/副图/1.jpg", "S1/主图/9.jpg", "S1/详情/1.jpg", "S1/2.jpg")
    assert listing.sku == "S1"
    assert [(photo.name, photo.role) for photo in listing.photos] == [
        ("S1/主图/9.jpg", Role.MAIN),
        ("S1/2.jpg", Role.DETAIL),
        ("S1/副图/1.jpg", Role.DETAIL),
        ("S1/详情/1.jpg", Role.PAGE),
    ]


@pytest.mark.parametrize("name", ["shirt-size.jpg", "cup/副图/1.jpg", "tee-back.png"])
def test_a_listing_a_photo_makes_each_a_main(name: str) -> None:
    assert roles("photo", name) == [(name, Role.MAIN)]


@pytest.mark.parametrize("way", ["auto", "folder", "name"])
@pytest.mark.parametrize("name", ["shirt-size.jpg", "cup/副图/1.jpg", "cup/back-detail.jpg", "杯子背面.jpg"])
def test_what_calls_itself_a_detail_never_becomes_the_main(way: str, name: str) -> None:
    assert roles(way, name) == [(name, Role.DETAIL)]


def test_without_a_main_no_more_details_are_used_than_with_one() -> None:
    given = [f"cup/副图/{i}.jpg" for i in range(1, 8)]
    assert [role for _, role in roles("auto", *given)] == [*[Role.DETAIL] * 5, *[Role.UNUSED] * 2]


@pytest.mark.parametrize("way", ["auto", "name"])
def test_the_front_is_the_main_where_nothing_else_is_called_so(way: str) -> None:
    assert roles(way, "shirt-back.jpg", "shirt-front.jpg") == [
        ("shirt-front.jpg", Role.MAIN), ("shirt-back.jpg", Role.DETAIL)
    ]  # fmt: skip
    assert roles(way, "shirt-front.jpg", "shirt-main.jpg", "shirt.jpg") == [
        ("shirt-main.jpg", Role.MAIN), ("shirt-front.jpg", Role.DETAIL), ("shirt.jpg", Role.DETAIL)
    ]  # fmt: skip


@pytest.mark.parametrize("way", ["auto", "name"])
def test_a_number_may_be_the_products(way: str) -> None:
    assert grouped(way, "1001_1.jpg", "1001_2.jpg", "1001_3.jpg", "1002-01.jpg", "1002-02.jpg", "1002.jpg") == {
        "1001": ["1001_1.jpg", "1001_2.jpg", "1001_3.jpg"],
        "1002": ["1002.jpg", "1002-01.jpg", "1002-02.jpg"],
    }


def test_a_number_belongs_to_the_product_that_another_photo_names() -> None:
    assert grouped("auto", "1001_2.jpg", "1001-main.jpg") == {"1001": ["1001-main.jpg", "1001_2.jpg"]}


@pytest.mark.parametrize(
    "stems",
    [("1001_2", "1001_3"), ("12_1", "12_2"), ("20240501_1", "20240501_2"), ("100_0001", "100_0002"),
     ("IMG_1234", "IMG_1235"), ("DSC0001", "DSC0002"), ("1001", "1002"), ("20240501_101112", "20240501_101113")],
)  # fmt: skip
def test_counters_alone_say_nothing(stems: tuple[str, str]) -> None:
    assert len(grouped("auto", *(f"{stem}.jpg" for stem in stems))) == 2


def test_the_first_five_details_are_used_and_the_rest_kept_aside() -> None:
    (listing,) = listings("folder", *(f"a/{i}.jpg" for i in range(1, 10)))
    assert [photo.role for photo in listing.photos] == [Role.MAIN, *[Role.DETAIL] * 5, *[Role.UNUSED] * 3]
    assert [photo.order for photo in listing.photos] == list(range(1, 10))
    assert listing.photos[-1].reasons[-1] == "9 photos: 6 used, 3 kept aside."


def test_a_folder_of_several_products_is_parted_by_names() -> None:
    names = ["mix/S1_1.jpg", "mix/S1_2.jpg", "mix/S2_1.jpg", "mix/S2_2.jpg", "mix/S3.jpg", "mix/IMG_1.jpg"]
    assert set(grouped("auto", *names)) == {"S1", "S2", "S3", "mix"}


def test_a_folder_of_nothing_but_series_is_parted_by_names() -> None:
    assert set(grouped("auto", "mix/cup_1.jpg", "mix/cup_2.jpg", "mix/lamp_1.jpg", "mix/lamp_2.jpg")) == {"cup", "lamp"}


def test_a_copy_stays_with_its_photo() -> None:
    assert grouped("auto", "S1_1.jpg", "S1_1 (1).jpg", "S1_2.jpg", "shoe-41.jpg", "shoe-41 (2).jpg", "shoe-42.jpg") == {
        "S1": ["S1_1.jpg", "S1_1 (1).jpg", "S1_2.jpg"],
        "shoe-41": ["shoe-41.jpg", "shoe-41 (2).jpg"],
        "shoe-42": ["shoe-42.jpg"],
    }


@pytest.mark.parametrize(
    "names",
    [
        ("Cup/handle_1.jpg", "Cup/handle_2.jpg", "Cup/lid_1.jpg", "Cup/lid_2.jpg", "Cup/cup.jpg"),
        ("Cup/handle_1.jpg", "Cup/handle_2.jpg", "Cup/lid_1.jpg", "Cup/lid_2.jpg", "Cup/IMG_0001.jpg"),
        ("S1/S1_1.jpg", "S1/S1_2.jpg", "S1/a2_1.jpg", "S1/a2_2.jpg"),
        ("Cup/front.jpg", "Cup/inside.jpg", "Cup/1.jpg"),
    ],
)
def test_a_folder_of_one_product_stays_whole(names: tuple[str, ...]) -> None:
    assert len(listings("auto", *names)) == 1


STEMS = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=60)
WORDED = st.lists(
    st.sampled_from(
        [
            "SKU1",
            "sku1",
            "cup",
            "红色",
            "red",
            "主图",
            "main",
            "size",
            "A",
            "b",
            "1",
            "02",
            "(3)",
            "SKU",
            "v01",
            "детали",
        ]
    ),
    min_size=1,
    max_size=4,
).flatmap(lambda parts: st.sampled_from(["_", "-", " ", ""]).map(lambda separator: separator.join(parts)))
FOLDERS = st.lists(
    st.sampled_from(["a", "b", "SKU1", "SKU", "主图", "red", "蓝色", "Output", "2024-05-01", "详情"]), max_size=3
).map(lambda names: "".join(f"{name}/" for name in names))
TREES = st.sets(st.tuples(FOLDERS, STEMS | WORDED), min_size=1, max_size=12)


@given(
    TREES,
    st.sampled_from(["auto", "folder", "name", "photo"]),
    st.sampled_from(["listing", "variant"]),
    st.integers(0, 3),
)
def test_every_photo_is_in_one_listing_of_a_unique_safe_name(
    parts: set[tuple[str, str]], way: str, card: str, details: int
) -> None:
    photos = found(*sorted(f"{folder}{stem}.jpg" for folder, stem in parts))
    how = Grouping(way=way, card=card, details=details)
    made, skipped = group(photos, how)
    assert (made, skipped) == group(photos, how)
    assert not skipped
    assert sorted(photo.name for li in made for photo in li.photos) == sorted(each.name for each in photos)
    assert len({collision_key(li.sku) for li in made}) == len(made)
    assert all(len(part.encode()) <= NAME_BYTES for li in made for part in (li.sku, f"{li.sku}_01_main.jpg"))
    for listing in made:
        named = [variant for variant in listing.variants if variant.name]
        cards = [variant.photos for variant in named] if card == "variant" and named else [listing.photos]
        for photos_of_card in cards:
            assert sum(photo.role is Role.MAIN for photo in photos_of_card) <= 1
            assert sum(photo.role is Role.DETAIL for photo in photos_of_card) <= details
        assert all(photo.reasons for photo in listing.photos)
        assert [photo.order for photo in in_order(listing)] == list(range(1, len(listing.photos) + 1))
