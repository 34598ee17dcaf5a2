"""Whether corrections mean the same at every size, and what they cost.

usage: python tests/bench/corrections.py [--shared ../shared] [--each 3] [--kind KIND …] [--every 4] [--side 4000]
           [--worst FOLDER]

Each product photo and sample is cut out, and corrected by made steps of each kind: at full size, and at 1000 px, where
photo and matte are the full ones reduced. Prints for each kind how well the two mattes agree (intersection over union
at one half, at 1000 px), over all of the subject and where the step changed something, and what a step takes at each
size, in seconds of the processor.
``--side`` enlarges the photos to that long side first; ``--worst`` writes the worst of each kind as pictures.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image
from scipy import ndimage as ndi

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "app"))

from whitecove.core.colour import srgb_to_lab  # noqa: E402
from whitecove.core.corrections.apply import corrected  # noqa: E402
from whitecove.core.corrections.values import (  # noqa: E402
    Area,
    Brush,
    Corrections,
    Heal,
    Hole,
    Point,
    Step,
    Stroke,
    Touch,
)
from whitecove.core.engines.registry import cut_out, make_engine  # noqa: E402
from whitecove.core.errors import WhitecoveError  # noqa: E402
from whitecove.core.model import U8, Cutout, Mask, Picture  # noqa: E402
from whitecove.core.read import read_photo  # noqa: E402

PREVIEW = 1000
HOLE = (1, 254, 3)
Random = np.random.Generator


class Row(NamedTuple):
    """One step on one photo: agreement over the subject and where it changed, seconds small and full."""

    kind: str
    photo: str
    iou: float
    near: float
    small: float
    full: float


def main() -> int:
    args = _arguments()
    rows = [row for photo in _photos(args.shared)[:: args.every] for row in _of_photo(photo, args)]
    kinds: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        kinds[row.kind].append(row)
    print(f"{'kind':18} {'n':>4}  {'IoU mean':>8} {'worst':>7} {'≥ 0.995':>8}  {'near':>6}  seconds at 1000 px, full")
    for kind, of in kinds.items():
        iou, near, small, full = (np.array([row[k] for row in of]) for k in (2, 3, 4, 5))
        good = np.mean(iou >= 0.995)
        print(
            f"{kind:18} {len(of):4}  {iou.mean():8.4f} {iou.min():7.4f} {good:8.1%}  {near.mean():6.3f}"
            f"  {np.median(small):.3f} (most {small.max():.3f}), {np.median(full):.3f} (most {full.max():.3f})"
        )
        for row in sorted(of, key=lambda row: row.iou)[:2]:
            print(f"    {row.photo}  {row.iou:.4f}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--each", type=int, default=3, help="steps of each kind on each photo")
    parser.add_argument("--kind", nargs="*", default=[*KINDS], help="only steps of these kinds")
    parser.add_argument("--every", type=int, default=1, help="only one photo of so many")
    parser.add_argument("--side", type=int, default=0, help="enlarge photos to this long side")
    parser.add_argument("--worst", type=Path, help="write every pair that agrees badly into this folder")
    return parser.parse_args()


def _photos(shared: Path) -> list[Path]:
    found = [*(ROOT / "resources" / "samples").rglob("*.jpg"), *(shared / "data" / "products").rglob("*.*")]
    return sorted(path for path in found if path.suffix in {".jpg", ".png"})


def _of_photo(photo: Path, args: argparse.Namespace) -> Iterator[Row]:
    picture = _enlarged(read_photo(photo), args.side)
    try:
        cutout = cut_out(picture, make_engine("backdrop", {}))
    except WhitecoveError as error:
        print(f"{photo.name}: {error}")
        return
    random = np.random.default_rng(sum(photo.name.encode()))
    for kind in args.kind:
        full = _with_hole(picture, cutout) if kind == "open-hole" else (picture, cutout)
        if full is None:
            continue
        small = _small(*full)
        for number in range(args.each):
            row = _compared(kind, photo.name, KINDS[kind](random, full[1]), full, small)
            if row:
                yield row[0]
                if args.worst and row[0].iou < 0.995:
                    args.worst.mkdir(parents=True, exist_ok=True)
                    _sheet(*row[1]).save(args.worst / f"{kind}_{photo.stem}_{number}.png")


def _enlarged(picture: Picture, side: int) -> Picture:
    scale = side / max(picture.size)
    flat = replace(picture, alpha=None)
    if scale <= 1:
        return flat
    size = (round(picture.size[0] * scale), round(picture.size[1] * scale))
    return replace(flat, rgb=np.asarray(Image.fromarray(picture.rgb).resize(size, Image.Resampling.LANCZOS)))


def _small(picture: Picture, cutout: Cutout) -> tuple[Picture, Cutout]:
    scale = min(1.0, PREVIEW / max(picture.size))
    size = (round(picture.size[0] * scale), round(picture.size[1] * scale))
    rgb, shown, matte = (_reduced(each, size) for each in (picture.rgb, cutout.rgb, cutout.matte))
    return replace(picture, rgb=rgb), replace(cutout, rgb=shown, matte=matte)


def _reduced(pixels: U8, size: tuple[int, int]) -> U8:
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BOX))


def _compared(
    kind: str, photo: str, step: Step, full: tuple[Picture, Cutout], small: tuple[Picture, Cutout]
) -> tuple[Row, tuple[U8, U8, U8]] | None:
    steps = Corrections(width=full[0].size[0], height=full[0].size[1], steps=(step,))
    try:
        large, slow = _timed(full, steps)
        little, quick = _timed(small, steps)
    except WhitecoveError:  # it left nothing of the product
        return None
    reduced = _reduced(large.matte, small[0].size)
    a, b = reduced > 127, little.matte > 127
    touched = (reduced != small[1].matte) | (little.matte != small[1].matte)
    row = Row(kind, photo, _iou(a, b), _iou(a & touched, b & touched), quick, slow)
    return row, (little.rgb, reduced, little.matte)


def _timed(of: tuple[Picture, Cutout], steps: Corrections) -> tuple[Cutout, float]:
    start = time.process_time()
    made = corrected(*of, steps)[1]
    assert made is not None
    return made, time.process_time() - start


def _iou(a: Mask, b: Mask) -> float:
    either = int(np.count_nonzero(a | b))
    return int(np.count_nonzero(a & b)) / either if either else 1.0


def _sheet(rgb: U8, full: U8, small: U8) -> Image.Image:
    """The photo, both mattes, and where they differ."""
    apart = np.abs((full > 127).astype(int) - (small > 127)).astype(np.uint8) * 255
    return Image.fromarray(np.hstack([rgb, *(np.dstack([each] * 3) for each in (full, small, apart))]))


def _way(random: Random, cutout: Cutout) -> tuple[Touch, ...]:
    """A hand's way that starts on the outline, and how large the photo is."""
    rows, columns = np.nonzero(np.abs(np.diff(cutout.matte.astype(int), axis=1)) > 30)
    side = max(cutout.matte.shape)
    k = int(random.integers(len(rows))) if len(rows) else 0
    place = np.array([columns[k], rows[k]], float) if len(rows) else np.full(2, side / 2)
    turns = np.cumsum(random.normal(0, 0.35, 24)) + random.uniform(0, 2 * np.pi)
    steps = np.cumsum(np.stack([np.cos(turns), np.sin(turns)], axis=1) * side / 120, axis=0)
    return tuple(Touch(float(x), float(y), float(random.uniform(0.7, 1))) for x, y in place + steps)


