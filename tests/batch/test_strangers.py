"""Files in a delivery that are not Whitecove's are said, as shortly as can be."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.batch.rounds import DELIVERED, SECOND, Rounds
from whitecove.batch.delivery.strangers import note, strangers

OURS = ("a/a_01_main.jpg", "a/variants/a_v01.jpg", "_review/b/b_01_main.jpg")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for file in (*OURS, "manifest.json", "report.html", "_previous/x/a.jpg", ".whitecove/journal.jsonl"):
        put(tmp_path, file)
    return tmp_path


def put(out: Path, file: str) -> None:
    (out / file).parent.mkdir(parents=True, exist_ok=True)
    (out / file).write_bytes(b"")


@pytest.mark.parametrize(
    ("there", "named"),
    [
        ((), set()),
        (("a/a_03.jpg",), {"a/a_03.jpg"}),
        (("a/variants/mine.jpg", "notes.txt"), {"a/variants/mine.jpg", "notes.txt"}),
        (("a-old/1.jpg", "a-old/deep/2.jpg", "a/raw/1.cr2"), {"a-old/", "a/raw/"}),
        (("b/b_01_main.jpg",), {"b/"}),
        ((".DS_Store", "a/Thumbs.db", "a/desktop.ini", "a-old/.DS_Store", "_review/b/mine.jpg"), set()),
    ],
)
def test_what_is_not_ours_is_found(out: Path, there: tuple[str, ...], named: set[str]) -> None:
    for file in there:
        put(out, file)
    (out / "empty").mkdir()
    assert set(strangers(out, OURS)) == named


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege")
def test_links_are_named_and_not_followed(out: Path) -> None:
    (out / "a" / "round").symlink_to(out)
    assert list(strangers(out, OURS)) == ["a/round"]


def test_the_same_file_under_another_spelling_is_ours(out: Path) -> None:
    os.link(out / OURS[0], out / "a" / "A_01_Main.jpg")
    put(out, "a/VARIANTS.txt")
    put(out, "a/variants/A_V01.jpg")
    assert set(strangers(out, OURS)) == {"a/VARIANTS.txt", "a/variants/A_V01.jpg"}


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be closed there")
def test_folders_that_cannot_be_read_are_passed_over(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(out, "a-old/1.jpg")
    real = os.scandir

    def closed(path: object) -> object:
        if str(path).endswith("old"):
            raise PermissionError
        return real(str(path))

    monkeypatch.setattr(os, "scandir", closed)
    assert list(strangers(out, OURS)) == []


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "0.jpg in the delivery is not Whitecove's. Move it away before you upload."),
        (2, "0.jpg and 1.jpg in the delivery are not Whitecove's. Move them away before you upload."),
        (6, "0.jpg, 1.jpg, 2.jpg, 3.jpg, 4.jpg and 1 other in the delivery are not Whitecove's. Move them away"),
        (9, "0.jpg, 1.jpg, 2.jpg, 3.jpg, 4.jpg and 4 others in the delivery are not Whitecove's. Move them away"),
    ],
)
def test_few_are_named(out: Path, count: int, said: str) -> None:
    for number in range(count):
        put(out, f"{number}.jpg")
    (told,) = note(out, OURS)
    assert told.startswith(said)


@pytest.mark.usefixtures("quick")
def test_a_run_says_what_is_not_ours(rounds: Rounds) -> None:
    rounds.touch_up("S/S_09.jpg", "mine")
    rounds.deliver()
    assert rounds.result is not None
    assert [note.partition(" in ")[0] for note in rounds.result.notes] == ["S/S_09.jpg"]
    assert rounds.uploaded() == DELIVERED | {"S/S_09.jpg": "mine"}
    (rounds.out / "S/S_09.jpg").unlink()
    rounds.touch_up(SECOND)
    rounds.shoot({"T/1.jpg": "Q1"})
    rounds.deliver()
    assert len(rounds.result.notes) == 1
    assert "was edited by hand" in rounds.result.notes[0]
