"""What is written is UTF-8 and never ends the work, whatever the console is."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import Cli, Delivery, command, environment, start
from whitecove.cli import console
from whitecove.cli.exit_codes import Exit


@pytest.mark.parametrize("encoding", ["cp1251", "cp936", "ascii"])
def test_chinese_names_on_a_narrow_console(tmp_path: Path, delivery: Delivery, encoding: str) -> None:
    ended = start(tmp_path, "check", delivery.ready, PYTHONIOENCODING=encoding, PYTHONUTF8="0", LC_ALL="C")
    assert ended.code == Exit.READY
    assert "✓ passes  杯子_01_main.jpg" in ended.out


def test_a_reader_that_goes_away_does_not_stop_the_work(tmp_path: Path, delivery: Delivery) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as deaf:
        done = subprocess.run(
            command("check", delivery.photos, "--json"),
            env=environment(tmp_path), stdout=deaf, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (Exit.NOT_READY, b"")


@pytest.mark.skipif(os.name == "nt", reason="a shell without >&-")
def test_closed_streams(tmp_path: Path, delivery: Delivery) -> None:
    line = f'exec "$0" -m whitecove check "{delivery.ready}" >&- 2>&-'
    done = subprocess.run(["sh", "-c", line, sys.executable], env=environment(tmp_path), check=False)
    assert done.returncode == Exit.READY


def test_a_program_without_a_console(cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    assert cli("prepare", tmp_path / "gone", "--out", tmp_path).code == Exit.CANNOT_RUN


@given(st.text(st.characters(exclude_categories=())))
def test_every_text_can_be_written(text: str) -> None:
    written = console.readable(text)
    assert written.encode("utf-8").decode("utf-8") == written
    assert written == text or any("\ud800" <= letter <= "\udfff" for letter in text)


def test_bytes_that_are_no_text_are_escaped() -> None:
    assert console.readable("caf\udce9 杯") == "caf\\xe9 杯"


def test_colours_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("WT_SESSION", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert console.paint("x", "good") == "x"
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert console.paint("x", "good") == "\x1b[32mx\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert console.paint("x", "good") == "x"
