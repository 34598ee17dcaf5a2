"""The watched folder: on and off, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.pages.stand_in import StandIn
from whitecove import settings
from whitecove.core.errors import PlanError
from whitecove.core.model import State
from whitecove.core.options import Options
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.pages.settings import SettingsSheet
from whitecove.gui.pages.watch import WatchPage
from whitecove.gui.pages.watcher import Watcher
from whitecove.studio.watch_asks import BeginWatch, EndWatch, Happening, WatchEnded, WatchNews


@pytest.fixture
def page(sheet: SettingsSheet) -> WatchPage:
    sheet.show_page("watch")
    made = sheet.page("watch")
    assert isinstance(made, WatchPage)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "hot"
    made.mkdir()
    return made


def test_without_a_folder_nothing_is_watched(page: WatchPage) -> None:
    assert not page.on.isEnabled()
    assert page.log.isHidden()


def test_a_folder_is_watched_and_no_more(page: WatchPage, bridge: StandIn, folder: Path) -> None:
    page.watch(folder)
    page.on.click()
    ask = bridge.last(BeginWatch)
    assert ask == BeginWatch(folder=folder, out=folder.with_name("hot-ready"), options=Options())
    assert settings.load().watch
    assert not page.folder.isEnabled()
    page.on.click()
    assert bridge.count(EndWatch) == 1
    bridge.say(WatchEnded())
    assert not settings.load().watch
    assert page.folder.isEnabled()
    assert page.on_row.about.text() == "Off."


def test_a_preset_and_another_place_hold(page: WatchPage, bridge: StandIn, folder: Path, tmp_path: Path) -> None:
    page.watch(folder)
    page.go_to(tmp_path / "there")
    page.prepare_as(tmp_path / "mine.toml")
    page.on.click()
    ask = bridge.last(BeginWatch)
    assert (ask.out, ask.preset) == (tmp_path / "there", tmp_path / "mine.toml")


def test_what_happens_is_said(page: WatchPage, bridge: StandIn, folder: Path) -> None:
    page.watch(folder)
    page.on.click()
    bridge.say(WatchNews(happening=Happening.BEGUN))
    bridge.say(WatchNews(happening=Happening.WORKING, total=2))
    bridge.say(WatchNews(happening=Happening.PHOTO, name="a.jpg", state=State.REVIEW, reason="Look."))
    bridge.say(WatchNews(happening=Happening.ROUND, arrived=2, counts={State.READY: 5, State.REVIEW: 1}))
    bridge.say(WatchNews(happening=Happening.AWAY, reason="It is away."))
    lines = [page.list.item(row).text() for row in range(page.list.count())]
    assert lines == [
        "It is away.",
        "2 photos came; all is up to date.",
        "Review · a.jpg · Look.",
        "Work begins: 2 photos.",
        "Watching begins.",
    ]
    assert page.counts.text() == "Ready 5   Review 1"
    assert not page.log.isHidden()


def test_why_it_ended_is_said(page: WatchPage, bridge: StandIn, folder: Path) -> None:
    page.watch(folder)
    page.on.click()
    error = PlanError("watch.corrected", folder="x")
    bridge.say(WatchEnded(code=error.code, reason=str(error)))
    assert not page.on.isChecked()
    assert "--corrections" not in page.on_row.about.text()
    assert "Watch for another output folder." in page.on_row.about.text()


def test_it_goes_on_at_the_next_start(
    watcher: Watcher, preferences: Preferences, bridge: StandIn, folder: Path
) -> None:
    watcher.begin_as_before()
    assert bridge.count(BeginWatch) == 0
    preferences.set(watch=True, watch_folder=str(folder))
    watcher.begin_as_before()
    assert bridge.last(BeginWatch).folder == folder
    assert watcher.is_on


def test_a_room_that_died_watches_nothing(page: WatchPage, bridge: StandIn, folder: Path) -> None:
    page.watch(folder)
    page.on.click()
    bridge.lost.emit("whitecove.studio.floor.floor:Floor")
    assert not page.on.isChecked()
    assert "broke off" in page.on_row.about.text()
