"""What touching up one photo takes, from the ask to the answer.

usage: python tests/bench/touch_up.py [--shared ../shared] [--every 9] [--side 4000] [--each 4] [--screen 1600]

On each product photo and sample, enlarged to a long side of at least ``--side`` pixels: how long it takes to open, how
long each kind of stroke takes to settle on the screen (asked for with all strokes before it, as a window does, pickled
both ways), 100 strokes undone and redone one by one, and a part at full size. Milliseconds of the clock: run it on an
idle machine. A stroke is to settle within 300.
"""

from __future__ import annotations

import argparse
import os
import pickle
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "app")]
# As worker processes have it; numpy reads it when it is loaded.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402
import psutil  # noqa: E402
from PIL import Image  # noqa: E402

from whitecove.core.adjust.values import Adjust  # noqa: E402
from whitecove.core.corrections.values import (  # noqa: E402
    Brush,
    Corrections,
    Heal,
    Hole,
    Point,
    Rectangle,
    Step,
    Stroke,
    Touch,
)
from whitecove.core.model import Box  # noqa: E402
from whitecove.core.read import read_photo  # noqa: E402
from whitecove.studio.easel.room import Easel  # noqa: E402
from whitecove.studio.easel_asks import Ask, Failed, Open, Opened, Region, Show, Shown  # noqa: E402

SETTLED = 300
STROKES = 100
Random = np.random.Generator
Times = dict[str, list[float]]


class Desk:
    """An easel that is asked as a window would ask it, and a clock."""

    def __init__(self, times: Times) -> None:
        self._said: list[object] = []
        self._easel = Easel(self._hear)
        self._times = times
        self._began = 0.0

    def _hear(self, said: object) -> None:
        self._said.append(said)
        if isinstance(said, Shown) and not said.settled:
            self._times["settle another light, at once"].append(1000 * (time.perf_counter() - self._began))

    def ask(self, kind: str, ask: Ask) -> object:
        """The last answer to ``ask``; what it took is noted."""
        start = self._began = time.perf_counter()
        ask = pickle.loads(pickle.dumps(ask))  # noqa: S301 (our own)
        self._easel.heard(ask)
        self._easel.handle(ask)
        said: object = pickle.loads(pickle.dumps(self._said[-1]))  # noqa: S301
        self._times[kind].append(1000 * (time.perf_counter() - start))
        self._said.clear()
        return said


def main() -> int:
    args = _arguments()
    times: Times = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for photo in _photos(args.shared)[:: args.every]:
            _of_photo(_enlarged(photo, args.side, Path(folder)), args, times)
    print(f"{'milliseconds':28} {'n':>5} {'median':>8} {'p95':>8} {'most':>8}")
    for kind, each in times.items():
        middle, high = np.percentile(each, [50, 95])
        late = f"  {sum(ms > SETTLED for ms in each)} over {SETTLED}" if kind.startswith("settle") else ""
        print(f"{kind:28} {len(each):5} {middle:8.0f} {high:8.0f} {max(each):8.0f}{late}")
    print(f"memory at the end: {psutil.Process().memory_info().rss / 1e9:.1f} GB")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--every", type=int, default=9, help="only one photo of so many")
    parser.add_argument("--side", type=int, default=4000, help="enlarge photos to this long side")
    parser.add_argument("--each", type=int, default=4, help="strokes of each kind on each photo")
    parser.add_argument("--screen", type=int, default=1600, help="the long side on the screen")
    return parser.parse_args()


def _photos(shared: Path) -> list[Path]:
    found = [*(ROOT / "resources" / "samples").rglob("*.jpg"), *(shared / "data" / "products").rglob("*.*")]
    return sorted(path for path in found if path.suffix in {".jpg", ".png"})


def _enlarged(photo: Path, side: int, folder: Path) -> Path:
    rgb = Image.fromarray(read_photo(photo).rgb)
    scale = max(1.0, side / max(rgb.size))
    out = folder / f"{photo.stem}.jpg"
    rgb.resize((round(rgb.width * scale), round(rgb.height * scale)), Image.Resampling.LANCZOS).save(out, quality=95)
    return out


