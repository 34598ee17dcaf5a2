"""Strips: one at a time, each answered or sent away, and what is asked when photos come in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.gui.panels.conftest import Quiet
from whitecove.core.model import State
from whitecove.core.options import GROUPINGS
from whitecove.gui.document import Document
from whitecove.gui.panels.arrival import Arrivals
from whitecove.gui.panels.grouping import GroupingBox, pause_words, place_of, seconds_at
from whitecove.gui.panels.refusals import Refusals
from whitecove.gui.panels.strips import Answer, StripArea
from whitecove.studio.asks import Arrival, Arrived, Backdrops, Gather, HandedOver, Prepare, Prepared, Refused

NOTE = (
    "The backdrop is grey-yellow (214, 209, 190) in 24 photos of Canon EOS R, from lamp/1.jpg on. If it was white, say "
    "--white-point backdrop to prepare, which makes it so for all of them."
)


@pytest.fixture
def area(qtbot: QtBot) -> StripArea:
    made = StripArea()
    qtbot.addWidget(made)
    made.resize(1000, 200)
    return made


@pytest.fixture
def arrivals(document: Document, area: StripArea) -> Arrivals:
    document.session.inputs = (Path("photos"),)
    return Arrivals(document, area, area)


def press(qtbot: QtBot, area: StripArea, text: str) -> None:
    found = [each for each in area.findChildren(QPushButton) if each.text() == text and not each.isHidden()]
    QTest.mouseClick(found[-1], Qt.MouseButton.LeftButton)


def came(bridge: Quiet, document: Document, photos: int, products: int, by_messenger: tuple[str, ...] = ()) -> None:
    arrival = Arrival(photos=photos, products=products, by_messenger=by_messenger, by_time=True)
    bridge.say(
        Arrived(generation=document.generation, skipped=(), notes=(), arrival=arrival, details=5, card="listing")
    )


def batch(**counts: int) -> Prepared:
    states = {State(name): count for name, count in counts.items()}
    return Prepared(out=Path("out"), interrupted=False, counts=states, notes=())


# --- the area


def test_one_is_shown_and_the_next_follows(area: StripArea) -> None:
    for id_ in ("one", "two"):
        area.offer(id_, f"Strip {id_}.", [Answer("yes", "Yes")])
    assert area.shown == ["one"]
    area.withdraw("one")
    assert area.shown == ["two"]
    area.withdraw("two")
    assert area.isHidden()


def test_what_is_urgent_comes_first_and_what_gave_way_comes_back(qtbot: QtBot, area: StripArea) -> None:
    below = QLabel("below")
    qtbot.addWidget(below)
    area.offer("models", "There are models.", tone="info")
    area.offer("grouping", "Is it right?", tone="ask", below=below)
    area.offer("grouping", "Is it right now?", tone="ask", below=below)
    below.show()
    assert area.shown == ["grouping"]
    area.offer("trouble", "That went wrong.", tone="error")
    assert area.shown == ["trouble"]
    area.withdraw("trouble")
    assert area.shown == ["grouping"]
    assert area.isAncestorOf(below)
    assert not below.isHidden()
    area.withdraw("grouping")
    assert area.shown == ["models"]


def test_an_answer_is_told_and_takes_the_strip_away(qtbot: QtBot, area: StripArea) -> None:
    area.offer("one", "Is it?", [Answer("yes", "Yes", primary=True), Answer("more", "More", stays=True)])
    with qtbot.waitSignal(area.answered) as told:
        press(qtbot, area, "More")
    assert told.args == ["one", "more"]
    assert area.has("one")
    with qtbot.waitSignal(area.answered) as told:
        press(qtbot, area, "Yes")
    assert told.args == ["one", "yes"]
    assert not area.has("one")


def test_each_can_be_sent_away(qtbot: QtBot, area: StripArea) -> None:
    area.offer("one", "Is it?")
    (cross,) = area.findChildren(QToolButton)
    with qtbot.waitSignal(area.dismissed) as told:
        QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert told.args == ["one"]
    assert area.shown == []


def test_the_same_offer_only_changes_its_words(area: StripArea) -> None:
    area.offer("one", "3 photos", [Answer("yes", "Yes")])
    before = area.findChildren(QPushButton)
    area.offer("one", "4 photos", [Answer("yes", "Yes")])
    assert area.findChildren(QPushButton) == before
    assert area.text_of("one") == "4 photos"


# --- on arrival


def test_grouping_is_asked_about_and_the_count_is_live(
    qtbot: QtBot, arrivals: Arrivals, area: StripArea, document: Document, bridge: Quiet
) -> None:
    came(bridge, document, 300, 62)
    assert area.text_of("grouping") == "300 photos → 62 products?"
    press(qtbot, area, "Change grouping")
    (box,) = area.findChildren(GroupingBox)
    assert not box.isHidden()
    box.slider.setValue(place_of(60))
    box.settle()
    assert seconds_at(place_of(document.session.options.gap)) == document.session.options.gap > 0
    assert [ask for ask in bridge.asks if isinstance(ask, Gather)]
    came(bridge, document, 300, 58)
    assert area.text_of("grouping") == "300 photos → 58 products?"
    assert not box.isHidden()
    press(qtbot, area, "Looks right")
    came(bridge, document, 300, 58)
    assert not area.has("grouping")


def test_a_slider_that_moves_asks_once_it_rests(
    qtbot: QtBot, arrivals: Arrivals, area: StripArea, document: Document, bridge: Quiet
) -> None:
    came(bridge, document, 300, 62)
    (box,) = area.findChildren(GroupingBox)
    with qtbot.waitSignal(document.options_changed):
        for place in (5, 9, 20):
            box.slider.setValue(place)
        assert not [ask for ask in bridge.asks if isinstance(ask, Gather)]
    assert len([ask for ask in bridge.asks if isinstance(ask, Gather)]) == 1
    assert document.session.options.gap == seconds_at(20)


def test_the_way_of_grouping_is_chosen_at_once(
    qtbot: QtBot, arrivals: Arrivals, area: StripArea, document: Document, bridge: Quiet
) -> None:
    came(bridge, document, 300, 62)
    (box,) = area.findChildren(GroupingBox)
    assert [box.way.itemData(number) for number in range(box.way.count())] == list(GROUPINGS)
    box.way.setCurrentIndex(GROUPINGS.index("folder"))
    box.way.activated.emit(GROUPINGS.index("folder"))
    assert document.session.options.group == "folder"
    assert box.slider.isHidden()


def test_one_photo_is_no_question(arrivals: Arrivals, area: StripArea, document: Document, bridge: Quiet) -> None:
    came(bridge, document, 1, 1)
    assert area.shown == []


def test_a_request_for_originals_is_copied_with_their_names(
    qtbot: QtBot, arrivals: Arrivals, area: StripArea, document: Document, bridge: Quiet
) -> None:
    came(bridge, document, 3, 3, ("IMG-20240101-WA0001.jpg", "mmexport17.jpg"))
    assert area.text_of("messenger").startswith("2 photos came through a messenger")
    press(qtbot, area, "Looks right")
    press(qtbot, area, "Copy a request for the originals")
    text = QGuiApplication.clipboard().text()
    assert "IMG-20240101-WA0001.jpg\nmmexport17.jpg" in text
    assert text.endswith("Thank you!")


def test_a_tinted_backdrop_is_asked_about_and_corrected(
    qtbot: QtBot, arrivals: Arrivals, area: StripArea, document: Document, bridge: Quiet
) -> None:
    bridge.say(Backdrops(generation=document.generation, notes=(NOTE,)))
    said = area.text_of("backdrops")
    assert said.startswith("The backdrop is grey-yellow")
    assert said.endswith("Was it white?")
    assert "--" not in said
    press(qtbot, area, "Correct colour and light")
    assert document.session.options.white_point == "backdrop"
    bridge.say(Backdrops(generation=document.generation, notes=(NOTE,)))
    assert not area.has("backdrops")


def test_an_answer_that_is_too_late_is_not_asked_about(
    arrivals: Arrivals, area: StripArea, document: Document, bridge: Quiet
) -> None:
    bridge.say(Backdrops(generation=document.generation - 1, notes=(NOTE,)))
    assert not area.has("backdrops")


def test_prepare_ends_the_questions_and_a_delivery_is_offered(
    qtbot: QtBot, arrivals: Arrivals, area: StripArea, document: Document, bridge: Quiet
) -> None:
    came(bridge, document, 300, 62)
    document.options_changed.emit()
    document.progress.begin(300)
    document.progress_changed.emit()
    assert area.shown == []
    bridge.say(batch(ready=57, review=4))
    assert not area.has("deliver")  # nothing was made: it was recalled
    document.progress.done = 1
    bridge.say(batch(ready=57, review=4))
    assert area.text_of("deliver") == "57 pictures are ready, and not delivered yet."
    bridge.say(HandedOver(to=Path("x"), files=57, changes={}, first=True, not_ready=4, left=()))
    assert not area.has("deliver")


def test_first_run_and_accident_are_offered(qtbot: QtBot, arrivals: Arrivals, area: StripArea) -> None:
    arrivals.offer_models()
    arrivals.offer_left_over()
    assert area.shown == ["left-over"]
    assert "engine" not in area.text_of("models")
    with qtbot.waitSignal(area.answered) as told:
        press(qtbot, area, "Take it up again")
    assert told.args == ["left-over", "take-up"]


@pytest.mark.parametrize("place", range(0, 61, 6))
def test_the_pause_is_found_again_on_its_slider(place: int) -> None:
    assert place_of(seconds_at(place)) == place


def test_pauses_are_said_in_words() -> None:
    assert [pause_words(each) for each in (0, 10, 45, 150, 7200)] == ["found by itself", "10 s", "45 s", "2 min", "2 h"]
    assert (seconds_at(1), seconds_at(60)) == (10, 7200)


# --- what goes wrong


@pytest.fixture
def refusals(document: Document, area: StripArea) -> Refusals:
    return Refusals(document, area, area)


def test_a_refusal_says_what_to_do_and_its_details_are_copied(
    qtbot: QtBot, refusals: Refusals, area: StripArea, document: Document, bridge: Quiet
) -> None:
    sentence = "The disk of /x is full. Free some space and run it again: what is finished is kept."
    bridge.say(Refused(ask=None, code="output.full", sentence=sentence))
    assert area.text_of("refused") == sentence
    press(qtbot, area, "Copy details")
    assert "output.full" in QGuiApplication.clipboard().text()
    assert sentence in QGuiApplication.clipboard().text()
    assert area.has("refused")
    document.progress.begin(3)
    document.progress_changed.emit()
    assert not area.has("refused")


@pytest.mark.usefixtures("refusals")
@pytest.mark.parametrize(("text", "kept"), [("Deliver them as they are", True), ("Make them anew", False)])
def test_files_that_were_edited_are_kept_or_made_anew(
    qtbot: QtBot, area: StripArea, document: Document, bridge: Quiet, text: str, kept: bool
) -> None:
    document.refused.emit("plan.edited", "The output folder has files that are not as Whitecove wrote them: a.jpg.")
    press(qtbot, area, text)
    (ask,) = [ask for ask in bridge.asks if isinstance(ask, Prepare)]
    assert (ask.keep_edited, ask.replace_edited) == (kept, not kept)


def test_trouble_with_lists_and_notes_of_a_batch_are_said(refusals: Refusals, area: StripArea, bridge: Quiet) -> None:
    said = replace(batch(ready=1), trouble="report.html could not be written (full).", notes=("One note.", "Another."))
    bridge.say(said)
    assert area.text_of("trouble").startswith("report.html")
    assert area.text_of("notes") == "One note. Another."
