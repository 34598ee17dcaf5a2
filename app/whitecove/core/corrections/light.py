"""The difference in light between two places, known around a hole and carried into it without a seam."""

from __future__ import annotations

import numpy as np
from PIL import Image

from whitecove.core.corrections.patch import window
from whitecove.core.extent import box_of, with_margin
from whitecove.core.model import F32, Mask

# Light around a hole may vary so much (8-bit levels) beside the light around its source.
LIGHT_VARIES = 6.0
# What is carried in from a border's single pixels reaches about the root of so many pixels: a streak fades in as far as
# it is wide, and grain not at all.
ROUNDS = 100


def light_between(here: F32, there: F32, known: Mask, hole: Mask, cell: float) -> F32:
    """``here`` − ``there`` (h, w, 3) where ``known``, and as it goes on smoothly into the ``hole`` (h, w): by and large
    by coarse cells of ``cell`` pixels, the nearer the more; at the border, to the pixel (the membrane of Pérez et al.
    2003)."""
    coarse = _coarse(here - there, known, cell)
    exact = np.where(known[..., None], here - there, coarse)
    box = box_of(hole)
    if box:
        part = window(with_margin(box, 1, hole.shape))
        _carry_in(exact[part], (known | hole)[part], hole[part])
    return np.asarray(exact, np.float32)


def _carry_in(exact: F32, given: Mask, hole: Mask) -> None:
    """Makes each pixel of the ``hole`` (h, w) in ``exact`` (h, w, 3) the mean of its neighbours that are ``given``,
    again and again; beyond the rim there is nothing."""
    ahead = np.zeros((exact.shape[0] + 2, exact.shape[1] + 2, 3), np.float32)
    inner = ahead[1:-1, 1:-1]
    inner[given] = exact[given]
    weight = np.pad(given.astype(np.float32), 1)[..., None]
    total = np.maximum(_around(weight, np.empty((*hole.shape, 1), np.float32)), 1)
    # Laid out for each channel: what is broadcast along three values is slow.
    total, there = np.repeat(total, 3, axis=2), np.repeat(hole[..., None], 3, axis=2)
    mean = np.empty(exact.shape, np.float32)
    for _ in range(ROUNDS):
        _around(ahead, mean)
        np.divide(mean, total, out=mean)
        np.copyto(inner, mean, where=there)
    np.copyto(exact, inner, where=there)


def _around(values: F32, out: F32) -> F32:
    """In ``out`` (h, w, n), the sum of each pixel's four neighbours in ``values`` (h + 2, w + 2, n)."""
    np.add(values[:-2, 1:-1], values[2:, 1:-1], out=out)
    out += values[1:-1, :-2]
    out += values[1:-1, 2:]
    return out


def _coarse(difference: F32, known: Mask, cell: float) -> F32:
    size = (max(1, round(known.shape[1] / cell)), max(1, round(known.shape[0] / cell)))
    weight = _resized(known.astype(np.float32), size)
    sums = [_resized(difference[..., c] * known, size) for c in range(3)]
    rows, columns = np.nonzero(weight > min(0.3, float(weight.max()) / 2))
    light = np.column_stack([plane[rows, columns] / weight[rows, columns] for plane in sums])
    cells = np.moveaxis(np.mgrid[: size[1], : size[0]], 0, -1).reshape(-1, 1, 2)
    distance2 = np.square(cells - np.stack([rows, columns], axis=1)).sum(axis=2)
    near = _trust(light) / np.square(distance2.astype(np.float32) + np.float32(0.25))
    spread = (near @ light / near.sum(axis=1, keepdims=True)).reshape(size[1], size[0], 3)
    full = (known.shape[1], known.shape[0])
    return np.dstack([_resized(spread[..., c], full, Image.Resampling.BICUBIC) for c in range(3)])


def _trust(light: F32) -> F32:
    """How much (0…1) each of the differences (n, 3) is one of light: one far from the usual is another shape."""
    off = np.linalg.norm(light - np.median(light, axis=0), axis=1)
    usual = max(LIGHT_VARIES, 2 * float(np.median(off)))
    return np.asarray(1 / (1 + (off / usual) ** 4), np.float32)


def _resized(values: F32, size: tuple[int, int], how: Image.Resampling = Image.Resampling.BOX) -> F32:
    return np.asarray(Image.fromarray(np.ascontiguousarray(values, np.float32)).resize(size, how), np.float32)
