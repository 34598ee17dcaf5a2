"""Where to copy from: the offset at which a photo's surroundings of a hole repeat themselves best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from whitecove.core.colour import srgb_to_lab
from whitecove.core.model import F32, U8, Mask

# What a place costs that needs so much change of light (ΔE*ab squared), beside how unlike its surroundings are.
LIGHT = 0.1
# … that is not of one piece with its own surroundings: something else lies there.
UNCLEAN = 1.0
# … that is backdrop where product is wanted, or the other way: as much as a plain difference of colour.
OTHER_SIDE = 60.0**2
# … and that is far: the same light and focus are near.
FAR = 0.02
# Around the place found coarsely, so many pixels of the border decide about the exact one.
SAMPLES = 4000

Floats = NDArray[np.float64]
Places: TypeAlias = tuple[NDArray[np.intp], NDArray[np.intp]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """A part of a photo with a hole: ``rgb`` (H, W, 3), and with it ``matte`` (H, W) where there is one; ``spoilt``
    (H, W) are pixels not to learn or copy from. ``hole`` (h, w) lies at ``place`` (row, column), with some room for
    what is around it; ``cell`` is the side of a coarse cell in pixels."""

    rgb: U8
    matte: U8 | None
    spoilt: Mask
    hole: Mask
    place: tuple[int, int]
    cell: float


def best_offset(scene: Scene) -> tuple[int, int] | None:
    """Rows and columns from the hole to the place that looks most alike around it, in whole pixels; None where there is
    no such place of the hole's size."""
    height, width = scene.spoilt.shape
    size = (max(1, round(width / scene.cell)), max(1, round(height / scene.cell)))
    hole = np.zeros(scene.spoilt.shape, bool)
    top, left = scene.place
    hole[top : top + scene.hole.shape[0], left : left + scene.hole.shape[1]] = scene.hole
    room = np.zeros(scene.spoilt.shape, bool)
    room[top : top + scene.hole.shape[0], left : left + scene.hole.shape[1]] = True
    cells, spoilt = _touched(hole, size), _touched(scene.spoilt, size)
    ring = _touched(room, size) & ~cells & ~spoilt
    if not ring.any():
        return None
    cost = _costs(_planes(scene, size), ring, cells, spoilt)
    if not np.isfinite(cost).any():
        return None
    best = np.unravel_index(int(np.argmin(cost)), cost.shape)
    step = (height / size[1], width / size[0])
    coarse = tuple(round((int(k) - n // 2) * s) for k, n, s in zip(best, cost.shape, step, strict=True))
    return _exact(scene, (coarse[0], coarse[1]), room & ~hole & ~scene.spoilt, hole)


def _touched(mask: Mask, size: tuple[int, int]) -> Mask:
    """The cells of a grid of ``size`` in which ``mask`` is set somewhere."""
    small = Image.fromarray(mask.astype(np.float32)).resize(size, Image.Resampling.BOX)
    return np.asarray(small) > 1e-4


def _planes(scene: Scene, size: tuple[int, int]) -> F32:
    """What is compared, (h, w, 4): colour, and the side of the matte."""
    look = Image.fromarray(np.ascontiguousarray(scene.rgb)).resize(size, Image.Resampling.BOX)
    matte = np.zeros(scene.rgb.shape[:2], np.uint8) if scene.matte is None else scene.matte
    side = Image.fromarray(np.ascontiguousarray(matte)).resize(size, Image.Resampling.BOX)
    return np.dstack([srgb_to_lab(np.asarray(look)), np.asarray(side, np.float32) / 255])


def _costs(planes: F32, ring: Mask, hole: Mask, spoilt: Mask) -> Floats:
    """The cost of each offset, rows and columns from the middle of the result; infinite where it cannot be taken."""
    match = _Match(planes[..., :3], ring, hole)
    around, inner = max(1, int(ring.sum())), max(1, int(hole.sum()))
    ring_mean, hole_mean = match.ring_sum / around, match.hole_sum / inner
    light = ring_mean - planes[..., :3][ring].mean(axis=0)
    unlike = match.unlike / around - np.square(light).sum(axis=-1)
    ring_spread = match.ring_square / around - np.square(ring_mean).sum(axis=-1)
    hole_spread = match.hole_square / inner - np.square(hole_mean).sum(axis=-1)
    unclean = np.square(hole_mean - ring_mean).sum(axis=-1) + np.maximum(0, hole_spread - ring_spread)
    other = _correlated(planes[..., 3:], (ring | hole).astype(float))[..., 0]
    side = planes[..., 3][ring].mean()
    crossed = np.square(other / (around + inner) - side)
    rows, columns = (np.arange(n) - n // 2 for n in unlike.shape)
    far = (rows[:, None] ** 2 + columns[None] ** 2) / inner
    cost = unlike + LIGHT * np.square(light).sum(axis=-1) + UNCLEAN * unclean + OTHER_SIDE * crossed + FAR * far
    taken = np.pad(spoilt, [(n // 2, n - n // 2) for n in spoilt.shape], constant_values=True)
    met = _correlated_with_border(taken.astype(float), (ring | hole).astype(float))
    return np.where(met < 0.5, cost, np.inf)


class _Match:
    """Sums over a ring and a hole moved by each offset: of colours, of their squares, and of how unlike they are to the
    ring's own."""

    def __init__(self, colours: F32, ring: Mask, hole: Mask) -> None:
        square = np.square(colours).sum(axis=2, keepdims=True)
        both = np.dstack([colours, square])
        moved_ring, moved_hole = _correlated(both, ring.astype(float)), _correlated(both, hole.astype(float))
        self.ring_sum, self.ring_square = moved_ring[..., :3], moved_ring[..., 3]
        self.hole_sum, self.hole_square = moved_hole[..., :3], moved_hole[..., 3]
        cross = sum(_correlated(colours[..., c : c + 1], colours[..., c] * ring)[..., 0] for c in range(3))
        self.unlike = self.ring_square + float(square[..., 0][ring].sum()) - 2 * np.asarray(cross)


def _correlated(planes: F32, mask: NDArray[np.floating]) -> Floats:
    """For each offset, rows and columns from the middle, the sum of ``planes`` (h, w, n) over ``mask`` (h, w) moved by
    it; what is moved out of the planes meets 0."""
    return np.dstack([_moved(planes[..., c].astype(float), mask) for c in range(planes.shape[2])])


def _moved(plane: Floats, mask: NDArray[np.floating]) -> Floats:
    from scipy.signal import fftconvolve

    height, width = plane.shape
    every = fftconvolve(plane, mask[::-1, ::-1])
    first_row, first_column = height - 1 - height // 2, width - 1 - width // 2
    return np.asarray(every[first_row : first_row + height, first_column : first_column + width])


def _correlated_with_border(padded: Floats, mask: NDArray[np.floating]) -> Floats:
    """As `_moved`, for a plane that was padded by half its size on each side."""
    from scipy.signal import fftconvolve

    return np.asarray(fftconvolve(padded, mask[::-1, ::-1], mode="valid"))[: mask.shape[0], : mask.shape[1]]


def _exact(scene: Scene, coarse: tuple[int, int], ring: Mask, hole: Mask) -> tuple[int, int]:
    """The offset within a cell of ``coarse`` at which the pixels of the border are most alike: first in steps, then to
    the pixel."""
    grey = scene.rgb.mean(axis=2, dtype=np.float32)
    border, inner = _sampled(ring), _sampled(hole)
    here = grey[border]
    reach = int(np.ceil(scene.cell))
    best, step = coarse, max(1, reach // 6)
    least = np.inf
    for around, by in ((reach, step), (step, 1)):
        centre = best
        for down in range(-around, around + 1, by):
            for across in range(-around, around + 1, by):
                offset = centre[0] + down, centre[1] + across
                unlike = float(np.var(grey[_moved_by(border, offset, grey.shape)] - here))
                if unlike < least - 1e-6 and _free(scene.spoilt, inner, offset):
                    best, least = offset, unlike
    return best


def _sampled(mask: Mask) -> Places:
    """Rows and columns of the pixels of ``mask``, evenly thinned out."""
    rows, columns = np.nonzero(mask)
    every = max(1, len(rows) // SAMPLES)
    return rows[::every], columns[::every]


def _moved_by(places: Places, offset: tuple[int, int], shape: tuple[int, ...]) -> Places:
    """``places`` moved by ``offset``, as far as the photo reaches."""
    rows = np.clip(places[0] + offset[0], 0, shape[0] - 1)
    return rows, np.clip(places[1] + offset[1], 0, shape[1] - 1)


def _free(spoilt: Mask, places: Places, offset: tuple[int, int]) -> bool:
    """Whether ``places`` moved by ``offset`` are all there, and none is ``spoilt``."""
    rows, columns = places[0] + offset[0], places[1] + offset[1]
    inside = rows.min() >= 0 and columns.min() >= 0 and rows.max() < spoilt.shape[0] and columns.max() < spoilt.shape[1]
    return bool(inside and not spoilt[rows, columns].any())
