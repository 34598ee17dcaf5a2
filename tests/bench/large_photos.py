"""Real product photos at the size that cameras take, for benches of time and memory."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

GRAIN = 1.5


def enlarged(source: Path, target: Path, megapixels: float) -> None:
    """Writes ``source`` at so many megapixels, with the grain that a camera's photo has, as a JPEG of quality 92."""
    with Image.open(source) as image:
        rgb = image.convert("RGB")
    scale = (megapixels * 1e6 / (rgb.width * rgb.height)) ** 0.5
    large = np.asarray(rgb.resize((round(rgb.width * scale), round(rgb.height * scale)), Image.Resampling.LANCZOS))
    grain = np.random.default_rng(0).normal(0, GRAIN, large.shape).astype(np.float32)
    Image.fromarray(np.clip(large + grain, 0, 255).astype(np.uint8)).save(target, quality=92)


def folder_of(products: Path, folder: Path, count: int, megapixels: float) -> Path:
    """``folder`` with ``count`` photos of so many megapixels, spread over those below ``products``; where there are
    fewer, they come again under other names, with a byte at their end that makes them another file."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted(path for path in products.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg", ".png"))
    step = max(1, len(sources) / count)
    chosen = [sources[int(number * step)] for number in range(min(count, len(sources)))]
    for number in range(count):
        target = folder / f"photo{number:04}.jpg"
        if number < len(chosen):
            enlarged(chosen[number], target, megapixels)
        else:
            again = (folder / f"photo{number % len(chosen):04}.jpg").read_bytes()
            target.write_bytes(again + number.to_bytes(4, "big"))
    return folder