def _brush(random: Random, cutout: Cutout) -> Brush:
    radius = float(random.uniform(0.01, 0.04)) * max(cutout.matte.shape)
    return Brush(touches=_way(random, cutout), radius=radius, hardness=float(random.uniform(0.3, 1)))


def _stroke(keep: bool, edge_aware: bool) -> Callable[[Random, Cutout], Step]:
    return lambda random, cutout: Stroke(keep=keep, edge_aware=edge_aware, brush=_brush(random, cutout))


def _area(random: Random, cutout: Cutout) -> Step:
    height, width = cutout.matte.shape
    corners = random.uniform(0.2, 0.8, (7, 2)) * (width, height)
    return Area(keep=bool(random.integers(2)), outline=tuple(Point(float(x), float(y)) for x, y in corners))


def _hole(random: Random, cutout: Cutout) -> Step:
    """A click into the deepest place of what `_with_hole` closed or made."""
    del random
    deep = ndi.distance_transform_edt((cutout.matte == 255) & (cutout.rgb == HOLE).all(axis=2))
    row, column = np.unravel_index(int(np.argmax(deep)), deep.shape)
    return Hole(point=Point(float(column) + 0.5, float(row) + 0.5))


def _with_hole(picture: Picture, cutout: Cutout) -> tuple[Picture, Cutout] | None:
    """The photo with its largest hole filled in the matte, or where it has none with one made in its product, in the
    colour of its backdrop; the hole is marked by its colour in the cutout. None where product and backdrop are alike
    around it: there is no edge to find."""
    hard = cutout.matte > 127
    labels, count = ndi.label(ndi.binary_fill_holes(hard) & ~hard)
    sizes = np.bincount(labels.ravel())[1:]
    rgb = picture.rgb.copy()
    if count and sizes.max() > hard.size / 2000:
        hole = ndi.binary_dilation(labels == 1 + int(np.argmax(sizes)), iterations=4)
    else:
        deep = ndi.distance_transform_edt(np.pad(hard, 1))[1:-1, 1:-1]
        row, column = np.unravel_index(int(np.argmax(deep)), deep.shape)
        y, x = np.ogrid[: hard.shape[0], : hard.shape[1]]
        hole = np.hypot(y - row, (x - column) * 1.3) < 0.6 * deep.max()
        backdrop = np.median(rgb[cutout.matte == 0], axis=0) if (cutout.matte == 0).any() else np.full(3, 200)
        grain = np.random.default_rng(1).normal(0, 2, (*hard.shape, 3)) + 12 * (y[..., None] / hard.shape[0] - 0.5)
        rgb = np.where(hole[..., None], np.clip(backdrop + grain, 0, 255), rgb).astype(np.uint8)
        ring = ndi.binary_dilation(hole, iterations=12) & ~ndi.binary_dilation(hole, iterations=2)
        alike = np.linalg.norm(srgb_to_lab(rgb[ring][None])[0] - srgb_to_lab(rgb[hole][None])[0].mean(axis=0), axis=1)
        if np.mean(alike < 15) > 0.02:
            return None
    shown = np.where(hole[..., None], HOLE, rgb).astype(np.uint8)
    matte = np.where(hole, 255, cutout.matte).astype(np.uint8)
    return replace(picture, rgb=rgb), replace(cutout, rgb=shown, matte=matte)


def _heal(random: Random, cutout: Cutout) -> Step:
    brush = _brush(random, cutout)
    return Heal(brush=replace(brush, radius=brush.radius / 3))


KINDS: dict[str, Callable[[Random, Cutout], Step]] = {
    "keep": _stroke(keep=True, edge_aware=False),
    "erase": _stroke(keep=False, edge_aware=False),
    "keep, edge-aware": _stroke(keep=True, edge_aware=True),
    "erase, edge-aware": _stroke(keep=False, edge_aware=True),
    "area": _area,
    "open-hole": _hole,
    "heal": _heal,
}

if __name__ == "__main__":
    sys.exit(main())
