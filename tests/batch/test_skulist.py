"""Lists of SKUs as people keep them, and photos assigned to them, or refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.batch.shots import found, jpeg, names, put
from whitecove.batch.grouping.skulist import SkuLine, assigned, parse_skus, read_skus
from whitecove.core.errors import PlanError


def lines(*skus: str, counts: Sequence[int | None] = ()) -> tuple[SkuLine, ...]:
    return tuple(SkuLine(sku, counts[i] if counts else None) for i, sku in enumerate(skus))


@pytest.mark.parametrize(
    "text",
    [
        "A-1\nB-2\n",
        "\ufeff A-1 \r\n\r\n# spring\nB-2",
        "sku\nA-1\nB-2",
        "sku\n'A-1\n'B-2",
        "SKU\r\nA-1\r\nB-2\r\n",
        "货号\nA-1\nB-2",
        "name,sku,colour\ncup,A-1,red\n,,\nbowl,B-2,",
        'sku;name\nA-1;"cup; red"\n"B-2";bowl',
        "sep=;\nArtikel;SKU\nx;A-1\ny;B-2",
    ],
)
def test_lists_and_tables_of_skus(text: str) -> None:
    assert parse_skus(text) == lines("A-1", "B-2")


@pytest.mark.parametrize(
    "text",
    [
        "sku,count\nA-1,3\nB-2,2",
        "count\tsku\n3\tA-1\n2\tB-2",
        "Артикул;Количество\nA-1;3\nB-2; 2 ",
        "数量,货号\n3,A-1\n2,B-2",
    ],
)
def test_tables_with_counts(text: str) -> None:
    assert parse_skus(text) == lines("A-1", "B-2", counts=(3, 2))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gbk"])
def test_chinese_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = "sku,count\n红色杯子,3\n陶瓷碗 大号,2\n"
    assert read_skus(put(tmp_path, "skus.csv", text.encode(encoding))) == lines(
        "红色杯子", "陶瓷碗 大号", counts=(3, 2)
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_russian_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = "артикул;количество\nКРУЖКА Красная;3\nтарелка-2;1\n"
    assert read_skus(put(tmp_path, "skus.csv", text.encode(encoding))) == lines(
        "КРУЖКА Красная", "тарелка-2", counts=(3, 1)
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("A-1\nB-2\na-1", "line 3 repeats a-1 of line 1"),
        ("# one\nA\n\nA\nA", "line 4 repeats A of line 2; line 5 repeats A of line 2"),
        ("sku,count\nA,three\nB,0\nC,-1\nD,1.5", "line 2: the count 'three' is no whole number above 0; line 3: "),
        ("sku,count\n,3", "line 2 has no SKU"),
        ("A,3\nB,2", "line 1 has columns, but no line above says which is sku and which is count"),
        ("A\t3", "line 1 has columns"),
    ],
)
def test_mistakes_are_named_by_line(text: str, problem: str) -> None:
    with pytest.raises(PlanError) as caught:
        parse_skus(text, "skus.csv")
    assert caught.value.code == "plan.skus_wrong"
    assert problem in str(caught.value)
    assert "skus.csv" in str(caught.value)


@pytest.mark.parametrize("text", ["", "\n \n# nothing\n", "sku,count\n"])
def test_a_list_of_nothing_is_refused(text: str) -> None:
    with pytest.raises(PlanError, match="has no SKU"):
        parse_skus(text)


@pytest.mark.parametrize("data", [b"PK\x03\x04\0\0\0\0\x08\0\xff\xff", b"\xff\x98\xfe\xff"])
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(PlanError, match=r"skus\.xlsx cannot be read"):
        read_skus(put(tmp_path, "skus.xlsx", data))


def test_a_missing_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"gone\.csv cannot be read"):
        read_skus(tmp_path / "gone.csv")


PHOTOS = found("1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg")


def held(photos: Sequence[object], skus: Sequence[SkuLine]) -> dict[str, list[str]]:
    return {line.sku: names(members) for line, members in assigned(photos, skus)}  # type: ignore[arg-type]


def test_counts_take_photos_in_turn() -> None:
    skus = lines("B", "A", counts=(2, 3))
    assert held(PHOTOS, skus) == {"B": ["1.jpg", "2.jpg"], "A": ["3.jpg", "4.jpg", "5.jpg"]}


def test_as_many_skus_as_photos_are_one_each() -> None:
    assert held(PHOTOS[:2], lines("B", "A")) == {"B": ["1.jpg"], "A": ["2.jpg"]}


def test_one_sku_has_all_photos() -> None:
    assert held(PHOTOS, lines("A")) == {"A": names(PHOTOS)}


def shot_at(folder: Path, *seconds: int) -> list[object]:
    photos = found(*(f"IMG_{n}.jpg" for n in range(len(seconds))), folder=folder)
    for photo, second in zip(photos, seconds, strict=True):
        put(folder, photo.name, jpeg(f"2024:05:01 10:{second // 60:02}:{second % 60:02}"))
    return list(photos)


def test_pauses_part_where_their_number_fits(tmp_path: Path) -> None:
    photos = shot_at(tmp_path, 0, 5, 60, 64, 69)
    assert held(photos, lines("A", "B")) == {
        "A": ["IMG_0.jpg", "IMG_1.jpg"],
        "B": ["IMG_2.jpg", "IMG_3.jpg", "IMG_4.jpg"],
    }


@pytest.mark.parametrize(
    ("skus", "code", "says"),
    [
        (
            lines("A", "B", counts=(2, 2)),
            "plan.skus_wrong_total",
            "The counts in the list of SKUs add up to 4, but the number of photos is 5",
        ),
        (lines("A", "B", counts=(2, 4)), "plan.skus_wrong_total", "add up to 6, but the number of photos is 5"),
        (lines("A", "B", counts=(2, None)), "plan.skus_some_counts", "B has none"),
        (lines("A", "B", "C"), "plan.skus_no_fit", "which photos (5) belong to which SKU (3)"),
        (lines(*"ABCDEF"), "plan.skus_no_fit", "which photos (5) belong to which SKU (6)"),
        ((), "plan.skus_no_fit", "which photos (5) belong to which SKU (0)"),
    ],
)
def test_numbers_that_do_not_fit_are_refused(skus: tuple[SkuLine, ...], code: str, says: str) -> None:
    with pytest.raises(PlanError) as caught:
        assigned(PHOTOS, skus)
    assert caught.value.code == code
    assert says in str(caught.value)


def test_a_list_that_forgot_a_product_is_refused(tmp_path: Path) -> None:
    photos = shot_at(tmp_path, 0, 5, 60, 64, 125, 130, 184, 190)
    assert len(held(photos, lines("A", "B", "C", "D"))) == 4
    for wrong in (lines("A", "B", "C"), lines("A", "B", "C", "D", "E")):
        with pytest.raises(PlanError, match="Add a column count"):
            assigned(photos, wrong)  # type: ignore[arg-type]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=8))
def test_counts_that_fit_keep_the_order_of_photos_and_skus(counts: list[int]) -> None:
    photos = found(*(f"{n}.jpg" for n in range(sum(counts))))
    skus = lines(*(f"S{n}" for n in range(len(counts))), counts=counts)
    parted = assigned(photos, skus)
    assert [line for line, _ in parted] == list(skus)
    assert [photo for _, members in parted for photo in members] == list(photos)
    assert [len(members) for _, members in parted] == counts


@given(st.text(max_size=200))
def test_any_text_is_a_list_or_is_refused(text: str) -> None:
    try:
        skus = parse_skus(text)
    except PlanError:
        return
    assert skus
    assert all(line.sku for line in skus)
