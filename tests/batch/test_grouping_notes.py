"""What is said of a grouping as a whole: SKUs that have no photos, folders that may hold several products."""

from __future__ import annotations

import pytest

from tests.batch.groups import found
from whitecove.batch.grouping import Grouping, group, notes
from whitecove.batch.grouping.skulist import SkuLine
from whitecove.batch.naming.names import safe_sku


def said(*names: str, way: str = "auto", skus: tuple[str, ...] = ()) -> list[str]:
    lines = tuple(SkuLine(sku) for sku in skus)
    listings, _ = group(found(*names), Grouping(way=way, skus=lines))
    return list(notes.on(listings, way, lines, safe_sku))


def test_skus_without_photos_are_named() -> None:
    assert said("S1/1.jpg", "S2/1.jpg", skus=("S1", "S2")) == []
    assert said("S1/1.jpg", "S2/1.jpg", skus=("S1", "S:2", "S3", "S4")) == [
        "These SKUs of the list have no photos: S3, S4. Add their photos, or go on without them."
    ]
    (note,) = said("S1/1.jpg", skus=tuple(f"S{number}" for number in range(1, 9)))
    assert "S2, S3, S4, S5, S6 and 2 more." in note


def test_a_folder_of_different_names_is_named() -> None:
    assert said("week47/bag.jpg", "week47/mug.jpg", "week47/watch.jpg") == [
        "The photos in week47 have 3 different names. If they show different products, use --group name."
    ]


@pytest.mark.parametrize(
    "names",
    [("сумка", "кружка"), ("帽子", "杯子"), ("leather bag", "leather bag 2", "wool hat"), ("bag_1", "bag_2", "mug_7")],
)
def test_names_of_any_script_begin_differently(names: tuple[str, ...]) -> None:
    (note,) = said(*(f"goods/{name}.jpg" for name in names))
    assert "have 2 different names" in note


def test_several_folders_of_different_names_are_one_note() -> None:
    (note,) = said(*(f"week{number}/{name}.jpg" for number in range(41, 48) for name in ("bag", "mug")), "lamp/1.jpg")
    assert note.startswith("The photos in each of these folders have different names: week41, ")
    assert "week45 and 2 more." in note


@pytest.mark.parametrize(
    "names",
    [
        ("bag.jpg", "mug.jpg"),
        ("DCIM/bag.jpg", "DCIM/mug.jpg"),
        ("mug/front.jpg", "mug/inscription.jpg"),
        ("mug/box.jpg", "mug/saucer.jpg"),
        ("mug/inscription handle.jpg", "mug/saucer.jpg"),
        ("mug/red.jpg", "mug/saucer.jpg"),
        ("mug/IMG_1.jpg", "mug/saucer.jpg", "mug/spoon.jpg"),
        ("mug/1.jpg", "mug/saucer.jpg", "mug/spoon.jpg"),
        ("blue mug/mug.jpg", "blue mug/saucer.jpg"),
        ("mug/sunny morning.jpg", "mug/sunny evening.jpg"),
        ("mug/a.jpg", "mug/b.jpg"),
        ("mug/81xT2kLm9.jpg", "mug/71aQ3zPn4.jpg"),
        ("mug/主图/saucer.jpg", "mug/主图/spoon.jpg"),
        ("mug/盖子.jpg", "mug/勺子.jpg"),
    ],
)
def test_what_may_be_one_product_is_passed_over(names: tuple[str, ...]) -> None:
    assert said(*names) == []


def test_who_asks_for_folders_has_them() -> None:
    assert said("week47/bag.jpg", "week47/mug.jpg", way="folder") == []
