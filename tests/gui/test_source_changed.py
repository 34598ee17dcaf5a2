"""A photo whose file is written to is shown as it is now, with the real gallery."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from whitecove.core.model import Listing, Photo, Role, Variant
from whitecove.gui.bridge import Bridge
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.document import Document
from whitecove.gui.products.thumbnails import Thumbnails, wish_of
from whitecove.gui.showing import Showing

PATIENCE = 30_000


def painted(file: Path, colour: str, second: int) -> None:
    """A photo of one colour, written at that time."""
    Image.new("RGB", (64, 48), colour).save(file)
    os.utime(file, (second, second))


def grouped(document: Document, file: Path) -> None:
    photo = Photo(path=file, name=file.name, role=Role.MAIN, order=1)
    document.session.group([Listing(sku="A", variants=(Variant(name="", photos=(photo,)),))])


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[Bridge]:
    made = Bridge()
    yield made
    made.close()
    made.deleteLater()


def test_canvas_and_thumbnail_are_of_the_file_as_it_is(qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
    file = tmp_path / "mug.png"
    painted(file, "red", 1000)
    document, canvas = Document(bridge, bridge), Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    thumbnails, showing = Thumbnails(bridge, bridge), Showing(canvas, document, bridge, bridge)
    showing.source_changed.connect(thumbnails.renew)
    grouped(document, file)
    shot = document.session.shots[str(file)]

    def shows(colour: str) -> bool:
        thumbnail = thumbnails.get(wish_of(shot, None), 100)
        middle = canvas.grab().toImage().pixelColor(200, 150)
        is_it = thumbnail is not None and thumbnail.toImage().pixelColor(5, 5) == QColor(colour)
        return is_it and middle == QColor(colour)

    canvas.show()
    showing.show(shot)
    qtbot.waitUntil(lambda: shows("red"), timeout=PATIENCE)
    painted(file, "blue", 2000)
    showing.look_again(shot)
    qtbot.waitUntil(lambda: shows("blue"), timeout=PATIENCE)
