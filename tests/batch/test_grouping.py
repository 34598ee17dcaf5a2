from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whitecove.batch.grouping import group, split_name
from whitecove.batch.intake import Found
from whitecove.batch.naming import NAME_BYTES, collision_key, main_file
from whitecove.core.errors import PlanError
from whitecove.core.model import Role

ROOT = Path("/photos")


def found(*names: str) -> list[Found]:
    return [Found(ROOT / name, name, tuple(name.split("/")[:-1])) for name in names]


def grouped(way: str, *names: str) -> dict[str, list[str]]:
    return {listing.sku: [photo.name for photo in listing.photos] for listing in group(found(*names), way)}


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("SKU123_1", ("SKU123", None, 1)),
        ("SKU123-main", ("SKU123", Role.MAIN, None)),
        ("SKU123 (2)", ("SKU123", None, 2)),
        ("SKU123(2)", ("SKU123", None, 2)),
        ("SKU123_01_main", ("SKU123", Role.MAIN, None)),
        ("SKU123_03", ("SKU123", None, 3)),
        ("SKU123主图", ("SKU123", Role.MAIN, None)),
        ("SKU123_主图_1", ("SKU123", Role.MAIN, None)),
        ("红色杯子副图2", ("红色杯子", Role.DETAIL, None)),
        ("SKU123-detail-2", ("SKU123", Role.DETAIL, None)),
        ("shirt-front", ("shirt", Role.MAIN, None)),
        ("shoe-41-front", ("shoe-41", Role.MAIN, None)),
        ("衬衫正面", ("衬衫", Role.MAIN, None)),
        ("shirt正面2", ("shirt", Role.MAIN, None)),
        ("waterfront", ("waterfront", None, None)),
        ("衬衫背面", ("衬衫", Role.DETAIL, None)),
        ("shirt_侧面_1", ("shirt", Role.DETAIL, None)),
        ("SKU-1001", ("SKU-1001", None, None)),
        ("domain", ("domain", None, None)),
        ("feedback", ("feedback", None, None)),
        ("SKU123", ("SKU123", None, None)),
        ("_1", ("_1", None, None)),
    ],
)
def test_what_a_name_says(stem: str, expected: tuple[str, Role | None, int | None]) -> None:
    assert split_name(stem) == expected


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
def test_folders_that_some_systems_take_for_the_same_are_refused(one: str, other: str) -> None:
    with pytest.raises(PlanError) as caught:
        group(found(one, other), "folder")
    assert one in str(caught.value)
    assert other in str(caught.value)


@pytest.mark.parametrize(
    "stem",
    ["IMG_1234", "IMG_E1234", "DSC0001", "DSC_0001", "_DSC0001", "DSCF1234", "P1010023", "PXL_20240501_101112345",
     "mmexport1714550000000", "微信图片_20240501101112", "WhatsApp Image 2024-05-01 at 10.11.12", "IMG-20240501-WA0001",
     "O1CN01abcDEF", "20240501_101112", "1", "IMG_1234 (1)", "IMG_20240501_101112_HDR"],
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
    (listing,) = group(found("S1/副图/1.jpg", "S1/主图/9.jpg", "S1/详情/1.jpg", "S1/2.jpg"), "auto")
    assert listing.sku == "S1"
    assert [(photo.name, photo.role) for photo in listing.photos] == [
        ("S1/主图/9.jpg", Role.MAIN),
        ("S1/2.jpg", Role.DETAIL),
        ("S1/副图/1.jpg", Role.DETAIL),
        ("S1/详情/1.jpg", Role.PAGE),
    ]


def roles(way: str, *names: str) -> list[tuple[str, Role]]:
    (listing,) = group(found(*names), way)
    return [(photo.name, photo.role) for photo in listing.photos]


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


@pytest.mark.parametrize(
    "stems",
    [("1001_2", "1001_3"), ("12_1", "12_2"), ("20240501_1", "20240501_2"), ("100_0001", "100_0002"),
     ("IMG_1234", "IMG_1235"), ("DSC0001", "DSC0002"), ("1001", "1002"), ("20240501_101112", "20240501_101113")],
)  # fmt: skip
def test_counters_alone_say_nothing(stems: tuple[str, str]) -> None:
    assert len(grouped("auto", *(f"{stem}.jpg" for stem in stems))) == 2


def test_the_first_five_details_are_used_and_the_rest_kept_aside() -> None:
    (listing,) = group(found(*(f"a/{i}.jpg" for i in range(1, 10))), "folder")
    assert [photo.role for photo in listing.photos] == [Role.MAIN, *[Role.DETAIL] * 5, *[Role.UNUSED] * 3]
    assert [photo.order for photo in listing.photos] == list(range(1, 10))


STEMS = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=60)


@given(
    st.sets(st.tuples(st.sampled_from(["", "a/", "b/", "a/b/"]), STEMS), min_size=1, max_size=12),
    st.sampled_from(["auto", "folder", "name", "photo"]),
)
def test_every_photo_is_in_one_listing_of_a_unique_safe_name(parts: set[tuple[str, str]], way: str) -> None:
    photos = found(*sorted(f"{folder}{stem}.jpg" for folder, stem in parts))
    try:
        listings = group(photos, way)
    except PlanError:
        return
    assert sorted(photo.name for li in listings for photo in li.photos) == sorted(each.name for each in photos)
    assert len({collision_key(li.sku) for li in listings}) == len(listings)
    assert all(len(part.encode()) <= NAME_BYTES for li in listings for part in main_file(li.sku).split("/"))
    assert all(photo.role is not Role.MAIN for li in listings for photo in li.photos[1:])
