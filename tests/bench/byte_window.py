"""How JPEG sizes grow with quality on real pictures: the figures behind `whitecove.core.encode`.

    python tests/bench/byte_window.py ../shared/data

Prepares every RGBA cutout below DIR/cutouts on white and every photo below DIR/products as a scene, at 2000 px, and
prints the size at each quality relative to quality 95, and what restart markers add for each 8 × 8 block.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PIL import Image

from whitecove.core.compose import Frame, Room, compose_cutout, compose_scene
from whitecove.core.encode import GROWTH, SHRINK, Target, encode_once
from whitecove.core.engines.given import given
from whitecove.core.model import U8
from whitecove.core.read import read_photo

NOTHING = Target(floor=0, ceiling=0, icc=b"", exif=b"")


def packshot(path: Path) -> U8:
    """A supplier's cutout on white."""
    picture = read_photo(path)
    cutout = given(picture)
    if cutout is None:
        raise SystemExit(f"{path} is no cutout")
    return compose_cutout(picture, cutout, Frame(width=2000, height=2000)).rgb


def scene(path: Path) -> U8:
    """A photo with its scene."""
    return compose_scene(read_photo(path), Room(long_edge=2000, short_side=800, shape=None)).rgb


def main(data: Path) -> None:
    """Print the table."""
    pictures = [packshot(p) for p in sorted((data / "cutouts").rglob("*.png"))]
    pictures += [scene(p) for p in sorted((data / "products").rglob("*.*"))]
    ratios: dict[int, list[float]] = {quality: [] for quality in sorted([*SHRINK, *GROWTH])}
    base, markers = [], []
    for rgb in pictures:
        image = Image.fromarray(rgb)
        size = len(encode_once(image, NOTHING, 95))
        base.append(size / 1000)
        for quality, values in ratios.items():
            values.append(len(encode_once(image, NOTHING, quality)) / size)
        added = len(encode_once(image, NOTHING, 100, restart=1)) - ratios[100][-1] * size
        markers.append(added / (rgb.shape[0] * rgb.shape[1] / 64))
    print(f"{len(pictures)} pictures; percentiles        0      5     50     95    100")
    for quality, values in ratios.items():
        print_row(f"quality {quality} against 95", values)
    print_row("KB at quality 95", base)
    print_row("marker bytes a block", markers)


def print_row(name: str, values: list[float]) -> None:
    """One line of percentiles."""
    print(f"{name:28}", *(f"{v:6.2f}" for v in np.percentile(values, [0, 5, 50, 95, 100])))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
