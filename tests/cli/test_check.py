"""`whitecove check`: verdicts on existing pictures, lean and without touching them."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli, Delivery, Ended, start
from whitecove.cli.exit_codes import Exit
from whitecove.core.checks import examine, registry
from whitecove.core.model import Slot, Verdict
from whitecove.core.profiles import Profile

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


def test_a_detail_is_told_by_the_name_it_was_given(cli: Cli, delivery: Delivery, tmp_path: Path) -> None:
    scene = (delivery.photos / "lamp.jpg").read_bytes()
    (tmp_path / "variants").mkdir()
    for name in ("cup_01_main.jpg", "cup_02.jpg", "mug_02.jpg", "variants/cup_v01_red.jpg", "variants/mine.jpg"):
        (tmp_path / name).write_bytes(scene)
    *files, _ = cli("check", tmp_path, "--json").lines
    assert {file["file"]: file["slot"] for file in files} == {
        "cup_01_main.jpg": "main", "cup_02.jpg": "detail", "mug_02.jpg": "main",
        "variants/cup_v01_red.jpg": "variant", "variants/mine.jpg": "main",
    }  # fmt: skip


def test_names_are_those_of_the_marketplace(cli: Cli, delivery: Delivery, tmp_path: Path) -> None:
    scene = (delivery.photos / "lamp.jpg").read_bytes()
    for name in ("cup.MAIN.jpg", "cup.PT01.jpg", "mug.PT01.jpg"):
        (tmp_path / name).write_bytes(scene)
    *files, _ = cli("check", tmp_path, "--profile", "amazon", "--json").lines
    assert [file["slot"] for file in files] == ["main", "detail", "main"]


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


def _findings(line: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {finding["rule"]: (finding["outcome"], finding["measured"]) for finding in line["findings"]}


def _beside(delivery: Delivery, folder: Path) -> Path:
    """Where a bad file is to lie: between two good ones."""
    for name in ("a.jpg", "c.jpg"):
        (folder / name).write_bytes(delivery.ready.read_bytes())
    return folder / "b.jpg"


def _only_b_fails(ended: Ended) -> str:
    """What `file.readable` says of the bad file, when all others came through."""
    assert ended.code == Exit.NOT_READY
    *files, summary = ended.lines
    assert [(file["file"], file["passes"]) for file in files] == [("a.jpg", True), ("b.jpg", False), ("c.jpg", True)]
    assert summary == {"event": "summary", "passed": 2, "failed": 1, "exit_code": 1}
    outcome, measured = _findings(files[1])["file.readable"]
    assert outcome == "fail"
    return measured


def test_a_file_that_may_not_be_read_stops_no_other(
    cli: Cli, delivery: Delivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = _beside(delivery, tmp_path)
    bad.write_bytes(delivery.ready.read_bytes())
    read = examine.read_at_most

    def locked(path: Path) -> bytes:
        if path == bad:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(examine, "read_at_most", locked)
    assert _only_b_fails(cli("check", tmp_path, "--json")) == "cannot be read (Permission denied)"


def test_a_file_that_is_gone_stops_no_other(cli: Cli, delivery: Delivery, tmp_path: Path) -> None:
    _beside(delivery, tmp_path).symlink_to("nowhere")
    assert "No such file" in _only_b_fails(cli("check", tmp_path, "--json"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(delivery: Delivery, tmp_path: Path) -> None:
    os.mkfifo(_beside(delivery, tmp_path))
    ended = start(tmp_path / "home", "check", tmp_path, "--json")
    assert _only_b_fails(ended) == "cannot be read (it is no ordinary file)"


def test_of_a_huge_file_no_more_than_the_limit_is_read(
    cli: Cli, delivery: Delivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = 3_000_000
    monkeypatch.setattr(examine, "BYTE_LIMIT", limit)
    bad = _beside(delivery, tmp_path)
    bad.write_bytes(delivery.ready.read_bytes())
    os.truncate(bad, 50_000_000)
    ended = cli("check", tmp_path, "--json")
    assert _only_b_fails(ended) == "more than 3 MB"
    assert ended.lines[1]["bytes"] == limit + 1


def test_a_file_that_cannot_be_judged_stops_no_other(
    cli: Cli, delivery: Delivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _beside(delivery, tmp_path).write_bytes(delivery.ready.read_bytes())
    judge = registry.judge

    def stumbling(examined: examine.Examined, profile: Profile, slot: Slot, *, aspect: str | None) -> Verdict:
        if examined.name == "b.jpg":
            raise ZeroDivisionError
        return judge(examined, profile, slot, aspect=aspect)

    monkeypatch.setattr(registry, "judge", stumbling)
    logged: list[str] = []
    monkeypatch.setattr(
        logging.getLogger("whitecove.cli.check"), "exception", lambda text, *args: logged.append(text % args)
    )
    assert _only_b_fails(cli("check", tmp_path, "--json")) == "could not be judged (ZeroDivisionError)"
    assert logged == ["b.jpg"]


def test_in_a_folder_a_picture_is_told_by_its_content(cli: Cli, delivery: Delivery, tmp_path: Path) -> None:
    picture = delivery.ready.read_bytes()
    for name in ("bare", "odd.dat", ".hidden", "._side", "Thumbs.db"):
        (tmp_path / name).write_bytes(picture)
    (tmp_path / "notes.txt").write_text("no picture", "utf-8")
    (tmp_path / "clip.dat").write_bytes(b"GIF89a" + bytes(20))
    (tmp_path / "gone").symlink_to("nowhere")
    *files, _ = cli("check", tmp_path, "--json").lines
    assert [file["file"] for file in files] == ["bare", "odd.dat"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_without_a_suffix_is_passed_over(delivery: Delivery, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.jpg").write_bytes(delivery.ready.read_bytes())
    ended = start(tmp_path / "home", "check", tmp_path, "--json")
    assert [line.get("file") for line in ended.lines] == ["a.jpg", None]
