"""The real window, with its real processes, and goods to work on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.cli.conftest import cli, start
from tests.faults.shop import SAMPLES, save_small
from tests.gui.end_to_end.person import OPTIONS, Person, flags
from whitecove.gui import app
from whitecove.studio.out_folder import out_for

__all__ = ["cli"]

# A product of three photos, one with a hole at its handle, and one that is in doubt on the quick way.
GOODS = ("lamp/lamp_main.jpg", "lamp/lamp_1.jpg", "lamp/lamp_2.jpg", "mug.jpg", "box.jpg")


@pytest.fixture
def goods(tmp_path: Path) -> Path:
    """A folder of small photos."""
    return stocked(tmp_path / "goods")


def stocked(folder: Path) -> Path:
    """Fills a folder with small photos."""
    for name in GOODS:
        save_small(SAMPLES / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def once_prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of small photos, and beside it what was made of them; to be copied."""
    goods = stocked(tmp_path_factory.mktemp("once") / "goods")
    done = start(tmp_path_factory.mktemp("home"), "prepare", goods, "--out", out_for([goods]), *flags(OPTIONS))
    assert done.code == 1, done.err
    return goods


@pytest.fixture
def prepared_goods(once_prepared: Path, tmp_path: Path) -> Path:
    """A folder of small photos that were prepared."""
    return copied(once_prepared, tmp_path)


def copied(goods: Path, to: Path) -> Path:
    """Photos and what was made of them, elsewhere."""
    for folder in (goods, out_for([goods])):
        shutil.copytree(folder, to / folder.name)
    return to / goods.name


@contextmanager
def at_the_window(application: QApplication) -> Iterator[Person]:
    """Opens the window as the program does, and closes it in the end, as a person does."""
    window = app.opened(application)
    window.preferences.set(first_look=False)
    window.document.set_options(OPTIONS)
    window.begin([])
    person = Person(window)
    try:
        person.comes_to(window)
        yield person
    finally:
        if not window.close():  # a batch is under way: the second time it is meant
            window.close()
        window.deleteLater()


@pytest.fixture
def person(qapp: QApplication) -> Iterator[Person]:
    """A person before the empty window."""
    with at_the_window(qapp) as made:
        yield made


@pytest.fixture(scope="module")
def looking(qapp: QApplication, once_prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """A person before prepared photos, for tests that only look, or leave things as they were."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WHITECOVE_HOME", str(home))
        with at_the_window(qapp) as made:
            made.drops(copied(once_prepared, tmp_path_factory.mktemp("looking")))
            made.prepares()
            made.waits_for_quiet()
            made.touches_up(made.shot("mug.jpg"), "erase-brush")  # all processes are there from now on
            made.does("leave")
            yield made
