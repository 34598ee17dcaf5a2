"""The program with an output folder whose disk becomes full, in a process that may mount one (``unshare -rm``):
``full_disk.py PHOTOS`` tells as a line of JSON what was said and what became of the photos, before and after room was
made."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow

from tests.gui.end_to_end.person import OPTIONS, Person
from whitecove.gui.window import Window
from whitecove.studio.out_folder import out_for
from window_driver import drive

SMALL = 1_200_000  # bytes: more than one picture, less than all


def full_and_freed(photos: Path, window: QMainWindow) -> None:
    """Prepares photos on a small disk, makes room, and prepares the rest."""
    assert isinstance(window, Window)
    person = Person(window)
    window.document.set_options(OPTIONS)
    person.comes_to(window)
    person.drops(photos)
    out = person.document.session.out
    assert out == out_for([photos])
    out.mkdir(exist_ok=True)
    _mount(out, "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs")
    person.does("prepare")
    person.waits(lambda: any("full" in each for each in person.strips()))
    person.waits_for_quiet()
    said, modal = person.strips(), QApplication.activeModalWidget() is not None
    before = _states(person)
    _mount(out, "-o", "remount,size=100m")
    person.prepares()
    told = {"said": said, "modal": modal, "before": before, "after": _states(person), "then": person.strips()}
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def _mount(folder: Path, *how: str) -> None:
    subprocess.run(["mount", *how, str(folder)], check=True)


def _states(person: Person) -> dict[str, str]:
    return {shot.photo.path.name: shot.standing.value for shot in person.document.session.shots.values()}


if __name__ == "__main__":
    sys.exit(drive(lambda window: full_and_freed(Path(sys.argv[1]), window)))
