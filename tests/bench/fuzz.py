"""Reads thousands of damaged files in worker processes, as a batch reads photos, and says what became of them.

    python tests/bench/fuzz.py [../shared/data/formats] [--count 20000] [--seed 5] [--workers 1]
    python tests/bench/fuzz.py --only 1234 --keep FOLDER

The files are made of those in a folder by flipping, cutting, doubling, moving, splicing and lying about sizes; each is
the same for a seed and a number on every machine (``--only`` makes one again and keeps it in FOLDER).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "app")]


def again(corpus: Path, seed: int, number: int, keep: Path) -> None:
    """Makes one file again, keeps it, and reads it here."""
    from tests.corpus.fuzz.mutations import Corpus
    from whitecove.core.errors import ReadError
    from whitecove.core.read import read_photo

    made = Corpus(corpus).mutated(seed, number)
    path = keep / f"{number}.made"
    path.write_bytes(made.data)
    print(f"{path}: {made.of}, {', '.join(made.how)}", flush=True)
    try:
        print(read_photo(path).facts)
    except ReadError as error:
        print(error)


def main() -> int:
    """Make, read, count; 0 if nothing is to be mended."""
    from tests.corpus.fuzz.reading import Tally, read_made

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?", default=ROOT.parent / "shared" / "data" / "formats")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="the number to begin with")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--only", type=int, help="make this one again")
    parser.add_argument("--keep", type=Path, default=Path(), help="the folder that --only puts it into")
    args = parser.parse_args()
    if args.only is not None:
        again(args.corpus, args.seed, args.only, args.keep)
        return 0
    tally, start = Tally(), time.perf_counter()
    numbers = range(args.first, args.first + args.count)
    with tempfile.TemporaryDirectory() as folder:
        for name, done in read_made(args.corpus, Path(folder), numbers, seed=args.seed, workers=args.workers):
            tally.add(name, done)
            if tally.files % 1000 == 0:
                print(f"{tally.files}: {dict(tally.fates)}", file=sys.stderr, flush=True)
    print(*tally.findings, sep="\n")
    print(f"{tally.files} files in {time.perf_counter() - start:.0f} s: {dict(tally.fates)}")
    print(*(f"  {count:6} {reason}" for reason, count in tally.reasons.most_common()), sep="\n")
    print(f"slowest {tally.seconds:.1f} s ({tally.slowest}), most memory {tally.megabytes} MB ({tally.largest})")
    return 0 if set(tally.fates) <= {"read", "refused"} else 1


if __name__ == "__main__":
    sys.exit(main())
