from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from tests.gui.pages.stand_in import StandIn
from whitecove.core.profiles import list_profiles
from whitecove.gui.document import Document
from whitecove.gui.pages.market_shelf import MarketShelf
from whitecove.gui.pages.model_shelf import ModelShelf
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.pages.settings import SettingsSheet
from whitecove.gui.pages.watcher import Watcher
from whitecove.studio.model_asks import Marketplaces


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[StandIn]:
    made = StandIn()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def preferences(bridge: StandIn) -> Preferences:
    return Preferences(parent=bridge)


@pytest.fixture
def document(bridge: StandIn) -> Document:
    return Document(bridge, bridge)


@pytest.fixture
def models(bridge: StandIn) -> ModelShelf:
    return ModelShelf(bridge, bridge)


@pytest.fixture
def markets(bridge: StandIn) -> MarketShelf:
    shelf = MarketShelf(bridge, bridge)
    bridge.say(Marketplaces(known=list_profiles()))
    return shelf


@pytest.fixture
def watcher(bridge: StandIn, preferences: Preferences) -> Watcher:
    return Watcher(bridge, preferences, bridge)


@pytest.fixture
def sheet(
    qtbot: QtBot,
    document: Document,
    preferences: Preferences,
    models: ModelShelf,
    markets: MarketShelf,
    watcher: Watcher,
) -> SettingsSheet:
    made = SettingsSheet(document, preferences, (models, markets, watcher))
    qtbot.addWidget(made)
    made.show()
    return made


class Opened(QObject):
    """Takes down what the system is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.paths.append(url.toLocalFile())


@pytest.fixture
def opened(qapp: object) -> Iterator[Opened]:
    made = Opened()
    QDesktopServices.setUrlHandler("file", made, "take")  # type: ignore[arg-type]  # the stub wants bytes, PySide text
    yield made
    QDesktopServices.unsetUrlHandler("file")
