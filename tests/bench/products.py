"""Prepare a folder of photos as mains and count: states, white, byte window, encodes, rungs.

    python tests/bench/products.py PHOTOS OUT [--engine auto] [--model NAME=FILE] [--sheet FILE.jpg]

Every photo is a listing of its own. The delivery is then judged by the independent program in
tests/independent/recheck.py. ``--sheet`` writes a contact sheet of all mains made, those in review framed in orange.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the repository's root, for tests.independent

from tests.independent.recheck import recheck
from whitecove.batch.delivery.manifest import write_manifest
from whitecove.batch.executors.control import Control
from whitecove.batch.plan import make_plan
from whitecove.batch.results import BatchResult
from whitecove.batch.run import run
from whitecove.core.model import Rendition, State
from whitecove.core.options import Options
from whitecove.core.profiles import load_profile

TILE = 220


def prepare(photos: Path, out: Path, engine: str, models: dict[str, Path]) -> BatchResult:
    """Prepare every photo below ``photos`` as the main of a listing, with manifest."""
    options = Options(engine=engine, group="photo")
    plan = make_plan([photos], out, options, load_profile(options.profile))
    result = run(plan, workers=2, models=models, emit=lambda event: None, control=Control(), resume=False)
    write_manifest(result, out)
    return result


def renditions(result: BatchResult) -> list[tuple[str, Rendition]]:
    """All renditions with their photo's name."""
    return [(row.photo.name, r) for li in result.listings for row in li.rows for r in row.result.renditions]


def report(result: BatchResult, out: Path, photos: Path) -> int:
    """Print the figures; 0 when the independent program agrees on every ready file."""
    made = renditions(result)
    ready = [r for _, r in made if r.state is State.READY]
    opinions = recheck(out, photos)
    print("inputs by state:", ", ".join(f"{n} {state}" for state, n in result.counts().items()))
    print("independent re-check:", sum(not o.problems for o in opinions), "of", len(opinions), "ready mains pass;",
          sum(o.off_white for o in opinions), "background pixels off 255 beyond 8 px")  # fmt: skip
    print("byte window met:", sum(512_000 <= r.bytes <= 2_000_000 for r in ready), "of", len(ready), "ready")
    encodes = [int(r.encoding["encodes"]) for _, r in made]
    print(f"encodes: median {np.median(encodes):g}, most {max(encodes)}")
    print("rungs:", ", ".join(f"{rung} {n}" for rung, n in Counter(r.encoding["rung"] for _, r in made).most_common()))
    print("engines:", ", ".join(f"{name} {n}" for name, n in Counter(r.engine for _, r in made).most_common()))
    warnings = Counter(f.rule for r in ready for f in r.findings if f.broken)
    print("warnings on ready:", ", ".join(f"{rule} {n}" for rule, n in warnings.most_common()) or "none")
    for opinion in opinions:
        for problem in opinion.problems:
            print(f"  {opinion.file}: {problem}")
    for listing in result.listings:
        if listing.state is not State.READY:
            print(f"  {listing.state:7} {listing.sku}: {listing.reason}")
    return 1 if any(o.problems for o in opinions) else 0


def sheet(result: BatchResult, out: Path, target: Path) -> None:
    """A contact sheet of every main that was made."""
    made = renditions(result)
    columns = 9
    page = Image.new("RGB", (columns * TILE, -(-len(made) // columns) * (TILE + 16)), (225, 225, 225))
    draw = ImageDraw.Draw(page)
    for index, (name, rendition) in enumerate(made):
        x, y = index % columns * TILE, index // columns * (TILE + 16)
        with Image.open(out / rendition.file) as image:
            image.thumbnail((TILE - 8, TILE - 8))
            page.paste(image, (x + 4, y + 4))
        if rendition.state is not State.READY:
            draw.rectangle((x + 1, y + 1, x + TILE - 2, y + TILE - 2), outline=(230, 120, 0), width=3)
        doubt = f"{rendition.doubt:.2f} " if rendition.doubt is not None else ""
        draw.text((x + 4, y + TILE), doubt + name.rsplit("/", 1)[-1][:30], fill=(0, 0, 0))
    page.save(target, quality=90)


def main() -> int:
    """Parse, prepare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--engine", default="auto")
    parser.add_argument("--model", action="append", default=[], help="NAME=FILE")
    parser.add_argument("--sheet", type=Path)
    args = parser.parse_args()
    models = {name: Path(file) for name, file in (pair.split("=", 1) for pair in args.model)}
    result = prepare(args.photos, args.out, args.engine, models)
    if args.sheet:
        sheet(result, args.out, args.sheet)
    return report(result, args.out, args.photos)


if __name__ == "__main__":
    sys.exit(main())
