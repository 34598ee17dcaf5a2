"""The verdicts that a person reads at the end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.batch.made_up import batch
from whitecove.batch.results import BatchResult, Skipped
from whitecove.cli.verdicts import lines
from whitecove.core.model import State


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
