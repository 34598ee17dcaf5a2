"""Projects on disk, as the window keeps them: what is left, taken up or given up is never lost by the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.products.desk import Quiet
from tests.studio.projects import project
from whitecove import locks, paths
from whitecove.gui.document import Document
from whitecove.gui.projects import Projects
from whitecove.studio import project_file, sessions_kept
from whitecove.studio.asks import Save
from whitecove.studio.floor.saving import saved
from whitecove.studio.session import Session

Products = dict[str, list[str]]
CUP: Products = {"cup": ["cup.jpg"]}
POT: Products = {"pot": ["pot.jpg"]}


@dataclass
class Shop:
    """A project on a window's desk, and a disk that is as slow as the test wants."""

    bridge: Quiet
    document: Document
    projects: Projects
    said: list[str] = field(default_factory=list)

    def works_on(self, products: Products) -> None:
        """Photos came in, and were saved."""
        self.document.session = project(products)
        self.projects.save_now()
        self.disk_writes()

    def disk_writes(self) -> None:
        """What was sent to be written is written."""
        asked = [each for each in self.bridge.sent if isinstance(each, Save)]
        self.bridge.sent.clear()
        for each in asked:
            self.bridge.say(saved(each))


@pytest.fixture
def shop(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    monkeypatch.setenv("WHITECOVE_HOME", str(tmp_path / "home"))
    bridge = Quiet()
    document = Document(bridge, bridge)
    made = Shop(bridge, document, Projects(document, bridge))
    made.projects.refused.connect(made.said.append)
    yield made
    made.projects.close()
    bridge.close()
    bridge.deleteLater()


def skus(file: Path) -> list[str]:
    return list(project_file.read(file, None).session.products)


def kept() -> dict[str, list[str]]:
    """All that lies among the kept projects."""
    return {file.name: skus(file) for file in paths.projects_dir().glob(f"*{project_file.SUFFIX}")}


def left_by_an_accident(name: str, products: Products) -> Path:
    file = paths.projects_dir() / f"{name}{project_file.SUFFIX}"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(project_file.written(project(products), file.parent))
    return file


def test_a_left_over_is_on_disk_at_every_moment_while_it_is_taken_up(shop: Shop) -> None:
    file = left_by_an_accident("dead", CUP)
    assert shop.projects.open(file)
    assert list(kept().values()) == [["cup"]]
    shop.disk_writes()
    assert list(kept().values()) == [["cup"]]
    assert shop.projects.left_over() == []


def test_a_left_over_stays_where_nothing_can_be_kept(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    file = left_by_an_accident("dead", CUP)
    monkeypatch.setattr(sessions_kept.Keeping, "open", _cannot)
    assert shop.projects.open(file)
    assert skus(file) == ["cup"]


def _cannot(_keeping: sessions_kept.Keeping) -> bool:
    return False


def test_a_project_that_is_left_is_the_last_one_and_can_be_opened_again(shop: Shop) -> None:
    shop.works_on(CUP)
    assert shop.projects.last() is None
    shop.document.clear()
    shop.disk_writes()
    last = shop.projects.last()
    assert last is not None
    assert skus(last) == ["cup"]
    shop.projects.open_last()
    assert list(shop.document.session.products) == ["cup"]
    assert shop.projects.last() is None


def test_two_projects_take_turns_without_a_loss(shop: Shop) -> None:
    shop.works_on(CUP)
    shop.document.clear()
    shop.works_on(POT)
    for expected in ("cup", "pot", "cup"):
        shop.projects.open_last()
        shop.disk_writes()
        assert list(shop.document.session.products) == [expected]
        assert sorted(kept().values()) == [["cup"], ["pot"]]


def test_what_was_not_written_yet_is_put_aside_when_the_program_ends(shop: Shop) -> None:
    shop.works_on(CUP)
    shop.document.clear()
    asked = [each for each in shop.bridge.sent if isinstance(each, Save)]
    shop.document.session = project(POT)
    shop.projects.save_now()
    for each in (*asked, *(each for each in shop.bridge.sent if isinstance(each, Save))):
        saved(each)
    shop.projects.close()
    assert kept() == {"last.whitecove": ["pot"], "last-2.whitecove": ["cup"]}


def test_an_empty_project_does_not_take_the_last_ones_place(shop: Shop) -> None:
    shop.works_on(CUP)
    shop.document.clear()
    shop.disk_writes()
    shop.document.open(Session())
    shop.projects.close()
    assert kept() == {"last.whitecove": ["cup"]}


def test_a_project_that_another_window_has_is_opened_as_a_copy(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "shop.whitecove"
    file.write_bytes(project_file.written(project(CUP), tmp_path))
    with locks.held(tmp_path / ".shop.whitecove.lock"):
        assert shop.projects.open(file)
        assert shop.projects.named is None
        assert "another window" in shop.said[-1]
        shop.projects.save_as(file)
        assert shop.projects.named is None
    shop.projects.save_as(file)
    assert str(shop.projects.named) == str(file)


def is_taken(lock: Path) -> bool:
    try:
        with locks.held(lock):
            return False
    except locks.Taken:
        return True


def test_a_named_project_is_free_again_when_it_is_left(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "shop.whitecove"
    file.write_bytes(project_file.written(project(CUP), tmp_path))
    shop.projects.open(file)
    assert str(shop.projects.named) == str(file)
    assert is_taken(tmp_path / ".shop.whitecove.lock")
    shop.document.clear()
    assert not shop.projects.named
    assert [each.name for each in tmp_path.glob(".*")] == []


def test_what_is_left_out_of_a_project_stays_in_its_file(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "shop.whitecove"
    text = project_file.written(project(CUP), tmp_path).decode()
    doubled = text.rstrip().removesuffix("]}") + "," + text.split('"products": [')[1]
    file.write_text(doubled.replace('"sku": "cup"', '"sku": "mug"', 1), "utf-8")
    assert shop.projects.open(file)
    assert shop.projects.named is None
    assert "more than once" in shop.said[-1]