def _of_photo(photo: Path, args: argparse.Namespace, times: Times) -> None:
    desk = Desk(times)
    said = desk.ask("open", Open(key="a", path=photo, generation=0, screen=args.screen, engine="backdrop"))
    if isinstance(said, Failed):
        print(f"{photo.name}: {said.sentence}")
        return
    assert isinstance(said, Opened)
    random = np.random.default_rng(sum(photo.name.encode()))
    matte = np.frombuffer(said.cutout, np.uint8).reshape(said.size[1], said.size[0], 4)[..., 3]
    steps: list[Step] = []

    def show(kind: str) -> object:
        drawn = Corrections(width=said.width, height=said.height, steps=tuple(steps))
        return desk.ask(kind, Show(key="a", corrections=drawn, generation=0))

    for kind, make in KINDS.items():
        for _ in range(args.each):
            steps.append(make(random, matte, said.scale))
            if isinstance(show(f"settle {kind}"), Failed):
                steps.pop()
    mixed = list(KINDS.values())[:4]
    while len(steps) < STROKES:
        steps.append(mixed[len(steps) % len(mixed)](random, matte, said.scale))
    show("100 strokes at once")
    every = steps.copy()
    while steps:
        steps.pop()
        show("undo")
    for step in every:
        steps.append(step)
        show("redo")
    drawn = Corrections(width=said.width, height=said.height, steps=tuple(steps[:8]))
    middle = Box(said.width // 2 - 800, said.height // 2 - 500, said.width // 2 + 800, said.height // 2 + 500)
    for kind in ("full size, 8 strokes", "full size, moved"):
        desk.ask(kind, Region(key="a", corrections=drawn, box=middle, generation=0))
    lit = Corrections(width=said.width, height=said.height, steps=(), adjust=Adjust(exposure=0.5))
    desk.ask("another light, cut out anew", Show(key="a", corrections=lit, generation=0))


def _way(random: Random, matte: np.ndarray, scale: float, length: int = 60) -> tuple[Touch, ...]:
    """A hand's way in the photo that starts on the outline."""
    rows, columns = np.nonzero(np.abs(np.diff(matte.astype(int), axis=1)) > 30)
    k = int(random.integers(max(1, len(rows))))
    place = np.array([columns[k], rows[k]], float) if len(rows) else np.array(matte.shape[::-1]) / 2
    turns = np.cumsum(random.normal(0, 0.2, length)) + random.uniform(0, 2 * np.pi)
    steps = np.cumsum(np.stack([np.cos(turns), np.sin(turns)], axis=1) * max(matte.shape) / 200, axis=0)
    return tuple(Touch(float(x), float(y), float(random.uniform(0.7, 1))) for x, y in (place + steps) / scale)


def _brush(random: Random, matte: np.ndarray, scale: float, least: float, most: float) -> Brush:
    radius = float(random.uniform(least, most)) * max(matte.shape) / scale
    return Brush(touches=_way(random, matte, scale), radius=radius, hardness=float(random.uniform(0.3, 1)))


def _stroke(keep: bool, edge_aware: bool) -> Callable[[Random, np.ndarray, float], Step]:
    def stroke(random: Random, matte: np.ndarray, scale: float) -> Step:
        return Stroke(keep=keep, edge_aware=edge_aware, brush=_brush(random, matte, scale, 0.01, 0.04))

    return stroke


def _rectangle(random: Random, matte: np.ndarray, scale: float) -> Step:
    height, width = matte.shape
    left, top = float(random.uniform(0, 0.7) * width), float(random.uniform(0, 0.7) * height)
    right, bottom = left + 0.25 * width, top + 0.25 * height
    edges = [edge / scale for edge in (left, top, right, bottom)]
    return Rectangle(keep=bool(random.integers(2)), left=edges[0], top=edges[1], right=edges[2], bottom=edges[3])


def _hole(random: Random, matte: np.ndarray, scale: float) -> Step:
    rows, columns = np.nonzero(matte > 200)
    k = int(random.integers(len(rows)))
    return Hole(point=Point(float(columns[k]) / scale, float(rows[k]) / scale))


def _heal(random: Random, matte: np.ndarray, scale: float) -> Step:
    return Heal(brush=_brush(random, matte, scale, 0.004, 0.012))


def _spot(random: Random, matte: np.ndarray, scale: float) -> Step:
    brush = _brush(random, matte, scale, 0.01, 0.02)
    return Heal(brush=Brush(touches=brush.touches[:2], radius=brush.radius, hardness=brush.hardness))


KINDS: dict[str, Callable[[Random, np.ndarray, float], Step]] = {
    "keep": _stroke(keep=True, edge_aware=False),
    "erase": _stroke(keep=False, edge_aware=False),
    "keep, edge-aware": _stroke(keep=True, edge_aware=True),
    "erase, edge-aware": _stroke(keep=False, edge_aware=True),
    "rectangle": _rectangle,
    "hole": _hole,
    "heal a spot": _spot,
    "heal a thread": _heal,
}

if __name__ == "__main__":
    sys.exit(main())
