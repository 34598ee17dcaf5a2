"""Deliver: what goes and what does not, the choices, and the end; with stand-ins, and once for real."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.gui.pages.conftest import Opened
from tests.gui.pages.stand_in import StandIn
from whitecove import paths
from whitecove.core.errors import OutputError, PlanError
from whitecove.core.model import Photo, PhotoResult, Rendition, Role, Slot, State
from whitecove.core.options import Options
from whitecove.gui.bridge import Bridge
from whitecove.gui.document import Document
from whitecove.gui.pages.deliver import DeliverSheet
from whitecove.gui.pages.deliver_parts import HeldBackRow, ready_words
from whitecove.gui.pages.delivery_outlook import changed, first_sentence, outlook
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.progress import Phase
from whitecove.studio.asks import HandedOver, HandOver, HandoverRecalled, Prepare, Prepared, RecallHandover, Refused
from whitecove.studio.items import Product, Shot


def shot(sku: str, name: str, state: State, reason: str = "") -> Shot:
    place = f"{sku}/{name}.jpg"
    made = Rendition(
        slot=Slot.MAIN if name == "main" else Slot.DETAIL,
        file=place if state is State.READY else f"_review/{place}",
        state=state,
        reason=reason,
        sha256=f"hash of {place}",
    )
    photo = Photo(path=Path(sku, f"{name}.png"), name=f"{sku}/{name}.png", role=Role.MAIN, order=1)
    result = PhotoResult(state=state, reason=reason, facts=None, renditions=(made,))
    return Shot(photo=photo, sku=sku, state=state, reason=reason, result=result)


def fill(document: Document, *shots: Shot) -> None:
    session = document.session
    for each in shots:
        session.shots[each.key] = each
        session.products.setdefault(each.sku, Product(sku=each.sku)).keys.append(each.key)
    session.out = Path("out")
    session.prepared_with = session.options
    session.reindex()


MIXED = (
    ("a", "main", State.READY, ""),
    ("a", "1", State.READY, ""),
    ("b", "main", State.REVIEW, "background.white: background is 7, not 255. Look at it."),
    ("c", "main", State.REVIEW, "background.white: background is 12, not 255. Look closely."),
    ("d", "main", State.FAILED, "The file is damaged."),
)


@pytest.fixture
def deliver(qtbot: QtBot, document: Document, preferences: Preferences, tmp_path: Path) -> DeliverSheet:
    fill(document, *(shot(*each) for each in MIXED))
    preferences.set(deliver_to=str(tmp_path / "to"))
    made = DeliverSheet(document, preferences)
    qtbot.addWidget(made)
    made.open_sheet()
    return made


def test_what_goes_and_what_does_not(document: Document) -> None:
    fill(document, *(shot(*each) for each in MIXED))
    found = outlook(document.session)
    assert found.files == {("a/main.jpg", "hash of a/main.jpg"), ("a/1.jpg", "hash of a/1.jpg")}
    assert (found.products, found.slots, found.to_do) == (1, {Slot.MAIN: 1, Slot.DETAIL: 1}, 1)
    assert [(group.state, group.reason, group.skus) for group in found.held_back] == [
        (State.FAILED, "The file is damaged.", ("d",)),
        (State.REVIEW, "Background is 7, not 255.", ("b", "c")),
    ]


def test_what_the_whole_product_lacks_is_said_once(document: Document) -> None:
    fill(document, shot("a", "main", State.READY))
    document.session.products["a"].judged = State.REVIEW
    document.session.products["a"].reason = "It has no main picture."
    found = outlook(document.session)
    assert [(group.reason, group.skus) for group in found.held_back] == [("It has no main picture.", ("a",))]


def test_changes_are_counted_by_name(document: Document) -> None:
    fill(document, shot("a", "main", State.READY), shot("a", "1", State.READY))
    now = outlook(document.session)
    assert changed(now, now.files) == 0
    assert changed(now, [("a/main.jpg", "other"), ("gone.jpg", "x")]) == 3


@pytest.mark.parametrize(
    ("reason", "first"),
    [("", ""), ("One. Two.", "One."), ("file.bytes: too small", "Too small."), ("At 0.5 it is. So.", "At 0.5 it is.")],
)
def test_the_first_sentence(reason: str, first: str) -> None:
    assert first_sentence(reason) == first


def test_the_sheet_says_it_all(deliver: DeliverSheet, bridge: StandIn) -> None:
    assert deliver.page.about.text() == "Ready: 2 files of 1 product · 1 main picture · 1 detail"
    rows = deliver.held.findChildren(HeldBackRow)
    assert [row.name.text() for row in rows] == ["The file is damaged.", "Background is 7, not 255."]
    assert deliver.all.text() == "Deliver ready ones (2)"
    assert deliver.some.isHidden()
    assert bridge.last(RecallHandover).out == Path("out")
    assert "not prepared yet: 1" in deliver.stage.text()
    assert ready_words(0, 0, {}) == "Nothing is ready yet."


def test_fix_first_leads_there(deliver: DeliverSheet) -> None:
    said: list[object] = []
    deliver.fix_wanted.connect(said.append)
    deliver.held.findChildren(HeldBackRow)[1].fix.click()
    assert said == [(str(Path("b", "main.png")), str(Path("c", "main.png")))]
    assert not deliver.isVisible()


def test_only_what_changed(deliver: DeliverSheet, bridge: StandIn) -> None:
    bridge.say(HandoverRecalled(out=Path("out"), files=(("a/main.jpg", "hash of a/main.jpg"),)))
    assert deliver.some.text() == "Deliver only what changed (1)"
    deliver.some.click()
    assert bridge.count(Prepare) == 1
    bridge.say(Prepared(out=Path("out"), interrupted=False, counts={}, notes=()))
    assert bridge.last(HandOver).only_changed


def test_without_a_place_nothing_goes(deliver: DeliverSheet, preferences: Preferences) -> None:
    preferences.set(deliver_to="")
    deliver.open_sheet()
    assert not deliver.all.isEnabled()
    deliver.deliver_to(Path("there.zip"))
    assert deliver.all.isEnabled()
    assert preferences.now.deliver_to == "there.zip"


def test_what_was_edited_by_hand_is_asked_about(deliver: DeliverSheet, bridge: StandIn) -> None:
    deliver.all.click()
    error = PlanError("plan.edited", files="a/main.jpg")
    bridge.say(Refused(ask=bridge.last(Prepare), code=error.code, sentence=str(error)))
    assert "--" not in deliver.strip.accessibleName()
    assert not deliver.keep.isHidden()
    deliver.keep.click()
    assert (bridge.last(Prepare).keep_edited, bridge.last(Prepare).replace_edited) == (True, False)
    bridge.say(Refused(ask=bridge.last(Prepare), code=error.code, sentence=str(error)))
    deliver.replace.click()
    assert (bridge.last(Prepare).keep_edited, bridge.last(Prepare).replace_edited) == (False, True)


def test_a_refusal_stands_in_its_place(deliver: DeliverSheet, bridge: StandIn) -> None:
    deliver.all.click()
    assert not deliver.all.isEnabled()
    bridge.say(Prepared(out=Path("out"), interrupted=False, counts={}, notes=()))
    error = OutputError("output.is_file", folder="to")
    bridge.say(Refused(ask=bridge.last(HandOver), code=error.code, sentence=str(error)))
    assert not deliver.strip.isHidden()
    assert deliver.keep.isHidden()
    assert deliver.stack.currentWidget() is deliver.page
    assert deliver.all.isEnabled()


def test_a_stopped_batch_delivers_nothing(deliver: DeliverSheet, bridge: StandIn) -> None:
    deliver.all.click()
    bridge.say(Prepared(out=Path("out"), interrupted=True, counts={}, notes=()))
    assert bridge.count(HandOver) == 0
    assert deliver.all.isEnabled()


def test_the_end_says_what_came_of_it(deliver: DeliverSheet, bridge: StandIn, tmp_path: Path) -> None:
    deliver.all.click()
    bridge.say(Prepared(out=Path("out"), interrupted=False, counts={}, notes=()))
    changes = {"new": 1, "removed": 2}
    bridge.say(
        HandedOver(to=tmp_path, files=2, changes=changes, first=False, not_ready=3, left=("old.jpg",)),
    )
    assert deliver.stack.currentWidget() is deliver.summary
    assert deliver.summary.title.text() == "2 files delivered"
    said = [label.text() for label in deliver.summary.facts.findChildren(type(deliver.summary.title))]
    assert "new: 1 · removed: 2" in said
    assert "Pictures that are not ready, and were not delivered: 3" in said
    assert "Stays there: old.jpg" in said
    assert deliver.all.isHidden()
    deliver.open_sheet()
    assert deliver.stack.currentWidget() is deliver.page


def test_another_language_makes_it_anew(deliver: DeliverSheet) -> None:
    before = deliver.all
    QCoreApplication.sendEvent(deliver, QEvent(QEvent.Type.LanguageChange))
    assert deliver.all is not before
    assert deliver.all.text() == "Deliver ready ones (2)"


@pytest.fixture
def real(qtbot: QtBot) -> Iterator[Document]:
    bridge = Bridge()
    yield Document(bridge, bridge)
    bridge.close()
    bridge.deleteLater()


def test_for_real(qtbot: QtBot, real: Document, preferences: Preferences, tmp_path: Path, opened: Opened) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    shutil.copy(paths.resources() / "samples" / "mug.jpg", photos)
    real.session.options = Options(engine="backdrop")
    with qtbot.waitSignal(real.arrived, timeout=60_000):
        real.add([photos])
    with qtbot.waitSignal(real.prepared, timeout=60_000):
        real.prepare()
    sheet = DeliverSheet(real, preferences)
    qtbot.addWidget(sheet)
    sheet.open_sheet()
    sheet.deliver_to(tmp_path / "delivered")
    with qtbot.waitSignal(real.handed_over, timeout=60_000):
        sheet.all.click()
    assert (tmp_path / "delivered" / "manifest.json").is_file()
    assert sheet.summary.title.text() == "1 file delivered"
    qtbot.waitUntil(lambda: sheet.last is not None, timeout=60_000)
    assert changed(sheet.now, sheet.last or ()) == 0
    sheet.summary.open.click()
    assert opened.paths == [str(tmp_path / "delivered")]

    made = next((tmp_path / "photos-ready" / "mug").glob("*.jpg"))
    made.write_bytes(made.read_bytes() + b"mine")
    sheet.open_sheet()
    with qtbot.waitSignal(real.refused, timeout=60_000):
        sheet.all.click()
    assert not sheet.replace.isHidden()
    with qtbot.waitSignal(real.handed_over, timeout=60_000):
        sheet.replace.click()
    assert real.progress.phase is Phase.IDLE
    assert not made.read_bytes().endswith(b"mine")
