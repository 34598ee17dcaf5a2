"""How long the program takes to end after Ctrl-C, at random moments while workers are in the middle of large photos.

python tests/bench/stopping.py [--times 10] [--seed N]
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "app")]

from tests.faults.kills import new_seed  # noqa: E402
from tests.faults.shop import SAMPLES, Shop, ended, wait_for  # noqa: E402

SIZE = (4000, 3000)
PHOTOS = 6


def large(shop: Shop) -> Shop:
    """Fills the shop with photos of 12 megapixels."""
    shop.photos.mkdir(parents=True)
    with Image.open(SAMPLES / "mug.jpg") as image:
        big = image.convert("RGB").resize(SIZE)
    for number in range(PHOTOS):
        big.save(shop.photos / f"{number}.jpg", quality=90 + number)
    return shop


def interrupted(shop: Shop, later: float, *, twice: bool) -> tuple[float, int]:
    """Interrupts a run ``later`` seconds after a photo is cut out, ``twice`` or once; seconds from the last interrupt
    to the end, and the exit code."""
    program = shop.start()
    wait_for(program.stdout, "working", stage="cutting")
    with suppress(subprocess.TimeoutExpired):
        program.wait(timeout=later)
    program.send_signal(signal.SIGINT)
    if twice:
        assert program.stderr is not None
        program.stderr.readline()
        program.send_signal(signal.SIGINT)
    start = time.monotonic()
    code = ended(program).code
    return time.monotonic() - start, code


def main() -> None:
    """Interrupt, and print how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--seed", type=int, default=new_seed())
    args = parser.parse_args()
    chance = random.Random(args.seed)  # noqa: S311 (moments, not secrets)
    print(f"seed {args.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        shop = large(Shop(Path(folder)))
        for twice in (False, True):
            ends = []
            for _ in range(args.times):
                ends.append(interrupted(shop, chance.uniform(0, 1.5), twice=twice))
                shutil.rmtree(shop.out)
            seconds, codes = [end[0] for end in ends], {end[1] for end in ends}
            median, most = statistics.median(seconds), max(seconds)
            print(f"{'twice' if twice else 'once'}: median {median:.2f} s, most {most:.2f} s; exit codes {codes}")


if __name__ == "__main__":
    main()
