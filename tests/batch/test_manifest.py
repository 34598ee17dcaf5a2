"""The manifest: every input and slot, in both forms, the same on every run and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.batch.made_up import batch
from whitecove.batch.delivery.judging import postponed
from whitecove.batch.delivery.lists import write_lists
from whitecove.batch.delivery.manifest import FIELDS, Hashes, as_csv, as_json, manifest_rows, write_manifest
from whitecove.batch.results import BatchResult, Skipped
from whitecove.batch.spreadsheet import FORMULA_STARTS, safe_cell
from whitecove.core.errors import ProfileError
from whitecove.core.model import Listing, Variant

Rows = list[dict[str, Any]]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    out = tmp_path / "out"
    write_manifest(batch(tmp_path / "photos", out), out)
    return out


@pytest.fixture
def rows(written: Path) -> Rows:
    content = json.loads((written / "manifest.json").read_bytes())
    assert list(content) == ["schema", "profile", "files"]
    assert (content["schema"], content["profile"]) == (1, "aliexpress")
    return list(content["files"])


def test_a_row_for_every_input_and_slot(rows: Rows) -> None:
    assert [(row["sku"], row["image_type"], row["order"], row["state"], row["file"]) for row in rows] == [
        ("杯子", "main", 1, "ready", "杯子/杯子_01_main.jpg"),
        ("杯子", "detail", 2, "ready", "杯子/杯子_02.jpg"),
        ("杯子", "unused", 3, "unused", ""),
        ("x", "main", 1, "review", "_review/x/x_01_main.jpg"),
        ("broken", "main", 1, "failed", ""),
        ("", "", 0, "skipped", ""),
    ]


def test_every_row_has_every_field_in_order(rows: Rows) -> None:
    assert all(tuple(row) == FIELDS for row in rows)


def test_what_is_known_of_a_file(rows: Rows) -> None:
    row = rows[0]
    assert (row["source_box"], row["placed_box"], row["flush"]) == ([1, 2, 30, 40], [5, 6, 70, 80], ["top"])
    assert (row["width"], row["height"], row["bytes"], row["engine"]) == (90, 90, 90_000, "rembg:u2netp+backdrop")
    assert (row["doubt"], row["score"], row["sha256"]) == (0.1235, 70, "ab" * 32)


def test_findings_of_file_photo_and_listing(rows: Rows) -> None:
    rules = [[each["rule"] for each in row["findings"]] for row in rows]
    assert rules[0][-2:] == ["origin.camera", "set.details"]
    assert rules[1][-1] == rules[2][-1] == "origin.camera"
    assert rows[0]["findings"][1] == {
        "rule": "file.bytes", "severity": "error", "outcome": "fail", "measured": "90 KB", "required": "512 KB",
        "fix": "Do something about it.", "value": 9.0, "where": None,
    }  # fmt: skip


def test_a_photo_that_was_not_read_is_known_by_its_hash(rows: Rows) -> None:
    assert rows[4]["source_sha256"] == hashlib.sha256(b"broken").hexdigest()
    assert rows[5]["source_sha256"] == ""
    assert all(row["reason"] for row in rows if row["state"] != "ready")


def test_two_runs_elsewhere_give_the_same_bytes_without_a_path(tmp_path: Path) -> None:
    made = []
    for name in ("first", "second"):
        out = tmp_path / name / "out"
        write_manifest(batch(tmp_path / name / "photos", out), out)
        made.append([(out / file).read_bytes() for file in ("manifest.json", "manifest.csv")])
    assert made[0] == made[1]
    assert str(tmp_path).encode() not in b"".join(made[0])


def test_the_csv_says_the_same_for_excel(written: Path, rows: Rows) -> None:
    data = (written / "manifest.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfsku,variant,")
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["file"] for row in table] == [row["file"] for row in rows]
    assert table[0]["source_box"] == "1 2 30 40"
    assert table[0]["findings"].startswith("file.bytes fail: 90 KB (512 KB); subject.fill fail:")
    assert "file.format" not in table[0]["findings"]
    assert (table[2]["doubt"], table[2]["source_box"]) == ("", "")


def test_no_cell_of_the_csv_is_a_formula(written: Path) -> None:
    text = (written / "manifest.csv").read_bytes().decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert "'+notes.txt" in cells
    assert any(cell.startswith("'=<script>") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(FORMULA_STARTS)]


@given(st.text())
def test_a_cell_is_never_a_formula_and_loses_nothing(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.startswith(FORMULA_STARTS)
    assert cell.removeprefix("'") == text.removeprefix("'")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_survives_the_csv(name: str) -> None:
    row = dict.fromkeys(FIELDS, "") | {"source": name, "findings": []}
    text = as_csv([row]).decode("utf-8-sig")
    (_, cells) = csv.reader(io.StringIO(text, newline=""))
    assert cells[FIELDS.index("source")] == safe_cell(name)


def test_rows_are_made_in_the_order_of_the_listings(tmp_path: Path) -> None:
    result = batch(tmp_path / "photos", tmp_path / "out")
    assert [row["sku"] for row in manifest_rows(result)] == ["杯子"] * 3 + ["x", "broken", ""]


def test_after_an_interruption_every_input_still_has_its_row(tmp_path: Path) -> None:
    result = batch(tmp_path / "photos", tmp_path / "out")
    first, *others = result.listings
    listing = Listing(sku="x", variants=(Variant(name="", photos=(others[0].rows[0].photo,)),))
    rows = list(manifest_rows(replace(result, listings=(first,), waiting=(postponed(listing, {}),), interrupted=True)))
    assert [row["state"] for row in rows] == ["ready", "ready", "unused", "waiting", "skipped"]
    assert rows[3]["reason"].startswith("Interrupted before this photo was done: the same command goes on from here.")
    assert (rows[3]["sku"], rows[3]["file"], rows[3]["source_sha256"]) == ("x", "", "")


def test_a_photo_that_could_not_be_read_is_hashed_once(tmp_path: Path) -> None:
    result, hashes = batch(tmp_path / "photos", tmp_path / "out"), Hashes()
    (first,) = (row["source_sha256"] for row in manifest_rows(result, hashes) if row["sku"] == "broken")
    assert first == hashlib.sha256(b"broken").hexdigest()
    assert list(hashes) == [tmp_path / "photos" / "broken.jpg"]
    (tmp_path / "photos" / "broken.jpg").unlink()
    write_manifest(result, tmp_path / "out", hashes)
    content = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert [row["source_sha256"] for row in content["files"] if row["sku"] == "broken"] == [first]
    assert first.encode() in (tmp_path / "out" / "manifest.csv").read_bytes()


@pytest.mark.parametrize("skipped", [0, 1, 300])
def test_both_files_are_whole_however_many_rows_there_are(tmp_path: Path, skipped: int) -> None:
    names = [f"{number}.txt" for number in range(skipped)]
    result = BatchResult(
        profile="aliexpress", listings=(), skipped=tuple(Skipped(name=name, reason="No.") for name in names)
    )
    write_manifest(result, tmp_path)
    rows = list(manifest_rows(result))
    assert (tmp_path / "manifest.json").read_bytes() == as_json("aliexpress", rows)
    assert (tmp_path / "manifest.csv").read_bytes() == as_csv(rows)
    assert [row["source"] for row in rows] == names


def test_a_profile_that_is_gone_costs_the_report_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = replace(batch(tmp_path / "photos", out), profile=str(tmp_path / "gone.toml"))
    written = write_lists(result, out)
    assert isinstance(written.trouble, ProfileError)
    assert not (out / "report.html").exists()
    assert {"manifest.json", "manifest.csv", "changes.csv"} <= {path.name for path in out.iterdir()}
