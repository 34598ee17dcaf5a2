"""How long it takes to plan a batch of many photos, and how much memory: from paths to every file's name.

    python tests/bench/planning.py [--photos 10000] [--least 1000] [--group auto] [--cold]

The photos are small, but real: JPEGs with EXIF, in the layouts that sellers and studios have, with the videos, RAW
files and sidecars that lie beside them. Each size is planned in a process of its own. "Kept" is what planning leaves in
memory for each photo, measured between the two sizes: it is the plan itself, and must not grow with the files' size.
On Linux, as root, the disk cache is dropped before each run, too (``--cold``).
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count, islice
from pathlib import Path

import piexif
from PIL import Image

TARGET_SECONDS = 10.0
GAP = 60.0  # where times group: no gap is clear in all of the folders
START = datetime(2024, 5, 1, 9)  # noqa: DTZ001 (EXIF's times have no zone)
FILLING = bytes(40_000)  # a phone's EXIF is followed by a thumbnail of such a size
RAW = b"II*\0\x10\0\0\0CR\2\0" + FILLING
MOVIE = b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + FILLING
Files = Iterator[tuple[str, bytes]]


def photos() -> Iterator[bytes]:
    """Endless JPEGs, each of other bytes, a few seconds apart, with a minute after every sixth."""
    file = io.BytesIO()
    Image.effect_noise((64, 48), 60).convert("RGB").save(file, "JPEG", quality=80)
    pixels, taken = file.getvalue(), START
    for number in count():
        taken += timedelta(seconds=90 if number % 6 == 0 else 4 + number % 3)
        clock = taken.strftime("%Y:%m:%d %H:%M:%S").encode()
        camera = {piexif.ImageIFD.Make: b"Apple", piexif.ImageIFD.Model: b"iPhone 15"}
        exif: bytes = piexif.dump({"0th": camera, "Exif": {piexif.ExifIFD.DateTimeOriginal: clock}})
        body = exif + number.to_bytes(4) + FILLING[:20_000]
        # Photos of one size in bytes are rare: those of a phone lie between 1 and 5 MB.
        tail = FILLING[: 20_000 + number * 7919 % 20_000]
        yield pixels[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body + pixels[2:] + tail


def data_packages(source: Iterator[bytes]) -> Files:
    """1688 data packages: a folder a product, with folders for roles and colours."""
    for product in count(1):
        top = f"1688数据包/商品{product}"
        for part, files in (("主图", 5), ("详情", 6)):
            yield from ((f"{top}/{part}/{n}.jpg", next(source)) for n in range(1, files + 1))
        yield from ((f"{top}/SKU/{colour}.jpg", next(source)) for colour in ("红色", "蓝色", "黑色"))


def phone_dump(source: Iterator[bytes]) -> Files:
    """Numbered photos of a phone, every fourth with its video."""
    for number in count(1000):
        yield f"phone/IMG_{number}.JPG", next(source)
        if number % 4 == 0:
            yield f"phone/IMG_{number}.MOV", MOVIE


def sku_names(source: Iterator[bytes]) -> Files:
    """One flat folder, named by SKU and counter, or by SKU and role."""
    for product in count(1):
        roles = ("main", "side", "back", "detail") if product % 2 else ("1", "2", "3", "4")
        yield from ((f"flat/SKU{product:05d}_{role}.jpg", next(source)) for role in roles)


def studio_tree(source: Iterator[bytes]) -> Files:
    """A studio's output: a folder a product, RAW files and sidecars beside the JPEGs."""
    for product in count(1):
        for shot in range(1, 7):
            name = f"studio/Output/AB-{product:04d}/AB-{product:04d}_{shot:02d}"
            yield f"{name}.jpg", next(source)
            if shot == 1:
                yield from ((f"{name}.CR2", RAW), (f"{name}.xmp", b"<x:xmpmeta/>"))


