"""Contact sheets: the worst mattes of a family, and edges at full size on white and on dark."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage as ndi

from whitecove.core.model import F32, U8, Cutout

TILE, LINE = 420, 16
TRUE, OURS = (0, 220, 0), (255, 0, 255)


def outlines(rgb: U8, truth: F32, matte: U8, label: str) -> Image.Image:
    """The photo small, the true outline in green, the matte's in magenta."""
    scale = TILE / max(rgb.shape[:2])
    size = (max(1, round(rgb.shape[1] * scale)), max(1, round(rgb.shape[0] * scale)))
    picture = np.array(Image.fromarray(rgb).resize(size))
    for plane, colour in ((truth * 255, TRUE), (matte.astype(np.float32), OURS)):
        small = np.asarray(Image.fromarray(plane).resize(size, Image.Resampling.BILINEAR)) > 127
        picture[small ^ ndi.binary_erosion(small)] = colour
    return _labelled(Image.fromarray(picture), label)


def edge_crops(cutout: Cutout, label: str) -> Image.Image:
    """The cutout whole on white, and at full size where its outline is busiest, on white and on dark."""
    page = Image.new("RGB", (3 * TILE, TILE), "white")
    whole = Image.fromarray(_on(cutout, 255))
    whole.thumbnail((TILE, TILE))
    page.paste(whole, (0, 0))
    top, left = _busiest(cutout.matte)
    for k, shade in enumerate((255, 24)):
        part = _on(cutout, shade)[top : top + TILE, left : left + TILE]
        page.paste(Image.fromarray(part), ((k + 1) * TILE, 0))
    return _labelled(page, label)


def save(tiles: list[Image.Image], columns: int, path: Path) -> None:
    """One page of ``tiles``."""
    if not tiles:
        return
    width, height = max(t.width for t in tiles), max(t.height for t in tiles)
    page = Image.new("RGB", (columns * width, -(-len(tiles) // columns) * height), (225, 225, 225))
    for k, tile in enumerate(tiles):
        page.paste(tile, (k % columns * width, k // columns * height))
    path.parent.mkdir(parents=True, exist_ok=True)
    page.save(path, quality=92)


def _labelled(picture: Image.Image, label: str) -> Image.Image:
    page = Image.new("RGB", (max(TILE, picture.width), picture.height + LINE), "white")
    page.paste(picture, (0, LINE))
    ImageDraw.Draw(page).text((3, 2), label, fill=(0, 0, 0))
    return page


def _on(cutout: Cutout, shade: int) -> U8:
    share = cutout.matte[..., None].astype(np.float32) / 255
    return np.asarray(np.rint(cutout.rgb * share + shade * (1 - share)), np.uint8)


def _busiest(matte: U8) -> tuple[int, int]:
    soft = ((matte > 8) & (matte < 247)).astype(np.float32)
    height, width = matte.shape
    crowd = ndi.uniform_filter(soft, min(TILE, height, width))
    row, column = np.unravel_index(int(crowd.argmax()), crowd.shape)
    return max(0, min(height - TILE, int(row) - TILE // 2)), max(0, min(width - TILE, int(column) - TILE // 2))
