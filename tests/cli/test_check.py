"""`whitecove check`: verdicts on existing pictures, lean and without touching them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli, Delivery, start
from whitecove.cli.exit_codes import Exit

HEAVY = {"PySide6", "numba", "scipy", "rembg", "onnxruntime", "jinja2", "pebble"}


def test_a_broken_rule_shows_measured_required_and_fix(cli: Cli, delivery: Delivery) -> None:
    ended = cli("check", delivery.photos / "lamp.jpg")
    assert "✗ does not pass  lamp.jpg" in ended.out
    assert "✗ pixels.min_side" in ended.out
    assert "400 × 400 px · required: at least 800 × 800 px" in ended.out
    assert "→ " in ended.out


def test_rules_that_hold_are_shown_when_asked(cli: Cli, delivery: Delivery) -> None:
    assert "✓ file.format" not in cli("check", delivery.ready).out
    assert "✓ file.format" in cli("check", delivery.ready, "--verbose").out


def test_json_has_every_rule_and_ends_with_a_summary(cli: Cli, delivery: Delivery) -> None:
    *files, summary = cli("check", delivery.photos, delivery.ready, "--json").lines
    assert [(file["file"], file["passes"]) for file in files] == [
        ("damaged.jpg", False), ("lamp.jpg", False), ("杯子.jpg", False), ("杯子_01_main.jpg", True),
    ]  # fmt: skip
    assert {"pass", "fail"} <= {finding["outcome"] for finding in files[1]["findings"]}
    assert summary == {"event": "summary", "passed": 1, "failed": 3, "exit_code": 1}


def test_a_detail_may_keep_its_scene(cli: Cli, delivery: Delivery) -> None:
    rules = {
        slot: {
            finding["rule"] for finding in cli("check", delivery.ready, "--slot", slot, "--json").lines[0]["findings"]
        }
        for slot in ("main", "detail")
    }
    assert rules["main"] - rules["detail"] >= {"background.white", "subject.fill"}


def test_a_delivery_folder_is_judged_without_what_lies_aside(cli: Cli, delivery: Delivery) -> None:
    aside = delivery.out / "_review" / "x" / "x_01_main.jpg"
    aside.parent.mkdir(parents=True, exist_ok=True)
    aside.write_bytes(b"not ready")
    ended = cli("check", delivery.out, "--json")
    aside.unlink()
    assert ended.code == Exit.READY
    assert [line["file"] for line in ended.lines[:-1]] == ["lamp/lamp_01_main.jpg", "杯子/杯子_01_main.jpg"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are not text")
def test_a_name_that_is_not_utf8_is_escaped(cli: Cli, tmp_path: Path, delivery: Delivery) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.jpg"
    Path(os.fsdecode(path)).write_bytes(delivery.ready.read_bytes())
    ended = cli("check", tmp_path)
    assert "caf\\xe9.jpg" in ended.out
    assert ended.code == Exit.READY


def test_nothing_heavy_is_loaded(tmp_path: Path, delivery: Delivery) -> None:
    probe = tmp_path / "probe.py"
    probe.write_text(
        "import sys\nfrom whitecove.cli.main import run\ncode = run(sys.argv[1:])\n"
        "print(code, *sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\n",
        "utf-8",
    )
    import subprocess

    from tests.cli.conftest import environment

    done = subprocess.run(
        [sys.executable, probe, "check", delivery.ready], env=environment(tmp_path), capture_output=True, check=True
    )
    code, *modules = done.stderr.decode().split()
    assert code == "0"
    assert not HEAVY & set(modules)


def test_an_unreadable_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    ended = start(tmp_path / "home", "check", tmp_path / "empty.jpg")
    assert ended.code == Exit.NOT_READY
    assert "file.readable" in ended.out
