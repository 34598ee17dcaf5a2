"""Whether memory stays flat over a long batch: what the program and its workers hold at photo 50 and at the last.

    python tests/bench/memory.py [--shared ../shared] [--photos 500] [--engines backdrop rembg:u2netp] [--megapixels 0]

Real product photos come again under other names (each another file by a byte at its end); with ``--megapixels`` they
are enlarged first. Resident memory is read when the program says that a photo is done. Of a worker, the most of the
fifty photos before counts: what it holds goes up and down with each photo, and the same ones come again and again.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench.large_photos import folder_of  # noqa: E402

EARLY, LOOKS = 50, 50
MAY_GROW = 0.05


def repeated(products: Path, folder: Path, count: int) -> Path:
    """``folder`` with ``count`` photos as they are below ``products``, again and again."""
    folder.mkdir(parents=True)
    sources = sorted(path for path in products.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg"))
    for number in range(count):
        again = sources[number % len(sources)].read_bytes()
        (folder / f"photo{number:05}.jpg").write_bytes(again + number.to_bytes(4, "big"))
    return folder


def held(process: psutil.Process) -> tuple[int, int]:
    """Resident bytes of the program, and of the largest of its workers."""
    sizes = [0]
    for child in process.children():
        try:
            sizes.append(child.memory_info().rss)
        except psutil.NoSuchProcess:
            continue
    return process.memory_info().rss, max(sizes)


def samples(photos: Path, engine: str, environment: dict[str, str]) -> Iterator[tuple[int, int, int]]:
    """After each photo: how many are done, and what the program and its largest worker hold."""
    with tempfile.TemporaryDirectory() as out:
        command = [
            sys.executable, "-m", "whitecove", "prepare", str(photos), "--group", "photo", "--out", out, "--json",
            "--engine", engine,
        ]  # fmt: skip
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as program:
            process = psutil.Process(program.pid)
            recent: deque[int] = deque(maxlen=LOOKS)
            assert program.stdout
            for line in program.stdout:
                event = json.loads(line)
                if event["event"] == "photo":
                    parent, worker = held(process)
                    recent.append(worker)
                    yield event["done"], parent, max(recent)


def main() -> int:
    """Measure, print; 1 if memory grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--photos", type=int, default=500)
    parser.add_argument("--megapixels", type=float, default=0)
    parser.add_argument("--engines", nargs="+", default=["backdrop", "rembg:u2netp"])
    args = parser.parse_args()
    grew = False
    print(f"| engine | program at photo {EARLY} / {args.photos} | largest worker at photo {EARLY} / {args.photos} |")
    print("| --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        environment = {**os.environ, "WHITECOVE_HOME": str(scratch / "home"), "PYTHONPATH": str(ROOT / "app")}
        subprocess.run(
            [sys.executable, "-m", "whitecove", "models", "import", str(args.shared / "models" / "u2netp.onnx")],
            env=environment, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        products = args.shared / "data" / "products"
        if args.megapixels:
            photos = folder_of(products, scratch / "photos", args.photos, args.megapixels)
        else:
            photos = repeated(products, scratch / "photos", args.photos)
        for engine in args.engines:
            seen = {done: (parent, worker) for done, parent, worker in samples(photos, engine, environment)}
            early, late = seen[EARLY], seen[args.photos]
            cells = [f"{a / 1e6:.0f} / {b / 1e6:.0f} MB ({b / a - 1:+.1%})" for a, b in zip(early, late, strict=True)]
            print(f"| `{engine}` | {' | '.join(cells)} |", flush=True)
            grew |= any(b > a * (1 + MAY_GROW) for a, b in zip(early, late, strict=True))
    return int(grew)


if __name__ == "__main__":
    sys.exit(main())
