"""What lies inside of a polygon: its share of each pixel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from whitecove.core.corrections.patch import Patch, inside
from whitecove.core.corrections.values import Area, Point, Rectangle
from whitecove.core.model import F32, Box

# The share of a pixel is exact along its row, and sampled at so many heights.
SAMPLES = 8
# Rows are worked on so many at a time, which bounds the memory that a polygon of many corners takes.
ROWS = 64


def outline_of(step: Area | Rectangle) -> tuple[Point, ...]:
    """The corners of ``step``, in order."""
    if isinstance(step, Area):
        return step.outline
    left, top, right, bottom = step.left, step.top, step.right, step.bottom
    return Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)


def filled(outline: tuple[Point, ...], shape: tuple[int, int]) -> Patch:
    """The share (0…1) of the pixels of a picture of ``shape`` (H, W) inside of ``outline``, by the even-odd rule; its
    coordinates are that picture's."""
    corners = np.array(outline, np.float64)
    low, high = corners.min(axis=0), corners.max(axis=0)
    box = inside(low[0], low[1], high[0], high[1], shape)
    share = np.zeros((box.height, box.width), np.float32)
    for first in range(0, box.height, ROWS if box.width else box.height + 1):
        last = min(box.height, first + ROWS)
        share[first:last] = _rows(corners, Box(box.left, box.top + first, box.right, box.top + last))
    return Patch(box=box, share=share)


def _rows(corners: NDArray[np.float64], box: Box) -> F32:
    """The shares of the pixels of ``box``: at each sampled height every second stretch between two crossings of the
    outline is inside."""
    heights = box.top + (np.arange(box.height * SAMPLES) + 0.5) / SAMPLES
    start, end = corners, np.roll(corners, -1, axis=0)
    top, bottom = np.minimum(start[:, 1], end[:, 1]), np.maximum(start[:, 1], end[:, 1])
    crossed = (top <= heights[:, None]) & (heights[:, None] < bottom)
    lines, edges = np.nonzero(crossed)
    slope = (end[edges, 0] - start[edges, 0]) / (end[edges, 1] - start[edges, 1])
    places = start[edges, 0] + (heights[lines] - start[edges, 1]) * slope
    order = np.lexsort((places, lines))
    lines, places = lines[order], np.clip(places[order] - box.left, 0, box.width)
    before = np.searchsorted(lines, np.arange(len(heights)))
    sign = np.where((np.arange(len(lines)) - before[lines]) % 2 == 0, 1.0, -1.0)
    return _summed(lines // SAMPLES, places, sign / SAMPLES, box)


def _summed(rows: NDArray[np.intp], places: NDArray[np.float64], sign: NDArray[np.float64], box: Box) -> F32:
    """For each row the sum of steps: 0 before its place, its ``sign`` after it, in between by the pixel's share."""
    width = box.width + 2
    pixel = places.astype(np.intp)
    rest = places - pixel
    cells = rows * width + pixel
    steps = np.bincount(cells, sign * (1 - rest), box.height * width) + np.bincount(
        cells + 1, sign * rest, box.height * width
    )
    return np.asarray(np.cumsum(steps.reshape(box.height, width), axis=1)[:, : box.width], np.float32)
