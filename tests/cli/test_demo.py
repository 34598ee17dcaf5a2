"""`whitecove demo`: the samples end as their list says, on every machine."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

from tests.batch.made_up import batch
from tests.cli.conftest import Watched
from whitecove import paths
from whitecove.cli.demo import differing, expected
from whitecove.cli.exit_codes import Exit
from whitecove.core.sniff import is_picture_name


def test_every_sample_is_listed_with_its_end_and_why() -> None:
    samples = paths.resources() / "samples"
    listed = tomllib.loads((samples / "expected.toml").read_text("utf-8"))["photo"]
    there = {path.relative_to(samples).as_posix() for path in samples.rglob("*") if is_picture_name(path)}
    assert {photo["file"] for photo in listed} == there
    assert {photo["expect"] for photo in listed} <= {"ready", "review", "failed", "unused"}
    assert all(photo["why"] for photo in listed if photo["expect"] != "ready")


def test_the_samples_end_as_listed_without_a_network(watched: Watched, tmp_path: Path) -> None:
    ended = watched("demo", "--out", tmp_path / "demo")
    assert watched.reached == ""
    assert ended.err == ""
    assert ended.code == Exit.READY
    assert f"Each of the {len(expected())} sample photos ended as expected." in ended.out
    assert (tmp_path / "demo" / "report.html").is_file()


def test_a_photo_that_ends_otherwise_is_named(tmp_path: Path) -> None:
    result = batch(tmp_path / "photos", tmp_path / "out")
    listed = {"杯子.jpg": "ready", "杯子 2.jpg": "review", "gone.jpg": "ready"}
    assert differing(result, listed) == [
        "杯子 2.jpg is ready, but review was expected.",
        "gone.jpg is missing, but ready was expected.",
    ]
    assert differing(replace(result, skipped=()), {"杯子.jpg": "ready"}) == []
