"""`whitecove models download`: what a person and a script see of it, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import command, environment
from tests.models import mirror as faults
from tests.models.mirror import Mirror, serving
from tests.models.small import DATA, known, small
from tests.models.test_resume import wait_for
from whitecove.cli.exit_codes import Exit
from whitecove.cli.main import run
from whitecove.models.catalogue import find

Capture = pytest.CaptureFixture[str]


def said(capsys: Capture, *arguments: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command line."""
    capsys.readouterr()
    code = run([str(argument) for argument in arguments])
    written = capsys.readouterr()
    return code, written.out, written.err


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_person_sees_what_happens(mirror: Mirror, capsys: Capture) -> None:
    with serving(DATA) as failing:
        failing.faults = [faults.status(503)]
        code, out, err = said(capsys, "models", "download", "small", "--mirror", failing.url, "--mirror", mirror.url)
    assert code == Exit.READY
    assert out.startswith("✓ small is here now (X).\n")
    assert [line.split()[0] for line in err.splitlines()] == ["Asking", failing.url[7:-1], "Asking"]
    assert "HTTP 503" in err
    assert said(capsys, "models", "download", "small")[1].startswith("✓ small is here already")
    assert "✓ here" in said(capsys, "models", "list")[1]


def test_quiet_says_only_what_went_wrong(mirror: Mirror, capsys: Capture) -> None:
    assert said(capsys, "models", "download", "small", "--mirror", mirror.url, "-q") == (Exit.READY, "", "")


def test_a_failure_is_a_sentence(mirror: Mirror, capsys: Capture, home: Path) -> None:
    mirror.faults = [faults.cut(200_000), faults.status(404)]
    code, out, err = said(capsys, "models", "download", "small", "--mirror", mirror.url)
    assert (code, out) == (Exit.CANNOT_RUN, "")
    assert "0.2 MB are kept" in err
    assert "0.2 MB were fetched" in said(capsys, "models", "list")[1]
    assert not (home / "models" / "small" / "small.onnx").exists()


def test_json_lines(mirror: Mirror, capsys: Capture, home: Path) -> None:
    mirror.faults = [faults.cut(200_000)]
    code, out, err = said(capsys, "models", "download", "small", "--mirror", mirror.url, "--json")
    events = lines(out)
    assert (code, err) == (Exit.READY, "")
    assert [event["event"] for event in events if event["event"] != "progress"] == [
        "asked",
        "failed",
        "asked",
        "summary",
    ]
    progress = [event["done"] for event in events if event["event"] == "progress"]
    assert progress == sorted(progress)
    assert progress[-1] == len(DATA)
    assert events[-1] == {
        "event": "summary", "model": "small", "file": str(home / "models" / "small" / "small.onnx"), "reason": "",
        "state": "here", "new": True, "precision": "single", "exit_code": 0,
    }  # fmt: skip


def test_json_lines_of_a_failure_end_with_a_summary(mirror: Mirror, capsys: Capture) -> None:
    mirror.faults = [faults.status(404)]
    code, out, err = said(capsys, "models", "download", "small", "--mirror", mirror.url, "--json")
    assert code == Exit.CANNOT_RUN
    summary = lines(out)[-1]
    assert (summary["state"], summary["exit_code"]) == ("failed", 3)
    assert summary["reason"] == err.strip()


@pytest.mark.parametrize("arguments", [["nope"], ["small", "--precision", "half"], ["small", "--mirror", "ftp://x/"]])
def test_wrong_usage(mirror: Mirror, capsys: Capture, arguments: list[str]) -> None:
    code, out, err = said(capsys, "models", "download", *arguments)
    assert (code, out) == (Exit.USAGE, "")
    assert err.strip()
    assert mirror.asked == []


def test_every_way_to_stay_offline(mirror: Mirror, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("models", "download", "small", "--mirror", mirror.url)

    def refused(*before: str) -> bool:
        code, _, err = said(capsys, *before, *asked)
        return code == Exit.CANNOT_RUN and "never to connect" in err

    assert refused("--offline")
    with monkeypatch.context() as patch:
        patch.setenv("WHITECOVE_OFFLINE", "1")
        assert refused()
    assert "never connects" in said(capsys, "models", "offline", "on")[1]
    assert refused()
    assert "never to connect" in said(capsys, "models", "list")[1]
    assert mirror.asked == []
    assert "download only" in said(capsys, "models", "offline", "off")[1]
    assert said(capsys, *asked)[0] == Exit.READY


def test_settings_that_cannot_be_understood_are_said_and_do_not_connect(
    mirror: Mirror, capsys: Capture, home: Path
) -> None:
    (home / "settings.toml").write_text("never_connect = maybe", "utf-8")
    code, _, err = said(capsys, "models", "download", "small", "--mirror", mirror.url)
    assert code == Exit.CANNOT_RUN
    assert "settings.toml" in err
    assert mirror.asked == []
    code, _, err = said(capsys, "models", "offline", "off")
    assert code == Exit.CANNOT_RUN
    assert "settings.toml" in err


def test_a_mirror_of_ones_own_from_the_environment(
    mirror: Mirror, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHITECOVE_MIRROR", mirror.url)
    assert said(capsys, "models", "download", "small")[0] == Exit.READY
    assert len(mirror.asked) == 1


@pytest.mark.parametrize("flag", [(), ("--json",)])
def test_a_password_in_an_address_is_neither_shown_nor_kept(
    mirror: Mirror, capsys: Capture, home: Path, flag: tuple[str, ...]
) -> None:
    mirror.faults = [faults.cut(200_000), faults.status(404)]
    url = mirror.url.replace("//", "//studio:secret@")
    _, out, err = said(capsys, "models", "download", "small", "--mirror", url, *flag)
    assert mirror.asked[0]["Authorization"].startswith("Basic ")
    kept = (home / "models" / "small" / "download.json").read_text("utf-8")
    assert mirror.url in kept
    assert "secret" not in out + err + kept


def test_consent_is_asked_for(mirror: Mirror, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    known(monkeypatch, small(commercial=False))
    asked = ("models", "download", "small", "--mirror", mirror.url)
    code, _, err = said(capsys, *asked)
    assert (code, mirror.asked) == (Exit.CANNOT_RUN, [])
    assert "--accept-licence" in err
    assert said(capsys, *asked, "--accept-licence")[0] == Exit.READY


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to another process")
@pytest.mark.parametrize(("flag", "number"), [((), signal.SIGINT), ((), signal.SIGTERM), (("--json",), signal.SIGINT)])
def test_130_interrupted_and_then_resumed(
    loopback: None, tmp_path: Path, flag: tuple[str, ...], number: signal.Signals
) -> None:
    size = find("u2netp").files[0].bytes
    with serving(DATA.ljust(size, b"\0")) as mirror:
        mirror.faults = [faults.stalled(200_000), faults.status(404)]
        asked = command("models", "download", "u2netp", "--mirror", mirror.url + "u2netp.onnx", *flag)
        program = subprocess.Popen(
            asked, env=environment(tmp_path, NO_PROXY="127.0.0.1"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        part = tmp_path / "models" / "u2netp" / "download.part"
        wait_for(part, 200_000, lambda: program.poll() is None)
        program.send_signal(number)
        out, err = program.communicate()
    assert program.returncode == Exit.INTERRUPTED
    assert b"Traceback" not in err
    assert part.stat().st_size == 200_000
    assert [path.name for path in part.parent.glob("*.onnx")] == []
    if flag:
        assert lines(out.decode())[-1]["state"] == "interrupted"
    else:
        assert b"goes on from there" in err
