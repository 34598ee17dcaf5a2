"""How long `whitecove check` takes on one file, from nothing to the verdict, and whether it loads what it must not.

    python tests/bench/cold_start.py [FILE] [--runs 7]

Each run is a process of its own. On Linux, as root, the first run comes after the disk cache was dropped.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "mug.jpg"
HEAVY = ("PySide6", "numba", "scipy", "rembg", "onnxruntime", "requests", "urllib3")
LOADED = (
    "import sys; from whitecove.cli.main import run; run(['check', sys.argv[1]]);"
    "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
)


def seconds(file: Path) -> float:
    """One run, wall clock."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "whitecove", "check", str(file)], stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def drop_cache() -> bool:
    """Forget what the disk cache holds; False where that is not allowed."""
    try:
        os.sync()
        Path("/proc/sys/vm/drop_caches").write_text("3", "ascii")
    except (OSError, AttributeError):
        return False
    return True


def main() -> None:
    """Time it, and look at what was loaded."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--runs", type=int, default=7)
    args = parser.parse_args()
    if drop_cache():
        print(f"first run, nothing in the disk cache: {seconds(args.file):.2f} s")
    times = [seconds(args.file) for _ in range(args.runs)]
    print(f"then: median {statistics.median(times):.2f} s, least {min(times):.2f} s, most {max(times):.2f} s")
    loaded = subprocess.run([sys.executable, "-c", LOADED, str(args.file)], capture_output=True, text=True, check=False)
    heavy = sorted(set(HEAVY) & set(loaded.stderr.split()))
    print("heavy packages loaded:", ", ".join(heavy) or "none")


if __name__ == "__main__":
    main()
