"""What people use today, as plainly as they use it: ``python tests/bench/peers.py rembg PHOTOS MODEL OUT`` and
``… imagemagick PHOTOS OUT``. Run as programs of their own by ``speed.py``.

``rembg p`` reads a file, hands its bytes to ``rembg.remove`` with one session for all, and writes the PNG that comes
back; its command line itself needs packages that only its extra brings. ImageMagick then flattens, trims, resizes and
extends in one ``mogrify``; alone, it floods the backdrop with white from the corner first.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ON_WHITE = (
    "-trim", "+repage", "-resize", "1700x1700", "-gravity", "center", "-background", "white", "-extent", "2000x2000",
    "-quality", "95", "-format", "jpg",
)  # fmt: skip


def rembg(photos: Path, model: Path, out: Path) -> None:
    """The cutouts of all photos as PNG."""
    os.environ.update(REMBG_HOME=str(model.parent), U2NET_HOME=str(model.parent))
    import rembg as package

    session = package.new_session("u2net_custom", model_path=str(model), providers=["CPUExecutionProvider"])
    for photo in sorted(photos.iterdir()):
        made = package.remove(photo.read_bytes(), session=session)
        (out / f"{photo.stem}.png").write_bytes(made)


def flattened(cutouts: Path, out: Path) -> None:
    """The cutouts on white squares as JPEG."""
    files = sorted(map(str, cutouts.glob("*.png")))
    subprocess.run(["mogrify", "-path", out, "-background", "white", "-flatten", *ON_WHITE, *files], check=True)


def imagemagick(photos: Path, out: Path) -> None:
    """The photos with their backdrop flooded, on white squares, as JPEG."""
    files = sorted(map(str, photos.iterdir()))
    flood = ("-fuzz", "10%", "-fill", "white", "-draw", "color 0,0 floodfill", "-fuzz", "1%")
    subprocess.run(["mogrify", "-path", out, *flood, *ON_WHITE, *files], check=True)


def main() -> int:
    """Does what the command line says."""
    what, *places = sys.argv[1:]
    photos, *others = map(Path, places)
    others[-1].mkdir(parents=True, exist_ok=True)
    if what == "rembg":
        rembg(photos, *others)
    elif what == "flattened":
        flattened(photos, *others)
    else:
        imagemagick(photos, *others)
    return 0


if __name__ == "__main__":
    sys.exit(main())
