from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence

import pytest

from tests.batch.stand_ins import Studio, tree
from whitecove.batch.delivery.edits import Edits
from whitecove.batch.events import BatchFinished, BatchStarted, Event, ListingFinished, PhotoFinished, PhotoWorking
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.jobs import Done, Job, Outcomes, Watch, Work, unwatched
from whitecove.batch.executors.processes import Processes
from whitecove.batch.executors.serial import Serial
from whitecove.batch.places import STAGING
from whitecove.batch.results import BatchResult
from whitecove.core.errors import OutputError, PlanError
from whitecove.core.model import PhotoResult, State


class Shuffled(Serial):
    """Finishes photos in an order of its own."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def run(self, work: Work, jobs: Sequence[Job], control: Control, watch: Watch = unwatched) -> Outcomes:
        shuffled = list(jobs)
        random.Random(self.seed).shuffle(shuffled)  # noqa: S311 (an order, not a secret)
        yield from super().run(work, shuffled, control, watch)


def state_of(result: BatchResult, name: str) -> PhotoResult:
    return next(row.result for li in result.listings for row in li.rows if row.photo.name == name)


def resumed(studio: Studio) -> int:
    return next(event.resumed for event in studio.events if isinstance(event, BatchStarted))


def test_every_photo_ends_in_one_state_and_files_lie_where_they_belong(studio: Studio) -> None:
    studio.add("S/1.jpg", "S/2.jpg", "b/1.jpg", "notes.txt")
    studio.add("T/1.jpg", content="doubt")
    studio.add("T/2.jpg")
    studio.add("bad/1.jpg", content="bad")
    studio.add("bug/1.jpg", content="bug")
    result = studio.run()
    assert result.counts() == {State.READY: 3, State.REVIEW: 2, State.FAILED: 2, State.SKIPPED: 1}
    assert set(studio.delivered()) == {
        "S/S_01_main.jpg",
        "S/S_02.jpg",
        "b/b_01_main.jpg",
        "_review/T/T_01_main.jpg",
        "_review/T/T_02.jpg",
    }
    for listing in result.listings:
        for rendition in (each for row in listing.rows for each in row.result.renditions):
            assert hashlib.sha256((studio.out / rendition.file).read_bytes()).hexdigest() == rendition.sha256
    assert not (studio.out / STAGING).exists()


def test_a_main_picture_in_review_takes_the_listing_along(studio: Studio) -> None:
    studio.add("T/1.jpg", content="doubt")
    studio.add("T/2.jpg")
    result = studio.run()
    detail = state_of(result, "T/2.jpg")
    assert detail.state is State.REVIEW
    assert "main picture is not ready" in detail.reason
    assert detail.renditions[0].state is State.REVIEW
    assert result.listings[0].reason == "The cutout is doubtful."


def test_a_failed_main_picture_takes_the_listing_along(studio: Studio) -> None:
    studio.add("T/1.jpg", content="bad")
    studio.add("T/2.jpg")
    result = studio.run()
    assert result.listings[0].state is State.FAILED
    assert set(studio.delivered()) == {"_review/T/T_02.jpg"}


def test_a_detail_in_review_leaves_the_others_ready(studio: Studio) -> None:
    studio.add("T/1.jpg", "T/3.jpg")
    studio.add("T/2.jpg", content="doubt")
    result = studio.run()
    assert result.listings[0].state is State.REVIEW
    assert set(studio.delivered()) == {"T/T_01_main.jpg", "T/T_03.jpg", "_review/T/T_02.jpg"}


def test_photos_that_no_slot_took_are_said(studio: Studio) -> None:
    studio.add(*(f"S/{i}.jpg" for i in range(1, 10)))
    result = studio.run()
    assert result.counts() == {State.READY: 6, State.UNUSED: 3}
    assert state_of(result, "S/9.jpg").reason.startswith("9 photos: 6 used, 3 kept aside.")
    assert result.all_ready
    assert {finding.rule for finding in result.listings[0].findings} >= {"set.main", "set.details"}


def test_an_unused_photo_that_cannot_be_read_leaves_its_listing_ready(studio: Studio) -> None:
    studio.add(*(f"S/{i}.jpg" for i in range(1, 7)))
    studio.add("S/7.jpg", content="bad")
    result = studio.run()
    assert result.listings[0].state is State.READY
    assert result.counts() == {State.READY: 6, State.FAILED: 1}


def test_only_details_can_be_asked_for(studio: Studio) -> None:
    studio.add("S/1.jpg", "S/2.jpg")
    result = studio.run(studio.plan(slots=("detail",)))
    assert set(studio.delivered()) == {"S/S_02.jpg"}
    assert result.counts() == {State.READY: 1, State.UNUSED: 1}


def test_a_listing_without_a_main_picture_is_not_ready(studio: Studio) -> None:
    studio.add("详情/a.jpg")
    result = studio.run()
    (listing,) = result.listings
    assert listing.state is State.REVIEW
    assert listing.reason.startswith("It has no main picture: choose one.")
    assert "set.main" in {finding.rule for finding in listing.findings if finding.broken}
    assert not result.all_ready


def test_details_without_a_main_picture_are_not_delivered(studio: Studio) -> None:
    studio.add("watch/细节/a.jpg", "watch/细节/b.jpg")
    result = studio.run()
    assert set(studio.delivered()) == {"_review/watch/watch_02.jpg", "_review/watch/watch_03.jpg"}
    assert result.counts() == {State.REVIEW: 2}
    assert {row.result.reason for row in result.listings[0].rows} == {result.listings[0].reason}


def test_no_main_picture_is_missed_where_none_was_asked_for(studio: Studio) -> None:
    studio.add("S/1.jpg", "S/2.jpg")
    result = studio.run(studio.plan(slots=("detail",)))
    assert "set.main" not in {finding.rule for finding in result.listings[0].findings}
    assert result.all_ready


def test_a_listing_of_which_no_photo_got_a_slot_is_not_ready(studio: Studio) -> None:
    studio.add("S/1.jpg")
    result = studio.run(studio.plan(slots=("detail",)))
    assert result.listings[0].state is State.UNUSED
    assert not result.all_ready


def test_trouble_of_any_kind_is_logged_and_costs_one_photo(studio: Studio, caplog: pytest.LogCaptureFixture) -> None:
    studio.add("bug/1.jpg", content="bug")
    result = studio.run()
    assert "ZeroDivisionError" in result.listings[0].reason
    assert "Traceback" in caplog.text


def test_originals_are_not_touched(studio: Studio) -> None:
    studio.add("S/1.jpg", "S/2.jpg", "notes.txt")
    studio.add("T/1.jpg", content="bug")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in studio.photos.rglob("*") if path.is_file()}
    studio.run()
    studio.run(resume=False)
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in studio.photos.rglob("*") if path.is_file()}
    assert before == after


def test_neither_result_nor_files_depend_on_the_finishing_order(studio: Studio) -> None:
    studio.add(*(f"S{i}/{j}.jpg" for i in range(3) for j in range(3)))
    studio.add("S1/0.jpg", content="doubt")
    results, trees = [], []
    for seed in range(4):
        results.append(studio.run(executor=Shuffled(seed), resume=False))
        trees.append(studio.delivered())
    assert all(result == results[0] for result in results)
    assert all(files == trees[0] for files in trees)


def test_real_processes_give_the_same_as_this_one(studio: Studio) -> None:
    studio.add("S/1.jpg", "S/2.jpg", "T/1.jpg")
    studio.add("T/2.jpg", content="bug")
    serial, files = studio.run(), studio.delivered()
    assert studio.run(executor=Processes(workers=2), resume=False) == serial
    assert studio.delivered() == files


def test_events_come_in_order(studio: Studio) -> None:
    studio.add("S/1.jpg", "S/2.jpg", "T/1.jpg")
    studio.run()
    photo = [PhotoWorking, PhotoFinished]
    assert [type(event) for event in studio.events] == [
        BatchStarted, *photo, *photo, ListingFinished, *photo, ListingFinished, BatchFinished,
    ]  # fmt: skip
    assert [event.done for event in studio.events if isinstance(event, PhotoFinished)] == [1, 2, 3]


def test_a_second_run_takes_everything_as_it_is(studio: Studio) -> None:
    studio.add("S/1.jpg", "S/2.jpg")
    studio.add("T/1.jpg", content="doubt")
    first, files = studio.run(), studio.delivered()
    assert studio.run(worker=_never) == first
    assert resumed(studio) == 3
    assert studio.delivered() == files
    assert not (studio.out / "_previous").exists()


def _never(job: Job) -> Done:
    raise AssertionError(job)


@pytest.mark.parametrize("change", ["photo", "settings", "lost"])
def test_what_changed_is_done_again(studio: Studio, change: str) -> None:
    studio.add("S/1.jpg", "S/2.jpg")
    studio.run()
    plan = None
    if change == "photo":
        (studio.photos / "S/1.jpg").write_bytes(b"another")
    elif change == "settings":
        plan = studio.plan(fill=0.8)
    else:
        (studio.out / "S" / "S_01_main.jpg").unlink()
    studio.run(plan)
    assert resumed(studio) == (0 if change == "settings" else 1)
    assert len(studio.delivered()) == 2


def test_fresh_does_everything_again(studio: Studio) -> None:
    studio.add("S/1.jpg")
    studio.run()
    files = studio.delivered()
    studio.run(resume=False)
    assert resumed(studio) == 0
    assert studio.delivered() == files
    assert not (studio.out / "_previous").exists()
    assert not (studio.out / STAGING).exists()


def test_a_failed_photo_is_tried_again(studio: Studio) -> None:
    studio.add("S/1.jpg", content="bad")
    assert not studio.run().all_ready
    studio.add("S/1.jpg")
    assert studio.run().all_ready


def test_what_gives_way_is_kept(studio: Studio) -> None:
    studio.add("S/1.jpg", "S/2.jpg", "T/1.jpg")
    studio.run()
    before = studio.delivered()
    (studio.photos / "T/1.jpg").unlink()
    (studio.photos / "S/1.jpg").write_bytes(b"another")
    studio.run()
    assert set(studio.delivered()) == {"S/S_01_main.jpg", "S/S_02.jpg"}
    (previous,) = (studio.out / "_previous").iterdir()
    assert tree(previous) == {name: before[name] for name in ("S/S_01_main.jpg", "T/T_01_main.jpg")}
    assert not (studio.out / "T").exists()


def test_a_picture_that_becomes_ready_leaves_review(studio: Studio) -> None:
    studio.add("T/1.jpg", content="doubt")
    studio.add("T/2.jpg")
    studio.run()
    studio.add("T/1.jpg")
    studio.run()
    assert set(studio.delivered()) == {"T/T_01_main.jpg", "T/T_02.jpg"}


def test_an_edited_file_is_refused_then_set_aside_when_allowed(studio: Studio) -> None:
    studio.add("S/1.jpg")
    studio.run()
    made = studio.delivered()
    (studio.out / "S/S_01_main.jpg").write_bytes(b"touched up")
    with pytest.raises(PlanError, match=r"S/S_01_main\.jpg"):
        studio.plan()
    studio.run(studio.plan(edits=Edits.REPLACE))
    assert studio.delivered() == made
    (previous,) = (studio.out / "_previous").iterdir()
    assert tree(previous) == {"S/S_01_main.jpg": b"touched up"}


def test_an_edited_file_of_an_earlier_delivery_stays_and_is_said(studio: Studio) -> None:
    studio.add("S/1.jpg", "T/1.jpg")
    studio.run()
    (studio.photos / "T/1.jpg").unlink()
    (studio.out / "T/T_01_main.jpg").write_bytes(b"touched up")
    result = studio.run()
    assert studio.delivered()["T/T_01_main.jpg"] == b"touched up"
    assert len(result.notes) == 1
    assert "T/T_01_main.jpg" in result.notes[0]


def test_files_of_others_in_the_delivery_stay(studio: Studio) -> None:
    studio.add("S/1.jpg")
    studio.run()
    (studio.out / "S" / "notes.txt").write_text("mine")
    (studio.photos / "S/1.jpg").unlink()
    studio.add("T/1.jpg")
    studio.run()
    assert set(studio.delivered()) == {"S/notes.txt", "T/T_01_main.jpg"}


def test_an_interrupt_leaves_what_is_finished_and_can_be_taken_up(studio: Studio) -> None:
    studio.add(*(f"S{i}/{j}.jpg" for i in range(3) for j in range(2)))
    control = Control()
    events: list[Event] = []

    def stop_after_three(event: Event) -> None:
        events.append(event)
        if isinstance(event, PhotoFinished) and event.done == 3:
            control.cancel()

    result = studio.run(control=control, emit=stop_after_three)
    assert result.interrupted
    assert events[-1] == BatchFinished(interrupted=True)
    assert set(studio.delivered()) == {"S0/S0_01_main.jpg", "S0/S0_02.jpg"}
    assert result.unstarted == 3
    waiting = [row for listing in result.waiting for row in listing.rows]
    assert sum(result.counts().values()) + len(waiting) == 6
    assert {row.result.state for row in waiting} == {State.WAITING}
    assert "other photos of this listing" in waiting[0].result.reason
    assert "before this photo was done: the same command goes on from here." in waiting[1].result.reason
    finished = studio.run()
    assert resumed(studio) == 3
    assert not finished.interrupted
    assert (finished.waiting, finished.unstarted) == ((), 0)
    assert len(studio.delivered()) == 6


def test_a_full_disk_stops_the_batch_with_one_sentence(studio: Studio) -> None:
    studio.add("a/1.jpg", "c/1.jpg")
    studio.add("b/1.jpg", content="full")
    with pytest.raises(OutputError, match=r"disk of .* is full"):
        studio.run()
    assert set(studio.delivered()) == {"a/a_01_main.jpg"}
    studio.add("b/1.jpg")
    assert studio.run().all_ready
    assert resumed(studio) == 1


def test_names_in_many_scripts_and_lengths(studio: Studio) -> None:
    names = ["红色杯子_1.jpg", "🎉🎉.jpg", "货" * 83 + ".jpg", "b" * 251 + ".jpg", "CON.jpg", "what.. .jpg", "a/é.jpg"]
    studio.add(*names)
    result = studio.run()
    assert result.counts() == {State.READY: len(names)}
    assert len(studio.delivered()) == len(names)
    assert all(len(part.encode()) <= 120 for name in studio.delivered() for part in name.split("/"))


def test_equal_names_in_two_folders_do_not_overwrite_each_other(studio: Studio) -> None:
    studio.add("a/1.jpg", "b/1.jpg")
    studio.run(studio.plan(group="photo"))
    assert studio.delivered() == {
        "a-1/a-1_01_main.jpg": b"prepared a/1.jpgmain",
        "b-1/b-1_01_main.jpg": b"prepared b/1.jpgmain",
    }


def test_a_photo_that_vanishes_fails_alone(studio: Studio) -> None:
    studio.add("a/1.jpg", "b/1.jpg")
    plan = studio.plan()
    (studio.photos / "a/1.jpg").unlink()
    result = studio.run(plan)
    assert result.counts() == {State.READY: 1, State.FAILED: 1}
