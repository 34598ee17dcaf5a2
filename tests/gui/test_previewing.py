"""What is set for a photo is seen at once, and then written just so: with the real gallery, easel and floor."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QUndoGroup
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from whitecove import paths
from whitecove.core.adjust.values import Adjust
from whitecove.core.compose import COMPACT_FILL
from whitecove.core.corrections.values import Corrections
from whitecove.core.model import Listing, Photo, Role, Variant
from whitecove.gui.bridge import Bridge
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.pair import Side
from whitecove.gui.document import Document
from whitecove.gui.panels.changing import adjust_of, set_adjust
from whitecove.gui.previewing import Previewing, is_ahead
from whitecove.gui.products.selection import Selection
from whitecove.gui.showing import Showing
from whitecove.gui.theme.apply import apply
from whitecove.gui.touching import Touching
from whitecove.studio.easel_asks import Compose, Composed
from whitecove.studio.items import Shot

PATIENCE_MS = 120_000


class Desk:
    """The middle of a window, with the rooms behind it, and two photos of a product: a main picture and a detail."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        shutil.copy(paths.resources() / "samples" / "mug.jpg", folder / "main.jpg")
        shutil.copy(paths.resources() / "samples" / "lamp" / "lamp_1.jpg", folder / "detail.jpg")
        self.bridge = Bridge()
        self.document = Document(self.bridge, self.bridge)
        self.canvas = Canvas()
        self.canvas.resize(900, 700)
        undo = QUndoGroup(self.bridge)
        self.showing = Showing(self.canvas, self.document, self.bridge, self.bridge)
        self.touching = Touching(self.canvas, self.document, self.bridge, undo, self.bridge)
        self.selection = Selection(self.document, self.bridge)
        self.selection.current_changed.connect(self._show)
        self.document.photos_changed.connect(self.showing.refresh)
        self.previewing = Previewing(self.canvas, self.showing, self.touching, self.document, self.selection)
        photos = (
            Photo(path=folder / "main.jpg", name="main.jpg", role=Role.MAIN, order=1),
            Photo(path=folder / "detail.jpg", name="detail.jpg", role=Role.DETAIL, order=2),
        )
        self.document.session.group([Listing(sku="A", variants=(Variant(name="", photos=photos),))])
        self.document.session.inputs = (folder,)
        self.document.session.out = folder.parent / "out"
        self.main, self.detail = (str(photo.path) for photo in photos)

    def _show(self) -> None:
        self.showing.show(self.selection.current_shot)

    def shot(self, key: str) -> Shot:
        return self.document.session.shots[key]

    def shows(self, key: str, *, preview: bool) -> AbstractContextManager[object]:
        """Waits until that photo is shown."""
        return self._qtbot.waitSignal(
            self.showing.shown, timeout=PATIENCE_MS, check_params_cb=_shows(key, preview=preview)
        )

    def set(self, key: str, **values: object) -> None:
        """As the adjust panel sets it."""
        shot = self.shot(key)
        if self.document.measure([key]):
            self._qtbot.waitUntil(lambda: shot.size is not None, timeout=PATIENCE_MS)
        adjust: Adjust = Adjust(**{**_set(adjust_of(shot)), **values})  # type: ignore[arg-type]
        set_adjust(self.touching, [(shot, adjust)], "set")

    def after(self) -> QImage:
        """The finished picture that is on the canvas."""
        pair = self.canvas._viewing.pair
        levels = pair.levels(Side.AFTER) if pair else None
        assert levels is not None
        return levels.image

    @property
    def badge(self) -> str:
        return self.canvas._viewing.badge


def _set(adjust: Adjust) -> dict[str, object]:
    return {name: getattr(adjust, name) for name in Adjust.__dataclass_fields__}


def _as_array(image: QImage, size: tuple[int, int] = (300, 300)) -> np.ndarray:
    small = image.scaled(QSize(*size)).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(bytes(small.constBits()), np.uint8).reshape(size[1], small.bytesPerLine())
    return rows[:, : 3 * size[0]].astype(int)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply(qapp, "light")
    folder = tmp_path / "goods"
    folder.mkdir()
    made = Desk(qtbot, folder)
    qtbot.addWidget(made.canvas)
    made.canvas.show()
    yield made
    made.bridge.close()
    made.bridge.deleteLater()


