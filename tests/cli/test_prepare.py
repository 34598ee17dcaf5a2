"""`whitecove prepare`: what it says, what it leaves, and in which order presets and flags win."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
import typer

from tests.cli.conftest import QUICK, Cli, Delivery, product, save
from whitecove.batch import store
from whitecove.cli.exit_codes import Exit
from whitecove.cli.flags import chosen
from whitecove.core.errors import OutputError


def test_json_lines_tell_the_batch_in_order(delivery: Delivery) -> None:
    lines = delivery.ended.lines
    kinds = [line["event"] for line in lines if line["event"] != "working"]
    assert kinds[0] == "started"
    assert sorted(kinds[1:-2]) == ["listing"] * 3 + ["photo"] * 3
    assert kinds[-2:] == ["finished", "summary"]
    assert [line["done"] for line in lines if line["event"] == "photo"] == [1, 2, 3]


def test_the_summary_adds_up_to_the_inputs(delivery: Delivery) -> None:
    summary = delivery.ended.lines[-1]
    assert summary["counts"] == {"ready": 2, "failed": 1, "skipped": 1}
    assert (summary["all_ready"], summary["exit_code"]) == (False, delivery.ended.code)
    assert Path(summary["out"]) == delivery.out


def test_a_photo_line_carries_its_findings(delivery: Delivery) -> None:
    photo = next(line for line in delivery.ended.lines if line["event"] == "photo" and line["source"] == "杯子.jpg")
    assert photo["files"][0]["slot"] == "main"
    assert {"rule", "measured", "required", "outcome"} <= photo["files"][0]["findings"][0].keys()


def test_the_delivery_holds_files_manifest_and_report(delivery: Delivery) -> None:
    files = {path.relative_to(delivery.out).as_posix() for path in delivery.out.rglob("*") if path.is_file()}
    assert {"manifest.json", "manifest.csv", "report.html", "lamp/lamp_01_main.jpg"} <= files
    rows = json.loads((delivery.out / "manifest.json").read_bytes())["files"]
    assert sorted(row["source"] for row in rows) == ["damaged.jpg", "lamp.jpg", "notes.txt", "杯子.jpg"]


def test_originals_are_as_they_were(delivery: Delivery) -> None:
    rows = json.loads((delivery.out / "manifest.json").read_bytes())["files"]
    import hashlib

    for row in rows:
        if row["source_sha256"]:
            assert hashlib.sha256((delivery.photos / row["source"]).read_bytes()).hexdigest() == row["source_sha256"]


def test_a_second_run_takes_what_is_done_and_shows_the_verdicts(cli: Cli, delivery: Delivery) -> None:
    before = {name: (delivery.out / name).read_bytes() for name in ("manifest.json", "manifest.csv", "report.html")}
    ended = cli("prepare", delivery.photos, "--out", delivery.out, *QUICK)
    assert ended.code == Exit.NOT_READY
    assert "✗ failed" in ended.out
    assert "✓ 2 ready" in ended.out
    assert "· 1 skipped" in ended.out
    assert str(delivery.out / "report.html") in ended.out.replace("\n", "")
    assert {name: (delivery.out / name).read_bytes() for name in before} == before


def test_a_table_held_open_costs_neither_the_other_lists_nor_the_verdicts(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(product(1), tmp_path / "photos" / "lamp.jpg")
    out, real = tmp_path / "out", store.replacing

    @contextmanager
    def held(path: Path) -> Iterator[IO[bytes]]:
        with real(path) as file:
            yield file
            if path.name == "manifest.csv":
                raise OutputError("output.held", file=path.name)

    monkeypatch.setattr(store, "replacing", held)
    ended = cli("prepare", tmp_path / "photos", "--out", out, *QUICK)
    assert ended.code == Exit.CANNOT_RUN
    assert "manifest.csv cannot be replaced" in ended.err
    assert "✓ 1 ready" in ended.out
    assert (out / "report.html").is_file()
    assert (out / "manifest.json").is_file()


def test_quiet_says_nothing(cli: Cli, delivery: Delivery) -> None:
    ended = cli("prepare", delivery.photos, "--out", delivery.out, *QUICK, "--quiet")
    assert (ended.code, ended.out) == (Exit.NOT_READY, "")


@pytest.mark.parametrize(("flags", "canvas", "fill"), [({}, 1000, 0.7), ({"canvas": 1200, "fill": None}, 1200, 0.7)])
def test_flags_win_over_the_preset_and_the_preset_over_defaults(
    tmp_path: Path, flags: dict[str, object], canvas: int, fill: float
) -> None:
    preset = tmp_path / "mine.toml"
    preset.write_text("canvas = 1000\nfill = 0.7\n", "utf-8")
    options = chosen(preset, flags)
    assert (options.canvas, options.fill, options.stand) == (canvas, fill, "centre")


def test_a_switch_can_be_switched_off() -> None:
    assert not chosen(None, {"keep_camera": False}).keep_camera


def test_a_wrong_value_names_its_flag() -> None:
    with pytest.raises(typer.BadParameter) as caught:
        chosen(None, {"review_doubt": 2.0})
    assert caught.value.param_hint == "'--review-doubt'"
