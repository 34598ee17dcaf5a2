"""How far the product's own colours move on the way from the photo into the file.

    python tests/bench/colours.py PHOTOS OUT [--engine backdrop] [--model NAME=FILE] [--set OPTION=VALUE …]

Prepares every photo below PHOTOS as a main and prints, over the ready pictures and over all, how the median and the
95th percentile of ΔE00 of the subject's core against the colour-managed source are distributed, and the worst. Exits 1
where a ready picture is beyond the targets (median ≤ 1, 95 % ≤ 3) or was changed, unless options were set.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from whitecove.batch.executors.control import Control
from whitecove.batch.plan import make_plan
from whitecove.batch.run import run
from whitecove.core.model import Rendition, State
from whitecove.core.options import Options, with_values
from whitecove.core.profiles import load_profile

MEDIAN, HIGH = 1.0, 3.0
FIGURES = re.compile(r"ΔE00 median ([\d.]+), 95 % ([\d.]+)")
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Measured:
    """One picture's figures, as its finding has them."""

    photo: str
    state: State
    median: float
    high: float
    changes: tuple[str, ...]


def measured(photo: str, made: Rendition) -> Measured | None:
    """The figures of ``made``; None where the subject has no core."""
    finding = next(f for f in made.findings if f.rule == "colour.fidelity")
    found = FIGURES.search(finding.measured)
    return Measured(photo, made.state, float(found[1]), float(found[2]), made.changes) if found else None


def report(name: str, some: list[Measured]) -> None:
    """Prints how the figures of ``some`` are distributed."""
    if not some:
        print(f"{name}: none")
        return
    for what, values in (("median", [m.median for m in some]), ("95 %  ", [m.high for m in some])):
        low, middle, high, most = np.percentile(values, (0, 50, 90, 100))
        spread = f"least {low:.1f}, middle {middle:.1f}, 9 of 10 ≤ {high:.1f}, most {most:.1f}"
        print(f"{name}, {len(some)}: ΔE00 {what} {spread}")


def main() -> int:
    """Parse, prepare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--engine", default="backdrop")
    parser.add_argument("--model", action="append", default=[], help="NAME=FILE")
    parser.add_argument("--set", action="append", default=[], help="OPTION=VALUE")
    args = parser.parse_args()
    models = {name: Path(file) for name, file in (pair.split("=", 1) for pair in args.model)}
    chosen = dict(pair.split("=", 1) for pair in args.set)
    options = with_values(Options(engine=args.engine, group="photo"), chosen)
    plan = make_plan([args.photos], args.out, options, load_profile(options.profile))
    result = run(plan, workers=2, models=models, emit=lambda event: None, control=Control(), resume=False)
    rows = [(row.photo.name, made) for li in result.listings for row in li.rows for made in row.result.renditions]
    found = [figures for name, made in rows if (figures := measured(name, made))]
    ready = [each for each in found if each.state is State.READY]
    print(f"{len(rows)} pictures made with {args.engine}, {len(rows) - len(found)} without a core to measure")
    report("ready", ready)
    report("all", found)
    for each in sorted(found, key=lambda m: -m.high)[:SHOWN]:
        print(f"  {each.median:5.1f} {each.high:5.1f}  {each.state:7} {each.photo}")
    wrong = [each for each in ready if each.median > MEDIAN or each.high > HIGH or each.changes]
    print(f"{len(wrong)} of {len(ready)} ready pictures beyond median {MEDIAN:g}, 95 % {HIGH:g}, or changed")
    return 1 if wrong and not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
