"""The program at work, in a process of its own that will be killed: ``left_work.py MOMENT FOLDER`` does what a person
does with the photos in a folder, tells as a line of JSON what there is to lose, and goes on until it is ended."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from tests.gui.end_to_end.person import OPTIONS, Person
from whitecove.core.corrections.text import digest
from whitecove.core.model import State
from whitecove.gui.document import Document
from whitecove.gui.progress import Phase
from whitecove.gui.window import Window
from whitecove.studio.items import Shot
from window_driver import drive

MOMENTS = ("touching up", "preparing")


def told(document: Document) -> dict[str, object]:
    """What a person did: how photos are arranged, what was drawn, where all stands."""
    session = document.session
    return {
        "products": {sku: [_photo(shot.key) for shot in session.photos_of(sku)] for sku in session.products},
        "roles": {_photo(key): shot.photo.role.value for key, shot in session.shots.items()},
        "drawn": {_photo(key): digest(shot.corrections) for key, shot in session.shots.items()},
        "states": {_photo(key): _standing(shot) for key, shot in session.shots.items()},
        "options": repr(session.options),
        "out": str(session.out),
    }


def _standing(shot: Shot) -> str:
    """What was changed since it was prepared waits, once it is recalled."""
    return (State.WAITING if shot.changed else shot.standing).value


def _photo(key: str) -> str:
    return Path(key).name


def at_work(moment: str, folder: Path, window: QMainWindow) -> None:
    """Does it."""
    assert isinstance(window, Window)
    person = Person(window)
    window.document.set_options(OPTIONS)
    person.comes_to(window)
    person.drops(folder)
    person.prepares()
    _decides(person)
    _arranges(person)
    _draws(person)
    if moment == MOMENTS[1]:
        person.does("leave")
        with person.hears(window.projects.saved):
            person.document.set_options(replace(OPTIONS, fill=0.7))
        person.does("prepare")
        person.waits(lambda: window.document.progress.phase is Phase.PREPARING)
    else:
        with person.hears(window.projects.saved):
            person.draws((20, 60), (40, 60))
    sys.stdout.write(json.dumps(told(window.document)) + "\n")
    sys.stdout.flush()
    person.waits(lambda: False)


def _decides(person: Person) -> None:
    person.window.products.selection.go_to(person.shot("box.jpg").key)
    with person.hears(person.document.decided):
        person.does("approve")


def _arranges(person: Person) -> None:
    """Another main picture, a product with another name, a photo kept aside."""
    selection = person.window.products.selection
    selection.go_to(person.shot("lamp_2.jpg").key)
    person.does("role-main")
    selection.go_to(person.shot("lamp_1.jpg").key)
    person.does("role-unused")
    selection.go_to(person.shot("mug.jpg").key)
    person.window.products.arranging.rename("mug", "cup")
    person.waits_for_quiet()


def _draws(person: Person) -> None:
    person.touches_up(person.shot("mug.jpg"), "erase-brush")
    with person.hears(person.window.projects.saved):
        person.draws((20, 20), (40, 20))


if __name__ == "__main__":
    sys.exit(drive(lambda window: at_work(sys.argv[1], Path(sys.argv[2]), window)))
