"""The report: one page, self-contained, escaped, the same on every run, in words that a client knows."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.batch.made_up import batch, change
from tests.batch.web_page import Page
from tests.pictures import facts, noise
from whitecove.batch import words
from whitecove.batch.delivery import changes
from whitecove.batch.delivery.changes import Change
from whitecove.batch.report.page import headline, pieces, write_report
from whitecove.batch.report.standing import LISTING, essence
from whitecove.batch.report.thumbnails import Source, side_for, thumbnails
from whitecove.batch.results import BatchResult, Row
from whitecove.core.checks.registry import params_of
from whitecove.core.model import PhotoResult, Role, Slot, State, Tag
from whitecove.core.profiles import load_profile


def rendered(result: BatchResult, out: Path, changes: Sequence[Change] = ()) -> bytes:
    return b"".join(pieces(result, out, changes))


@pytest.fixture
def result(tmp_path: Path) -> BatchResult:
    return batch(tmp_path / "photos", tmp_path / "out")


@pytest.fixture
def page(result: BatchResult, tmp_path: Path) -> Page:
    return Page(rendered(result, tmp_path / "out"))


def test_every_tag_is_closed(page: Page) -> None:
    assert page.open == []


def test_a_hostile_name_is_only_text(page: Page) -> None:
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert "<script>alert(1)</script>" in page.words


def test_nothing_is_fetched(page: Page) -> None:
    links = [
        value for _, attributes in page.tags for key, value in attributes.items() if key in {"src", "href"} and value
    ]
    assert links
    assert not [link for link in links if re.match(r"(?!data:)[a-z]+:|//", link)]
    assert any("default-src 'none'" in str(attributes.get("content")) for _, attributes in page.tags)


def test_two_runs_elsewhere_give_the_same_bytes_without_a_path(tmp_path: Path) -> None:
    made = []
    for name in ("first", "second"):
        out = tmp_path / name / "out"
        write_report(batch(tmp_path / name / "photos", out), out)
        made.append((out / "report.html").read_bytes())
    assert made[0] == made[1]
    assert str(tmp_path).encode() not in made[0]


def test_a_report_that_stands_is_not_made_again(result: BatchResult, tmp_path: Path) -> None:
    out, found = tmp_path / "out", [change(changes.Kind.NEW, "a.jpg")]
    write_report(result, out)
    first = (out / "report.html").stat()
    write_report(result, out)
    assert (out / "report.html").stat().st_ino == first.st_ino
    page = (out / "report.html").read_bytes()
    (out / "report.html").write_bytes(page + b" ")
    write_report(result, out)
    assert (out / "report.html").read_bytes() == page
    for other in (replace(result, notes=("News.",)), replace(result, listings=result.listings[:1])):
        write_report(other, out)
        assert (out / "report.html").read_bytes() != page
    write_report(result, out, found)
    assert (out / "report.html").read_bytes() == rendered(result, out, found)


def test_a_photo_that_was_away_is_shown_when_it_is_back(result: BatchResult, tmp_path: Path) -> None:
    out, photo, elsewhere = tmp_path / "out", tmp_path / "photos" / "0.jpg", tmp_path / "0.jpg"
    photo.rename(elsewhere)
    write_report(result, out)
    without = (out / "report.html").stat()
    write_report(result, out)
    assert (out / "report.html").stat().st_ino == without.st_ino
    elsewhere.rename(photo)
    write_report(result, out)
    whole = (out / "report.html").read_bytes()
    assert whole == rendered(result, out)
    photo.rename(elsewhere)  # what was shown once may stay
    write_report(result, out)
    assert (out / "report.html").read_bytes() == whole


def test_a_photo_that_can_never_be_shown_does_not_cost_each_report_anew(result: BatchResult, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (tmp_path / "photos" / "0.jpg").write_bytes(b"damaged since")
    write_report(result, out)
    first = (out / "report.html").stat()
    write_report(result, out)
    assert (out / "report.html").stat().st_ino == first.st_ino


def test_another_profile_of_the_same_id_is_another_report(result: BatchResult) -> None:
    profile = load_profile("aliexpress")
    (rule, *rules) = profile.rules
    others = [replace(profile, name="New"), replace(profile, rules=(replace(rule, weight=77), *rules))]
    found = {essence(result, (), each) for each in (profile, *others)}
    assert len(found) == 3


def test_a_report_of_recalled_results_stands(result: BatchResult, tmp_path: Path) -> None:
    recalled = tuple(LISTING.validate_json(LISTING.dump_json(listing)) for listing in result.listings)
    profile = load_profile(result.profile)
    assert essence(replace(result, listings=recalled), (), profile) == essence(result, (), profile)


def test_every_photo_has_its_state_as_a_word(page: Page) -> None:
    states = [attributes["data-state"] for _, attributes in page.tags if "data-state" in attributes]
    assert states == ["review", "ready", "ready", "unused", "failed", "skipped"]
    for word in ("Ready", "Kept aside", "Review", "Failed", "Skipped"):
        assert word in page.words


def test_the_filters_count_what_they_show(page: Page) -> None:
    assert {a["data-filter"] for _, a in page.tags if "data-filter" in a} == {
        "", "ready", "review", "failed", "unused", "skipped",
    }  # fmt: skip
    assert "All 6 Ready 2 Review 1 Failed 1 Kept aside 1 Skipped 1" in page.words


def test_findings_are_grouped_with_measured_required_and_fix(page: Page) -> None:
    groups = [attributes.get("class") for tag, attributes in page.tags if tag == "details"]
    assert groups[:5] == ["error", "warning", "info", "open", "ready"]
    folded = ["open" not in attributes for tag, attributes in page.tags if tag == "details"]
    assert folded[:5] == [False, False, True, True, True]
    assert "File size 90 KB Required: 512 KB −30 points Do something about it." in page.words


def test_it_speaks_of_products_not_of_machinery(page: Page) -> None:
    assert "Cut out by the model u2netp, its edge by the plain backdrop" in page.words
    assert "File size: 90 KB, required 512 KB." in page.words
    spoken = page.words.lower()
    assert not [word for word in ("matte", "rendition", "verdict", "slot", "rembg", "file.bytes") if word in spoken]


def test_links_lead_to_the_files_from_where_the_page_lies(page: Page) -> None:
    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert links[0] == "_review/x/x_01_main.jpg"
    assert links[1] == "%E6%9D%AF%E5%AD%90/%E6%9D%AF%E5%AD%90_01_main.jpg"


def test_before_and_after_are_small_pictures(page: Page) -> None:
    pictures = [str(attributes["src"]) for tag, attributes in page.tags if tag == "img"]
    assert len(pictures) == 7
    with Image.open(io.BytesIO(base64.b64decode(pictures[0].partition(",")[2]))) as image:
        assert (image.format, image.size) == ("JPEG", (60, 90))


def test_a_photo_that_was_not_read_has_a_placeholder(page: Page) -> None:
    assert page.words.count("No preview") == 1


def test_a_file_that_is_gone_has_a_placeholder(result: BatchResult, tmp_path: Path) -> None:
    (tmp_path / "out" / "杯子" / "杯子_02.jpg").unlink()
    assert Page(rendered(result, tmp_path / "out")).words.count("No preview") == 2


@pytest.mark.parametrize(
    ("ready", "review", "text"),
    [
        (3, 0, "All 3 pictures are ready to upload"),
        (1, 0, "The picture is ready to upload"),
        (1, 2, "1 of 3 pictures is ready to upload"),
        (0, 1, "0 of 1 pictures are ready to upload"),
    ],
)
def test_the_headline(result: BatchResult, ready: int, review: int, text: str) -> None:
    good, doubtful = result.listings[0].rows[0], result.listings[1].rows[0]
    listing = replace(result.listings[0], rows=(good,) * ready + (doubtful,) * review)
    assert headline(replace(result, listings=(listing,))) == text


def test_an_interruption_is_said(result: BatchResult, tmp_path: Path) -> None:
    cut_short = replace(result, interrupted=True, unstarted=12, notes=("Mind the gap.",))
    spoken = Page(rendered(cut_short, tmp_path / "out")).words
    assert "12 photos are still to be done" in spoken
    assert "Mind the gap." in spoken


def test_what_an_interruption_left_is_shown_as_waiting(result: BatchResult, tmp_path: Path) -> None:
    first, second, _ = result.listings
    row = replace(second.rows[0], result=PhotoResult(state=State.WAITING, reason="Interrupted.", facts=None))
    waiting = replace(second, state=State.WAITING, rows=(row,))
    cut_short = replace(result, listings=(first,), waiting=(waiting,), interrupted=True, unstarted=1)
    assert headline(cut_short) == "2 of 3 pictures are ready to upload"
    assert "All 5 Waiting 1 Ready 2" in Page(rendered(cut_short, tmp_path / "out")).words


def test_every_state_has_its_icon(page: Page) -> None:
    icons = {attributes["id"] for tag, attributes in page.tags if tag == "symbol"}
    assert {state.value for state in State} <= icons


def with_first(result: BatchResult, row: Row) -> BatchResult:
    """``result`` with another first photo."""
    first, *others = result.listings
    return replace(result, listings=(replace(first, rows=(row, *first.rows[1:])), *others))


def test_a_picture_is_shown_with_its_variant_tags_and_the_reasons_for_its_place(
    result: BatchResult, tmp_path: Path
) -> None:
    row = result.listings[0].rows[1]
    photo = replace(row.photo, tags=(Tag.CLOSE_UP, Tag.SIZE), reasons=("Its folder is <called> red.", "It is third."))
    made = replace(row.result.renditions[0], variant="red", order=3)
    row = replace(row, photo=photo, variant="blue", result=replace(row.result, renditions=(made,)))
    page = Page(rendered(with_first(result, row), tmp_path / "out"))
    assert "Detail 3, red" in page.words
    assert "Shows close-up, size" in page.words
    assert "Why it is here Its folder is <called> red. It is third." in page.words
    assert not [each for each in page.having("class", "why") if "open" in each]
    assert "red" in str(page.having("class", "product")[1]["data-search"])


def test_the_variants_of_a_product_are_counted(result: BatchResult, tmp_path: Path) -> None:
    first = result.listings[0]
    rows = tuple(replace(row, variant=name) for row, name in zip(first.rows, ("red", "blue", ""), strict=True))
    several = replace(result, listings=(replace(first, rows=rows), *result.listings[1:]))
    assert "2 photos of 2 variants, 1 kept aside" in Page(rendered(several, tmp_path / "out")).words


def test_an_approval_is_shown_beside_the_facts(result: BatchResult, tmp_path: Path) -> None:
    row = result.listings[0].rows[0]
    made = replace(row.result.renditions[0], decision="approved by a person: fine so")
    row = replace(row, result=replace(row.result, renditions=(made,)))
    assert "Decided Approved by a person: fine so" in Page(rendered(with_first(result, row), tmp_path / "out")).words


def test_a_photo_to_shoot_again_is_counted_and_marked(result: BatchResult, tmp_path: Path) -> None:
    row = result.listings[0].rows[0]
    made = replace(row.result.renditions[0], state=State.RESHOOT, reason="A person wants this photo shot again: dirty.")
    row = replace(row, result=replace(row.result, state=State.RESHOOT, reason=made.reason, renditions=(made,)))
    page = Page(rendered(with_first(result, row), tmp_path / "out"))
    assert "Shoot again 1" in page.words
    assert "A person wants this photo shot again: dirty." in page.words
    assert page.having("data-state", "reshoot")


def test_every_picture_of_a_photo_is_counted(result: BatchResult, tmp_path: Path) -> None:
    row = result.listings[0].rows[0]
    (made,) = row.result.renditions
    doubtful = replace(made, slot=Slot.VARIANT, state=State.REVIEW, reason="It is doubtful.")
    row = replace(row, result=replace(row.result, state=State.REVIEW, renditions=(made, doubtful)))
    several = with_first(result, row)
    assert headline(several) == "2 of 5 pictures are ready to upload"
    assert "All 7 Ready 2 Review 2" in Page(rendered(several, tmp_path / "out")).words


def test_what_changed_is_told_in_numbers_and_names(result: BatchResult, tmp_path: Path) -> None:
    found = [change(changes.Kind.NEW, f"a/a_{number:02}.jpg") for number in range(60)]
    found += [change(changes.Kind.REMOVED, "<b>.jpg")]
    spoken = Page(rendered(result, tmp_path / "out", found)).words
    assert "What changed since the last delivery 60 new a/a_00.jpg" in spoken
    assert "a/a_49.jpg … and 10 more: changes.csv has all. 1 removed <b>.jpg" in spoken
    assert "_previous" in spoken


def test_a_first_delivery_has_changed_nothing(result: BatchResult, tmp_path: Path) -> None:
    first = [change(changes.Kind.NEW, "a.jpg"), change(changes.Kind.NEW, "b.jpg")]
    assert rendered(result, tmp_path / "out", first) == rendered(result, tmp_path / "out")
    assert "What changed" not in Page(rendered(result, tmp_path / "out")).words


def test_a_product_that_fails_only_as_a_whole_is_not_called_ready(result: BatchResult) -> None:
    first = result.listings[0]
    assert headline(replace(result, listings=(replace(first, state=State.REVIEW),))) == (
        "1 product is not ready as a whole"
    )
    aside = replace(first, state=State.REVIEW, rows=first.rows[2:])
    assert headline(replace(result, listings=(aside,))) == "There is no picture to upload"


@pytest.mark.parametrize("photos", [1, 300, 301, 5000])
def test_a_page_of_many_photos_stays_small(photos: int) -> None:
    side = side_for(photos)
    noisy = io.BytesIO()
    Image.fromarray(noise(side, side)).save(noisy, "JPEG", quality=72)
    smooth_share = 0.25  # photographs take far less than noise does
    assert 2 * noisy.tell() * smooth_share * 4 / 3 <= 25_000
    assert side >= 112


def test_every_kind_of_photo_becomes_a_thumbnail(tmp_path: Path) -> None:
    picture = Image.fromarray(noise(300, 200))
    modes = {"cmyk.jpg": "CMYK", "grey.jpg": "L", "plain.jpg": "RGB", "cut.png": "RGBA", "paletted.png": "P"}
    for name, mode in modes.items():
        picture.convert(mode).save(tmp_path / name)
    known = [
        replace(facts(300, 200), format="JPEG" if name.endswith("jpg") else "PNG", mode=mode)
        for name, mode in modes.items()
    ]
    small = thumbnails((Source(tmp_path / name, fact) for name, fact in zip(modes, known, strict=True)), 100)
    for data in small:
        with Image.open(io.BytesIO(base64.b64decode(data))) as image:
            assert (image.mode, image.size) == ("RGB", (100, 67))


@pytest.mark.parametrize("rule", params_of())
def test_every_rule_has_a_name(rule: str) -> None:
    assert words.rule(rule) != rule


def test_words_for_everything_else() -> None:
    assert set(words.STATES) == set(State)
    assert set(words.CHANGES) == set(changes.Kind)
    assert set(words.TAGS) == set(Tag)
    assert {*Slot, *Role} <= set(words.PLACES)
    assert words.engine("backdrop") == "Cut out by its plain backdrop"
    assert words.engine("rembg:u2net") == "Cut out by the model u2net"
    assert words.engine("") == ""
    assert words.rule("new.rule") == "new.rule"
    assert words.reason("Nothing: but a sentence.") == "Nothing: but a sentence."
    assert words.reason("file.bytes: 9 KB.") == "File size: 9 KB."
    assert words.reason("It breaks a rule: file.bytes: 9 KB.") == "It breaks a rule: File size: 9 KB."
