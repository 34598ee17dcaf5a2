"""What a look at a folder finds, and what it passes over."""

from __future__ import annotations

from pathlib import Path

import pytest

from whitecove.batch.executors.control import Control
from whitecove.batch.report.shown import Shown
from whitecove.batch.watch.names import is_unfinished
from whitecove.batch.watch.scan import NOWHERE, FolderAwayError, scan
from whitecove.batch.watch.settling import EMPTY_TIMES, Settling
from whitecove.batch.watch.wake import Alarm


@pytest.mark.parametrize(
    "name",
    ["a.jpg.part", "a.jpg.crdownload", "A.JPG.TMP", "a.jpg.filepart", "~a.jpg", ".~tmp12", ".syncthing.a.jpg.tmp",
     "~syncthing~a.jpg.tmp", ".a.jpg.icloud", "._a.jpg"],
)  # fmt: skip
def test_names_of_files_in_the_making(name: str) -> None:
    assert is_unfinished(name)


@pytest.mark.parametrize("name", ["a.jpg", "part.jpg", "tmp.png", "a~1.jpg", "杯子.heic", "a.tmp.jpg"])
def test_names_of_finished_files(name: str) -> None:
    assert not is_unfinished(name)


def test_a_look_passes_over_what_is_nobodys_photo(tmp_path: Path) -> None:
    out = tmp_path / "out"
    taken = ["a.jpg", "b/c.jpg", "notes.txt"]
    others = ["a.jpg.part", ".hidden.jpg", ".cache/x.jpg", "Thumbs.db", "@eaDir/x.jpg", "out/a/a.jpg", "old/a.jpg"]
    for name in (*taken, *others, "old/.whitecove/journal.jsonl"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert sorted(scan(tmp_path, out)) == sorted(str(tmp_path / name) for name in taken)


def test_a_loop_of_links_ends_and_a_link_to_nowhere_counts(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "lost.jpg").symlink_to(tmp_path / "nothing")
    found = scan(tmp_path, tmp_path / "out")
    assert sorted(Path(path).name for path in found) == ["a.jpg", "lost.jpg"]
    assert found[str(tmp_path / "lost.jpg")] == NOWHERE


def test_a_folder_that_is_not_there_is_away(tmp_path: Path) -> None:
    with pytest.raises(FolderAwayError):
        scan(tmp_path / "gone", tmp_path / "out")


def test_an_empty_file_gets_more_time(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").touch()
    settling = Settling(2)
    settling.look(scan(tmp_path, tmp_path / "out"), 0)
    assert not settling.settled(2 * EMPTY_TIMES - 1)
    assert settling.settled(2 * EMPTY_TIMES)


def test_the_system_rings_for_an_arrival(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    alarm = Alarm(tmp_path, out)
    assert not alarm.set_up()
    try:
        (out / "a.jpg").write_bytes(b"x")
        (tmp_path / ".hidden").write_bytes(b"x")
        (tmp_path / "a.jpg.part").write_bytes(b"x")
        (tmp_path / "a.jpg.part").rename(tmp_path / "a.jpg")
        # Without a ring this waits until the test is ended from outside.
        alarm.wait(10**6, Control())
    finally:
        alarm.take_down()


def test_a_stop_ends_the_waiting(tmp_path: Path) -> None:
    control = Control()
    control.cancel()
    Alarm(tmp_path, tmp_path / "out").wait(10**6, control)


def test_thumbnails_are_made_once_and_forgotten_when_not_shown() -> None:
    shown, made = Shown(), []

    def make() -> str:
        made.append(1)
        return "picture"

    for expected in (1, 1):
        shown.begin()
        assert shown.thumbnail("a", 240, make) == "picture"
        assert len(made) == expected
    shown.begin()
    shown.begin()
    shown.thumbnail("a", 240, make)
    assert len(made) == 2
