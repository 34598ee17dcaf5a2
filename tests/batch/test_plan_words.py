"""Roles and tags in a plan file, in the words that folders are named with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.plan_files import HEADING, shop, table
from whitecove.batch.planfile import file as plan_file
from whitecove.core.model import Photo, Role, Tag


@pytest.fixture
def studio(tmp_path: Path) -> Path:
    return shop(tmp_path)


def only_photo(folder: Path, row: str) -> Photo:
    (one,) = plan_file.read(table(folder, f"{HEADING}\n{row}"))[0]
    (photo,) = one.photos
    return photo


@pytest.mark.parametrize(
    ("said", "role", "tags"),
    [
        ("主图", Role.MAIN, ()),
        ("Главное", Role.MAIN, ()),
        ("白底图", Role.MAIN, ()),
        ("副图", Role.DETAIL, ()),
        ("details", Role.DETAIL, ()),
        ("SKU图", Role.VARIANT, ()),
        ("颜色", Role.VARIANT, ()),
        ("详情页", Role.PAGE, ()),
        ("описание", Role.PAGE, ()),
        ("不用", Role.UNUSED, ()),
        ("尺码", Role.DETAIL, (Tag.SIZE,)),
        ("scene", Role.DETAIL, (Tag.SCENE,)),
    ],
)
def test_roles_are_understood_in_the_words_of_folders(
    said: str, role: Role, tags: tuple[Tag, ...], studio: Path
) -> None:
    one = only_photo(studio, f"a.jpg,M,,{said},,1,,")
    assert (one.role, one.tags) == (role, tags)


@pytest.mark.parametrize(
    ("said", "tags"),
    [
        ("尺码表 场景", (Tag.SIZE, Tag.SCENE)),
        ("尺码、背面", (Tag.SIZE, Tag.ANGLE)),
        ("Size Chart close up", (Tag.SIZE, Tag.CLOSE_UP)),
        ("таблица размеров; на модели", (Tag.SIZE, Tag.SCENE)),
        ("side back", (Tag.ANGLE,)),
    ],
)
def test_tags_are_understood_in_the_words_of_folders(said: str, tags: tuple[Tag, ...], studio: Path) -> None:
    assert only_photo(studio, f"a.jpg,M,,detail,{said},1,,").tags == tags


def test_a_word_for_what_is_kept_aside_needs_no_sku(studio: Path) -> None:
    listings, skipped = plan_file.read(table(studio, f"{HEADING}\na.jpg,,,不用,,,,"))
    assert not listings
    assert [each.name for each in skipped] == ["a.jpg"]
