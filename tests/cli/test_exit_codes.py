"""The exit codes are a contract: each is shown by a command that ends with it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import QUICK, Cli, Delivery, command, environment, product, save, start
from whitecove.cli.exit_codes import Exit


def test_the_codes() -> None:
    assert {code.name: code.value for code in Exit} == {
        "READY": 0, "NOT_READY": 1, "USAGE": 2, "CANNOT_RUN": 3, "INTERRUPTED": 130,
    }  # fmt: skip


@pytest.mark.parametrize(
    "arguments", [["--version"], ["profiles", "list"], ["models", "verify"], ["prepare", "--help"]]
)
def test_0_what_has_nothing_to_complain_of(cli: Cli, arguments: list[str]) -> None:
    assert cli(*arguments).code == Exit.READY


def test_0_a_ready_file_passes_the_check(cli: Cli, delivery: Delivery) -> None:
    assert cli("check", delivery.ready).code == Exit.READY


def test_0_all_ready(cli: Cli, tmp_path: Path, delivery: Delivery) -> None:
    photo = delivery.photos / "lamp.jpg"
    assert cli("prepare", photo, "--out", tmp_path / "out", *QUICK).code == Exit.READY


def test_1_some_are_not_ready(delivery: Delivery) -> None:
    assert delivery.ended.code == Exit.NOT_READY


def test_1_a_check_fails(cli: Cli, delivery: Delivery) -> None:
    assert cli("check", delivery.photos).code == Exit.NOT_READY


@pytest.mark.parametrize(
    "arguments",
    [
        ["gibberish"],
        ["prepare", "."],
        ["prepare", ".", "--out", "x", "--canvas", "9000"],
        ["prepare", ".", "--out", "x", "--engine", "magic"],
        ["prepare", ".", "--out", "x", "--slots", "main,hologram"],
        ["prepare", ".", "--out", "x", "--profile", "nowhere"],
        ["prepare", ".", "--out", "x", "--preset", "no-such.toml"],
        ["check", ".", "--slot", "attic"],
        ["profiles", "show", "nowhere"],
    ],
)
def test_2_wrong_usage(cli: Cli, arguments: list[str]) -> None:
    ended = cli(*arguments)
    assert ended.code == Exit.USAGE
    assert ended.out == ""
    assert ended.err.strip()


@pytest.mark.parametrize("wanted", ["prepare", "cutout"])
def test_3_no_such_folder(cli: Cli, tmp_path: Path, wanted: str) -> None:
    ended = cli(wanted, tmp_path / "没有", "--out", tmp_path / "out")
    assert ended.code == Exit.CANNOT_RUN
    assert "没有" in ended.err
    assert not (tmp_path / "out").exists()


def test_3_nothing_to_do(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no picture", "utf-8")
    assert cli("prepare", tmp_path, "--out", tmp_path / "out").code == Exit.CANNOT_RUN
    assert cli("check", tmp_path / "notes.txt").code == Exit.NOT_READY


def test_3_the_output_is_a_file(cli: Cli, tmp_path: Path, delivery: Delivery) -> None:
    (tmp_path / "out").write_text("in the way", "utf-8")
    assert cli("prepare", delivery.photos, "--out", tmp_path / "out").code == Exit.CANNOT_RUN
    assert cli("prepare", delivery.photos, "--out", tmp_path / "no" / "such" / "out").code == Exit.CANNOT_RUN


def test_3_the_model_is_not_here(cli: Cli, tmp_path: Path, delivery: Delivery) -> None:
    ended = cli("prepare", delivery.photos, "--out", tmp_path / "out", "--engine", "rembg:u2net")
    assert ended.code == Exit.CANNOT_RUN
    assert "u2net" in ended.err


def test_3_an_unexpected_error_is_a_sentence_and_a_log(
    cli: Cli, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the gremlin")

    monkeypatch.setattr("whitecove.cli.check.pictures", broken)
    ended = cli("check", tmp_path)
    assert ended.code == Exit.CANNOT_RUN
    assert "RuntimeError" in ended.err
    assert "Traceback" not in ended.err
    assert "the gremlin" in (home / "logs" / "whitecove.log").read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to another process")
def test_130_interrupted_and_then_resumed(tmp_path: Path) -> None:
    photos, out, home = tmp_path / "photos", tmp_path / "out", tmp_path / "home"
    for number in range(4):
        save(product(number), photos / f"product{number}.jpg")
    arguments = ("prepare", photos, "--out", out, *QUICK, "--json")
    batch = subprocess.Popen(
        command(*arguments), env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert batch.stdout is not None
    for line in batch.stdout:
        if json.loads(line)["event"] == "photo":
            batch.send_signal(signal.SIGINT)
            break
    rest, err = batch.communicate()
    summary = json.loads(rest.splitlines()[-1])
    assert batch.returncode == Exit.INTERRUPTED
    assert summary["interrupted"]
    assert summary["unstarted"] > 0
    assert "Traceback" not in err
    again = start(home, *arguments)
    assert again.lines[0]["resumed"] >= 1
    assert sum(again.lines[-1]["counts"].values()) == 4
