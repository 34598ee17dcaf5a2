"""Render the sample product photos of `resources/samples` and their exact mattes.

Everything in the pictures (shapes, textures, labels) is made by these scripts; nothing is loaded from outside.

Install (Python 3.11, the version that bpy 5.0 is built for) and run, from anywhere:

    python3.11 -m venv render-env
    render-env/bin/pip install bpy==5.0.1 "numpy<2" Pillow
    render-env/bin/python packaging/samples/render_samples.py             # all nine
    render-env/bin/python packaging/samples/render_samples.py mug basket  # some
    render-env/bin/python packaging/samples/render_samples.py --preview --out /some/folder

The full run took about 40 minutes with two threads on a busy two-core machine. CI never runs it: the photos are
committed. Another Blender version gives pictures that look the same but differ in single pixels, so commit photos and
mattes together. Afterwards `check_samples.py` verifies the files.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import develop  # noqa: E402
import numpy as np  # noqa: E402
import phone_jpeg  # noqa: E402
import photos  # noqa: E402
from PIL import Image  # noqa: E402

import studio  # noqa: E402

REPOSITORY = HERE.parents[1]
PHOTO_LIMIT = 850_000  # bytes


def exposure_of(photo: photos.Photo, linear: np.ndarray, coverage: np.ndarray) -> float:
    """Meter on the backdrop above the product's foot, on the product, or on the whole picture."""
    rows = np.any(coverage > 0.5, axis=1)
    where = np.ones_like(coverage, bool)
    if photo.meter_on == "backdrop":
        where = coverage < 0.01
        where[int(np.max(np.nonzero(rows))) :] = False
    elif photo.meter_on == "product":
        where = coverage > 0.99
    return develop.meter(linear, where, photo.meter_level, photo.meter_percentile)


def rendered(photo: photos.Photo, scale: float, samples: int, threads: int, keep: Path | None) -> dict[str, np.ndarray]:
    """Linear picture and coverage; with `keep` they are stored there and used again the next time."""
    stored = keep / f"{Path(photo.name).name}.npz" if keep else None
    if stored and stored.exists():
        with np.load(stored) as arrays:
            return dict(arrays)
    pixels = (round(photo.pixels[0] * scale), round(photo.pixels[1] * scale))
    product = photos.stage(photo, threads)
    with tempfile.TemporaryDirectory() as folder:
        linear = studio.photo(Path(folder) / "photo.exr", pixels, samples)
        coverage = studio.matte(Path(folder) / "matte.exr", pixels, 32, product)
    if stored:
        stored.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(stored, linear=linear.astype(np.float32), coverage=coverage)
    return {"linear": linear, "coverage": coverage}


def take(photo: photos.Photo, out: Path, mattes: Path, render: dict[str, np.ndarray]) -> None:
    """Develop and save one photo with its matte."""
    linear, coverage = render["linear"], render["coverage"]
    exposure = exposure_of(photo, linear, coverage)
    seed = zlib.crc32(photo.name.encode())
    picture = develop.develop(
        linear,
        exposure=exposure,
        warmth=photo.warmth,
        soft=photo.soft,
        grain=photo.grain,
        seed=seed,
        corners=photo.corners,
    )
    size = phone_jpeg.save(out / f"{photo.name}.jpg", picture, photo.shot, photo.wide, PHOTO_LIMIT)
    if photo.has_matte:
        mattes.mkdir(parents=True, exist_ok=True)
        alpha = np.rint(np.clip(develop.blur(coverage, photo.soft), 0, 1) * 255).astype(np.uint8)
        Image.fromarray(alpha).save(mattes / f"{Path(photo.name).name}.png", optimize=True)
    print(f"{photo.name}: {size // 1000} kB", flush=True)


def write_index(path: Path) -> None:
    """List the photos in samples.toml."""
    lines = ["schema = 1", 'licence = "MIT"   # made for this project by packaging/samples', ""]
    for photo in photos.PHOTOS:
        lines += ["[[photo]]", f"file = {json.dumps(photo.name + '.jpg')}", f"shows = {json.dumps(photo.shows)}", ""]
    path.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="Render the sample photos.")
    parser.add_argument("names", nargs="*", help="photos to render, such as mug or lamp_1 (default: all)")
    parser.add_argument("--preview", action="store_true", help="a third of the size, few samples")
    parser.add_argument("--out", type=Path, help="write everything below this folder, not into the repository")
    parser.add_argument("--keep", type=Path, help="keep the renders in this folder, to try other exposures quickly")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    out = args.out or REPOSITORY / "resources" / "samples"
    mattes = args.out / "mattes" if args.out else REPOSITORY / "tests" / "data" / "sample_mattes"
    known = {Path(p.name).name: p for p in photos.PHOTOS}
    if unknown := [n for n in args.names if n not in known]:
        parser.error(f"no such photo: {', '.join(unknown)}; known: {', '.join(known)}")
    for name in args.names or known:
        photo = known[name]
        start = time.monotonic()
        scale, samples = (1 / 3, 24) if args.preview else (1.0, photo.samples)
        take(photo, out, mattes, rendered(photo, scale, samples, args.threads, args.keep))
        print(f"    {time.monotonic() - start:.0f} s", flush=True)
    write_index(out / "samples.toml")
    return 0


if __name__ == "__main__":
    sys.exit(main())
