"""An easel without a process around it: asks are heard and handled at once, and what it says is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import numpy as np
from PIL import Image

from tests.core.corrections.steps import drawn, shot
from whitecove.core.corrections.values import Corrections, Step
from whitecove.core.model import U8
from whitecove.studio.easel.room import Easel
from whitecove.studio.easel_asks import Ask, Open, Opened, Show, Shown

SIZE = 640, 480
SCREEN = 320

_S = TypeVar("_S")


class Stand:
    """The easel and all that it said; ``first`` is what it said first to the last ask, by type."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.easel = Easel(self.said.append)

    def ask(self, ask: Ask) -> list[object]:
        """What it says to ``ask``."""
        before = len(self.said)
        self.easel.heard(ask)
        self.easel.handle(ask)
        return self.said[before:]

    def one(self, ask: Ask, kind: type[_S]) -> _S:
        """Its one answer of that kind to ``ask``, which is the last."""
        said = self.ask(ask)[-1]
        assert isinstance(said, kind), said
        return said


class Screen:
    """What a window would show: the whole picture, and each change laid over it."""

    def __init__(self, opened: Opened) -> None:
        width, height = opened.size
        self.photo = np.frombuffer(opened.photo, np.uint8).reshape(height, width, 3).copy()
        self.cutout = np.frombuffer(opened.cutout, np.uint8).reshape(height, width, 4).copy()

    def take(self, shown: Shown) -> None:
        left, top, right, bottom = shown.box
        shape = bottom - top, right - left
        self.cutout[top:bottom, left:right] = np.frombuffer(shown.cutout, np.uint8).reshape(*shape, 4)
        if shown.photo:
            self.photo[top:bottom, left:right] = np.frombuffer(shown.photo, np.uint8).reshape(*shape, 3)

    @property
    def matte(self) -> U8:
        return self.cutout[..., 3]


def disc(folder: Path, name: str = "disc.png") -> Path:
    """A file of a red disc before a grey sweep, 640 × 480."""
    path = folder / name
    Image.fromarray(shot(*SIZE)[0].rgb).save(path)
    return path


def opening(path: Path, *, generation: int = 1, engine: str = "backdrop", screen: int = SCREEN, key: str = "a") -> Open:
    return Open(key=key, path=path, generation=generation, screen=screen, engine=engine)


def show(*steps: Step, generation: int = 2, key: str = "a", size: tuple[int, int] = SIZE) -> Show:
    return Show(key=key, corrections=corrections(*steps, size=size), generation=generation)


def corrections(*steps: Step, size: tuple[int, int] = SIZE) -> Corrections:
    return drawn(*steps, size=size)
