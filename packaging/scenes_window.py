"""How the window comes into the states that the gallery shows, from the empty start to the grid of what is done."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from scene import Stage
from whitecove.core.model import State
from whitecove.gui.progress import Phase
from whitecove.gui.window import Window
from window_driver import pause, until

CHECKS, ADJUST, INFO = 0, 1, 2
# Places of the sample vase, in its own pixels, that its cutout lost: a stroke along each.
LOST = (
    ((725, 330), (740, 400), (730, 520), (660, 690), (570, 830), (550, 980), (580, 1120), (640, 1260)),
    ((890, 330), (875, 400), (890, 520), (950, 660), (1010, 760)),
    ((845, 330), (835, 460), (840, 640), (880, 800)),
    ((610, 800), (600, 1000)),
    ((785, 330), (790, 440), (790, 620)),
)
# A shadow that its cutout left.
SHADOW = (
    ((1040, 1300), (1040, 1345)),
    ((1020, 1345), (1050, 1345)),
    ((1000, 1395), (1060, 1400)),
    ((985, 1430), (1060, 1430)),
)
SHADOW_SIZE = 24.0
LOST_SIZE = 48.0
# Names as sellers give them.
LONG_NAMES = {"mug": "MUG-TEAL-450ML-AW26-DISHWASHER-SAFE", "basket": "购物篮 红色 手提 大号 家用收纳"}


def empty(on: Stage) -> None:
    """Nothing was dropped yet."""
    until(lambda: bool(on.window.markets.known), "the marketplaces")


def loading(on: Stage) -> None:
    """Photos come in."""
    on.window.document.add([on.photos])
    until(lambda: bool(on.window.document.session.shots), "the first photo")


def arrived(on: Stage) -> None:
    """They are there, and grouped."""
    until(lambda: on.window.document.progress.phase is Phase.IDLE, "the grouping")


def grouping(on: Stage) -> None:
    """The question how they are grouped is opened."""
    _press(on, "Change grouping")


def working(on: Stage) -> None:
    """A batch is under way, and a few are done."""
    _press(on, "Looks right")
    on.window.document.prepare()
    until(lambda: on.window.document.progress.done >= 2, "the second photo")


def finished(on: Stage) -> None:
    """All are done."""
    until(lambda: on.window.document.progress.last is not None, "the end of the batch")
    _go(on, "lamp_main")


def review(on: Stage) -> None:
    """Only what waits for a look, and a photo of it."""
    on.window.products.panel.chips.choose(frozenset({State.REVIEW}))
    _go(on, "bottle")


def not_white(on: Stage) -> None:
    """A photo with a rule that does not hold, and where."""
    _go(on, "box")
    on.window.actions_["after-only"].trigger()
    on.window.actions_["show-not-white"].setChecked(True)
    pause(2.0)  # it is looked at pixel by pixel


def side_by_side(on: Stage) -> None:
    """The photo beside what was made of it."""
    on.window.actions_["show-not-white"].setChecked(False)
    on.window.products.panel.chips.choose(None)
    _go(on, "mug")
    on.window.actions_["side-by-side"].trigger()


def touch_up(on: Stage) -> None:
    """Lost parts are drawn back, and a stroke is under way."""
    window = on.window
    window.actions_["split"].trigger()
    _go(on, "vase")
    window.actions_["keep-brush"].trigger()
    until(lambda: window.touching.is_ready, "the photo to touch up")
    pause(0.3)
    _size_brush(on, LOST_SIZE)
    for line in LOST[:-1]:
        _draw(on, line, end=True)
    until(lambda: window.canvas.is_still, "the strokes")
    _draw(on, LOST[-1], end=False)


def point_at_stroke(on: Stage) -> None:
    """The pointer is where the stroke ends, however large the window is."""
    QTest.mouseMove(on.window.canvas, _place(on, LOST[-1][-1]))


def touched_up(on: Stage) -> None:
    """A shadow is erased, on green."""
    window = on.window
    _release(on, LOST[-1][-1])
    window.actions_["erase-brush"].trigger()
    _size_brush(on, SHADOW_SIZE)
    for line in SHADOW:
        _draw(on, line, end=True)
    QTest.mouseClick(window.brush.swatch("green"), Qt.MouseButton.LeftButton)


def adjust(on: Stage) -> None:
    """What can be set for one photo."""
    window = on.window
    window.touching.end()
    until(lambda: _is_settled(window), "the vase, made again")
    _go(on, "basket")
    window.side.tabs.setCurrentIndex(ADJUST)


def info(on: Stage) -> None:
    """What is known of the photo."""
    on.window.side.tabs.setCurrentIndex(INFO)


def grid(on: Stage) -> None:
    """All main pictures at once."""
    on.window.side.tabs.setCurrentIndex(CHECKS)
    on.window.actions_["grid"].setChecked(True)


def names(on: Stage) -> None:
    """Long and Chinese names."""
    window = on.window
    window.actions_["grid"].setChecked(False)
    for sku, name in LONG_NAMES.items():
        window.products.arranging.rename(sku, name)
    _go(on, "mug")


def _is_settled(window: Window) -> bool:
    """Whether nothing is worked on, and all pictures are as they were last changed."""
    shots = window.document.session.shots.values()
    return not window.document.progress.is_running and not any(shot.changed for shot in shots)


def _press(on: Stage, text: str) -> None:
    """Presses a button of a strip."""
    found = [each for each in on.window.strips.findChildren(QPushButton) if each.text() == text and each.isVisible()]
    if found:
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def _go(on: Stage, name: str) -> None:
    """Goes to a photo, and waits until it is seen."""
    window = on.window
    key = next(key for key, shot in window.document.session.shots.items() if Path(shot.photo.name).stem == name)
    window.products.selection.go_to(key)
    until(lambda: window.canvas.shows_pair, "the picture")


def _place(on: Stage, spot: tuple[int, int]) -> QPoint:
    """Where a place of the photo is seen."""
    canvas = on.window.canvas
    across, down = canvas.view.to_pane(*spot)
    return QPoint(round(across / canvas.ratio), round(down / canvas.ratio))


def _size_brush(on: Stage, radius: float) -> None:
    """Takes a brush of that radius in the photo's pixels."""
    canvas = on.window.canvas
    canvas.set_hand(canvas.hand.with_radius(radius * canvas.zoom / canvas.ratio))


def _draw(on: Stage, line: tuple[tuple[int, int], ...], *, end: bool) -> None:
    """Draws along ``line``; without ``end`` the button stays pressed."""
    canvas = on.window.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=_place(on, line[0]))
    for first, second in pairwise(line):
        for step in range(1, 11):
            x, y = (round(a + (b - a) * step / 10) for a, b in zip(first, second, strict=True))
            QTest.mouseMove(canvas, _place(on, (x, y)))
            pause(0.01)
    if end:
        _release(on, line[-1])


def _release(on: Stage, spot: tuple[int, int]) -> None:
    QTest.mouseRelease(on.window.canvas, Qt.MouseButton.LeftButton, pos=_place(on, spot))
    pause(0.5)
