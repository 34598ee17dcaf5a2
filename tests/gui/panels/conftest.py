"""Real results, prepared once, and a document that talks to nobody."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.gui.batch_words import as_a_floor
from whitecove.batch import plan as planning
from whitecove.batch.events import Event, ListingFinished, PhotoFinished
from whitecove.batch.executors.control import Control
from whitecove.batch.executors.serial import Serial
from whitecove.batch.run import run
from whitecove.core.corrections.values import Corrections
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile
from whitecove.gui.bridge import Bridge
from whitecove.gui.document import Document
from whitecove.gui.theme.apply import apply
from whitecove.paths import resources
from whitecove.studio.items import Shot
from whitecove.studio.session import Session

# One is ready, one breaks a rule and is doubtful, one is doubtful, and two are one product.
SAMPLES = ("mug.jpg", "vase.jpg", "bottle.jpg", "lamp/lamp_main.jpg", "lamp/lamp_1.jpg")


class Quiet(Bridge):
    """Asks are kept instead of sent; answers come from the test."""

    def __init__(self) -> None:
        super().__init__()
        self.asks: list[object] = []

    def send(self, room: str, ask: object) -> None:
        self.asks.append(ask)

    def say(self, *answers: object) -> None:
        """As if a room said so."""
        for answer in (as_a_floor(each, self.asks) for each in answers):
            for slot in self._listeners.get(type(answer), ()):
                slot(answer)
        self.portion_given.emit()


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """The application in its own looks."""
    apply(qapp, "light")
    return qapp


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Some of the samples that come with the program, really prepared."""
    folder = tmp_path_factory.mktemp("samples")
    for name in SAMPLES:
        (folder / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(resources() / "samples" / name, folder / "in" / name)
    return prepared([folder / "in"], folder / "out")


def prepared(inputs: list[Path], out: Path, options: Options | None = None) -> Session:
    """``inputs`` as they are after a batch, one photo after the other in this process."""
    options = options or Options()
    profile = load_profile(options.profile)
    proposal = planning.propose(inputs, options, profile)
    session = Session()
    session.options, session.out = options, out
    session.group(proposal.listings)
    session.begin()

    def emit(event: Event) -> None:
        if isinstance(event, PhotoFinished):
            shot = session.by_name(event.name)
            assert shot
            session.finish(shot.key, event.result, None)
        elif isinstance(event, ListingFinished):
            session.judge(event)

    plan = planning.settle(proposal, out, options, profile)
    run(plan, models={}, emit=emit, control=Control(), resume=False, executor=Serial())
    session.end()
    return session


@pytest.fixture
def bridge(qapp: QApplication) -> Iterator[Quiet]:
    made = Quiet()
    yield made
    made.close()


@pytest.fixture
def document(bridge: Quiet, samples: Session) -> Document:
    """A document over the samples' results; what a test changes stays in the test."""
    made = Document(bridge)
    made.session = copy.deepcopy(samples)
    return made


def find_shot(document: Document, name: str) -> Shot:
    """The sample photo whose file is called so."""
    return next(shot for shot in document.session.shots.values() if shot.photo.path.stem == name)


def content(area: QScrollArea) -> QWidget:
    """What a panel shows now."""
    shown = area.widget()
    assert shown is not None
    return shown


class Kept:
    """A history of each photo, as the window's own keeps one."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._stacks: dict[str, QUndoStack] = {}

    @property
    def project_stack(self) -> QUndoStack:
        return self._document.undo_stack

    def corrections_of(self, key: str) -> Corrections | None:
        return self._document.session.shots[key].corrections

    def stack(self, key: str) -> QUndoStack:
        return self._stacks.setdefault(key, QUndoStack())

    def become(self, key: str, corrections: Corrections | None) -> None:
        self._document.correct(key, corrections)


@pytest.fixture
def history(document: Document) -> Kept:
    return Kept(document)
