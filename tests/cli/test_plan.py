"""`whitecove plan`: what it shows, the file it writes, and that prepare does what an edited one says."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import QUICK, Cli, product, save
from whitecove.cli.exit_codes import Exit

Rows = list[dict[str, str]]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Photos of two products, of which plan reads only the names, and two files that are none."""
    for number, name in enumerate(
        ["lamp/lamp_1.jpg", "lamp/lamp_2.jpg", "lamp/lamp_scene.jpg", *(f"mug_{number}.jpg" for number in range(1, 8))]
    ):
        path = tmp_path / "shop" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes([0xFF, 0xD8, 0xFF, number]))
    (tmp_path / "shop" / "notes.txt").write_text("not a picture", "utf-8")
    return tmp_path / "shop"


def rows_of(path: Path) -> Rows:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def edit(path: Path, change: Callable[[Rows], Rows]) -> None:
    """Changes a plan as a Russian Excel would save it."""
    rows = change(rows_of(path))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode("cp1251"))


def delivered(out: Path) -> set[str]:
    return {path.relative_to(out).as_posix() for path in out.rglob("*.jpg")}


def test_every_product_is_shown_with_what_each_photo_becomes(cli: Cli, shop: Path) -> None:
    ended = cli("plan", shop)
    assert ended.code == Exit.READY
    lamp, mug = ended.out.index("lamp  3 photos"), ended.out.index("mug  7 photos")
    assert lamp < ended.out.index("lamp_01_main.jpg") < ended.out.index("lamp_03.jpg") < mug
    assert re.search(r"^1 +main +mug_1\.jpg +mug_01_main\.jpg", ended.out, re.MULTILINE)
    assert re.search(r"^7 +unused +mug_7\.jpg +–", ended.out, re.MULTILINE)
    assert re.search(r"^notes\.txt +It is no picture\.", ended.out, re.MULTILINE)
    assert "10 photos → 2 products, 1 kept aside, 1 skipped.\nNothing was written." in ended.out
    assert sorted(path.name for path in shop.parent.iterdir()) == ["shop"]


def test_a_folder_that_may_be_many_products_gets_a_hint(cli: Cli, shop: Path, tmp_path: Path) -> None:
    hint = "More photos are kept aside than used."
    assert hint not in cli("plan", shop).out
    for name in "abcdefghijklmn":
        save(product(ord(name), 8), tmp_path / "all" / "goods" / f"{name * 3}.jpg")
    assert hint in cli("plan", tmp_path / "all").out


def test_lines_fit_a_page(cli: Cli, tmp_path: Path) -> None:
    for number in range(1, 4):
        save(product(number, 8), tmp_path / ("a long folder name " * 6) / f"{'杯子的照片' * 9}_{number}.jpg")
    ended = cli("plan", tmp_path)
    assert max(map(len, ended.out.splitlines())) <= 120
    assert "杯子的照片" in ended.out


def test_markup_in_names_is_text(cli: Cli, tmp_path: Path) -> None:
    save(product(1, 8), tmp_path / "[bold]cup[/bold].jpg")
    ended = cli("plan", tmp_path)
    assert ended.out.count("[bold]cup[/bold].jpg") == 1


def test_json_lines_name_every_input_once_and_add_up(cli: Cli, shop: Path) -> None:
    lines = cli("plan", shop, "--json").lines
    photos = [line for line in lines if line["event"] == "photo"]
    assert len({line["source"] for line in photos}) == 10
    first = next(line for line in photos if line["source"] == "mug_1.jpg")
    assert {key: first[key] for key in ("sku", "variant", "role", "tags", "order")} == {
        "sku": "mug", "variant": "", "role": "main", "tags": [], "order": 1
    }  # fmt: skip
    assert first["files"] == [{"slot": "main", "file": "mug/mug_01_main.jpg", "variant": "", "order": 1}]
    assert first["reasons"]
    assert [line["source"] for line in lines if line["event"] == "skipped"] == ["notes.txt"]
    assert lines[-1] == {
        "event": "summary", "photos": 10, "listings": 2, "kept_aside": 1, "skipped": 1, "notes": [],
        "written": None, "exit_code": 0,
    }  # fmt: skip


