"""The page of cutouts and models: everything a person may do with a model, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.pages.stand_in import StandIn
from whitecove import settings
from whitecove.core.engines.own import KINDS as REAL_KINDS
from whitecove.core.errors import ModelError
from whitecove.core.options import Options
from whitecove.gui.document import Document
from whitecove.gui.pages.model_card import ModelCard
from whitecove.gui.pages.models import ModelsPage
from whitecove.gui.pages.own_model import KINDS
from whitecove.gui.pages.settings import SettingsSheet
from whitecove.gui.pages.two_clicks import TwoClicks
from whitecove.studio.asks import Refused
from whitecove.studio.model_asks import (
    BUILT_IN,
    CancelModel,
    Deed,
    Device,
    Downloading,
    DownloadModel,
    ImportModel,
    ListModels,
    MeasureModel,
    ModelDone,
    ModelRow,
    Models,
    ModelState,
    RemoveModel,
    Speed,
    VerifyModel,
    Why,
)

ROWS = (
    ModelRow(name="tiny", state=ModelState.ABSENT, bytes=4_600_000, speed="fast", good_at="Small.", licence="MIT"),
    ModelRow(name="half", state=ModelState.PART, bytes=176_000_000, kept=12_000_000, speed="slow", licence="MIT"),
    ModelRow(name="good", state=ModelState.HERE, bytes=44_000_000, speed="medium", licence="MIT"),
    ModelRow(name="bent", state=ModelState.DAMAGED, bytes=44_000_000, speed="medium", licence="MIT"),
    ModelRow(name="free", state=ModelState.ABSENT, bytes=1_000_000_000, licence="CC-BY-NC-4.0", commercial=False),
    ModelRow(name="mugs", state=ModelState.HERE, bytes=4_600_000, kind="u2net"),
)


def models(**changes: object) -> Models:
    values: dict[str, object] = {
        "rows": ROWS, "folder": Path("models"), "device": Device(label="cpu", why=Why.NONE), **changes,
    }  # fmt: skip
    return Models(**values)  # type: ignore[arg-type]


@pytest.fixture
def page(sheet: SettingsSheet, bridge: StandIn) -> ModelsPage:
    sheet.show_page("models")
    bridge.say(models())
    made = sheet.page("models")
    assert isinstance(made, ModelsPage)
    return made


def card(page: ModelsPage, name: str) -> ModelCard:
    return page.cards[name]


def buttons(page: ModelsPage, name: str) -> list[str]:
    return [button.text() for button in card(page, name).buttons()]


def test_each_state_offers_what_fits(page: ModelsPage) -> None:
    assert buttons(page, "tiny") == ["Download"]
    assert buttons(page, "half") == ["Go on", "Remove"]
    assert buttons(page, "good") == ["Measure", "Verify", "Remove"]
    assert buttons(page, "bent") == ["Download again", "Verify", "Remove"]
    assert buttons(page, "mugs") == ["Measure", "Verify", "Remove"]
    assert card(page, "half").state.text() == "12 MB of 176 MB here"
    assert card(page, "tiny").facts.text() == "4.6 MB · fast · MIT"


def test_a_download_shows_how_far_it_is_and_can_be_left(page: ModelsPage, bridge: StandIn) -> None:
    card(page, "tiny").download.click()
    assert bridge.last(DownloadModel) == DownloadModel(name="tiny")
    assert buttons(page, "tiny") == ["Cancel"]
    bridge.say(Downloading(name="tiny", done=1_200_000, total=4_600_000, host="example.org"))
    assert card(page, "tiny").note.text() == "1.2 MB of 4.6 MB from example.org"
    assert card(page, "tiny").bar.value() == 261
    bridge.say(Downloading(name="tiny", done=0, total=0, trouble="example.org cannot be reached."))
    assert card(page, "tiny").note.text() == "example.org cannot be reached."
    card(page, "tiny").cancel.click()
    assert bridge.last(CancelModel) == CancelModel(name="tiny")
    assert not card(page, "tiny").cancel.isEnabled()
    bridge.say(ModelDone(name="tiny", deed=Deed.CANCELLED))
    bridge.say(models())
    assert buttons(page, "tiny") == ["Download"]
    assert card(page, "tiny").cancel.isEnabled()
    assert card(page, "tiny").note.text() == "Left off."


def test_what_is_not_for_selling_asks_for_consent(page: ModelsPage, bridge: StandIn) -> None:
    foreign = card(page, "free")
    assert not foreign.warning.isHidden()
    assert not foreign.download.isEnabled()
    foreign.consent.click()
    foreign.download.click()
    assert bridge.last(DownloadModel) == DownloadModel(name="free", accept_licence=True)
    assert card(page, "tiny").consent.isHidden()


def test_never_connect_greys_downloads_and_says_why(page: ModelsPage, bridge: StandIn) -> None:
    page.never.click()
    assert settings.load().never_connect
    bridge.say(models(never_connect=True))
    assert not card(page, "tiny").download.isEnabled()
    assert card(page, "tiny").download.toolTip() == "Never connect is on"
    page.never.click()
    bridge.say(models())
    assert card(page, "tiny").download.isEnabled()


def test_what_the_environment_forbids_cannot_be_switched(page: ModelsPage, bridge: StandIn) -> None:
    bridge.say(models(never_connect=True, outside=True))
    assert not page.never.isEnabled()
    assert "WHITECOVE_OFFLINE" in page.connect_row.about.text()


def test_removing_takes_two_clicks(page: ModelsPage, bridge: StandIn) -> None:
    button = card(page, "good").remove
    button.click()
    assert bridge.count(RemoveModel) == 0
    assert button.text() == "Remove it?"
    button.forget()
    assert button.text() == "Remove"
    button.click()
    button.click()
    assert bridge.last(RemoveModel) == RemoveModel(name="good")


def test_a_double_click_removes_nothing(qtbot: QtBot) -> None:
    button = TwoClicks("Remove", "Remove it?", "trash")
    qtbot.addWidget(button)
    button.show()
    button.click()
    middle, left = QPointF(button.rect().center()), Qt.MouseButton.LeftButton
    again = QMouseEvent(QEvent.Type.MouseButtonDblClick, middle, middle, left, left, Qt.KeyboardModifier.NoModifier)
    with qtbot.assertNotEmitted(button.sure):
        QCoreApplication.sendEvent(button, again)
        QTest.mouseRelease(button, left)
    assert button.text() == "Remove it?"


def test_a_model_is_verified(page: ModelsPage, bridge: StandIn) -> None:
    card(page, "bent").verify.click()
    assert bridge.last(VerifyModel) == VerifyModel(name="bent")
    bridge.say(ModelDone(name="bent", deed=Deed.DAMAGED))
    assert card(page, "bent").note.text() == "Its file is damaged, so it is not used."


def test_speeds_are_measured(page: ModelsPage, bridge: StandIn, document: Document) -> None:
    document.set_options(Options(device="gpu", passes="one"))
    assert bridge.last(ListModels).device == "gpu"
    card(page, "good").measure.click()
    assert bridge.last(MeasureModel) == MeasureModel(name="good", device="gpu", passes="one")
    page.measure.click()
    assert bridge.last(MeasureModel).name == BUILT_IN
    assert not page.measure.isEnabled()
    bridge.say(ModelDone(name=BUILT_IN, deed=Deed.MEASURED))
    speeds = {BUILT_IN: Speed(seconds=0.42, label="cpu"), "good": Speed(seconds=3.21, label="cuda")}
    bridge.say(models(speeds=speeds))
    assert page.measure.isEnabled()
    assert "0.42 s a photo here (processor)" in page.built_in.about.text()
    assert "3.2 s a photo here (graphics card, CUDA)" in card(page, "good").facts.text()


def test_a_file_is_brought_in(page: ModelsPage, bridge: StandIn) -> None:
    page.take(Path("u2net.onnx"))
    assert bridge.last(ImportModel) == ImportModel(file=Path("u2net.onnx"))
    bridge.say(ModelDone(name="u2net", deed=Deed.IMPORTED))
    assert page.note.text() == "u2net is here now."


def test_a_file_that_nobody_knows_may_be_ones_own(page: ModelsPage, bridge: StandIn) -> None:
    file = Path("mugs.onnx")
    page.take(file)
    error = ModelError("model.not_recognised", file="mugs.onnx")
    bridge.say(Refused(ask=ImportModel(file=file), code=error.code, sentence=str(error)))
    assert "--as" not in page.note.text()
    assert not page.own.isHidden()
    assert not page.own.take.isEnabled()
    page.own.field.setText("mugs2")
    page.own.kind.set_current("dis")
    page.own.take.click()
    assert bridge.last(ImportModel) == ImportModel(file=file, name="mugs2", kind="dis")
    bridge.say(ModelDone(name="mugs2", deed=Deed.IMPORTED))
    assert page.own.isHidden()


def test_kinds_are_the_stores() -> None:
    assert tuple(REAL_KINDS) == KINDS


def test_a_refusal_stands_where_it_belongs(page: ModelsPage, bridge: StandIn) -> None:
    card(page, "half").download.click()
    error = ModelError("model.not_downloaded_kept", model="half", tried=1, kept="12.0")
    bridge.say(Refused(ask=bridge.last(DownloadModel), code=error.code, sentence=str(error)))
    assert card(page, "half").note.text().endswith("12.0 MB are kept. Try again: it goes on from there.")
    assert buttons(page, "half") == ["Go on", "Remove"]


def test_a_room_that_died_leaves_nothing_busy(page: ModelsPage, bridge: StandIn) -> None:
    card(page, "tiny").download.click()
    asked = bridge.count(ListModels)
    bridge.lost.emit("whitecove.studio.floor.floor:Floor")
    assert buttons(page, "tiny") == ["Download"]
    assert bridge.count(ListModels) == asked + 1


@pytest.mark.parametrize("why", list(Why))
def test_what_computes_is_said(page: ModelsPage, bridge: StandIn, why: Why) -> None:
    bridge.say(models(device=Device(label="cuda" if why is Why.FOUND else "cpu", why=why)))
    assert page.computed.about.text()


def test_its_folder_is_opened(page: ModelsPage, bridge: StandIn, opened: object, tmp_path: Path) -> None:
    bridge.say(models(folder=tmp_path / "models"))
    page.open.click()
    assert getattr(opened, "paths", None) == [str(tmp_path / "models")]
