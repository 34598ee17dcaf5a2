"""Holes that a person points at: the area around a point that looks like it is backdrop seen through the product."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from whitecove.core import edges
from whitecove.core.colour import srgb_to_lab
from whitecove.core.corrections.patch import Patch, inside, window
from whitecove.core.corrections.values import Point
from whitecove.core.model import F32, U8, Box, Mask

# The area is decided on a grid of so many cells to the photo's long side, in a box that reaches so many cells to each
# side of the point; if that does not hold it, with cells twice as large.
CELLS, REACH = 1000, 96
# The colour of the hole is that of so many cells around the point.
SEED = 2
# Levels of difference (ΔE*ab) from that colour that are tried, in order; the first at which the area would hardly grow
# (by this share, if so much more were let in) is taken: its border is an edge.
LEVELS = tuple(range(3, 43, 2))
MORE, STEADY = 3, 0.1
# So many cells it takes to tell an even colour, a sloped and a curved one.
LEAST_TO_FIT = (1, 30, 120)
# A better fit finds the rest of a hole; what is so many times larger has run away into the product.
RUNS_AWAY = 3.0
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
    while True:
        grid = _Grid.around(point, cell, matte.shape)
        look = grid.reduced(rgb)
        area = _area(look, grid.reduced(matte) >= OPEN, grid.seed(point))
        if not grid.is_left_by(area):
            break
        cell *= 2
    if not area.any():
        return nothing
    share = edges.refine(rgb[window(grid.box)], area.astype(np.float32), look, reach=EDGE_REACH, caution=CAUTION)
    return Patch(box=grid.box, share=np.asarray(share, np.float32) / np.float32(255))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """Some cells of a grid over the whole photo, which is the same at every size of the photo: ``cells`` of the
    ``whole`` (columns, rows), for a picture of ``shape``."""

    cells: Box
    whole: tuple[int, int]
    shape: tuple[int, int]

    @classmethod
    def around(cls, point: Point, cell: float, shape: tuple[int, int]) -> _Grid:
        whole = max(1, round(shape[1] / cell)), max(1, round(shape[0] / cell))
        column, row = point.x / shape[1] * whole[0], point.y / shape[0] * whole[1]
        cells = inside(column - REACH, row - REACH, column + REACH, row + REACH, (whole[1], whole[0]))
        return cls(cells=cells, whole=whole, shape=shape)

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom in pixels."""
        across, down = self.shape[1] / self.whole[0], self.shape[0] / self.whole[1]
        return self.cells.left * across, self.cells.top * down, self.cells.right * across, self.cells.bottom * down

    @property
    def box(self) -> Box:
        """The pixels of the cells, by and large."""
        return Box(*(round(edge) for edge in self.edges))

    def reduced(self, pixels: U8) -> U8:
        outer = inside(*self.edges, self.shape)
        part = Image.fromarray(np.ascontiguousarray(pixels[window(outer)]))
        left, top, right, bottom = self.edges
        box = (left - outer.left, top - outer.top, right - outer.left, bottom - outer.top)
        return np.asarray(part.resize((self.cells.width, self.cells.height), Image.Resampling.BOX, box=box))

    def seed(self, point: Point) -> tuple[int, int]:
        """Row and column of the cell of ``point``."""
        row = int(point.y / self.shape[0] * self.whole[1]) - self.cells.top
        column = int(point.x / self.shape[1] * self.whole[0]) - self.cells.left
        return min(row, self.cells.height - 1), min(column, self.cells.width - 1)

    def is_left_by(self, area: Mask) -> bool:
        """Whether ``area`` touches a side of the cells that is not the photo's."""
        return bool(
            (self.cells.left > 0 and area[:, 0].any())
            or (self.cells.top > 0 and area[0].any())
            or (self.cells.right < self.whole[0] and area[:, -1].any())
            or (self.cells.bottom < self.whole[1] and area[-1].any())
        )


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
        fitted = _up_to_an_edge(np.linalg.norm(lab - _smooth(lab, area, degree), axis=2), closed, seed)
        if degree and fitted.sum() > RUNS_AWAY * area.sum():
            break
        area = fitted
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
    edge; the smallest if none does."""
    areas: list[Mask] = []
    sizes: list[int] = []
    for level in LEVELS:
        areas.append(_around(seed, closed & (departure <= level)))
        sizes.append(int(areas[-1].sum()))
        first = len(areas) - 1 - MORE
        if first >= 0 and sizes[first] > 1 and sizes[-1] / sizes[first] - 1 <= STEADY:
            return areas[first]
    return areas[0]


def _thin(area: Mask) -> Mask:
    """The cells of ``area`` that a median would lose: slits."""
    from scipy import ndimage as ndi

    return np.asarray(~ndi.binary_opening(area, np.ones((2, 2), bool)))


def _around(seed: tuple[int, int], alike: Mask) -> Mask:
    from scipy import ndimage as ndi

    labels, _ = ndi.label(alike)
    return np.asarray((labels == labels[seed]) & alike[seed])
