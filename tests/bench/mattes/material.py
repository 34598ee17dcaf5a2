"""What the mattes are measured on: photos with known truth, and real product photos without."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from whitecove.core.model import U8

SWEEPS = ("grey", "near-white", "blue")
SCENES = ("table", "ebay", "grabcut", "u2net")
ENDINGS = {".jpg", ".jpeg", ".png"}
# How photos are made worse for the measure of doubt.
DEGRADED = ("blurred", "dark", "pale", "tiny", "cropped")
# Degraded photos are looked at this small: it is their content that is hard.
DEGRADED_SIDE = 800


@dataclass(frozen=True, slots=True)
class Case:
    """A photo, the family it belongs to, and the file of its true matte."""

    family: str
    photo: Path
    truth: Path

    @property
    def name(self) -> str:
        return self.photo.stem


def composites(shared: Path, scratch: Path) -> Path:
    """The supplier cutouts of ``shared`` on made backdrops and on a real table, below ``scratch``."""
    data = shared / "data"
    tool = [shared / "tools" / "make_composites.py", data / "cutouts", scratch]
    subprocess.run(
        [sys.executable, *map(str, [*tool, "--table", data / "backgrounds" / "table.jpg"])],
        check=True,
    )
    return scratch


def cases(folder: Path, family: str) -> list[Case]:
    """The photos of a folder that have a truth beside them."""
    found: list[Case] = []
    for photo in sorted(folder.iterdir()):
        truths = [photo.with_name(photo.stem + ending) for ending in (".mask.png", ".mask.bmp")]
        truth = next((path for path in truths if path.exists()), None)
        if photo.suffix in ENDINGS and ".mask" not in photo.name and truth:
            found.append(Case(family, photo, truth))
    return found


def product_photos(shared: Path, samples: Path) -> list[Path]:
    """The real product photos and the samples of the project."""
    folders = (shared / "data" / "products", samples)
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix.lower() in ENDINGS]


def degraded(rgb: U8, kind: str, seed: int) -> U8:
    """``rgb`` (H, W, 3) as a bad photo shows it; ``cropped`` cuts into the product from the top left."""
    rng = np.random.default_rng(seed)
    image = Image.fromarray(rgb)
    if kind == "blurred":
        return np.asarray(image.filter(ImageFilter.GaussianBlur(max(image.size) / 200)))
    if kind == "dark":
        return _levels(rgb * 0.25 + rng.normal(0, 6, rgb.shape))
    if kind == "pale":
        return _levels(rgb * 0.25 + 180 + rng.normal(0, 3, rgb.shape))
    if kind == "tiny":
        small = image.resize((max(16, image.width // 8), max(16, image.height // 8)), Image.Resampling.BOX)
        return np.asarray(small.resize(image.size, Image.Resampling.BILINEAR))
    return np.ascontiguousarray(cropped(rgb))


def cropped(plane: U8) -> U8:
    """``plane`` without its upper third and left third, whatever it has behind its first two dimensions."""
    return plane[int(plane.shape[0] * 0.35) :, int(plane.shape[1] * 0.3) :]


def _levels(values: NDArray[np.float64]) -> U8:
    return np.asarray(np.clip(values, 0, 255), np.uint8)
