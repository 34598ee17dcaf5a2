"""The status bar: what it says in every phase, and that its bar never stands at nothing or all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.batch.made_up import rendition
from tests.gui.panels.conftest import Quiet, find_shot
from whitecove.batch.events import BatchFinished, BatchStarted, PhotoFinished, PhotoWorking
from whitecove.core.model import PhotoResult, State
from whitecove.core.stage import Stage
from whitecove.gui.document import Document
from whitecove.gui.panels.progress_words import computed_by, duration, said, share
from whitecove.gui.panels.status import StatusBar
from whitecove.gui.progress import Phase, Progress
from whitecove.studio.asks import Prepared


@pytest.fixture
def bar(qtbot: QtBot, document: Document) -> StatusBar:
    made = StatusBar(document)
    qtbot.addWidget(made)
    made.resize(1200, 36)
    return made


def done(document: Document, name: str, number: int, total: int) -> PhotoFinished:
    shot = find_shot(document, name)
    assert shot.result is not None
    result = PhotoResult(
        state=State.READY, reason="", facts=shot.result.facts, renditions=(rendition("x.jpg", State.READY),)
    )
    return PhotoFinished(sku=shot.sku, name=shot.photo.name, result=result, done=number, total=total)


def test_a_batch_from_the_first_second_to_the_last(bar: StatusBar, document: Document, bridge: Quiet) -> None:
    document.prepare()
    assert bar.text.said == "Starting the workers"
    assert bar.bar.maximum() == 0
    bridge.say(BatchStarted(photos=2, listings=2, resumed=0, workers=2, about="2 workers with a thread each."))
    assert bar.text.said == "Starting the workers"
    shot = find_shot(document, "mug")
    bridge.say(PhotoWorking(sku=shot.sku, name=shot.photo.name, stage=Stage.CUTTING))
    assert bar.text.said == "Cutting out mug.jpg"
    assert bar.bar.maximum() == 0
    bridge.say(done(document, "mug", 1, 2))
    assert bar.text.said.startswith("1 of 2")
    assert bar.text.said.endswith("CPU, u2netp")
    assert (bar.bar.value(), bar.bar.maximum()) == (1, 2)
    bridge.say(done(document, "vase", 2, 2))
    assert bar.text.said == "Putting the pictures in place"
    assert bar.bar.maximum() == 0
    bridge.say(BatchFinished(interrupted=False))
    assert bar.text.said == "Writing the report"
    assert bar.bar.maximum() == 0
    bridge.say(Prepared(out=Path("x"), interrupted=False, counts={State.READY: 2}, notes=(), seconds=121.0))
    assert bar.text.said == "Done in 2 min · 2 ready"
    assert bar.bar.isHidden()


def test_pause_and_stop_are_said(bar: StatusBar, document: Document, bridge: Quiet) -> None:
    document.prepare()
    bridge.say(BatchStarted(photos=3, listings=3, resumed=0, workers=2, about=""), done(document, "mug", 1, 3))
    document.pause()
    assert bar.text.said == "Paused · 1 of 3"
    document.go_on()
    document.stop()
    assert bar.text.said == "Stopping; what is finished stays"


def test_what_waits_for_a_look_is_counted_and_shown_by_a_click(
    qtbot: QtBot, bar: StatusBar, document: Document
) -> None:
    document.session.reindex()
    document.reset.emit()
    count = document.session.counts()[State.REVIEW]
    assert bar.review.text() == f"{count} to review"
    with qtbot.waitSignal(bar.review_wanted):
        bar.review.click()


def test_the_output_folder_is_there_for_good(bar: StatusBar, document: Document) -> None:
    document.session.out = Path("a-folder-with-a-long-name") / "that-goes-on" / "and-on-ready"
    document.reset.emit()
    assert bar.folder.said == str(document.session.out)
    bar.resize(500, 36)
    bar.show()
    assert bar.folder.text() != bar.folder.said
    assert bar.folder.said in bar.folder.toolTip()


def test_nothing_to_do_says_what_there_is(bar: StatusBar, document: Document) -> None:
    assert bar.text.said == f"{len(document.session.shots)} photos, not prepared yet"
    document.clear()
    assert bar.text.said == ""
    assert bar.folder.isHidden()


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("finished", [0, 1, 5])
def test_the_bar_never_stands_at_nothing_or_all(phase: Phase, finished: int) -> None:
    progress = Progress()
    progress.phase, progress.done, progress.total = phase, finished, 5
    value, most = share(progress)
    assert (value, most) == (0, 0) or 0 < value < most
    assert said(progress, waiting=5)


def test_what_an_earlier_run_did_says_nothing_of_the_rate() -> None:
    progress = Progress()
    progress.phase, progress.done, progress.resumed, progress.total = Phase.PREPARING, 40, 40, 50
    progress.name, progress.stage = "a/b.jpg", Stage.READING
    assert said(progress) == "40 of 50 · Reading b.jpg"


def test_a_run_of_a_part_was_not_stopped(bar: StatusBar, bridge: Quiet) -> None:
    some = Prepared(out=Path("x"), interrupted=True, counts={State.READY: 2}, notes=(), seconds=7.2, partly=True)
    bridge.say(some)
    assert bar.text.said == "Done · 2 ready"
    bridge.say(replace(some, stopped=True))
    assert bar.text.said == "Stopped · 2 ready"


def test_what_is_over_is_said_to_the_second(bar: StatusBar, bridge: Quiet) -> None:
    bridge.say(Prepared(out=Path("x"), interrupted=False, counts={State.READY: 2}, notes=(), seconds=7.2))
    assert bar.text.said == "Done in 7 s · 2 ready"


def test_times_are_said_as_people_do() -> None:
    assert [duration(each) for each in (1, 24, 50, 61, 430, 5300, 7300)] == [
        "10 s", "20 s", "50 s", "1 min", "7 min", "88 min", "2 h",
    ]  # fmt: skip


def test_where_it_is_computed_is_what_the_cutouts_say() -> None:
    assert computed_by("rembg:u2netp@cuda+backdrop") == "GPU, u2netp"
    assert computed_by("rembg:u2netp+backdrop") == "CPU, u2netp"
    assert computed_by("backdrop") == "CPU"
