"""`whitecove deliver`: what it says and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.rounds import Rounds, with_review
from tests.cli.conftest import Cli
from whitecove.cli.exit_codes import Exit


@pytest.fixture
def rounds(tmp_path: Path) -> Rounds:
    return with_review(tmp_path)


def test_what_was_handed_over_is_said(cli: Cli, rounds: Rounds) -> None:
    ended = cli("deliver", rounds.out, "--to", rounds.root / "upload")
    assert ended.code == Exit.READY
    assert ended.out.splitlines()[0] == f"2 files handed over: {rounds.root / 'upload'}"
    assert "No earlier handover is on record" in ended.out
    assert "1 picture not ready, and not handed over." in ended.out


def test_the_next_handover_says_what_changed(cli: Cli, rounds: Rounds) -> None:
    cli("deliver", rounds.out, "--to", rounds.root / "upload")
    again = cli("deliver", rounds.out, "--to", rounds.root / "again", "--only-changed")
    assert again.out == "Nothing changed since the last handover: nothing is written.\n"
    rounds.shoot({"S/10.jpg": "P1 better"})
    rounds.deliver()
    ended = cli("deliver", rounds.out, "--to", rounds.root / "again", "--only-changed")
    assert "Since the last handover: 1 replaced, 1 removed." in ended.out
    assert "1 file to delete where you uploaded" in ended.out


def test_json_for_programs(cli: Cli, rounds: Rounds) -> None:
    (line,) = cli("deliver", rounds.out, "--to", rounds.root / "upload.zip", "--json").lines
    assert line == {
        "event": "handover", "to": str(rounds.root / "upload.zip"), "files": 2, "first": True, "changes": {"new": 2},
        "not_ready": 1, "left": [],
    }  # fmt: skip


def test_a_refusal_is_one_sentence(cli: Cli, rounds: Rounds) -> None:
    rounds.touch_up("S/S_02.jpg")
    ended = cli("deliver", rounds.out, "--to", rounds.root / "upload")
    assert ended.code == Exit.CANNOT_RUN
    assert ended.err.startswith("These files are not as they were delivered: S/S_02.jpg.")
    assert not (rounds.root / "upload").exists()


def test_where_to_must_be_said(cli: Cli, rounds: Rounds) -> None:
    assert cli("deliver", rounds.out).code == Exit.USAGE
