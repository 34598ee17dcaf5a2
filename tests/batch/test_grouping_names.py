from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whitecove import paths
from whitecove.batch.grouping.by_time import spoken
from whitecove.batch.grouping.folders import Kind, kind_of
from whitecove.batch.grouping.names import read_stem
from whitecove.batch.grouping.words import ROLES, parsed, words
from whitecove.core.model import Role, Tag


@pytest.mark.parametrize(
    ("stem", "base", "role", "counter"),
    [
        ("SKU123_1", "SKU123", None, 1),
        ("SKU123-main", "SKU123", Role.MAIN, None),
        ("SKU123 (2)", "SKU123", None, 2),
        ("SKU123(2)", "SKU123", None, 2),
        ("SKU123（2）", "SKU123", None, 2),
        ("SKU123_01_main", "SKU123", Role.MAIN, None),
        ("mug-12_main", "mug-12", Role.MAIN, None),
        ("SKU123_03", "SKU123", None, 3),
        ("SKU123-main (copy)", "SKU123", Role.MAIN, None),
        ("SKU123_2 - Copy", "SKU123", None, 2),
        ("SKU123_2 - Copy (3)", "SKU123", None, 2),
        ("SKU123_2 copy 2", "SKU123", None, 2),
        ("SKU123_2 - 副本 (2)", "SKU123", None, 2),
        ("кружка_1 — копия", "кружка", None, 1),
        ("photocopy_1", "photocopy", None, 1),
        ("SKU123_0012", "SKU123", None, 12),
        ("SKU123主图", "SKU123", Role.MAIN, None),
        ("SKU123_主图_1", "SKU123", Role.MAIN, 1),
        ("红色杯子副图2", "红色杯子", Role.DETAIL, 2),
        ("SKU123-detail-2", "SKU123", Role.DETAIL, 2),
        ("shirt-front", "shirt", Role.MAIN, None),
        ("shoe-41-front", "shoe-41", Role.MAIN, None),
        ("衬衫正面", "衬衫", Role.MAIN, None),
        ("shirt正面2", "shirt", Role.MAIN, 2),
        ("waterfront", "waterfront", None, None),
        ("衬衫背面", "衬衫", Role.DETAIL, None),
        ("shirt_侧面_1", "shirt", Role.DETAIL, 1),
        ("SKU-1001", "SKU-1001", None, None),
        ("domain", "domain", None, None),
        ("feedback", "feedback", None, None),
        ("SKU123", "SKU123", None, None),
        ("_1", "_1", None, None),
        ("B00ABCDEFG.MAIN", "B00ABCDEFG", Role.MAIN, None),
        ("B00ABCDEFG.PT01", "B00ABCDEFG", Role.DETAIL, 1),
        ("B00ABCDEFG.SWCH", "B00ABCDEFG", Role.VARIANT, None),
        ("main", "", Role.MAIN, None),
        ("主图_1", "", Role.MAIN, 1),
        ("платье вид сзади", "платье", Role.DETAIL, None),
        ("SKU8main", "SKU8main", None, None),
    ],
)
def test_what_a_name_says(stem: str, base: str, role: Role | None, counter: int | None) -> None:
    said = read_stem(stem)
    assert (said.base, said.role, said.counter) == (base, role, counter)


@pytest.mark.parametrize(
    ("stem", "base", "colour"),
    [
        ("SKU123_红色_2", "SKU123", "红色"),
        ("SKU123红色2", "SKU123", "红色"),
        ("SKU123-red-main", "SKU123", "red"),
        ("SKU123-main-red", "SKU123", "red"),
        ("футболка_красный_1", "футболка", "красный"),
        ("Платье_тёмно-синее_01", "Платье", "тёмно-синее"),
        ("SKU9 light blue (2)", "SKU9", "light blue"),
        ("SKU9_black-white", "SKU9", "black-white"),
        ("杯子_浅绿色", "杯子", "浅绿色"),
        ("杯子_黑白", "杯子", "黑白"),
        ("SKU_红色", "", "红色"),
        ("SKU123_v01_红色", "SKU123", "红色"),
        ("👗_红色_1", "👗", "红色"),
        ("小红书_1", "小红书", ""),
        ("红米_1", "红米", ""),
        ("redmi_1", "redmi", ""),
        ("B2red", "B2red", ""),
        ("teddy-redwood", "teddy-redwood", ""),
        ("red brick_1", "red brick", ""),
    ],
)
def test_only_a_word_by_itself_is_a_colour(stem: str, base: str, colour: str) -> None:
    said = read_stem(stem)
    assert (said.base, said.colour) == (base, colour)


