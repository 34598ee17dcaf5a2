"""Many tiny photos in one folder, to the end: memory on the way, photos a second, and whether the manifest is right.

    python tests/bench/many.py [--photos 10000] [--engine keep] [--jobs 2] [--profile amazon] [--canvas 500]

`whitecove prepare` runs as a process of its own, as a person starts it; a second run then has nothing to do. The photos
are so small that what a photo costs beside the work on its pixels shows. Memory is what is resident, in megabytes:
that of the program itself, and of its largest worker.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import psutil
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
POINTS = (0.05, 0.25, 0.5, 0.75, 1.0)
LOOK_SECONDS = 0.1


@dataclass(slots=True)
class Watched:
    """A run as it was seen: memory in bytes after so many photos (its own, largest worker), the peaks while photos
    were prepared and while lists were written, and seconds."""

    at: dict[int, tuple[int, int]] = field(default_factory=dict)
    resumed: int = 0
    preparing: int = 0
    writing: int = 0
    workers: int = 0
    planned: float = 0.0
    prepared: float = 0.0
    ended: float = 0.0
    busy: float = 0.0
    code: int = -1


def make_photos(folder: Path, number: int) -> None:
    """Puts ``number`` small JPEGs into ``folder``, each of another colour, size and place of its product."""
    folder.mkdir()
    down, across = np.mgrid[:72, :96]
    for index in range(number):
        x, y, radius = 30 + index % 31, 28 + index // 31 % 17, 12 + index // 527 % 9
        disc = (across - x) ** 2 + (down - y) ** 2 < radius**2
        rgb = np.empty((72, 96, 3), np.uint8)
        rgb[:] = (225 + down // 8)[..., None]
        rgb[disc] = (index * 37 % 200, index * 91 % 200, index * 13 % 200)
        Image.fromarray(rgb).save(folder / f"photo_{index:05d}.jpg", quality=85)


def watched(command: Sequence[str], number: int, home: Path) -> Watched:
    """Runs ``command``, which prepares ``number`` photos, and looks at it all the while."""
    points = {max(1, round(share * number)) for share in POINTS}
    seen, start = Watched(), time.perf_counter()
    environment = {**os.environ, "WHITECOVE_HOME": str(home), "PYTHONPATH": str(ROOT / "app")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as running:
        process, done = psutil.Process(running.pid), threading.Event()
        looking = threading.Thread(target=_look, args=(process, seen, done))
        looking.start()
        assert running.stdout is not None
        for line in running.stdout:
            _take_in(json.loads(line), process, seen, points, time.perf_counter() - start)
        done.set()
        looking.join()
    seen.ended, seen.code = time.perf_counter() - start, running.returncode
    return seen


def _take_in(event: dict[str, object], process: psutil.Process, seen: Watched, points: set[int], now: float) -> None:
    if event["event"] == "started":
        seen.planned, seen.resumed = now, int(str(event["resumed"]))
    elif event["event"] == "finished":
        seen.prepared = now
    elif event["event"] == "photo" and event["done"] in points:
        seen.at[int(str(event["done"]))] = (process.memory_info().rss, _largest_worker(process))


def _look(process: psutil.Process, seen: Watched, done: threading.Event) -> None:
    while not done.wait(LOOK_SECONDS):
        try:
            memory, times = process.memory_info().rss, process.cpu_times()
        except psutil.Error:
            return
        seen.busy = times.user + times.system
        if seen.prepared:
            seen.writing = max(seen.writing, memory)
        else:
            seen.preparing = max(seen.preparing, memory)
            seen.workers = max(seen.workers, _largest_worker(process))


def _largest_worker(process: psutil.Process) -> int:
    sizes = [0]
    for child in process.children(recursive=True):
        try:
            sizes.append(child.memory_info().rss)
        except psutil.Error:
            continue
    return max(sizes)


def problems(photos: Path, out: Path) -> Iterator[str]:
    """What is wrong with the manifest: every photo must be in it once, with its own hash, and with a picture whose
    bytes are those it says."""
    rows = json.loads((out / "manifest.json").read_bytes())["files"]
    counted = Counter(row["source"].rpartition("/")[2] for row in rows)
    names = {path.name for path in photos.iterdir()}
    yield from (f"{name} is there {counted[name]} times" for name in sorted(names) if counted[name] != 1)
    yield from (f"{name} was never given" for name in sorted(counted.keys() - names))
    for row in rows:
        source = photos / row["source"].rpartition("/")[2]
        if row["source_sha256"] != hashlib.sha256(source.read_bytes()).hexdigest():
            yield f"{row['source']} has another hash"
        if not row["file"] or row["sha256"] != hashlib.sha256((out / row["file"]).read_bytes()).hexdigest():
            yield f"the picture of {row['source']} is missing, or another"
    states = Counter(row["state"] for row in rows)
    print(f"manifest: {len(rows)} rows, {', '.join(f'{count} {state}' for state, count in states.items())}")


def told(name: str, seen: Watched, number: int) -> None:
    """Prints what was seen of a run."""
    seconds, lists = seen.prepared - seen.planned, seen.ended - seen.prepared
    print(f"\n{name}: exit code {seen.code}, {seen.resumed} resumed")
    print(f"  {seen.planned:.1f} s until it starts, {seconds:.1f} s for the photos ({number / seconds:.0f} a second), "
          f"{lists:.1f} s for the lists; {seen.busy:.1f} s of processor time of its own, workers apart")  # fmt: skip
    for count, (own, worker) in sorted(seen.at.items()):
        print(f"  after {count:6} photos: {own / 1e6:6.0f} MB, largest worker {worker / 1e6:5.0f} MB")
    print(f"  peak while preparing: {seen.preparing / 1e6:.0f} MB, largest worker {seen.workers / 1e6:.0f} MB; "
          f"while lists are written: {seen.writing / 1e6:.0f} MB")  # fmt: skip


def main() -> int:
    """Make, prepare twice, look; 0 if the manifest is right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=10_000)
    parser.add_argument("--engine", default="keep")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--profile", default="amazon")
    parser.add_argument("--canvas", type=int, default=500)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        photos, out = Path(scratch) / "photos", Path(scratch) / "delivery"
        make_photos(photos, args.photos)
        command = [
            sys.executable, "-m", "whitecove", "prepare", str(photos), "--out", str(out), "--group", "photo", "--json",
            "--engine", args.engine, "--jobs", str(args.jobs), "--profile", args.profile, "--canvas", str(args.canvas),
        ]  # fmt: skip
        told("first run", watched(command, args.photos, Path(scratch) / "home"), args.photos)
        told("second run", watched(command, args.photos, Path(scratch) / "home"), args.photos)
        wrong = list(problems(photos, out))
    print(*wrong[:20], sep="\n")
    print(f"{len(wrong)} things are wrong" if wrong else "every photo once, every hash right")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