def test_flags_and_presets_make_the_names(cli: Cli, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('name = "{sku}-{nn}"\ngroup = "photo"\n', "utf-8")
    ended = cli("plan", shop, "--preset", tmp_path / "mine.toml", "--group", "auto", "--slots", "main", "--json")
    files = [file["file"] for line in ended.lines[:-1] if line["event"] == "photo" for file in line["files"]]
    assert files == ["lamp/lamp-01.jpg", "mug/mug-01.jpg"]


def test_a_list_of_skus_names_the_products(cli: Cli, tmp_path: Path) -> None:
    for number in range(1, 4):
        save(product(number, 8), tmp_path / "photos" / f"IMG_{number}.jpg")
    (tmp_path / "skus.csv").write_text("sku,count\nCUP-9,1\nCUP-10,2\n", "utf-8")
    ended = cli("plan", tmp_path / "photos", "--skus", tmp_path / "skus.csv", "--json")
    photos = [line for line in ended.lines if line["event"] == "photo"]
    assert [(line["source"], line["sku"]) for line in photos] == [
        ("IMG_1.jpg", "CUP-9"), ("IMG_2.jpg", "CUP-10"), ("IMG_3.jpg", "CUP-10")
    ]  # fmt: skip


def test_skus_without_photos_are_said_by_plan_and_prepare(cli: Cli, tmp_path: Path) -> None:
    save(product(1), tmp_path / "photos" / "CUP-9" / "IMG_1.jpg")
    (tmp_path / "skus.txt").write_text("CUP-9\nCUP-10\n", "utf-8")
    given = (tmp_path / "photos", "--skus", tmp_path / "skus.txt")
    note = "These SKUs of the list have no photos: CUP-10."
    assert note in cli("plan", *given).out
    assert note in cli("plan", *given, "--json").lines[-1]["notes"][0]
    assert note in " ".join(cli("prepare", *given, "--out", tmp_path / "out", *QUICK, "--jobs", 1).out.split())


def test_the_delivery_folder_among_the_photos_is_left_out(cli: Cli, shop: Path) -> None:
    save(product(1, 8), shop / "out" / "old.jpg")
    ended = cli("plan", shop, "--out", shop / "out", "--json")
    assert ("out/", "It lies in the output folder.") in {
        (line["source"], line["reason"].partition(" Nothing")[0]) for line in ended.lines if line["event"] == "skipped"
    }


@pytest.mark.parametrize("name", ["plan.csv", "plan.json"])
def test_a_plan_is_written_and_says_how_to_go_on(name: str, cli: Cli, shop: Path, tmp_path: Path) -> None:
    ended = cli("plan", shop, "--write", tmp_path / name, "--slots", "main", "--ascii-names", "--group", "auto")
    assert ended.code == Exit.READY
    assert ended.out.endswith(f"\nwhitecove prepare --plan {tmp_path / name} --slots main --ascii-names --out DIR\n")
    assert (tmp_path / name).stat().st_size


def test_a_plan_that_is_there_is_not_lost(cli: Cli, shop: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text("my own work", "utf-8")
    ended = cli("plan", shop, "--write", plan)
    assert (ended.code, ended.out) == (Exit.CANNOT_RUN, "")
    assert "say --replace" in ended.err
    assert plan.read_text("utf-8") == "my own work"
    assert cli("plan", shop, "--write", plan, "--replace").code == Exit.READY
    assert len(rows_of(plan)) == 11


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["{shop}", "--write", "plan.xlsx"], Exit.USAGE, "must end in .csv or .json"),
        (["{shop}", "--group", "shape"], Exit.USAGE, "--group"),
        (["{shop}", "--profile", "nowhere"], Exit.USAGE, "There is no marketplace profile called nowhere"),
        (["{shop}/missing"], Exit.CANNOT_RUN, "There is no file or folder"),
        (["{shop}", "--skus", "{shop}/none.txt"], Exit.CANNOT_RUN, "There is no file or folder"),
        (["{shop}/notes.txt"], Exit.CANNOT_RUN, "There is no photo to prepare"),
        (["{shop}", "--write", "{shop}/notes.txt/plan.csv"], Exit.CANNOT_RUN, "could not be written"),
    ],
)
def test_what_cannot_be_planned(arguments: list[str], code: Exit, said: str, cli: Cli, shop: Path) -> None:
    ended = cli("plan", *(argument.replace("{shop}", str(shop)) for argument in arguments))
    assert ended.code == code
    assert said in " ".join(ended.err.split())
    assert "Traceback" not in ended.err


