"""The scenes of the gallery: one visit to the window, from the empty start to the delivery.

Scenes are played in their order, each goes on where the one before it ended. To add one: a function that brings the
window there as a person would, waiting with `until`, and a line in `SCENES`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from whitecove import paths
from whitecove.gui.progress import Phase
from whitecove.gui.window import Window
from window_driver import until


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a scene: the window's size in device-independent pixels, the scale in percent, the colours."""

    width: int = 1280
    height: int = 800
    percent: int = 100
    scheme: str = "light"

    @property
    def suffix(self) -> str:
        """What tells its file from the others of the scene; the usual size is not named."""
        size = "" if (self.width, self.height) == (1280, 800) else f"-{self.width}x{self.height}"
        return f"-{self.scheme}{size}" + ("" if self.percent == 100 else f"-{self.percent}")


LIGHT, DARK = Shot(), Shot(scheme="dark")
SMALLEST, LARGE = Shot(width=1024, height=640), Shot(width=1920, height=1080)
FINE = Shot(percent=200)


@dataclass(frozen=True, slots=True)
class Stage:
    """What is played on: the window, and a folder of photos that may be written beside."""

    window: Window
    photos: Path


@dataclass(frozen=True, slots=True)
class Scene:
    """A state of the window worth looking at, how to get there from the scene before, and the pictures to take."""

    name: str
    play: Callable[[Stage], None]
    shots: tuple[Shot, ...] = (LIGHT, DARK)


def stage(window: QMainWindow, folder: Path) -> Stage:
    """The window with the sample photos, copied into ``folder``."""
    if not isinstance(window, Window):
        raise TypeError(f"{window} is not the main window")
    photos = folder / "New goods"
    shutil.copytree(paths.resources() / "samples", photos, ignore=shutil.ignore_patterns("*.toml"))
    return Stage(window, photos)


def empty(_: Stage) -> None:
    """Nothing was dropped yet."""


def loading(on: Stage) -> None:
    """Photos come in."""
    on.window.document.add([on.photos])
    until(lambda: bool(on.window.document.session.shots), "the first photo")


def arrived(on: Stage) -> None:
    """They are there, and grouped."""
    until(lambda: on.window.document.progress.phase is Phase.IDLE, "the grouping")


def working(on: Stage) -> None:
    """A batch is under way, and a few are done."""
    on.window.document.prepare()
    until(lambda: on.window.document.progress.done >= 2, "the second photo")


def finished(on: Stage) -> None:
    """All are done."""
    until(lambda: on.window.document.progress.last is not None, "the end of the batch")


SCENES = (
    Scene("empty", empty, (LIGHT, DARK, SMALLEST)),
    Scene("loading", loading),
    Scene("arrived", arrived, (LIGHT, DARK, SMALLEST)),
    Scene("working", working, (LIGHT, DARK, FINE)),
    Scene("finished", finished, (LIGHT, DARK, SMALLEST, LARGE, FINE)),
)
