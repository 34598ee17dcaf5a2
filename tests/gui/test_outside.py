"""A photo in another program and back, with the real easel and a program that saves in many ways."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.core.corrections.steps import erase
from tests.gui import fake_editor
from tests.gui.pages.conftest import Opened, opened
from tests.studio.on_easel import SIZE, corrections, disc, opening
from whitecove.core.model import Listing, Photo, Role, Variant
from whitecove.core.read import read_photo
from whitecove.gui.bridge import EASEL, Bridge
from whitecove.gui.document import Document
from whitecove.gui.outside import Outside
from whitecove.gui.products.selection import Selection
from whitecove.studio.items import Shot

PATIENCE = 30_000
GREEN = (0, 255, 0)

__all__ = ["opened"]


def editor(way: str) -> str:
    """The command line of the program that saves so."""
    return f'"{sys.executable}" "{fake_editor.__file__}" {way}'


class Desk:
    """A product of two photos, the second of which is current."""

    def __init__(self, qtbot: QtBot, bridge: Bridge, folder: Path) -> None:
        self.qtbot, self.bridge = qtbot, bridge
        self.document = Document(bridge)
        self.selection = Selection(self.document, self.document)
        self.outside = Outside(self.document, bridge, self.document.undo_stack, self.document)
        self.files = [disc(folder, name) for name in ("cup.png", "mug.png")]
        self.group()
        self.selection.go_to(str(self.files[1]))
        self.shot.corrections = corrections(erase((320, 240), radius=30))
        self.trouble: list[str] = []
        self.back: list[str] = []
        self.outside.failed.connect(self._failed)
        self.outside.came_back.connect(self.back.append)

    @property
    def shot(self) -> Shot:
        shot = self.selection.current_shot
        assert shot
        return shot

    def group(self) -> None:
        """Photos come in."""
        photos = tuple(
            Photo(path=file, name=file.name, role=Role.MAIN if order == 1 else Role.DETAIL, order=order)
            for order, file in enumerate(self.files, start=1)
        )
        self.document.session.group([Listing(sku="A", variants=(Variant(name="", photos=photos),))])
        self.document.reset.emit()

    def send(self, way: str) -> None:
        """Ctrl+E, with a program that saves so."""
        self.outside.editor = editor(way)
        ask = replace(opening(self.shot.photo.path, key=self.shot.key), corrections=self.shot.corrections)
        self.outside.edit(ask, self.shot)

    def look(self) -> None:
        """Out to a program that changes nothing."""
        with self.qtbot.waitSignal(self.outside.opened, timeout=PATIENCE):
            self.send("look")

    def edit(self, way: str) -> None:
        """Out and back."""
        with self.qtbot.waitSignal(self.outside.came_back, timeout=PATIENCE):
            self.send(way)

    def squares(self) -> int:
        """How many the program painted into the current photo."""
        rgb = read_photo(self.shot.photo.path).rgb
        return sum(tuple(rgb[y + 5, 5].tolist()) == GREEN for y in range(0, 200, fake_editor.SIDE))

    def _failed(self, _code: str, sentence: str) -> None:
        self.trouble.append(sentence)


@pytest.fixture(scope="module")
def bridge(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bridge]:
    """One easel for all: it takes seconds to start."""
    made = Bridge()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WHITECOVE_HOME", str(tmp_path_factory.mktemp("easel")))
        made.start(EASEL)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def desk(qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, bridge, tmp_path)
    yield made
    made.outside.close()
    made.document.deleteLater()


@pytest.mark.parametrize("way", ["replace", "slowly", "halting", "away"])
def test_however_it_is_saved_it_comes_back_whole(desk: Desk, way: str) -> None:
    desk.edit(way)
    assert desk.shot.origin == str(desk.files[1])
    assert desk.squares() == 1
    alpha = read_photo(desk.shot.photo.path).alpha
    assert alpha is not None
    assert (alpha[220:260, 300:340] == 0).all()  # what was erased before it went out
    assert desk.shot.corrections is None
    assert (desk.back, desk.trouble) == (["mug.png"], [])


def test_our_own_writing_does_not_come_back(desk: Desk) -> None:
    desk.look()
    desk.shot.corrections = corrections(erase((200, 240), radius=30))
    desk.look()  # written anew, while it was watched
    desk.look()
    desk.edit("replace")
    assert desk.back == ["mug.png"]
    assert desk.document.undo_stack.count() == 1


def test_it_goes_out_again_and_again(desk: Desk) -> None:
    for number in (1, 2, 3):
        desk.edit("replace")
        assert desk.squares() == number
    kept = {each.read_bytes() for each in desk.shot.photo.path.parents[1].rglob("*.tif")}
    assert len(kept) == 3


def test_it_stays_current_there_and_back(desk: Desk) -> None:
    original, drawn = desk.shot.key, desk.shot.corrections
    keys: list[str] = []
    desk.selection.current_changed.connect(keys.append)
    desk.edit("replace")
    edited = desk.shot.key
    assert edited != original
    assert desk.selection.keys == (edited,)
    desk.document.undo_stack.undo()
    assert (desk.shot.key, desk.shot.corrections) == (original, drawn)
    desk.document.undo_stack.redo()
    assert desk.shot.corrections is None
    assert keys == [edited, original, edited]
    desk.document.undo_stack.undo()
    desk.edit("replace")
    assert keys[3:] == [original, desk.shot.key]


def test_what_is_drawn_on_it_later_is_redone_with_it(desk: Desk) -> None:
    desk.edit("replace")
    later = corrections(erase((10, 10), radius=5))
    desk.document.correct(desk.shot.key, later)
    desk.document.undo_stack.undo()
    desk.document.undo_stack.redo()
    assert desk.shot.corrections == later


def test_the_next_photos_do_not_bring_the_original_in_again(desk: Desk) -> None:
    desk.edit("replace")
    edited = desk.shot.key
    desk.group()
    assert list(desk.document.session.shots) == [str(desk.files[0]), edited]
    assert desk.shot.key == edited


def test_what_cannot_go_out_is_said(desk: Desk) -> None:
    desk.files[1].unlink()
    with desk.qtbot.waitSignal(desk.outside.failed, timeout=PATIENCE):
        desk.send("look")
    assert "no file" in desk.trouble[0]
    disc(desk.files[1].parent, desk.files[1].name)
    desk.look()


def test_what_is_no_picture_any_more_is_said_and_a_better_one_taken(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.outside.failed, timeout=PATIENCE):
        desk.send("half")
    assert desk.trouble[0].startswith("What was saved of mug.png")
    assert desk.shot.key == str(desk.files[1])
    desk.edit("replace")
    assert desk.squares() == 1


def test_an_easel_that_dies_is_said(desk: Desk) -> None:
    desk.send("look")
    desk.bridge.lost.emit(EASEL)
    assert desk.trouble == ["mug.png could not be made ready for your editor. Try it again."]


@pytest.mark.parametrize("written", ["/nowhere/paint --new", '"paint'])
def test_a_program_that_is_not_there_is_said(desk: Desk, written: str) -> None:
    desk.send("look")
    desk.outside.editor = written
    with desk.qtbot.waitSignal(desk.outside.failed, timeout=PATIENCE):
        pass
    assert desk.trouble[0].startswith(f"{written} could not be started.")


def test_without_a_program_of_ones_own_the_system_opens_it(desk: Desk, opened: Opened) -> None:
    with desk.qtbot.waitSignal(desk.outside.opened, timeout=PATIENCE) as said:
        desk.send("look")
        desk.outside.editor = ""
    assert said.args == ["mug.png"]
    (path,) = opened.paths
    assert Path(path).name == "mug.tif"
    assert read_photo(Path(path)).size == SIZE


def test_nothing_comes_back_into_another_project(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.outside.opened, timeout=PATIENCE):
        desk.send("away")
    desk.document.clear()
    desk.group()
    desk.selection.go_to(str(desk.files[1]))
    desk.edit("replace")
    assert desk.document.undo_stack.count() == 1
    assert desk.squares() == 1
