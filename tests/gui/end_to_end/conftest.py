"""The real window, with its real processes, and goods to work on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.cli.conftest import cli
from tests.faults.shop import SAMPLES, save_small
from tests.gui.end_to_end.person import Person
from whitecove.core.options import Options
from whitecove.gui import app
from whitecove.gui.window import Window

__all__ = ["cli"]

# A product of three photos, one with a hole at its handle, one on a quiet backdrop. Small ones need plain padding.
GOODS = ("lamp/lamp_main.jpg", "lamp/lamp_1.jpg", "lamp/lamp_2.jpg", "mug.jpg", "box.jpg")
OPTIONS = Options(engine="backdrop", canvas=800, pad_bytes=True)


@pytest.fixture
def goods(tmp_path: Path) -> Path:
    """A folder of small photos."""
    return stocked(tmp_path / "goods")


def stocked(folder: Path) -> Path:
    """Fills a folder with small photos."""
    for name in GOODS:
        save_small(SAMPLES / name, folder / name)
    return folder


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Callable[[], Person]]:
    """Opens the window as the program does, and closes it in the end, as a person does; again and again, if wanted."""
    windows: list[Window] = []

    def made() -> Person:
        window = app.opened(qapp)
        windows.append(window)
        window.preferences.keep_options(OPTIONS)
        window.document.set_options(OPTIONS)
        window.preferences.set(first_look=False)
        window.begin([])
        qtbot.waitActive(window)
        return Person(qtbot, window)

    yield made
    for window in windows:
        if not window.close():  # a batch is under way: the second time it is meant
            window.close()
        window.deleteLater()


@pytest.fixture
def person(opened: Callable[[], Person]) -> Person:
    """A person before the empty window."""
    return opened()
