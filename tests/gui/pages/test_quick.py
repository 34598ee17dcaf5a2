"""The quick choices of the top bar."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.pages.stand_in import StandIn
from whitecove.core.options import Options
from whitecove.gui.pages.market_shelf import MarketShelf
from whitecove.gui.pages.model_shelf import ModelShelf
from whitecove.gui.pages.quick import CutoutChoice, MarketplaceChoice, QuickChoice
from whitecove.gui.pages.quick_line import QuickLine
from whitecove.studio.model_asks import Device, ModelRow, Models, ModelState, Why


@pytest.fixture
def cutouts(qtbot: QtBot, models: ModelShelf, bridge: StandIn) -> CutoutChoice:
    rows = (
        ModelRow(name="u2netp", state=ModelState.HERE, bytes=1, speed="fast", good_at="Small. Fast."),
        ModelRow(name="u2net", state=ModelState.ABSENT, bytes=1, speed="slow", good_at="Large."),
    )
    bridge.say(Models(rows=rows, folder=Path("x"), device=Device(label="cpu", why=Why.NONE)))
    made = CutoutChoice(models)
    qtbot.addWidget(made)
    return made


def lines(button: QuickChoice) -> dict[str, QuickLine]:
    button.choices.aboutToShow.emit()
    return {action.text(): action for action in button.choices.actions() if isinstance(action, QuickLine)}


def test_each_way_is_offered_and_explained(cutouts: CutoutChoice) -> None:
    found = lines(cutouts)
    assert list(found) == ["Auto", "Plain backdrop", "Glass and white on white", "Leave as it is", "Model u2netp"]
    assert all(line.toolTip() for line in found.values())
    assert [name for name, line in found.items() if line.isChecked()] == ["Auto"]


def test_choosing_holds_at_once(cutouts: CutoutChoice) -> None:
    said: list[Options] = []
    cutouts.chosen.connect(said.append)
    lines(cutouts)["Model u2netp"].choose()
    assert said == [Options(engine="rembg:u2netp")]
    assert cutouts.text() == "Cutout: u2netp"
    face = lines(cutouts)["Plain backdrop"].face
    QTest.mouseClick(face, Qt.MouseButton.LeftButton)
    assert said[-1] == Options(engine="backdrop")
    QTest.keyClick(lines(cutouts)["Auto"].face, Qt.Key.Key_Return)
    assert said[-1] == Options()


def test_what_holds_already_is_not_told(cutouts: CutoutChoice) -> None:
    said: list[Options] = []
    cutouts.chosen.connect(said.append)
    lines(cutouts)["Auto"].choose()
    assert said == []


def test_more_is_in_the_settings(cutouts: CutoutChoice) -> None:
    said: list[str] = []
    cutouts.more_wanted.connect(said.append)
    lines(cutouts)
    cutouts.choices.actions()[-1].trigger()
    assert said == ["models"]


def test_marketplaces_say_what_they_demand(qtbot: QtBot, markets: MarketShelf) -> None:
    button = MarketplaceChoice(markets)
    qtbot.addWidget(button)
    assert button.text() == "AliExpress"
    found = lines(button)
    assert "512 kB to 2 MB" in found["AliExpress"].toolTip()
    found["Ozon"].choose()
    assert button.text() == "Ozon"
    button.show_options(Options(profile="amazon"))
    assert [name for name, line in lines(button).items() if line.isChecked()] == ["Amazon"]