def _shows(key: str, *, preview: bool) -> Callable[[str, bool], bool]:
    def is_it(shown: str, is_preview: bool) -> bool:
        return (shown, is_preview) == (key, preview)

    return is_it


def test_a_change_is_seen_and_then_written_as_it_was_seen(desk: Desk) -> None:
    desk.selection.go_to(desk.main)
    with desk.shows(desk.main, preview=True):
        desk.set(desk.main, fill=0.6, turn=90)
    assert desk.badge
    assert desk.canvas.shows_pair
    promised, view = _as_array(desk.after()), desk.canvas.view
    with desk.shows(desk.main, preview=False):
        desk.document.prepare()
    assert not desk.badge
    assert desk.canvas.view == view
    assert np.abs(_as_array(desk.after()) - promised).mean() < 1.5
    written = desk.shot(desk.main).rendition
    assert written is not None
    assert desk.after().width() == written.width


def test_undoing_brings_back_what_was_written(qtbot: QtBot, desk: Desk) -> None:
    desk.selection.go_to(desk.main)
    with qtbot.waitSignal(desk.document.prepared, timeout=PATIENCE_MS):
        desk.document.prepare()
    with desk.shows(desk.main, preview=True):
        desk.set(desk.main, exposure=0.5)
    desk.canvas.zoom_at(1.0)
    with desk.shows(desk.main, preview=False):
        desk.document.undo_stack.undo()
    assert not is_ahead(desk.shot(desk.main))
    assert not desk.badge


def test_of_many_changes_the_last_is_shown(qtbot: QtBot, desk: Desk) -> None:
    said: list[Composed] = []
    desk.bridge.listen(Composed, said.append)
    desk.selection.go_to(desk.main)
    with desk.shows(desk.main, preview=True):
        desk.set(desk.main, fill=0.5)
    for fill in (0.52, 0.55, 0.6, 0.66, 0.7):
        desk.set(desk.main, fill=fill)
    shows = _shows(desk.main, preview=True)
    with qtbot.waitSignals([desk.showing.shown] * 2, timeout=PATIENCE_MS, check_params_cbs=[shows] * 2):
        pass
    assert len(said) == 3  # the first, the one that was asked at once, and the last
    assert max(said[-1].placement.placed_box.width, said[-1].placement.placed_box.height) == pytest.approx(
        1400 * COMPACT_FILL, abs=2
    )


def test_a_detail_that_keeps_its_scene(desk: Desk) -> None:
    desk.selection.go_to(desk.detail)
    with desk.shows(desk.detail, preview=True):
        desk.set(desk.detail, details="pad")
    image = desk.after()
    assert image.width() == image.height()
    with desk.shows(desk.detail, preview=True):
        desk.set(desk.detail, details="scene", turn=90)
    image = desk.after()
    assert image.width() > image.height()


def test_a_photo_that_is_left_is_not_shown_any_more(desk: Desk) -> None:
    desk.selection.go_to(desk.main)
    desk.set(desk.main, fill=0.5)
    with desk.shows(desk.detail, preview=False):
        desk.selection.go_to(desk.detail)
    assert not desk.badge
    with desk.shows(desk.main, preview=True):
        desk.selection.go_to(desk.main)
    assert desk.badge


def test_what_cannot_be_made_is_said_and_the_picture_stays(qtbot: QtBot, desk: Desk) -> None:
    desk.selection.go_to(desk.main)
    with desk.shows(desk.main, preview=False):
        pass
    elsewhere = Corrections(width=100, height=900, steps=(), adjust=Adjust(fill=0.5))
    with qtbot.waitSignal(desk.previewing.said, timeout=PATIENCE_MS) as said:
        desk.touching.become(desk.main, elsewhere)
    assert said.args
    assert said.args[1]
    assert desk.canvas.shows_pair
    assert not desk.badge


def test_it_is_asked_with_the_options_of_the_batch(desk: Desk) -> None:
    desk.selection.go_to(desk.detail)
    desk.set(desk.detail, turn=90)
    asked = desk.previewing._asked
    assert isinstance(asked, Compose)
    assert asked.options == desk.document.session.options
    assert asked.photo.engine == "keep"
    with desk.shows(desk.detail, preview=True):
        pass
