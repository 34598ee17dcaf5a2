from __future__ import annotations

import pytest

from tests.batch.groups import found, grouped, listings
from whitecove.batch.grouping import Grouping, group
from whitecove.batch.grouping.skulist import SkuLine
from whitecove.core.errors import PlanError


def test_a_listings_skus_stay_when_photos_are_added_at_the_end() -> None:
    names = [f"IMG_20240501_10{minute:02d}{second:02d}.jpg" for minute in (0, 5, 10, 15) for second in (0, 4, 8)]
    earlier = grouped("auto", *names[:9])
    later = grouped("auto", *names)
    assert len(earlier) == 3
    assert earlier.items() <= later.items()


def test_by_time_needs_times() -> None:
    with pytest.raises(PlanError) as caught:
        listings("time", "cup.jpg", "lamp.jpg")
    assert caught.value.code == "plan.no_times"


def test_by_time_without_a_clear_pause_asks_for_one() -> None:
    names = [f"IMG_20240501_1000{second:02d}.jpg" for second in (0, 5, 9, 14)]
    with pytest.raises(PlanError) as caught:
        listings("time", *names)
    assert "the 4 photos with a shooting time in photos into products (without a time: 0)" in str(caught.value)


def test_by_time_photos_without_one_are_counted_apart() -> None:
    with pytest.raises(PlanError) as caught:
        listings("time", "s/IMG_20240501_100000.jpg", "s/IMG_20240501_100005.jpg", "s/cup.jpg")
    assert "the 2 photos with a shooting time in s into products (without a time: 1)" in str(caught.value)


def test_by_time_a_photo_without_one_stands_alone() -> None:
    made, _ = group(
        found("IMG_20240501_100000.jpg", "IMG_20240501_100005.jpg", "IMG_20240501_100100.jpg", "cup.jpg"),
        Grouping(way="time", gap=30),
    )
    assert sorted(len(each.photos) for each in made) == [1, 1, 2]


def listed(lines: list[SkuLine], *names: str, way: str = "auto") -> dict[str, list[str]]:
    made, _ = group(found(*names), Grouping(way=way, skus=tuple(lines)))
    return {each.sku: [photo.name for photo in each.photos] for each in made}


def test_a_list_names_photos_in_order() -> None:
    assert listed([SkuLine("A"), SkuLine("B")], "IMG_1.jpg", "IMG_2.jpg") == {"A": ["IMG_1.jpg"], "B": ["IMG_2.jpg"]}
    assert listed([SkuLine("A", 1), SkuLine("B", 2)], "IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg") == {
        "A": ["IMG_1.jpg"],
        "B": ["IMG_2.jpg", "IMG_3.jpg"],
    }


def test_a_list_names_groups_in_order() -> None:
    assert listed([SkuLine("A"), SkuLine("B")], "1/x.jpg", "1/y.jpg", "2/x.jpg") == {
        "A": ["1/x.jpg", "1/y.jpg"],
        "B": ["2/x.jpg"],
    }


def test_names_in_a_list_go_before_its_order() -> None:
    lines = [SkuLine("S-3"), SkuLine("S-1"), SkuLine("S-2")]
    assert listed(lines, "S1/1.jpg", "S2/1.jpg") == {"S-1": ["S1/1.jpg"], "S-2": ["S2/1.jpg"]}


def test_photos_that_say_nothing_take_the_lines_that_no_name_has() -> None:
    lines = [SkuLine("S1"), SkuLine("S2"), SkuLine("S3")]
    assert listed(lines, "S2/1.jpg", "IMG_1.jpg", "IMG_2.jpg") == {
        "S1": ["IMG_1.jpg"],
        "S2": ["S2/1.jpg"],
        "S3": ["IMG_2.jpg"],
    }


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ([SkuLine("A"), SkuLine("B")], ["IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg"]),
        ([SkuLine("A", 2), SkuLine("B", 2)], ["IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg"]),
        ([SkuLine("A", 1), SkuLine("B", 2)], ["x/1.jpg", "x/2.jpg", "y/1.jpg"]),
        ([SkuLine("S1"), SkuLine("S9")], ["S1/1.jpg", "S2/1.jpg"]),
    ],
)
def test_a_list_that_does_not_fit_is_refused(lines: list[SkuLine], names: list[str]) -> None:
    with pytest.raises(PlanError):
        listed(lines, *names)


