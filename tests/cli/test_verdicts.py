"""The verdicts that a person reads at the end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.batch.made_up import batch, change
from whitecove.batch.delivery.changes import Kind
from whitecove.batch.results import BatchResult, Skipped
from whitecove.cli.verdicts import lines
from whitecove.core.messages import sentence
from whitecove.core.model import Slot, State


@pytest.fixture
def result(tmp_path: Path) -> BatchResult:
    return batch(tmp_path / "photos", tmp_path / "out")


def text(result: BatchResult, out: Path) -> str:
    return "\n".join(lines(result, out))


def test_what_needs_a_look_comes_first_with_what_to_do(result: BatchResult, tmp_path: Path) -> None:
    told = text(result, tmp_path / "out")
    assert told.index("! review") < told.index("✗ failed") < told.index("✓ ready")
    assert "There is a reason. Do something about it." in told
    assert "2 photos, 1 kept aside" in told


def test_a_product_that_fails_only_as_a_whole_says_why(result: BatchResult, tmp_path: Path) -> None:
    ready = next(listing for listing in result.listings if listing.state is State.READY)
    headless = replace(ready, state=State.REVIEW, reason="set.main: 0 main pictures, required 1. Choose one.")
    shown = text(replace(result, listings=(headless,)), tmp_path)
    assert "Main picture: 0 main pictures, required 1. Choose one." in " ".join(shown.split())


def test_a_name_is_never_markup(result: BatchResult, tmp_path: Path) -> None:
    renamed = replace(result.listings[0], sku="[bold]mug[/bold]")
    assert "[bold]mug[/bold]" in text(replace(result, listings=(renamed,)), tmp_path / "out")


def test_the_counts_and_where_everything_lies(result: BatchResult, tmp_path: Path) -> None:
    told = text(result, tmp_path / "out")
    assert "✓ 2 ready   ! 1 in review   ✗ 1 failed   – 1 kept aside   · 1 skipped" in told
    assert f"Delivery  {tmp_path / 'out'}" in told
    assert f"Review    {tmp_path / 'out' / '_review'}" in told
    assert f"Report    {tmp_path / 'out' / 'report.html'}" in told


def test_a_large_delivery_stays_readable(result: BatchResult, tmp_path: Path) -> None:
    many = tuple(replace(result.listings[0], sku=f"sku{number}") for number in range(200))
    skipped = tuple(Skipped(name=f"{number}.txt", reason="It is no picture.") for number in range(200))
    told = text(replace(result, listings=many, skipped=skipped), tmp_path / "out")
    assert "… and 180 more" in told
    assert "… and 190 more were skipped." in told
    assert told.count("\n") < 60


def test_an_interruption_says_how_to_go_on(result: BatchResult, tmp_path: Path) -> None:
    told = text(replace(result, interrupted=True, unstarted=7, notes=("Mind the gap.",)), tmp_path / "out")
    assert "Interrupted with 7 photos to go. The same command goes on from there." in told
    assert "Mind the gap." in told


def test_photos_to_shoot_again_have_a_list(result: BatchResult, tmp_path: Path) -> None:
    out, first = tmp_path / "out", result.listings[0]
    row = replace(first.rows[0], result=replace(first.rows[0].result, state=State.RESHOOT, reason="It is dirty."))
    refused = replace(result, listings=(replace(first, state=State.RESHOOT, rows=(row,)),))
    assert "Reshoot" not in text(refused, out)
    (out / "reshoot.html").write_bytes(b"")
    told = text(refused, out)
    assert f"Reshoot   {out / 'reshoot.html'}" in told
    assert "↻ reshoot" in told
    assert "↻ 1 to shoot again" in told


def test_the_picture_is_named_where_another_of_its_photo_is_ready(result: BatchResult, tmp_path: Path) -> None:
    first = result.listings[0]
    row = first.rows[0]
    (made,) = row.result.renditions
    doubtful = replace(made, slot=Slot.VARIANT, variant="red", state=State.REVIEW, reason="It is doubtful.")
    both = replace(row.result, state=State.REVIEW, reason="It is doubtful.", renditions=(made, doubtful))
    listing = replace(first, state=State.REVIEW, rows=(replace(row, result=both),))
    assert "Variant, red. It is doubtful." in text(replace(result, listings=(listing,)), tmp_path)


def test_what_an_interruption_left_waits(result: BatchResult, tmp_path: Path) -> None:
    cut_short = replace(result, listings=result.listings[1:], waiting=result.listings[:1], interrupted=True)
    assert "… 3 waiting   ! 1 in review" in text(cut_short, tmp_path)


def test_what_changed_since_the_last_delivery_is_counted(result: BatchResult, tmp_path: Path) -> None:
    (tmp_path / "changes.csv").write_bytes(b"")
    found = [change(Kind.NEW, "a.jpg"), change(Kind.NEW, "b.jpg"), change(Kind.EDITED, "c.jpg")]
    told = "\n".join(lines(result, tmp_path, found))
    assert "Since the last delivery: 2 new, 1 edited by hand." in told
    assert f"Changes   {tmp_path / 'changes.csv'}" in told


NOTHING = "Nothing changed since the last delivery."


def test_a_first_delivery_has_changed_nothing(result: BatchResult, tmp_path: Path) -> None:
    found = [change(Kind.NEW, "a.jpg"), change(Kind.NEW, "b.jpg")]
    told = "\n".join(lines(result, tmp_path, found))
    assert "last delivery" not in told
    assert "Changes" not in told


def test_a_delivery_in_which_nothing_changed_says_so(result: BatchResult, tmp_path: Path) -> None:
    assert NOTHING in text(result, tmp_path)
    assert NOTHING not in text(replace(result, interrupted=True), tmp_path)
    assert NOTHING not in text(replace(result, listings=()), tmp_path)


@pytest.mark.parametrize(("count", "said"), [(1, ""), (2, ""), (3, "3 earlier files were taken out of the delivery")])
def test_new_photos_alone_in_an_earlier_delivery_are_warned_of(
    result: BatchResult, tmp_path: Path, count: int, said: str
) -> None:
    gone = replace(change(Kind.REMOVED, "a.jpg"), reason=sentence("change.photo_gone"))
    told = "\n".join(lines(result, tmp_path, [gone] * count))
    assert ("taken out" in told) == bool(said)
    assert said in told


def test_one_file_that_gave_way_to_another_is_said(result: BatchResult, tmp_path: Path) -> None:
    gone = replace(change(Kind.REMOVED, "a.jpg"), reason=sentence("change.photo_gone"))
    news = [change(Kind.NEW, "b.jpg"), change(Kind.NEW, "c.jpg")]
    assert "1 earlier file was taken out of the delivery" in "\n".join(lines(result, tmp_path, [gone, *news]))
    assert "taken out" not in "\n".join(lines(result, tmp_path, [replace(gone, reason="Doubt."), *news]))


def test_a_folder_that_may_be_many_products_gets_a_hint(result: BatchResult, tmp_path: Path) -> None:
    first = result.listings[0]
    aside = replace(first.rows[0], result=replace(first.rows[0].result, state=State.UNUSED))
    hint = "More photos are kept aside than used."
    assert hint not in text(result, tmp_path)
    assert hint in text(replace(result, listings=(replace(first, rows=(first.rows[0], aside, aside)),)), tmp_path)
