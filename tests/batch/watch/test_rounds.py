"""A watch over a real folder, with a clock in the test's hand: what is taken, when, and how often."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from tests.batch.watch.hot_folder import HotFolder
from whitecove.batch.decisions import Kind, record
from whitecove.batch.picked import decided, delivered
from whitecove.batch.watch.events import FolderAway, FolderBack, Trouble


def test_a_photo_that_comes_is_delivered_once(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    assert hot.delivered() == {"cup/cup_01_main.jpg": "P1 main"}
    assert len(hot.rounds) == 1
    assert hot.worked == {"cup.jpg": 1}


def test_a_file_is_not_taken_while_it_grows(hot: HotFolder) -> None:
    for length in range(1, 30):
        hot.put("cup.jpg", "P" * length)
        hot.tick()
    assert not hot.rounds
    hot.pass_by()
    assert hot.delivered() == {"cup/cup_01_main.jpg": f"{'P' * 29} main"}


def test_a_rename_into_place_is_an_arrival(hot: HotFolder) -> None:
    part = hot.put("cup.jpg.part", "P1")
    hot.pass_by()
    assert not hot.rounds
    part.rename(hot.folder / "cup.jpg")
    hot.pass_by()
    assert hot.states == {"cup.jpg": "ready"}


def test_what_arrives_joins_its_product(hot: HotFolder) -> None:
    hot.put("S/10.jpg", "P1")
    hot.pass_by()
    hot.put("S/20.jpg", "P2")
    hot.pass_by()
    assert hot.delivered() == {"S/S_01_main.jpg": "P1 main", "S/S_02.jpg": "P2 detail"}
    assert hot.worked == {"S/10.jpg": 1, "S/20.jpg": 1}
    assert not (hot.out / "_previous").exists()
    assert [len(each.changes) for each in hot.rounds] == [1, 1]


def test_a_burst_is_one_round(hot: HotFolder) -> None:
    for number in range(20):
        hot.put(f"S/{number}.jpg", f"P{number}")
        hot.tick()
    hot.pass_by()
    assert len(hot.rounds) == 1


def test_a_stream_that_never_ends_does_not_keep_a_photo_waiting_for_ever(hot: HotFolder) -> None:
    for number in range(120):
        hot.put(f"S{number}.jpg", f"P{number}")
        hot.tick()
    assert 1 <= len(hot.rounds) <= 2
    assert hot.states["S0.jpg"] == "ready"


def test_a_file_still_in_the_making_is_left_out_of_a_round(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    for length in range(1, 100):
        hot.put("vase.jpg", "Q" * length)
        hot.tick()
    assert set(hot.states) == {"cup.jpg"}
    hot.pass_by()
    assert set(hot.states) == {"cup.jpg", "vase.jpg"}


def test_a_photo_saved_again_replaces_its_pictures(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    hot.put("cup.jpg", "P2")
    hot.pass_by()
    assert hot.delivered() == {"cup/cup_01_main.jpg": "P2 main"}
    assert hot.worked == {"cup.jpg": 2}


def test_a_photo_touched_but_not_changed_is_not_made_again(hot: HotFolder) -> None:
    path = hot.put("cup.jpg", "P1")
    hot.pass_by()
    hot.touch(path)
    hot.pass_by()
    assert hot.worked == {"cup.jpg": 1}


def test_a_photo_taken_away_stays_delivered(hot: HotFolder) -> None:
    hot.put("S/10.jpg", "P1")
    first = hot.put("S/20.jpg", "P2")
    hot.pass_by()
    first.unlink()
    hot.put("S/30.jpg", "P3")
    hot.pass_by()
    assert hot.delivered() == {
        "S/S_01_main.jpg": "P1 main", "S/S_02.jpg": "P2 detail", "S/S_03.jpg": "P3 detail"
    }  # fmt: skip
    assert hot.states == dict.fromkeys(("S/10.jpg", "S/20.jpg", "S/30.jpg"), "ready")
    assert not (hot.out / "_previous").exists()


def test_it_stays_delivered_when_the_program_starts_anew(hot: HotFolder) -> None:
    gone = hot.put("S/10.jpg", "P1")
    hot.pass_by()
    gone.unlink()
    hot.put("T/10.jpg", "P2")
    hot.start()
    hot.pass_by()
    assert hot.delivered() == {"S/S_01_main.jpg": "P1 main", "T/T_01_main.jpg": "P2 main"}


def test_a_new_start_reads_and_makes_nothing_again(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    hot.start()
    hot.pass_by()
    assert hot.worked == {"cup.jpg": 1}
    assert not hot.rounds[-1].changes


def test_a_photo_renamed_is_one_photo(hot: HotFolder) -> None:
    path = hot.put("a.jpg", "P1")
    hot.pass_by()
    path.rename(hot.folder / "b.jpg")
    hot.pass_by()
    assert hot.delivered() == {"b/b_01_main.jpg": "P1 main"}
    assert hot.states == {"b.jpg": "ready"}
    assert hot.worked == {"a.jpg": 1}


def test_a_folder_that_vanishes_takes_nothing_with_it(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    aside = hot.root / "unplugged"
    hot.folder.rename(aside)
    hot.pass_by(200)
    assert len(hot.said_of(FolderAway)) == 1
    aside.rename(hot.folder)
    hot.put("vase.jpg", "P2")
    hot.pass_by()
    assert len(hot.said_of(FolderBack)) == 1
    assert hot.delivered() == {"cup/cup_01_main.jpg": "P1 main", "vase/vase_01_main.jpg": "P2 main"}
    assert hot.worked == {"cup.jpg": 1, "vase.jpg": 1}


def test_looks_for_a_folder_that_is_away_become_rarer(hot: HotFolder) -> None:
    shutil.rmtree(hot.folder)
    assert [hot.tick(60) for _ in range(7)] == [1, 2, 4, 8, 16, 30, 30]


def test_a_drive_that_shows_up_empty_takes_nothing_out(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    hot.put("vase.jpg", "P2")
    hot.pass_by()
    before = hot.delivered()
    shutil.rmtree(hot.folder)
    hot.folder.mkdir()
    hot.pass_by(200)
    assert hot.delivered() == before
    assert [event.emptied for event in hot.said if isinstance(event, FolderAway)] == [True]
    hot.put("lamp.jpg", "P3")
    hot.pass_by()
    assert before.items() <= hot.delivered().items()
    assert len(hot.states) == 3


def test_broken_files_are_told_once_and_tried_once(hot: HotFolder) -> None:
    hot.put("broken.jpg", "bad photo")
    hot.put("good.jpg", "P1")
    hot.pass_by()
    hot.put("later.jpg", "P2")
    hot.pass_by()
    assert hot.states == {"broken.jpg": "failed", "good.jpg": "ready", "later.jpg": "ready"}
    assert sorted(hot.told()) == [("broken.jpg", "failed"), ("good.jpg", "ready"), ("later.jpg", "ready")]
    assert hot.worked["broken.jpg"] == 1


def test_a_broken_file_that_comes_again_is_tried_again(hot: HotFolder) -> None:
    hot.put("cup.jpg", "bad photo")
    hot.pass_by()
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    assert hot.states == {"cup.jpg": "ready"}


def test_what_is_no_photo_is_accounted_for(hot: HotFolder) -> None:
    hot.put("notes.txt", "words")
    hot.pass_by()
    assert [type(event) for event in hot.said] == [Trouble]
    hot.put("cup.jpg", "P1")
    hot.pass_by(100)
    assert hot.states == {"cup.jpg": "ready", "notes.txt": "skipped"}


def test_the_delivery_may_lie_in_the_folder(tmp_path: Path, quick: None) -> None:
    hot = HotFolder(tmp_path, inside=True)
    hot.put("cup.jpg", "P1")
    hot.pass_by(100)
    assert hot.states == {"cup.jpg": "ready", "out/": "skipped"}
    assert len(hot.rounds) == 1


def test_an_edited_file_is_said_once_and_waited_for(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    edited = hot.out / "cup/cup_01_main.jpg"
    before = edited.read_bytes()
    edited.write_bytes(b"by hand")
    hot.put("vase.jpg", "P2")
    hot.pass_by(300)
    assert len(hot.said_of(Trouble)) == 1
    assert edited.read_bytes() == b"by hand"
    edited.write_bytes(before)
    hot.pass_by(60)
    assert set(hot.states) == {"cup.jpg", "vase.jpg"}


def test_a_delivery_that_is_away_is_not_begun_anew(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    aside = hot.root / "aside"
    hot.out.rename(aside)
    hot.put("vase.jpg", "P2")
    hot.pass_by(100)
    assert not hot.out.exists()
    assert len(hot.said_of(Trouble)) == 1
    aside.rename(hot.out)
    hot.pass_by(60)
    assert hot.worked == {"cup.jpg": 1, "vase.jpg": 1}
    assert len(hot.delivered()) == 2


def test_photos_that_prepare_took_out_stay_out(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    hot.put("vase.jpg", "P2")
    hot.pass_by()
    (hot.folder / "cup.jpg").unlink()
    hot.prepare()
    assert set(hot.states) == {"vase.jpg"}
    hot.put("lamp.jpg", "P3")
    hot.pass_by()
    assert set(hot.states) == {"vase.jpg", "lamp.jpg"}


def test_a_broken_file_taken_away_is_forgotten(hot: HotFolder) -> None:
    broken = hot.put("broken.jpg", "bad photo")
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    broken.unlink()
    hot.pass_by()
    assert hot.states == {"cup.jpg": "ready"}
    assert len(hot.rounds) == 2


def test_a_decision_is_applied_without_a_new_photo(hot: HotFolder) -> None:
    hot.put("cup.jpg", "P1")
    hot.pass_by()
    (picture,) = delivered(hot.out)
    record(hot.out, decided(Kind.RESHOOT, {"cup.jpg": (picture,)}, "blurred"))
    hot.pass_by()
    assert hot.states == {"cup.jpg": "reshoot"}
    hot.pass_by(200)
    assert len(hot.rounds) == 2


def test_other_options_do_not_take_out_photos_that_are_away(hot: HotFolder) -> None:
    gone = hot.put("cup.jpg", "P1")
    hot.pass_by()
    content = gone.read_text("utf-8")
    gone.unlink()
    hot.put("vase.jpg", "P2")
    hot.options = {"fill": 0.7}
    hot.start()
    hot.pass_by(100)
    assert hot.delivered() == {"cup/cup_01_main.jpg": "P1 main"}
    assert len(hot.said_of(Trouble)) == 1
    hot.put("cup.jpg", content)
    hot.pass_by(100)
    assert set(hot.delivered()) == {"cup/cup_01_main.jpg", "vase/vase_01_main.jpg"}


def test_a_photo_lost_while_it_is_worked_on_is_taken_when_it_is_back(hot: HotFolder) -> None:
    path = hot.put("cup.jpg", "P1")
    hot.put("vase.jpg", "P2")
    hot.lost_at_work = path
    hot.pass_by()
    assert hot.states["cup.jpg"] == "failed"
    hot.lost_at_work = None
    (hot.root / path.name).rename(path)
    hot.pass_by()
    assert hot.states == {"cup.jpg": "ready", "vase.jpg": "ready"}


def test_a_stop_in_a_round_leaves_the_rest_for_the_next(hot: HotFolder) -> None:
    for number in range(4):
        hot.put(f"cup{number}.jpg", f"P{number}")
    hot.stop_after = 2
    hot.pass_by(8)
    assert Counter(hot.states.values()) == {"ready": 2, "waiting": 2}
    assert len(hot.rounds) == 1
    hot.stop_after = 0
    hot.start()
    hot.pass_by()
    assert Counter(hot.states.values()) == {"ready": 4}
    assert set(hot.worked.values()) == {1}
