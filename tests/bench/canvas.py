"""How long the canvas takes to paint, and how soon a stroke is seen.

usage: python tests/bench/canvas.py [--width 1600] [--height 1200] [--ratio 1] [--repeat 200]

A finished picture of 2000 × 2000 and a photo of 24 megapixels, reduced to 2400 pixels, are panned, zoomed and split in
a widget of the given size; then a photo of 24 megapixels is touched up, reduced to 2400 pixels, with brushes of three
sizes. Prints least, median, 95th percentile and maximum in milliseconds: of painting; and, for strokes, of all from the
mouse's event to the painted pixels. A screen of 60 Hz gives 16.7 ms to each; where the machine has other work, the
least says more than the rest.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "app"))

import numpy as np  # noqa: E402
from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, Qt  # noqa: E402
from PySide6.QtGui import QImage, QMouseEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from whitecove.core.model import Box, Placement  # noqa: E402
from whitecove.gui.canvas.canvas import Canvas  # noqa: E402
from whitecove.gui.canvas.colours import Backdrop  # noqa: E402
from whitecove.gui.canvas.pair import Compare  # noqa: E402
from whitecove.gui.canvas.pixels import bgra  # noqa: E402
from whitecove.gui.canvas.tools import Hand, Tool  # noqa: E402

SOURCE = 6000, 4000
MIDDLE = QPointF(500, 400)
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease


class Clock:
    """Times what is done to ``canvas`` up to the painted pixels: only what asked to be painted is."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self._timer = QElapsedTimer()

    def __call__(self, name: str, acts: Iterable[Callable[[], object]]) -> None:
        """Does each of ``acts`` and has it painted; prints how long that takes."""
        taken = [self._time(act) for act in acts]
        print(f"{name:34}" + "".join(f"{share:8.1f}" for share in np.percentile(taken, [0, 50, 95, 100])))

    def _time(self, act: Callable[[], object]) -> float:
        self._timer.start()
        act()
        QApplication.sendPostedEvents(self.canvas, QEvent.Type.UpdateRequest.value)
        return self._timer.nsecsElapsed() / 1e6


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--width", type=int, default=1600)
    parser.add_argument("--height", type=int, default=1200)
    parser.add_argument("--ratio", type=float, default=1.0)
    parser.add_argument("--repeat", type=int, default=200)
    options = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = str(options.ratio)
    QApplication([])
    canvas = Canvas()
    canvas.motion.way_ms = 0
    canvas.resize(round(options.width / options.ratio), round(options.height / options.ratio))
    canvas.show()
    QTest.qWaitForWindowExposed(canvas)
    clock = Clock(canvas)
    print(f"{'milliseconds':34}{'least':>8}{'median':>8}{'95 %':>8}{'max':>8}")
    view(clock, options.repeat)
    touch_up(clock, options.repeat)
    return 0


def picture(width: int, height: int) -> QImage:
    """Something with detail: waves and grain."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    y, x = np.mgrid[:height, :width]
    waves = 128 + 60 * np.sin(x / 37) + 50 * np.cos(y / 23)
    grain = np.random.default_rng(1).normal(0, 6, (height, width))
    bgra(image)[...] = np.clip(waves + grain, 0, 255).astype(np.uint8)[..., None]
    return image


def view(clock: Clock, repeat: int) -> None:
    """Before and after."""
    canvas = clock.canvas
    before, after = picture(2400, 1600), picture(2000, 2000)
    placement = Placement(
        source_box=Box(1500, 500, 4500, 3500), placed_box=Box(150, 150, 1850, 1850), canvas=(2000, 2000)
    )
    clock("first sight, fitted", [partial(canvas.show_pair, before, after, placement, before_size=SOURCE)])
    clock("again, fitted", [canvas.update] * repeat)
    clock("the split dragged", [partial(canvas.set_split, 0.2 + 0.6 * k / repeat) for k in range(repeat)])
    ways = [(-3 if k % 100 < 50 else 3, -2 if k % 80 < 40 else 2) for k in range(repeat)]
    pans = [partial(_pan, canvas, *way) for way in ways]
    for scale in (0.8, 1.0, 1.5, 4.0):
        canvas.zoom_at(scale)
        clock(f"first sight at {scale:.0%}", [canvas.update])
        clock(f"panned at {scale:.0%}", pans)
    canvas.fit()
    clock("zoomed", [partial(canvas.reach.zoom, 1.02 if k % 100 < 50 else 1 / 1.02, MIDDLE) for k in range(repeat)])
    canvas.set_compare(Compare.SIDE_BY_SIDE)
    canvas.zoom_at(1.0)
    clock("panned side by side", pans)


def touch_up(clock: Clock, repeat: int) -> None:
    """Brushes of several sizes, at several scales, on a checker with the photo seen faintly."""
    canvas = clock.canvas
    photo = picture(2400, 1600)
    cutout = photo.convertToFormat(QImage.Format.Format_ARGB32)
    bgra(cutout)[:, :1200, 3] = 0
    canvas.set_backdrop(Backdrop.CHECKER)
    canvas.set_ghost(True)
    clock("touch-up begins", [partial(canvas.start_touch_up, photo, cutout, SOURCE)])
    for scale in (None, 0.5, 1.0):
        canvas.fit() if scale is None else canvas.zoom_at(scale)
        for radius in (12, 60, 200):
            canvas.set_hand(Hand(tool=Tool.KEEP, radius=radius, hardness=0.5))
            name = f"radius {radius} {'fitted' if scale is None else f'at {scale:.0%}'}"
            clock(f"pressed, {name}", [partial(_mouse, canvas, PRESS, 0)])
            clock(f"drawn, {name}", [partial(_mouse, canvas, MOVE, k) for k in range(1, repeat)])
            clock(f"let go, {name}", [partial(_mouse, canvas, RELEASE, repeat)])
    canvas.update_cutout(cutout)
    clock("settled", [partial(canvas.settled, 99)])


def _pan(canvas: Canvas, across: float, down: float) -> None:
    canvas.motion.follow(canvas.view.panned(across, down))


def _mouse(canvas: Canvas, kind: QEvent.Type, number: int) -> None:
    """A mouse on its way along a wave, 11 logical pixels from event to event."""
    length = (number * 11) % (canvas.width() - 200)
    at = QPointF(100 + length, canvas.height() / 2 + canvas.height() / 5 * np.sin(number / 9))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button, held = (none, left) if kind == MOVE else (left, none if kind == RELEASE else left)
    event = QMouseEvent(kind, at, canvas.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)


if __name__ == "__main__":
    sys.exit(main())
