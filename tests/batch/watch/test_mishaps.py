"""What goes wrong only now and then, and what is not worth a second try."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.batch.watch.hot_folder import PACE, HotFolder
from tests.core.corrections.steps import drawn, erase
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Done, failed
from whitecove.batch.watch import door, wake, watching
from whitecove.batch.watch.events import Trouble
from whitecove.batch.watch.failures import TRIES
from whitecove.batch.watch.scan import FolderAwayError, Stamp
from whitecove.batch.watch.settling import Settling
from whitecove.batch.watch.wake import Alarm
from whitecove.batch.work import at_boundary
from whitecove.core.corrections.text import Entry, written
from whitecove.core.errors import PlanError, ReadError


def died() -> Done:
    return failed("prepare.worker_died", doing="Reading it")


def test_what_failed_by_chance_is_tried_again(hot: HotFolder) -> None:
    hot.mishaps = [died()]
    hot.put("cup.jpg", "P1")
    hot.pass_by(100)
    assert hot.states == {"cup.jpg": "ready"}
    assert hot.worked == {"cup.jpg": 2}


def test_what_fails_by_chance_each_time_is_not_tried_for_ever(hot: HotFolder) -> None:
    hot.mishaps = [died() for _ in range(20)]
    hot.put("cup.jpg", "P1")
    hot.pass_by(1000)
    assert hot.states == {"cup.jpg": "failed"}
    assert hot.worked == {"cup.jpg": TRIES}
    assert hot.told() == [("cup.jpg", "failed")]
    hot.mishaps.clear()
    hot.put("cup.jpg", "P2")
    hot.pass_by(100)
    assert hot.states == {"cup.jpg": "ready"}


def test_an_outcome_says_which_refusal_it_was() -> None:
    def refuse() -> None:
        raise ReadError("read.no_access", problem="Permission denied")

    assert at_boundary(refuse).code == "read.no_access"  # type: ignore[arg-type]
    assert died().code == "prepare.worker_died"


def test_a_broken_file_taken_away_is_no_trouble_where_no_photo_is_left(hot: HotFolder) -> None:
    broken = hot.put("broken.jpg", "bad photo")
    hot.put("notes.txt", "words")
    hot.pass_by()
    assert len(hot.rounds) == 1
    broken.unlink()
    hot.pass_by(100)
    assert len(hot.said_of(Trouble)) <= 1
    assert not hot.watch.rounds.is_outdated(hot.watch.seen)
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    assert hot.states == {"cup.jpg": "ready", "notes.txt": "skipped"}


def test_once_refuses_a_folder_that_cannot_be_read(hot: HotFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(*_: Path) -> dict[str, Stamp]:
        raise FolderAwayError from PermissionError(13, "Permission denied")

    monkeypatch.setattr(watching, "scan", unreadable)
    with pytest.raises(PlanError, match="Permission denied"):
        door.watch_once(
            hot.watch.rounds.order, PACE, tell=hot.said.append, emit=hot.news.append, control=Control()
        )  # fmt: skip


def test_a_wait_lasts_until_its_time_is_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]

    class Hasty(threading.Event):
        """Wakes a little early, as systems do."""

        def wait(self, timeout: float | None = None) -> bool:
            seconds = timeout or 0.0
            now[0] += seconds * 0.9 if seconds > 1e-6 else 1e-6
            return False

    monkeypatch.setattr(wake, "monotonic", lambda: now[0])
    monkeypatch.setattr(threading, "Event", Hasty)
    Alarm(tmp_path, tmp_path / "out").wait(2.0, Control())
    assert now[0] >= 2.0


def test_what_was_put_back_waits_for_the_next_look_without_any_settling() -> None:
    settling, stamp = Settling(0), Stamp(1, 1)
    settling.look({"a": stamp, "b": stamp}, 1.0)
    settling.again("a", 1.0)
    assert settling.settled(1.0) == {"b": stamp}
    assert settling.arriving(1.0) == ["a"]
    settling.look({"a": stamp, "b": stamp}, 1.5)
    assert settling.settled(1.5) == {"a": stamp, "b": stamp}


def corrections(hot: HotFolder, at: tuple[float, float] = (1, 1)) -> Path:
    """What somebody drew on the cup."""
    file = hot.root / "drawn.json"
    file.write_bytes(written([Entry(photo="hot/cup.jpg", corrections=drawn(erase(at)))]))
    return file


def test_corrections_are_those_of_prepare(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    hot.prepare(corrections(hot))
    hot.corrections = corrections(hot)
    hot.start()
    hot.pass_by()
    assert hot.worked == {"cup.jpg": 1}
    (hot.folder / "cup.jpg").unlink()
    hot.put("vase.jpg", "P2")
    hot.pass_by()
    assert hot.worked == {"cup.jpg": 1, "vase.jpg": 1}
    assert set(hot.states.values()) == {"ready"}


def test_corrections_that_change_wait_for_the_photo(hot: HotFolder) -> None:
    hot.corrections = corrections(hot)
    hot.start()
    cup = hot.put("cup.jpg", "P1")
    hot.pass_by()
    cup.rename(hot.root / "archived.jpg")
    corrections(hot, (222, 33))
    hot.put("vase.jpg", "P2")
    hot.pass_by(100)
    assert hot.delivered() == {"cup/cup_01_main.jpg": "P1 main"}
    assert len(hot.said_of(Trouble)) == 1
    (hot.root / "archived.jpg").rename(cup)
    hot.pass_by(100)
    assert hot.worked == {"cup.jpg": 2, "vase.jpg": 1}


def test_corrected_pictures_are_not_made_anew_without_their_corrections(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    hot.prepare(corrections(hot))
    with pytest.raises(PlanError, match="--corrections"):
        hot.start()
    assert hot.worked == {"cup.jpg": 1}


def test_corrections_that_came_meanwhile_stop_a_watch_without_them(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    hot.prepare(corrections(hot))
    hot.put("vase.jpg", "P2")
    hot.pass_by(100)
    assert len(hot.said_of(Trouble)) == 1
    assert hot.states == {"cup.jpg": "ready"}
