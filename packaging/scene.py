"""What a scene of the gallery is: a state of the window worth looking at, and the pictures to take of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QMainWindow, QWidget

from whitecove import paths
from whitecove.gui.window import Window

USUAL = (1280, 800)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a scene: the window's size in device-independent pixels, the scale in percent, the colours."""

    width: int = USUAL[0]
    height: int = USUAL[1]
    percent: int = 100
    scheme: str = "light"

    @property
    def suffix(self) -> str:
        """What tells its file from the others of the scene; the usual size is not named."""
        size = "" if (self.width, self.height) == USUAL else f"-{self.width}x{self.height}"
        return f"-{self.scheme}{size}" + ("" if self.percent == 100 else f"-{self.percent}")

    @property
    def told(self) -> str:
        """What it shows differently from the others of the scene, in words."""
        size = "" if (self.width, self.height) == USUAL else f", {self.width} × {self.height}"
        return f"{self.scheme}{size}" + ("" if self.percent == 100 else f", {self.percent} %")


LIGHT, DARK = Shot(), Shot(scheme="dark")
SMALLEST, LARGE = Shot(width=1024, height=640), Shot(width=1920, height=1080)
FINE = Shot(percent=200)


@dataclass(frozen=True, slots=True)
class Stage:
    """What is played on: the window, and a folder of photos that may be written beside."""

    window: Window
    photos: Path


def main_window(on: Stage) -> QWidget:
    """The window itself."""
    return on.window


def nothing_moves(_: Stage) -> None:
    """The pointer stays where it is."""


@dataclass(frozen=True, slots=True)
class Scene:
    """``play`` comes there from the scene before; ``shows`` says in a sentence what is seen; ``of`` is what is taken:
    the window, or a page beside it in its own size. ``resized`` is done when the window has the size of a picture."""

    name: str
    shows: str
    play: Callable[[Stage], None]
    shots: tuple[Shot, ...] = (LIGHT, DARK)
    of: Callable[[Stage], QWidget] = main_window
    resized: Callable[[Stage], None] = nothing_moves

    def files(self) -> list[str]:
        """The names of its pictures."""
        return [f"{self.name}{shot.suffix}.png" for shot in self.shots]


def stage(window: QMainWindow, folder: Path) -> Stage:
    """The window with the sample photos, copied into ``folder``."""
    if not isinstance(window, Window):
        raise TypeError(f"{window} is not the main window")
    photos = folder / "New goods"
    shutil.copytree(paths.resources() / "samples", photos, ignore=shutil.ignore_patterns("*.toml"))
    return Stage(window, photos)