def test_prepare_does_what_an_edited_plan_says(cli: Cli, tmp_path: Path) -> None:
    for number, name in enumerate(["mug_1.jpg", "mug_2.jpg", "mug_3.jpg", "lamp_1.jpg"]):
        save(product(number), tmp_path / "photos" / name)
    plan, out = tmp_path / "plan.csv", tmp_path / "out"
    assert cli("plan", tmp_path / "photos", "--write", plan).code == Exit.READY

    def change(rows: Rows) -> Rows:
        named = {Path(row["photo"]).name: row for row in rows}
        named["mug_1.jpg"] |= {"role": "Detail", "order": "2,0", "sku": "Кружка"}
        named["mug_2.jpg"] |= {"role": "MAIN", "sku": "Кружка"}
        named["mug_3.jpg"] |= {"role": "-"}
        return rows[::-1]

    edit(plan, change)
    ended = cli("prepare", "--plan", plan, "--out", out, *QUICK, "--jobs", 1)
    assert ended.code in (Exit.READY, Exit.NOT_READY), ended.err
    names = {name.removeprefix("_review/") for name in delivered(out)}
    assert names == {"lamp/lamp_01_main.jpg", "Кружка/Кружка_01_main.jpg", "Кружка/Кружка_02.jpg"}
    listed = json.loads((out / "manifest.json").read_bytes())["files"]
    assert {(row["source"], row["sku"], row["image_type"]) for row in listed} == {
        ("photos/lamp_1.jpg", "lamp", "main"),
        ("photos/mug_2.jpg", "Кружка", "main"),
        ("photos/mug_1.jpg", "Кружка", "detail"),
        ("photos/mug_3.jpg", "", ""),
    }


def test_a_photo_that_is_gone_makes_no_smaller_delivery(cli: Cli, tmp_path: Path) -> None:
    for number in range(1, 4):
        save(product(number), tmp_path / "photos" / f"mug_{number}.jpg")
    plan, out = tmp_path / "plan.csv", tmp_path / "out"
    cli("plan", tmp_path / "photos", "--write", plan)
    (tmp_path / "photos" / "mug_2.jpg").unlink()
    assert cli("prepare", "--plan", plan, "--out", out, *QUICK, "--jobs", 1).code == Exit.NOT_READY
    listed = {row["source"]: row for row in json.loads((out / "manifest.json").read_bytes())["files"]}
    gone = listed["photos/mug_2.jpg"]
    assert (gone["sku"], gone["state"]) == ("mug", "failed")
    assert gone["reason"].startswith("There is no file at this place. Put it back or connect its drive")
    (tmp_path / "photos" / "mug_1.jpg").unlink()
    assert cli("prepare", "--plan", plan, "--out", out, *QUICK, "--jobs", 1).code == Exit.NOT_READY
    assert not any(name.startswith("mug/") for name in delivered(out) if not name.startswith("_"))


def test_a_plan_with_mistakes_makes_nothing(cli: Cli, tmp_path: Path) -> None:
    save(product(1), tmp_path / "photos" / "mug_1.jpg")
    save(product(2), tmp_path / "photos" / "mug_2.jpg")
    plan, out = tmp_path / "plan.csv", tmp_path / "out"
    cli("plan", tmp_path / "photos", "--write", plan)
    edit(plan, lambda rows: [{**row, "role": "mian", "sku": ""} for row in rows])
    ended = cli("prepare", "--plan", plan, "--out", out, *QUICK)
    assert ended.code == Exit.CANNOT_RUN
    assert ended.err.splitlines() == [
        "The plan plan.csv has mistakes. Correct them and try again:",
        '  line 2: there is no role "mian" (did you mean main?)',
        "  line 2: the sku is empty",
        '  line 3: there is no role "mian" (did you mean main?)',
        "  line 3: the sku is empty",
    ]
    assert not out.exists()
