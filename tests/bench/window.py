"""What the window costs a person: until it is painted, until photos show, and how long it ever sticks.

    python tests/bench/window.py [PHOTOS] [--photos 2000] [--prepare 120] [--starts 5] [--screen] [--stacks 30]

Starts the program ``--starts`` times for the time until it is painted. Then copies the JPEGs below PHOTOS (the samples
by default) until there are enough, each with other bytes, starts the real program, drops them on it, scrolls, goes from
photo to photo, and prepares them until ``--prepare`` are done (0: none), while it scrolls and goes from photo to photo
again. Prints what was measured beside the targets. Draws on no screen, but with ``--screen`` on the one that is there.

What sticks while the window is idle is the machine's own noise: nothing that is less can be told here. ``at work`` is
the longest that the window's thread itself was busy in one go, which other programs hardly change. ``--stacks MS`` says
where the program was when it stuck for longer.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractItemView, QMainWindow

from tests.bench.ticks import LONG, Gaps, Ticks
from whitecove import paths
from whitecove.gui.products.model import ProductRole
from whitecove.gui.products.thumbnails import Wish
from whitecove.gui.window import Window
from window_driver import drive, drop, pause, until

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = paths.resources() / "samples"
HEAVY = {"onnxruntime", "numba", "rembg", "scipy", "PIL", "skimage", "whitecove.core.prepare", "whitecove.batch.run"}
START = b"\xff\xd8"
PAINTED, THUMBNAILS, MEMORY = 1.0, 1.0, 300.0
TARGETS = {"painted": PAINTED, "visible thumbnails": THUMBNAILS, "memory at the end": MEMORY, "heavy modules": 0.0}


def copies(source: Path, count: int, to: Path) -> None:
    """``count`` photos in ``to``, ten a product folder, no two of the same bytes: a comment tells them apart."""
    originals = sorted(path for path in source.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg"))
    if not originals:
        raise SystemExit(f"there are no JPEG photos below {source}")
    contents = [path.read_bytes() for path in originals[:60]]
    for number in range(count):
        content = contents[number % len(contents)]
        note = f"copy {number}".encode()
        comment = b"\xff\xfe" + (len(note) + 2).to_bytes(2, "big") + note
        folder = to / f"SKU-{number // 10:04}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number % 10:02}.jpg").write_bytes(START + comment + content.removeprefix(START))


class Visit:
    """What is done with the window, and what is measured meanwhile."""

    def __init__(self, photos: Path, prepare: int, stacks: float) -> None:
        self._photos, self._count = photos, prepare
        self._ticks = Ticks(stacks)
        self.measured: dict[str, float] = {}
        self.gaps: dict[str, Gaps] = {}

    def __call__(self, window: QMainWindow) -> None:
        """The whole visit."""
        if not isinstance(window, Window):
            raise TypeError(f"{window} is not the main window")
        pause(3.0)  # until all that starts with it is there
        self.measured["memory, empty"] = _megabytes()
        self._ticks.start()
        pause(2.0)
        self.gaps["idle"] = self._ticks.stop()
        self._arrive(window)
        self._scroll(window, "scrolling")
        self._switch(window, "switching photos")
        if self._count:
            self._prepare(window)
        self.measured["memory at the end"] = _megabytes()
        self.measured["heavy modules"] = len(HEAVY & set(sys.modules))

    def _arrive(self, window: Window) -> None:
        document = window.document
        self._ticks.start()
        dropped = time.perf_counter()
        drop(window, [self._photos])
        until(lambda: any(shows(window)), "the first thumbnail")
        self.measured["first thumbnail"] = time.perf_counter() - dropped
        until(lambda: all(shows(window)), "the thumbnails that are in sight")
        self.measured["visible thumbnails"] = time.perf_counter() - dropped
        until(lambda: not document.progress.is_gathering, "the grouping")
        self.measured["grouped"] = time.perf_counter() - dropped
        pause(2.0)
        self.gaps["photos arrive"] = self._ticks.stop()

    def _scroll(self, window: Window, name: str) -> None:
        """From end to end in two hundred steps, a step a frame."""
        bars = [view.verticalScrollBar() for view in window.findChildren(QAbstractItemView) if view.isVisible()]
        bar = max(bars, key=lambda each: each.maximum())
        self._ticks.start()
        for step in range(200):
            bar.setValue(bar.maximum() * step // 199)
            pause(1 / 60)
        self.gaps[name] = self._ticks.stop()

    def _switch(self, window: Window, name: str) -> None:
        """Sixty photos, one after the other, as fast as one looks at them in passing."""
        self._ticks.start()
        for _ in range(60):
            window.products.selection.next_photo()
            pause(0.15)
        self.gaps[name] = self._ticks.stop()

    def _prepare(self, window: Window) -> None:
        document = window.document
        self._ticks.start()
        begun = time.perf_counter()
        window.actions_["prepare"].trigger()
        until(lambda: document.progress.done >= min(10, self._count), "the first photos", seconds=600)
        self.gaps["preparing begins"] = self._ticks.stop()
        self._scroll(window, "preparing, scrolling")
        self._switch(window, "preparing, switching")
        self._ticks.start()
        until(lambda: document.progress.done >= self._count or not document.progress.is_running, "the rest", 7200)
        self.measured["photos a minute"] = 60 * document.progress.done / (time.perf_counter() - begun)
        self.gaps["preparing"] = self._ticks.stop()
        self._ticks.start()
        document.stop()
        until(lambda: not document.progress.is_running, "the end of the batch", seconds=600)
        pause(2.0)
        self.gaps["preparing ends"] = self._ticks.stop()


def shows(window: Window) -> Iterator[bool]:
    """For each product that is in sight in the list, whether its thumbnail is there; False where no product is."""
    view, thumbnails = window.products.panel.list, window.thumbnails
    below, height = 1, view.viewport().height()
    if not view.isVisible() or not view.indexAt(QPoint(20, below)).isValid():
        yield False
        return
    while below < height and (index := view.indexAt(QPoint(20, below))).isValid():
        wish = index.data(ProductRole.WISH)
        yield isinstance(wish, Wish) and thumbnails.has(wish.key)
        below = view.visualRect(index).bottom() + 2


def _megabytes() -> float:
    return float(psutil.Process().memory_info().rss / 1e6)


def starts(count: int, folder: Path, env: dict[str, str]) -> list[dict[str, float]]:
    """Seconds from the start of the program to each stage of it, and of its processor time, ``count`` times."""
    runs = []
    for number in range(count):
        told = folder / f"start-{number}.json"
        begun = time.time()
        subprocess.run([sys.executable, str(ROOT / "tests/bench/first_paint.py"), str(told)], env=env, check=True)
        times = json.loads(told.read_text("utf-8"))
        processor = times.pop("processor")
        runs.append({name: at - begun for name, at in times.items()} | {"processor": processor})
    return runs


def report_starts(runs: list[dict[str, float]]) -> None:
    """Least and median of each stage."""
    before = dict.fromkeys(range(len(runs)), 0.0)
    print(f"{'start, seconds':28}{'least':>9}{'median':>9}")
    processor = [run.pop("processor") for run in runs]
    for name in runs[0]:
        shares = [run[name] - before[number] for number, run in enumerate(runs)]
        before = {number: run[name] for number, run in enumerate(runs)}
        print(f"{'  until ' + name:28}{min(shares):>9.2f}{statistics.median(shares):>9.2f}")
    whole = [run["painted"] for run in runs]
    mark = _mark(statistics.median(whole), PAINTED)
    print(f"{'  all':28}{min(whole):>9.2f}{statistics.median(whole):>9.2f}   ≤ {PAINTED:g}{mark}")
    print(f"{'  of it processor time':28}{min(processor):>9.2f}{statistics.median(processor):>9.2f}")


def report(measured: dict[str, float], gaps: dict[str, dict[str, Any]]) -> None:
    """The table, each figure beside its target."""
    print(f"{'':28}{'measured':>12}{'target':>10}")
    for name, value in measured.items():
        target = TARGETS.get(name)
        unit = "MB" if "memory" in name else "" if name in ("heavy modules", "photos a minute") else "s"
        wanted = "" if target is None else f"≤ {target:g}"
        print(f"{name:28}{value:>9.2f} {unit:2}{wanted:>10}{_mark(value, target)}")
    print(f"{'sticks, milliseconds':28}{'median':>8}{'99 %':>8}{'longest':>9}{'at work':>9}   longer than {LONG:g}")
    for name, gap in gaps.items():
        row = f"{'  ' + name:28}{gap['median']:>8.1f}{gap['p99']:>8.1f}{gap['longest']:>9.1f}{gap['busiest']:>9.1f}"
        print(f"{row}   {gap['over']} of {gap['ticks']}{_mark(gap['longest'], LONG)}")
        for stack, times in gap["stuck"]:
            print(f"    {times} × {stack}")


def _mark(value: float, target: float | None) -> str:
    return "" if target is None else "  ok" if value <= target else "  MISSED"


def main() -> None:
    """Make the photos, start the program on them, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, nargs="?", default=SAMPLES)
    parser.add_argument("--photos", type=int, default=2000)
    parser.add_argument("--prepare", type=int, default=120)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--screen", action="store_true")
    parser.add_argument("--stacks", type=float, default=0.0)
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.inside:
        visit = Visit(args.inside / "photos", args.prepare, args.stacks)
        code = drive(visit)
        gaps = {name: asdict(gap) for name, gap in visit.gaps.items()}
        (args.inside / "measured.json").write_text(json.dumps([visit.measured, gaps]), "utf-8")
        sys.exit(code)
    with tempfile.TemporaryDirectory() as name:
        sys.exit(measure(args, Path(name)))


def measure(args: argparse.Namespace, folder: Path) -> int:
    """All of it in programs of their own; the exit code."""
    env = {**os.environ, "WHITECOVE_HOME": str(folder / "home")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # as an installed program: its modules are compiled
    env["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    env["PYTHONPATH"] = os.pathsep.join(str(ROOT / part) for part in ("", "app", "packaging"))
    if not args.screen:
        env["QT_QPA_PLATFORM"] = "offscreen"
    print("load of the machine before:", *(f"{load:.1f}" for load in os.getloadavg()), f"on {os.cpu_count()} cores")
    runs = starts(args.starts + 1, folder, env)[1:]  # the first one compiles
    if runs:
        report_starts(runs)
    copies(args.source, args.photos, folder / "photos")
    inside = ["--inside", str(folder), "--prepare", str(args.prepare), "--stacks", str(args.stacks)]
    done = subprocess.run([sys.executable, __file__, *inside], env=env, check=False)
    if (folder / "measured.json").exists():
        report(*json.loads((folder / "measured.json").read_text("utf-8")))
    print(f"ended with {done.returncode}; load of the machine after:", *(f"{load:.1f}" for load in os.getloadavg()))
    return done.returncode


if __name__ == "__main__":
    main()
