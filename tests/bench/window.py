"""What the window costs a person: until it is painted, until photos show, and how long it ever sticks.

    python tests/bench/window.py [PHOTOS] [--photos 2000] [--prepare 0] [--screen]

Copies the JPEGs below PHOTOS (the samples by default) until there are enough, each with other bytes, starts the real
program, drops them on it, scrolls, and prints what was measured beside the targets. `--prepare N` prepares N others
afterwards. Draws on no screen, but with `--screen` on the one that is there. What sticks while the window is idle is
the machine's own noise.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

import psutil
from PySide6.QtWidgets import QAbstractItemView, QMainWindow

from tests.bench.ticks import Gaps, Ticks
from whitecove import paths
from whitecove.gui.products.model import ProductRole
from whitecove.gui.progress import Phase
from whitecove.gui.window import Window
from window_driver import drive, pause, until

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = paths.resources() / "samples"
HEAVY = {"onnxruntime", "numba", "rembg", "scipy", "PIL", "skimage", "whitecove.core.prepare", "whitecove.batch.run"}
START = b"\xff\xd8"
PAINTED, THUMBNAIL, GAP, MEMORY = 1.0, 1.0, 50.0, 300.0


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

    def __init__(self, photos: Path, others: Path) -> None:
        self._photos, self._others = photos, others
        self._ticks = Ticks()
        self.measured: dict[str, float] = {}
        self.gaps: dict[str, Gaps] = {}

    def __call__(self, window: QMainWindow) -> None:
        """The whole visit."""
        if not isinstance(window, Window):
            raise TypeError(f"{window} is not the main window")
        self.measured["painted"] = time.time() - float(os.environ["BENCH_STARTED"])
        self.measured["memory, empty"] = _megabytes()
        self._ticks.start()
        pause(2.0)
        self.gaps["idle"] = self._ticks.stop()
        self._arrive(window)
        self._scroll(window)
        if any(self._others.iterdir()):
            self._prepare(window)
        self.measured["memory"] = _megabytes()
        self.measured["heavy modules"] = len(HEAVY & set(sys.modules))

    def _arrive(self, window: Window) -> None:
        document, products = window.document, window.products
        self._ticks.start()
        dropped = time.perf_counter()
        document.add([self._photos])
        until(lambda: products.index(0).data(ProductRole.THUMBNAIL) is not None, "the first thumbnail")
        self.measured["first thumbnail"] = time.perf_counter() - dropped
        until(lambda: document.progress.phase is Phase.IDLE, "the grouping")
        self.measured["grouped"] = time.perf_counter() - dropped
        self.gaps["photos arrive"] = self._ticks.stop()

    def _scroll(self, window: Window) -> None:
        """From end to end in two hundred steps, a step a frame."""
        bars = [view.verticalScrollBar() for view in window.findChildren(QAbstractItemView)]
        bar = max(bars, key=lambda each: each.maximum())
        self._ticks.start()
        for step in range(200):
            bar.setValue(bar.maximum() * step // 199)
            due = time.perf_counter() + 1 / 60
            until(lambda due=due: time.perf_counter() >= due, "the next frame")  # type: ignore[misc]
        self.gaps["scrolling"] = self._ticks.stop()

    def _prepare(self, window: Window) -> None:
        document = window.document
        document.clear()
        document.add([self._others])
        until(lambda: bool(document.session.shots) and document.progress.phase is Phase.IDLE, "the grouping")
        self._ticks.start()
        begun = time.perf_counter()
        document.prepare()
        until(lambda: document.progress.last is not None, "the end of the batch", seconds=3600)
        self.measured["prepared"] = time.perf_counter() - begun
        self.gaps["preparing"] = self._ticks.stop()


def _megabytes() -> float:
    return float(psutil.Process().memory_info().rss / 1e6)


def report(measured: dict[str, float], gaps: dict[str, dict[str, float]]) -> None:
    """The table, each figure beside its target."""
    print(f"{'':28}{'measured':>12}{'target':>10}")
    targets = {"painted": PAINTED, "first thumbnail": THUMBNAIL, "memory": MEMORY, "heavy modules": 0.0}
    for name, value in measured.items():
        target = targets.get(name)
        unit = "MB" if "memory" in name else "" if name == "heavy modules" else "s"
        wanted = "" if target is None else f"≤ {target:g}"
        print(f"{name:28}{value:>9.2f} {unit:2}{wanted:>10}{_mark(value, target)}")
    for name, gap in gaps.items():
        print(
            f"{'sticks, ' + name:28}{gap['longest']:>9.1f} ms{'≤ 50':>10}{_mark(gap['longest'], GAP)}"
            f"   99 %: {gap['p99']:.1f} ms, longer than 50 ms: {gap['over']}"
        )


def _mark(value: float, target: float | None) -> str:
    return "" if target is None else "  ok" if value <= target else "  MISSED"


def main() -> None:
    """Make the photos, start the program on them, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, nargs="?", default=SAMPLES)
    parser.add_argument("--photos", type=int, default=2000)
    parser.add_argument("--prepare", type=int, default=0)
    parser.add_argument("--screen", action="store_true")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.inside:
        visit = Visit(args.inside / "photos", args.inside / "others")
        code = drive(visit)
        gaps = {name: asdict(gap) for name, gap in visit.gaps.items()}
        (args.inside / "measured.json").write_text(json.dumps([visit.measured, gaps]), "utf-8")
        sys.exit(code)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "others").mkdir()
        copies(args.source, args.photos, folder / "photos")
        copies(args.source, args.prepare, folder / "others")
        env = {**os.environ, "WHITECOVE_HOME": str(folder / "home")}
        env["PYTHONPATH"] = os.pathsep.join(str(ROOT / part) for part in ("", "app", "packaging"))
        if not args.screen:
            env["QT_QPA_PLATFORM"] = "offscreen"
        env["BENCH_STARTED"] = str(time.time())
        done = subprocess.run([sys.executable, __file__, "--inside", str(folder)], env=env, check=False)
        if done.returncode == 0:
            report(*json.loads((folder / "measured.json").read_text("utf-8")))
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
