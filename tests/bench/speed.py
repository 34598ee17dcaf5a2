"""How fast whole jobs are beside what people use today, on the same photos, weights and machine, one after the other.

    python tests/bench/speed.py [--shared ../shared] [--photos 48] [--rounds 2] [--megapixels 12] [--scaling]

Every contender is a program of its own, timed from its start to its end, in turns (A B C A B C …); figures are medians
over the rounds, a photo. Whitecove reads, cuts out, composes, encodes, proves, and writes manifest and report; the
others prove nothing. ImageMagick has to be installed. With ``--scaling``, one worker stands against two instead, with
one thread each.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench.large_photos import folder_of  # noqa: E402

PEERS = Path(__file__).with_name("peers.py")
# A contender's rows: its parts, what the ratio is taken against, and what it should be at least.
WITH_MODEL, WITHOUT = "rembg p + ImageMagick", "ImageMagick alone"
AIMS = {
    "one pass": (WITH_MODEL, 2.5), "every pass": (WITH_MODEL, 1.6), "auto": (WITH_MODEL, 1.6),
    "no model": (WITHOUT, 2.0),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contender:
    """Commands, one after the other, each a program of its own."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    environment: tuple[tuple[str, str], ...] = ()


def whitecove(photos: Path, out: Path, *options: str) -> tuple[str, ...]:
    """Our command line for the whole job."""
    return (
        sys.executable, "-m", "whitecove", "prepare", str(photos), "--group", "photo", "--out", str(out), "--fresh",
        "--quiet", *options,
    )  # fmt: skip


def scaling(photos: Path, scratch: Path) -> Iterator[Contender]:
    """One worker and two, each with one thread."""
    for engine in ("rembg:u2netp", "backdrop"):
        for count in (1, 2):
            command = whitecove(photos, scratch / "ours", "--engine", engine, "--jobs", str(count))
            yield Contender(f"{engine}, --jobs {count}", (command,), (("OMP_NUM_THREADS", "1"),))


def contenders(photos: Path, model: Path, scratch: Path) -> Iterator[Contender]:
    """All of them, in the order of their turns."""
    peer = (sys.executable, str(PEERS))
    cut, made = str(scratch / "cut"), str(scratch / "made")
    yield Contender(
        WITH_MODEL, ((*peer, "rembg", str(photos), str(model), cut), (*peer, "flattened", cut, made))
    )  # fmt: skip
    yield Contender("one pass", (whitecove(photos, scratch / "ours", "--engine", "rembg:u2netp", "--passes", "one"),))
    yield Contender("every pass", (whitecove(photos, scratch / "ours", "--engine", "rembg:u2netp"),))
    yield Contender("auto", (whitecove(photos, scratch / "ours", "--engine", "auto"),))
    yield Contender(WITHOUT, ((*peer, "imagemagick", str(photos), made),))
    yield Contender("no model", (whitecove(photos, scratch / "ours", "--engine", "backdrop"),))


def timed(contender: Contender, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds by the clock, and of processor time."""
    environment = environment | dict(contender.environment)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    for command in contender.commands:
        code = subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL).returncode
        if code not in (0, 1):
            raise SystemExit(f"{contender.name} ended with {code}")
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def table(times: dict[str, list[tuple[float, float]]], photos: int) -> Iterator[str]:
    """A row for each contender, in Markdown."""
    yield "| job | seconds a photo | processor seconds a photo | times as fast as | aim |"
    yield "| --- | --- | --- | --- | --- |"
    wall = {name: statistics.median(each[0] for each in rows) / photos for name, rows in times.items()}
    for name, rows in times.items():
        cpu = statistics.median(each[1] for each in rows) / photos
        peer, aim = AIMS.get(name, (name.replace("--jobs 2", "--jobs 1"), 1.6 if "--jobs 2" in name else 0.0))
        ratio = f"{wall[peer] / wall[name]:.2f} × {peer}" if peer != name and peer in wall else "–"
        yield f"| {name} | {wall[name]:.2f} | {cpu:.2f} | {ratio} | {f'{aim:g}' if aim else '–'} |"


def main() -> int:
    """Measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--photos", type=int, default=48)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--megapixels", type=float, default=12)
    parser.add_argument("--scaling", action="store_true", help="one worker against two, instead of others against us")
    parser.add_argument("--only", nargs="*", help="only contenders of these names")
    args = parser.parse_args()
    times: dict[str, list[tuple[float, float]]] = defaultdict(list)
    model = args.shared / "models" / "u2netp.onnx"
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        environment = {**os.environ, "WHITECOVE_HOME": str(scratch / "home"), "PYTHONPATH": str(ROOT / "app")}
        subprocess.run(
            [sys.executable, "-m", "whitecove", "models", "import", str(model)], env=environment, check=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        # The first import of rembg compiles for over a minute: nobody's time is measured by that.
        few = folder_of(args.shared / "data" / "products", scratch / "few", 1, 1)
        subprocess.run([sys.executable, str(PEERS), "rembg", few, model, scratch / "cut"], check=True)
        photos = folder_of(args.shared / "data" / "products", scratch / "photos", args.photos, args.megapixels)
        for turn in range(args.rounds):
            turns = scaling(photos, scratch) if args.scaling else contenders(photos, model, scratch)
            for contender in turns:
                if args.only and contender.name not in args.only:
                    continue
                for name in ("cut", "made", "ours"):
                    shutil.rmtree(scratch / name, ignore_errors=True)
                times[contender.name].append(timed(contender, environment))
                print(f"round {turn + 1}: {contender.name} {times[contender.name][-1][0]:.1f} s", file=sys.stderr)
    print("\n".join(table(times, args.photos)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
