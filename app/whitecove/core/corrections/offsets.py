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

Floats: TypeAlias = NDArray[np.float64]
Spectrum: TypeAlias = NDArray[np.complex128]
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
    sums = _Sums(planes.shape[:2])
    colours, side = planes[..., :3].astype(np.float64), planes[..., 3].astype(np.float64)
    of_ring, of_hole, of_both = (sums.spectrum(mask.astype(np.float64)) for mask in (ring, hole, ring | hole))
    of_colours = [sums.spectrum(colours[..., c]) for c in range(3)]
    squares = np.square(colours).sum(axis=2)
    of_squares = sums.spectrum(squares)
    around, inner = int(ring.sum()), max(1, int(hole.sum()))
    ring_mean = np.dstack([sums.moved(each, of_ring) for each in of_colours]) / around
    hole_mean = np.dstack([sums.moved(each, of_hole) for each in of_colours]) / inner
    ring_square = sums.moved(of_squares, of_ring) / around
    alike = np.sum([of_colours[c] * np.conj(sums.spectrum(colours[..., c] * ring)) for c in range(3)], axis=0)
    light = ring_mean - colours[ring].mean(axis=0)
    unlike = ring_square + squares[ring].mean() - 2 * sums.back(alike) / around - np.square(light).sum(axis=2)
    ring_spread = ring_square - np.square(ring_mean).sum(axis=2)
    hole_spread = sums.moved(of_squares, of_hole) / inner - np.square(hole_mean).sum(axis=2)
    unclean = np.square(hole_mean - ring_mean).sum(axis=2) + np.maximum(0, hole_spread - ring_spread)
    crossed = np.square(sums.moved(sums.spectrum(side), of_both) / (around + inner) - side[ring].mean())
    far = sums.distances() / inner
    cost = unlike + LIGHT * np.square(light).sum(axis=2) + UNCLEAN * unclean + OTHER_SIDE * crossed + FAR * far
    there = sums.moved(sums.spectrum((~spoilt).astype(np.float64)), of_both)
    return np.where(there > around + int(hole.sum()) - 0.5, cost, np.inf)


class _Sums:
    """Sums over a mask that is moved about in a plane of a shape, for all offsets at once, as products of spectra. What
    is moved out of the plane meets 0."""

    def __init__(self, shape: tuple[int, int]) -> None:
        from scipy.fft import next_fast_len

        self.shape = shape
        self.room = tuple(next_fast_len(2 * side, real=True) for side in shape)
        # The offsets from minus a half of each side on, as they stand in a result that wraps around.
        self.order = np.ix_(*((np.arange(n) - n // 2) % room for n, room in zip(shape, self.room, strict=True)))

    def spectrum(self, plane: Floats) -> Spectrum:
        from scipy.fft import rfft2

        return np.asarray(rfft2(plane, s=self.room))

    def moved(self, plane: Spectrum, mask: Spectrum) -> Floats:
        """For each offset, rows and columns from the middle, the sum of ``plane`` over ``mask`` moved by it."""
        return self.back(plane * np.conj(mask))

    def back(self, product: Spectrum) -> Floats:
        from scipy.fft import irfft2

        return np.asarray(irfft2(product, s=self.room))[self.order]

    def distances(self) -> Floats:
        """The squared length of each offset, in cells."""
        rows, columns = (np.arange(n, dtype=np.float64) - n // 2 for n in self.shape)
        return np.asarray(np.square(rows)[:, None] + np.square(columns))


def _exact(scene: Scene, coarse: tuple[int, int], ring: Mask, hole: Mask) -> tuple[int, int]:
    """The offset within a cell of ``coarse`` at which the pixels of the border are most alike: first in steps, then to
    the pixel."""
    grey = scene.rgb.mean(axis=2, dtype=np.float32)
    border, inner = _sampled(ring), _sampled(hole)
    reach = int(np.ceil(scene.cell))
    best, step = coarse, max(1, reach // 6)
    least = np.inf
    for around, by in ((reach, step), (step, 1)):
        moves = range(-around, around + 1, by)
        offsets = [(best[0] + down, best[1] + across) for down in moves for across in moves]
        for offset, unlike in zip(offsets, _unlike(grey, border, offsets), strict=True):
            if unlike < least - 1e-6 and _free(scene.spoilt, inner, offset):
                best, least = offset, unlike
    return best


def _unlike(grey: F32, border: Places, offsets: list[tuple[int, int]]) -> list[float]:
    """How unlike the ``border`` of ``grey`` (h, w) and what lies at each of the ``offsets`` from it are; as far as the
    photo reaches."""
    down, across = np.array(offsets).T[..., None]
    rows = np.clip(border[0] + down, 0, grey.shape[0] - 1)
    columns = np.clip(border[1] + across, 0, grey.shape[1] - 1)
    unlike: list[float] = (grey[rows, columns] - grey[border]).var(axis=1).tolist()
    return unlike


def _sampled(mask: Mask) -> Places:
    """Rows and columns of the pixels of ``mask``, evenly thinned out."""
    rows, columns = np.nonzero(mask)
    every = max(1, len(rows) // SAMPLES)
    return rows[::every], columns[::every]


def _free(spoilt: Mask, places: Places, offset: tuple[int, int]) -> bool:
    """Whether ``places`` moved by ``offset`` are all there, and none is ``spoilt``."""
    rows, columns = places[0] + offset[0], places[1] + offset[1]
    inside = rows.min() >= 0 and columns.min() >= 0 and rows.max() < spoilt.shape[0] and columns.max() < spoilt.shape[1]
    return bool(inside and not spoilt[rows, columns].any())