def variants(source: Iterator[bytes]) -> Files:
    """Colours as folders in a product's folder."""
    for product in count(1):
        for colour in ("Red", "Blue", "Green"):
            for n in (1, 2):
                yield f"variants/Mug {product}/{colour}/{n}.jpg", next(source)


def messengers(source: Iterator[bytes]) -> Files:
    """What came by messenger."""
    for number in count(1):
        yield f"received/微信图片_202405{1 + number // 86400 % 28:02d}{_clock(number * 7)}.jpg", next(source)
        yield f"received/mmexport{1714567890123 + number * 7000}.jpg", next(source)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600 % 24:02d}{seconds // 60 % 60:02d}{seconds % 60:02d}"


LAYOUTS: tuple[Callable[[Iterator[bytes]], Files], ...] = (
    data_packages, phone_dump, sku_names, studio_tree, variants, messengers,
)  # fmt: skip


def write_photos(folder: Path, number: int) -> None:
    """Puts ``number`` files below ``folder``, the same from each layout."""
    source = photos()
    for place, layout in enumerate(LAYOUTS):
        share = number // len(LAYOUTS) + (place < number % len(LAYOUTS))
        for name, data in islice(layout(source), share):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def plan_here(folder: Path, group: str) -> dict[str, float]:
    """Plans what is in ``folder`` in this process: seconds, listings and memory."""
    import psutil

    from whitecove.batch.plan import propose
    from whitecove.core.options import Options
    from whitecove.core.profiles import load_profile

    options, profile = Options(group=group, gap=GAP if group == "time" else 0.0), load_profile("aliexpress")
    process = psutil.Process()
    before, started, busy = process.memory_info().rss, time.perf_counter(), time.process_time()
    proposal = propose([folder], options, profile, out=folder / "out")
    seconds = time.perf_counter() - started
    busy = time.process_time() - busy
    kept = process.memory_info().rss - before
    taken = sum(len(listing.photos) for listing in proposal.listings)
    return {
        "seconds": seconds,
        "busy": busy,
        "photos": taken,
        "skipped": len(proposal.skipped),
        "listings": len(proposal.listings),
        "files": sum(len(wants) for wants in proposal.wants.values()),
        "kept": kept,
        "peak": _peak(),
    }


def _peak() -> int:
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def measured(folder: Path, group: str, *, cold: bool) -> dict[str, float]:
    """The same in a fresh process."""
    if cold:
        os.sync()
        Path("/proc/sys/vm/drop_caches").write_text("3", "ascii")
    command = [sys.executable, __file__, "--plan", str(folder), "--group", group]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    values: dict[str, float] = json.loads(ran.stdout)
    return values


def main() -> None:
    """Makes the photos, plans them, prints one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=10_000)
    parser.add_argument("--least", type=int, default=1_000, help="the smaller size, to compare memory with")
    parser.add_argument("--group", default="auto")
    parser.add_argument("--cold", action="store_true", help="drop the disk cache before each run")
    parser.add_argument("--plan", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.plan:
        print(json.dumps(plan_here(args.plan, args.group)))
        return
    print("files    seconds  of CPU  photos/s   listings  pictures  skipped  peak MB  kept MB")
    kept: list[tuple[int, float]] = []
    for number in (args.least, args.photos):
        with tempfile.TemporaryDirectory() as folder:
            write_photos(Path(folder), number)
            seen = measured(Path(folder), args.group, cold=args.cold)
        kept.append((number, seen["kept"]))
        print(
            f"{number:<8} {seen['seconds']:>7.2f} {seen['busy']:>7.2f} {seen['photos'] / seen['seconds']:>9.0f}"
            f" {seen['listings']:>10.0f} {seen['files']:>9.0f} {seen['skipped']:>8.0f}"
            f" {seen['peak'] / 1e6:>8.0f} {seen['kept'] / 1e6:>8.1f}"
        )
    (few, little), (many, much) = kept
    print(f"kept for each further file: {(much - little) / max(1, many - few):.0f} bytes")
    print(f"target: at most {TARGET_SECONDS:.0f} s")


if __name__ == "__main__":
    main()
