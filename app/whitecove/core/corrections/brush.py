"""Where a brush passes: its share of each pixel, antialiased at any size of the picture."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from whitecove.core.corrections.patch import Patch, inside, within
from whitecove.core.corrections.values import Brush
from whitecove.core.model import F32, Box

# A hand's tremble below this share of the radius is not followed: hundreds of points a second become a few.
TREMBLE = 0.02
# A brush pressed with no force at all still has this share of its radius.
LEAST_PRESSURE = 1e-3
# Touches less apart than this, in squared pixels, are in one place.
SAME_PLACE = 1e-12

Floats = NDArray[np.float64]


def painted(brush: Brush, shape: tuple[int, int]) -> Patch:
    """The share (0…1) of the pixels of a picture of ``shape`` (H, W) that ``brush`` passes; its coordinates are that
    picture's. Passing twice is no more than passing once.

    Across its edge the share falls from 1 to 0, straight, from ``hardness`` times the radius to the radius, or within
    one pixel where that is wider; half of it lies at the same place in pictures of every size.
    """
    way = steadied(brush)
    box = extent(way, brush.radius + 1, shape)
    share = np.zeros((box.height, box.width), np.float32)
    for start, end in pairs(way):
        part = extent(np.stack([start, end]), float(max(start[2], end[2])) + 1, shape)
        inner = share[within(part, box)]
        np.maximum(inner, _segment(start, end, brush.hardness, part), out=inner)
    return Patch(box=box, share=share)


def steadied(brush: Brush) -> Floats:
    """The way of ``brush`` (n, 3), x, y and the radius there, without the hand's tremble."""
    return simplified(way_of(brush), TREMBLE * brush.radius)


def way_of(brush: Brush) -> Floats:
    """The way of ``brush`` (n, 3): x, y, and the radius there."""
    touches = np.array(brush.touches, np.float64).reshape(-1, 3)
    touches[:, 2] = np.maximum(touches[:, 2], LEAST_PRESSURE) * brush.radius
    return touches


def pairs(way: Floats) -> Iterator[tuple[Floats, Floats]]:
    """Start and end of each stretch of ``way`` (n, 3); a single point is a stretch of its own."""
    if len(way) == 1:
        yield way[0], way[0]
    for k in range(len(way) - 1):
        yield way[k], way[k + 1]


def extent(way: Floats, reach: float, shape: tuple[int, int]) -> Box:
    """The box of what lies within ``reach`` pixels of ``way`` (n, 3), in a picture of ``shape`` (H, W)."""
    low, high = way[:, :2].min(axis=0) - reach, way[:, :2].max(axis=0) + reach
    return inside(low[0], low[1], high[0], high[1], shape)


def simplified(way: Floats, tolerance: float) -> Floats:
    """``way`` (n, 3) without the points that lie within ``tolerance`` of the line between those that stay (Douglas and
    Peucker 1973)."""
    kept = np.zeros(len(way), bool)
    kept[[0, -1]] = True
    waiting = [(0, len(way) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        middle = way[first + 1 : last]
        distance = np.linalg.norm(middle - _nearest(middle, way[first], way[last]), axis=1)
        worst = int(np.argmax(distance))
        if distance[worst] > tolerance:
            kept[first + 1 + worst] = True
            waiting += [(first, first + 1 + worst), (first + 1 + worst, last)]
    return way[kept]


def _nearest(points: Floats, start: Floats, end: Floats) -> Floats:
    """The nearest place to each of ``points`` (n, 3) on the line from ``start`` to ``end``."""
    line = end - start
    along = np.clip((points - start) @ line / max(float(line @ line), 1e-12), 0, 1)
    return np.asarray(start + along[:, None] * line, np.float64)


def distance_to(start: Floats, end: Floats, box: Box) -> tuple[F32, F32]:
    """How far the centre of each pixel of ``box`` is from the stretch between two points (x, y, radius), and the radius
    at the place nearest to it."""
    if abs(end[2] - start[2]) >= np.hypot(end[0] - start[0], end[1] - start[1]):
        # One disc lies within the other: the harder touch is seen, whichever came first.
        start = end = max(start, end, key=lambda touch: float(touch[2]))
    x = (np.arange(box.left, box.right) + 0.5 - start[0]).astype(np.float32)[None]
    y = (np.arange(box.top, box.bottom) + 0.5 - start[1]).astype(np.float32)[:, None]
    across, down = np.float32(end[0] - start[0]), np.float32(end[1] - start[1])
    length2 = max(float(across) ** 2 + float(down) ** 2, SAME_PLACE)
    along = np.clip((x * across + y * down) / np.float32(length2), 0, 1)
    distance = np.hypot(x - along * across, y - along * down)
    return distance, np.float32(start[2]) + along * np.float32(end[2] - start[2])


def _segment(start: Floats, end: Floats, hardness: float, box: Box) -> F32:
    distance, radius = distance_to(start, end, box)
    middle = radius * ((1 + hardness) / 2)
    width = np.maximum(radius * (1 - hardness), 1)
    # A brush thinner than a pixel never covers one whole.
    whole = np.minimum(1, 2 * middle / width)
    return np.asarray(np.clip((middle - distance) / width + 0.5, 0, whole), np.float32)
