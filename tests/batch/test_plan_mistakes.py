"""What would hurt in a plan file is refused, all at once, with the lines; so is what is no plan."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.batch.plan_files import HEADING, shop, table
from whitecove.batch.planfile import file as plan_file
from whitecove.core.errors import PlanError


@pytest.fixture
def studio(tmp_path: Path) -> Path:
    return shop(tmp_path)


def refusal(path: Path, card: str = "listing") -> str:
    with pytest.raises(PlanError) as caught:
        plan_file.read(path, card=card)
    return str(caught.value)


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (["a.jpg,M,,main,,1,,", "./a.jpg,N,,main,,1,,"], "line 3: ./a.jpg is listed already (line 2)"),
        (["a.jpg,M,,mian,,1,,"], 'line 2: there is no role "mian" (did you mean main?)'),
        (["a.jpg,M,,,,1,,"], "line 2: the role is empty (write skip to leave the photo out)"),
        (["a.jpg,M,,main,angel,1,,"], 'line 2: there is no tag "angel" (did you mean angle?)'),
        (["a.jpg,M,,red,,1,,"], 'line 2: there is no role "red" (use main, '),
        (["a.jpg,M,,主图,,1,,", "b.jpg,M,,главное,,2,,"], "line 3: M has a main picture already (line 2)"),
        (["a.jpg,M,,main,主图,1,,"], 'line 2: there is no tag "主图" (use angle'),
        (["../{studio},M,,main,,1,,"], "line 2: ../{studio} is no ordinary file"),
        (["a.jpg,M,,main,xyz,1,,"], 'line 2: there is no tag "xyz" (use angle, close-up, scene, size)'),
        (["a.jpg,,,main,,1,,"], "line 2: the sku is empty"),
        ([",M,,main,,1,,"], "line 2: no photo is named"),
        (["a.jpg,M,,main,,first,,"], 'line 2: the order "first" is no number'),
        (["a.jpg,M,,main,,nan,,"], 'line 2: the order "nan" is no number'),
        (["a.jpg,M,,main,,-1,,"], 'line 2: the order "-1" is no number'),
        (["a.jpg,6.9E+12,,main,,1,,"], "line 2: the sku 6.9E+12 is a long number that the spreadsheet shortened"),
        (['a.jpg,M,"6,9E+12",main,,1,,'], "line 2: the variant 6,9E+12 is a long number that the spreadsheet"),
        (["a.jpg,M,,main,,1,,", "b.jpg,M,red,main,,2,,"], "line 3: M has a main picture already (line 2)"),
        (["a.jpg,M,red,variant,,,,", "b.jpg,M,red,variant,,,,"], "line 3: M red has a variant picture already"),
        (["a.jpg,M,,detail,,2,,", "b.jpg,M,red,detail,,2.0,,"], "line 3: order 2 of M is taken already (line 2)"),
        (["a.jpg,Mug,,main,,1,,", "b.jpg,MUG,,detail,,2,,"], "line 3: MUG is written Mug elsewhere (line 2)"),
        (["a.jpg,M,Red,main,,1,,", "b.jpg,M,red,detail,,2,,"], "line 3: red is written Red elsewhere (line 2)"),
    ],
)  # fmt: skip
def test_what_would_hurt_is_refused(rows: list[str], problem: str, studio: Path) -> None:
    text = "\n".join((HEADING, *rows)).replace("{studio}", studio.name)
    assert problem.replace("{studio}", studio.name) in refusal(table(studio, text))


def test_all_problems_are_named_at_once(studio: Path) -> None:
    text = refusal(table(studio, f"{HEADING}\na.jpg,,,mian,huge,x,,\n\nb.jpg,M,,main,,1,,\nc.jpg,M,,main,,1,,"))
    assert [line.strip().partition(":")[0] for line in text.splitlines()[1:]] == ["line 2"] * 4 + ["line 5"]


def test_problems_are_in_the_order_of_lines_whoever_finds_them(studio: Path) -> None:
    rows = ("a.jpg,M,,main,,1,,", "b.jpg,M,,main,,2,,", "c.jpg,M,,mian,,3,,", "b.jpg,m,,detail,,4,,", ",M,,page,,,,")
    text = refusal(table(studio, "\n".join((HEADING, *rows))))
    assert [line.strip().partition(":")[0] for line in text.splitlines()[1:]] == [
        "line 3", "line 4", "line 5", "line 5", "line 6"
    ]  # fmt: skip


def test_each_variant_may_have_a_main_picture_where_each_is_a_card(studio: Path) -> None:
    rows = ["a.jpg,M,red,main,,1,,", "b.jpg,M,blue,main,,1,,", "c.jpg,M,red,detail,,2,,", "d.jpg,M,blue,detail,,2,,"]
    path = table(studio, "\n".join((HEADING, *rows)))
    assert len(plan_file.read(path, card="variant")[0][0].photos) == 4
    path = table(studio, "\n".join((HEADING, *rows, "杯子.jpg,M,red,main,,3,,")))
    assert refusal(path, card="variant").endswith("line 6: M red has a main picture already (line 2)")
    assert "(line 2); pages for each variant need another --profile" in refusal(path)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "its first line has no column photo and no sku and no role."),
        (b"photo,SKU,tags\n", "its first line has no column role."),
        (b"photo,sku,varaint,role,tags,order\n", 'there is no column "varaint" (did you mean variant?)'),
        (b"photo,variant,role,role,tags,order\n", "has no column sku; its first line has the column role twice."),
        (b"PK\x03\x04 sheet", "it is a workbook, not a CSV file"),
        (b"\xff\xd8\xff\xe0\x98\xff", "it is no text"),
        (b'photo,sku,variant,role,tags,order\na.jpg,"M,,main,,1\nb.jpg,M,,main,,1\n', "line 2 goes on in the next"),
        (b'{"schema": 2, "photos": []}', 'it must have "schema": 1'),
        (b'{"schema": 1, "photos": [3]}', 'it must have "schema": 1'),
        (b'{"schema": 1, "photos": [], "skipped": 4}', 'it must have "schema": 1'),
        (b'{"schema": 1,', "it is no JSON"),
    ],
)
def test_what_is_no_plan_is_refused(data: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(data)
    assert problem in refusal(path)
    with pytest.raises(PlanError, match=r"plan.csv cannot be read as a plan"):
        plan_file.read(path)


def test_a_plan_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "No such file" in refusal(tmp_path / "plan.csv")


def test_a_plan_none_of_whose_photos_is_there_is_refused(studio: Path) -> None:
    text = refusal(table(studio, f"{HEADING}\nx.jpg,M,,main,,1,,\ny.jpg,M,,detail,,2,,"))
    assert text.startswith("None of the photos in the plan plan.csv is there; the first should be ")
    assert str(studio / "x.jpg") in text


def test_half_a_character_is_written_out(studio: Path) -> None:
    path = studio / "plan.json"
    photo = r'{"photo": "a.jpg", "sku": "\ud800", "variant": "red\udfff", "role": "main"}'
    path.write_text(f'{{"schema": 1, "photos": [{photo}]}}', "utf-8")
    (listing,) = plan_file.read(path)[0]
    assert (listing.sku, listing.variants[0].name) == (r"\ud800", r"red\udfff")


@pytest.mark.skipif(os.name == "nt", reason="Windows has such names")
def test_a_name_that_no_file_can_have_is_refused(studio: Path) -> None:
    problem = r"line 2: no file here can be called \ud800.jpg"
    assert problem in refusal(table(studio, HEADING + "\n\\ud800.jpg,M,,main,,1,,"))
