"""Holes that a person points at: the area around a point that looks like it is backdrop seen through the product."""

from __future__ import annotations

import numpy as np
from PIL import Image

from whitecove.core import edges
from whitecove.core.colour import srgb_to_lab
from whitecove.core.corrections.patch import Patch, inside, window
from whitecove.core.corrections.values import Point
from whitecove.core.model import F32, U8, Box, Mask

# The area is decided on a grid of so many cells to the photo's long side, in a box that grows until it holds it.
CELLS, FIRST_REACH = 1000, 32
# The colour of the hole is that of so many cells around the point.
SEED = 2
# Levels of difference (ΔE*ab) from that colour that are tried, in order; the first at which the area would hardly grow
# (by this share, if so much more were let in) is taken: its border is an edge.
LEVELS = tuple(range(3, 41))
MORE, STEADY = 6, 0.1
# So many cells it takes to tell an even colour, a sloped and a curved one.
LEAST_TO_FIT = (1, 30, 120)
# A matte (8-bit) below this is open already.
OPEN = 26
# How far from the edge seen on the grid the true one may be, in cells, and how clearly colours must differ to move it.
EDGE_REACH, CAUTION = 2, 2.0


def opened(point: Point, rgb: U8, matte: U8) -> Patch:
    """The share (0…1) of each pixel of ``rgb`` (H, W, 3) that is seen through the hole at ``point``; empty where
    ``matte`` (H, W) is open there, or the point is outside of the photo."""
    height, width = matte.shape
    nothing = Patch(box=Box(0, 0, 0, 0), share=np.zeros((0, 0), np.float32))
    if not (0 <= point.x < width and 0 <= point.y < height) or matte[int(point.y), int(point.x)] < OPEN:
        return nothing
    cell = max(1.0, max(width, height) / CELLS)
    reach = FIRST_REACH * cell
    while True:
        box = inside(point.x - reach, point.y - reach, point.x + reach, point.y + reach, matte.shape)
        look = _reduced(rgb, box, cell)
        area = _area(look, _reduced(matte, box, cell) >= OPEN, _cell_of(point, box, look.shape))
        if not _reaches_out(area, box, matte.shape):
            break
        reach *= 2
    if not area.any():
        return nothing
    share = edges.refine(rgb[window(box)], area.astype(np.float32), look, reach=EDGE_REACH, caution=CAUTION)
    return Patch(box=box, share=np.asarray(share, np.float32) / np.float32(255))


def _reduced(pixels: U8, box: Box, cell: float) -> U8:
    part = Image.fromarray(np.ascontiguousarray(pixels[window(box)]))
    size = (max(1, round(box.width / cell)), max(1, round(box.height / cell)))
    return np.asarray(part.resize(size, Image.Resampling.BOX))


def _cell_of(point: Point, box: Box, shape: tuple[int, ...]) -> tuple[int, int]:
    row = int((point.y - box.top) / box.height * shape[0])
    column = int((point.x - box.left) / box.width * shape[1])
    return min(row, shape[0] - 1), min(column, shape[1] - 1)


def _area(look: U8, closed: Mask, seed: tuple[int, int]) -> Mask:
    """The cells of ``look`` around ``seed`` that are the hole. What is seen through it may grow darker to a side: its
    colour is first taken as even, then as sloped, then as curved, each fitted to the area found before."""
    from scipy import ndimage as ndi

    lab = np.asarray(ndi.gaussian_filter(srgb_to_lab(look), (0.7, 0.7, 0)), np.float32)
    near = np.zeros(closed.shape, bool)
    near[tuple(slice(max(0, k - SEED), k + SEED + 1) for k in seed)] = True
    area = near & closed
    for degree in range(3):
        if area.sum() < LEAST_TO_FIT[degree]:
            break
        area = _up_to_an_edge(np.linalg.norm(lab - _smooth(lab, area, degree), axis=2), closed, seed)
    return np.asarray(ndi.median_filter(area, size=3) | (area & _thin(area)))


def _smooth(lab: F32, area: Mask, degree: int) -> F32:
    """The polynomial of ``degree`` in rows and columns that is nearest to ``lab`` (h, w, 3) in ``area``."""
    rows, columns = np.mgrid[: area.shape[0], : area.shape[1]] / max(area.shape)
    powers = [(i, j) for i in range(degree + 1) for j in range(degree + 1 - i)]
    terms = np.stack([rows**i * columns**j for i, j in powers], axis=2)
    if not degree:
        return np.asarray(np.broadcast_to(np.median(lab[area], axis=0), lab.shape), np.float32)
    factors, *_ = np.linalg.lstsq(terms[area], lab[area].astype(np.float64), rcond=None)
    return np.asarray(terms @ factors, np.float32)


def _up_to_an_edge(departure: F32, closed: Mask, seed: tuple[int, int]) -> Mask:
    """Of all areas of ``closed`` around ``seed`` in which ``departure`` stays below a level, the first that ends at an
    edge."""
    areas = [_around(seed, closed & (departure <= level)) for level in LEVELS]
    sizes = np.array([int(area.sum()) for area in areas])
    growth = sizes[MORE:] / np.maximum(sizes[:-MORE], 1) - 1
    steady = np.flatnonzero((growth <= STEADY) & (sizes[:-MORE] > 1))
    best = int(steady[0]) if steady.size else int(np.argmin(np.where(sizes[:-MORE] > 1, growth, np.inf)))
    return areas[best]


def _thin(area: Mask) -> Mask:
    """The cells of ``area`` that a median would lose: slits."""
    from scipy import ndimage as ndi

    return np.asarray(~ndi.binary_opening(area, np.ones((2, 2), bool)))


def _around(seed: tuple[int, int], alike: Mask) -> Mask:
    from scipy import ndimage as ndi

    labels, _ = ndi.label(alike)
    return np.asarray((labels == labels[seed]) & alike[seed])


def _reaches_out(area: Mask, box: Box, shape: tuple[int, int]) -> bool:
    """Whether ``area`` touches a side of its box that is not the photo's."""
    return bool(
        (box.left > 0 and area[:, 0].any())
        or (box.top > 0 and area[0].any())
        or (box.right < shape[1] and area[:, -1].any())
        or (box.bottom < shape[0] and area[-1].any())
    )
