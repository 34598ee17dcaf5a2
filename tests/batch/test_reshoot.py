"""The reshoot list: there only when something is on it, the same on every run, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from tests.batch.made_up import EVIL, batch
from tests.batch.web_page import Page
from whitecove.batch import decisions
from whitecove.batch.decisions import Decision, Kind
from whitecove.batch.report.reshoot import CSV_FILE, FIELDS, HTML_FILE, write_reshoot_list
from whitecove.batch.report.shown import Shown
from whitecove.batch.results import BatchResult, ListingResult
from whitecove.core.model import Role, State


def refused(listing: ListingResult, role: Role = Role.MAIN) -> ListingResult:
    """``listing`` with its first photo to be shot again, in the variant red."""
    first, *others = listing.rows
    result = replace(first.result, state=State.RESHOOT, reason="A person wants this photo shot again. Do it.")
    changed = replace(first, variant="red", result=result, photo=replace(first.photo, role=role))
    return replace(listing, state=State.RESHOOT, rows=(changed, *others))


@pytest.fixture
def result(tmp_path: Path) -> BatchResult:
    made = batch(tmp_path / "photos", tmp_path / "out")
    first, second, third = made.listings
    return replace(made, listings=(refused(first), refused(second, role=Role.DETAIL), refused(third)))


@pytest.fixture
def out(tmp_path: Path, result: BatchResult) -> Path:
    """The delivery folder with the list, after the person said why the first photo is no good."""
    folder = tmp_path / "out"
    facts = result.listings[0].rows[0].result.facts
    assert facts
    decisions.record(folder, [Decision(kind=Kind.RESHOOT, source_sha256=facts.sha256, reason="=dirty")])
    write_reshoot_list(result, folder)
    return folder


def test_the_table_is_only_to_be_read(out: Path) -> None:
    assert "done" not in (out / CSV_FILE).read_text("utf-8-sig").splitlines()[0].split(",")


def test_the_table_has_product_variant_place_photo_and_reason(out: Path) -> None:
    text = (out / CSV_FILE).read_bytes().decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))
    assert tuple(head) == FIELDS
    assert rows == [
        ["杯子", "red", "Main picture", "杯子.jpg", "'=dirty"],
        ["x", "red", "Detail", f"'{EVIL}", "A person wants this photo shot again. Do it."],
        ["broken", "red", "Main picture", "broken.jpg", "A person wants this photo shot again. Do it."],
    ]


def test_the_page_shows_each_photo_with_a_box_to_tick(out: Path) -> None:
    page = Page((out / HTML_FILE).read_bytes())
    assert page.open == []
    assert "Shoot again: 3 photos" in page.words
    assert len(page.having("class", "box")) == 3
    assert [tag for tag, _ in page.tags].count("img") == 2
    assert page.words.count("No preview") == 1
    assert "=dirty" in page.words


def test_a_hostile_name_is_only_text_and_nothing_is_fetched(out: Path) -> None:
    page = Page((out / HTML_FILE).read_bytes())
    assert "<script>alert(1)</script>" in page.words
    assert not {"script", "link", "a"} & {tag for tag, _ in page.tags}
    assert all(str(attributes["src"]).startswith("data:") for tag, attributes in page.tags if tag == "img")
    assert any("default-src 'none'" in str(attributes.get("content")) for _, attributes in page.tags)


def test_the_same_list_gives_the_same_bytes_without_a_path(out: Path, result: BatchResult, tmp_path: Path) -> None:
    before = {file: (out / file).read_bytes() for file in (CSV_FILE, HTML_FILE)}
    write_reshoot_list(result, out)
    assert {file: (out / file).read_bytes() for file in before} == before
    assert all(str(tmp_path).encode() not in data for data in before.values())


def test_a_photo_that_went_is_shown_as_it_was(result: BatchResult, tmp_path: Path) -> None:
    folder, shown = tmp_path / "out", Shown()
    write_reshoot_list(result, folder, shown)
    before = (folder / HTML_FILE).read_bytes()
    (tmp_path / "photos" / "0.jpg").unlink()
    write_reshoot_list(result, folder, shown)
    assert (folder / HTML_FILE).read_bytes() == before


def test_the_list_goes_when_nothing_is_on_it_any_more(out: Path, result: BatchResult) -> None:
    resolved = replace(result, listings=())
    for _ in range(2):
        write_reshoot_list(resolved, out)
        assert not (out / CSV_FILE).exists()
        assert not (out / HTML_FILE).exists()