@pytest.mark.parametrize(
    ("stem", "tags"),
    [
        ("SKU-size", [Tag.SIZE]),
        ("SKU size chart 2", [Tag.SIZE]),
        ("杯子_尺码表", [Tag.SIZE]),
        ("SKU_close-up", [Tag.CLOSE_UP]),
        ("SKU_特写1", [Tag.CLOSE_UP]),
        ("SKU-detail-back", [Tag.ANGLE]),
        ("лампа_в интерьере", [Tag.SCENE]),
        ("sizeable", []),
    ],
)
def test_tags(stem: str, tags: list[Tag]) -> None:
    assert list(read_stem(stem).tags) == tags


@given(st.text(max_size=80))
def test_any_name_can_be_read(text: str) -> None:
    said = read_stem(text)
    assert text.startswith(said.base)


@pytest.mark.parametrize("stem", ["чайник_красный_1", "café_red_2", "деталь_жёлтый"])
def test_decomposed_names_say_the_same(stem: str) -> None:
    decomposed = read_stem(unicodedata.normalize("NFC", unicodedata.normalize("NFD", stem)))
    assert decomposed == read_stem(stem)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *[(name, Kind.SENSE) for name in ("主图", "01_主图", "主图1", "主图(5张)", "白底图", "详情页", "Main images")],
        *[(name, Kind.SENSE) for name in ("场景", "size chart", "Детали", "marketing", "主图视频")],
        *[(name, Kind.HOLDER) for name in ("SKU", "SKU图", "颜色", "color images", "variants", "Цвета")],
        *[(name, Kind.COLOUR) for name in ("红色", "Light Blue", "黑白", "тёмно-синий", "红色款", "1.red")],
        *[(name, Kind.PLACE) for name in ("DCIM", "100APPLE", "2024-05-01", "20240501", "Output", "01.05.2024")],
        *[(name, Kind.LISTING) for name in ("SKU123", "SKU-1001", "SKU 12", "1001", "小红书", "Redmi", "产品1")],
        *[(name, Kind.LISTING) for name in ("New folder (2)", "domain", "red brick", "maintenance", "")],
    ],
)
def test_what_a_folder_says(name: str, kind: Kind) -> None:
    assert kind_of(name)[0] is kind


@pytest.fixture
def data() -> dict[str, Any]:
    """The content of the data file."""
    return tomllib.loads((paths.resources() / "words.toml").read_text("utf-8"))


def test_the_words_are_in_three_languages(data: Mapping[str, Any]) -> None:
    assert data["schema"] == 1
    assert set(data["roles"]) | set(data["folders"]["roles"]) == set(ROLES)
    assert set(data["tags"]) == {tag.value for tag in Tag}
    texts = [*data["roles"].values(), *data["tags"].values(), *data["variants"].values()]
    for some in texts:
        assert len(some) == len(set(some))
        assert all(text == text.strip().casefold() for text in some)
    for colours in (data["variants"]["colours"], data["roles"]["main"], *data["tags"].values()):
        scripts = {unicodedata.name(text[0]).split()[0] for text in colours}
        assert scripts == {"LATIN", "CJK", "CYRILLIC"}


def test_every_word_is_understood_as_a_name_and_a_folder(data: Mapping[str, Any]) -> None:
    for word, sense in words().senses.items():
        assert read_stem(f"SKU1_{word}").role is sense.role, word
        assert kind_of(word) == (Kind.SENSE, sense)
    for word, sense in words().folder_senses.items():
        assert kind_of(word) == (Kind.SENSE, sense)
    for colour in words().colours:
        assert read_stem(f"SKU1_{colour}_2").colour == colour
        assert kind_of(colour)[0] is Kind.COLOUR, colour
    for place in words().places:
        assert kind_of(place)[0] is Kind.PLACE, place


def test_a_word_with_two_meanings_is_refused(data: dict[str, Any]) -> None:
    data["tags"]["size"].append("main")
    with pytest.raises(ValueError, match="main"):
        parsed(data)
    data["tags"]["size"].remove("main")
    data["variants"]["colours"].append("page")
    with pytest.raises(ValueError, match="page"):
        parsed(data)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 seconds"), (1, "1 second"), (43.4, "43 seconds"), (119, "119 seconds"), (150, "2 minutes"),
     (7200, "2 hours"), (200_000, "2 days")],
)  # fmt: skip
def test_durations_are_said_as_people_do(seconds: float, text: str) -> None:
    assert spoken(seconds) == text
