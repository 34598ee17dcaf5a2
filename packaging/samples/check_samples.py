"""Check the committed sample photos: sizes, EXIF data, colour profile, mattes; optionally draw the outlines.

    python packaging/samples/check_samples.py [--overlay FOLDER]

Needs numpy and Pillow. With --overlay, every photo is written upright with its matte's outline in magenta, to look at.
"""

from __future__ import annotations

import argparse
import io
import sys
import tomllib
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageFilter, ImageOps

REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLES = REPOSITORY / "resources" / "samples"
MATTES = REPOSITORY / "tests" / "data" / "sample_mattes"
MOST_BYTES = 8_000_000


def facts(image: Image.Image) -> tuple[int, bool, str]:
    """Orientation, whether there is a GPS block, name of the colour profile."""
    exif = image.getexif()
    icc = image.info.get("icc_profile")
    profile = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(icc))).strip() if icc else "-"
    return int(exif.get(0x0112, 1)), bool(exif.get_ifd(0x8825)), profile


def outline(photo: Image.Image, matte: Image.Image) -> Image.Image:
    """The photo with the half-covered pixels of the matte in magenta."""
    solid = matte.point(lambda v: 255 * (v > 127))
    edge = np.asarray(solid.filter(ImageFilter.MaxFilter(3))) != np.asarray(solid)
    pixels = np.asarray(photo.convert("RGB")).copy()
    pixels[edge] = (255, 0, 255)
    return Image.fromarray(pixels)


def matte_problems(photo: Image.Image, matte: Image.Image) -> list[str]:
    """Wrong size or mode, product touching the frame, or an outline that does not follow the picture."""
    if matte.mode != "L" or matte.size != photo.size:
        return [f"matte is {matte.mode} {matte.size}, photo is {photo.size}"]
    alpha = np.asarray(matte, np.float32) / 255.0
    border = max(alpha[0].max(), alpha[-1].max(), alpha[:, 0].max(), alpha[:, -1].max())
    grey = np.asarray(photo.convert("L").filter(ImageFilter.GaussianBlur(1.5)), np.float32)
    slope = np.hypot(*np.gradient(grey))
    edge = (alpha > 0.2) & (alpha < 0.8)
    print(
        f"    cover {alpha.mean():.3f}, slope on the outline {slope[edge].mean():.1f}, off it {slope[~edge].mean():.2f}"
    )
    found = [] if border == 0 else ["the product touches the frame"]
    return found if slope[edge].mean() > 2 * slope[~edge].mean() else [*found, "outline and picture do not line up"]


def check(name: str, overlay: Path | None) -> list[str]:
    """Check one photo; prints what it is."""
    path = SAMPLES / name
    with Image.open(path) as image:
        orientation, gps, profile = facts(image)
        stored = image.size
        upright = ImageOps.exif_transpose(image)
    print(f"{name}: {path.stat().st_size // 1000} kB, stored {stored}, orientation {orientation}, GPS {gps}, {profile}")
    problems = [] if 1600 <= max(stored) <= 3000 else [f"long edge {max(stored)}"]
    matte_path = MATTES / f"{path.stem}.png"
    if matte_path.exists():
        with Image.open(matte_path) as matte:
            problems += matte_problems(upright, matte)
            if overlay is not None:
                outline(upright, matte).save(overlay / f"{path.stem}.png")
    elif path.stem != "lamp_2":
        problems.append("no matte")
    return [f"{name}: {problem}" for problem in problems]


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="Check the sample photos.")
    parser.add_argument("--overlay", type=Path, help="folder for the outlined photos")
    args = parser.parse_args()
    if args.overlay:
        args.overlay.mkdir(parents=True, exist_ok=True)
    names = [entry["file"] for entry in tomllib.loads((SAMPLES / "samples.toml").read_text("utf-8"))["photo"]]
    problems = [problem for name in names for problem in check(name, args.overlay)]
    total = sum(p.stat().st_size for p in SAMPLES.rglob("*") if p.is_file())
    print(f"{total / 1e6:.2f} MB in all")
    if total > MOST_BYTES:
        problems.append("the folder is too big")
    print("\n".join(problems) or "no problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
