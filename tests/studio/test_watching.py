"""A watched folder on the floor, with a real photo."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.studio.hearing import Ear
from whitecove import paths
from whitecove.batch.watch.watching import Pace
from whitecove.core.errors import PlanError
from whitecove.core.model import State
from whitecove.core.options import Options
from whitecove.studio.floor.watching import Watching
from whitecove.studio.watch_asks import BeginWatch, EndWatch, Happening, WatchEnded, WatchNews

AT_ONCE = Pace(settle=0, calm=0, idle=0.05, busy=0.05)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def watching(ear: Ear) -> Iterator[Watching]:
    made = Watching(ear, AT_ONCE)
    yield made
    made.close()


@pytest.fixture
def ask(tmp_path: Path) -> BeginWatch:
    folder = tmp_path / "hot"
    folder.mkdir()
    return BeginWatch(folder=folder, out=tmp_path / "hot-ready", options=Options(engine="backdrop"))


def news(ear: Ear, happening: Happening) -> WatchNews:
    while (said := ear.next(WatchNews)).happening is not happening:
        pass
    return said


def test_what_arrives_is_prepared(watching: Watching, ear: Ear, ask: BeginWatch) -> None:
    shutil.copy(paths.resources() / "samples" / "mug.jpg", ask.folder)
    watching.begin(ask)
    assert ear.next(WatchNews).happening is Happening.BEGUN
    photo = news(ear, Happening.PHOTO)
    assert (photo.name, photo.done, photo.total) == ("mug.jpg", 1, 1)
    done = news(ear, Happening.ROUND)
    assert done.arrived == 1
    assert done.counts == {photo.state: 1}
    assert photo.state in (State.READY, State.REVIEW)
    assert watching.heard(EndWatch())
    assert ear.next(WatchEnded) == WatchEnded()
    assert (ask.out / "manifest.json").is_file()


def test_one_folder_at_a_time(watching: Watching, ear: Ear, ask: BeginWatch) -> None:
    watching.begin(ask)
    news(ear, Happening.BEGUN)
    with pytest.raises(PlanError) as caught:
        watching.begin(ask)
    assert caught.value.code == "studio.watching"
    watching.heard(EndWatch())
    watching.begin(ask)
    assert ear.next(WatchEnded) == WatchEnded()
    assert news(ear, Happening.BEGUN)


def test_what_cannot_be_watched_is_told(watching: Watching, ear: Ear, tmp_path: Path) -> None:
    watching.begin(BeginWatch(folder=tmp_path / "none", out=tmp_path / "out", options=Options()))
    assert ear.next(WatchEnded).code == "watch.not_a_folder"


def test_a_preset_holds(watching: Watching, ear: Ear, ask: BeginWatch, tmp_path: Path) -> None:
    preset = tmp_path / "mine.toml"
    preset.write_text("engine = 'nonsense'", "utf-8")
    watching.begin(BeginWatch(folder=ask.folder, out=ask.out, options=Options(), preset=preset))
    assert ear.next(WatchEnded).code == "profile.wrong"


def test_the_end_of_the_window_ends_it(watching: Watching, ear: Ear, ask: BeginWatch) -> None:
    watching.begin(ask)
    news(ear, Happening.BEGUN)
    assert not watching.heard(None)
    assert ear.next(WatchEnded) == WatchEnded()
