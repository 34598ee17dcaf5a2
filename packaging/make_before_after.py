"""Makes the README's picture, docs/images/before-after.jpg: sample photos above, what `whitecove demo` makes of them
below.

    python packaging/make_before_after.py

Needs Whitecove installed. The picture shows what this version does: make it anew when the engines change.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parents[1]
SHOWN = {
    "mug.jpg": "mug/mug_01_main.jpg",
    "basket.jpg": "basket/basket_01_main.jpg",
    "lamp/lamp_main.jpg": "lamp/lamp_01_main.jpg",
}
TILE, GAP = 400, 12
GROUND = (226, 228, 231)


def main() -> None:
    """Prepare the samples and put the tiles together."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "whitecove", "demo", "--out", folder], check=True)
        page = Image.new("RGB", (len(SHOWN) * (TILE + GAP) + GAP, 2 * (TILE + GAP) + GAP), GROUND)
        for column, (photo, made) in enumerate(SHOWN.items()):
            x = GAP + column * (TILE + GAP)
            page.paste(tile(ROOT / "resources" / "samples" / photo), (x, GAP))
            page.paste(tile(Path(folder) / made), (x, TILE + 2 * GAP))
    target = ROOT / "docs" / "images" / "before-after.jpg"
    target.parent.mkdir(parents=True, exist_ok=True)
    page.save(target, quality=88)


def tile(path: Path) -> Image.Image:
    """The picture, upright, its middle square."""
    with Image.open(path) as image:
        return ImageOps.fit(ImageOps.exif_transpose(image).convert("RGB"), (TILE, TILE), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