@pytest.mark.parametrize("count", [1, 3])
def test_a_count_that_is_not_that_of_the_photos_of_that_name_is_refused(count: int) -> None:
    with pytest.raises(PlanError) as caught:
        listed([SkuLine("S-1", count), SkuLine("S-2", 1)], "S1/1.jpg", "S1/2.jpg", "S2/1.jpg")
    assert caught.value.code == "plan.skus_wrong_count"
    assert f"S-1 (listed {count}, found 2)." in str(caught.value)
    assert "S-2" not in str(caught.value)


def test_counts_that_are_those_of_the_names_fit() -> None:
    lines = [SkuLine("S-1", 2), SkuLine("S-2", 1), SkuLine("S-3", 4)]
    assert list(listed(lines, "S1/1.jpg", "S1/2.jpg", "S2/1.jpg")) == ["S-1", "S-2"]


def test_a_list_names_sessions_in_the_order_they_were_shot_whatever_their_folders_are_called() -> None:
    days = ("02.04.2024/IMG_20240402_", "01.05.2024/IMG_20240501_")
    names = [f"{day}{time}.jpg" for day in days for time in ("100000", "100005", "102000", "102005")]
    lines = [SkuLine(sku) for sku in "ABCD"]
    assert list(listed(lines, *names).items()) == [
        (sku, names[i : i + 2]) for sku, i in zip("ABCD", (0, 2, 4, 6), strict=True)
    ]


@pytest.mark.parametrize(
    "names",
    [
        ["IMG_20240501_100000.jpg", "PXL_20240501_100010.jpg", "IMG_20240501_102000.jpg", "PXL_20240501_102010.jpg"],
        ["DSC_20240501_110000.jpg", "IMG_1.jpg", "IMG_20240501_102000.jpg", "IMG_20240501_103000.jpg"],
    ],
)
def test_a_list_is_not_laid_over_names_that_times_contradict(names: list[str]) -> None:
    with pytest.raises(PlanError) as caught:
        listed([SkuLine("A", 2), SkuLine("B", 2)], *names)
    assert caught.value.code == "plan.skus_clocks"


def test_the_same_name_goes_before_one_with_other_separators() -> None:
    made = listed([SkuLine("A-1")], "A 1/x.jpg", "A-1/x.jpg")
    assert made == {"A-1": ["A-1/x.jpg"], "A 1": ["A 1/x.jpg"]}


def test_separators_are_not_passed_over_where_that_makes_two_skus_one() -> None:
    with pytest.raises(PlanError):
        listed([SkuLine("1-21"), SkuLine("12-1")], "1_21/x.jpg", "1_21/y.jpg")


@pytest.mark.parametrize(
    ("files", "skus"),
    [
        (("a/SKU1/1.jpg", "a/SKU1/2.jpg", "b/SKU1/1.jpg", "b/SKU1/2.jpg"), ("SKU1", "SKU2")),
        (("SKU-1/1.jpg", "SKU_1/1.jpg"), ("SKU 1", "SKU2")),
        (("SKU1/1.jpg", "SKU2/1.jpg"), ("SK-U1", "S-KU1")),
    ],
)
def test_a_listed_name_that_two_have_is_no_place_in_the_list(files: tuple[str, ...], skus: tuple[str, ...]) -> None:
    with pytest.raises(PlanError):
        group(found(*files), Grouping(skus=tuple(map(SkuLine, skus))))
