"""Which of the things that a model sees is the product."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whitecove.core.matte import without_specks
from whitecove.core.model import F32, Mask

# Things hang together by bridges narrower than this share of the mask's long side.
BRIDGE = 0.05
# A bridge may also be a haze: what the model is less sure of than this holds nothing together.
SURE = 0.8
# What the frame cuts is scenery where something whole is at least this large beside it: a share of all that was seen.
WHOLE_SHARE = 0.25
# Whole things of less than this share of the weightiest whole one are no part of a set of products: weight is size, and
# nearness to the middle.
SET_SHARE = 0.33
# A thing is cut by the frame if so many of its pixels, as a share of its breadth, lie on it.
CUT_SHARE = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Things:
    """The things in a ``mask`` (h, w), 0…1: which ``parts`` (h, w) belong to which, by number from 1; and by number,
    their ``sizes`` in pixels, and which of them the frame has ``cut``."""

    mask: F32
    parts: NDArray[np.int32]
    sizes: NDArray[np.intp]
    cut: Mask

    def whole_ones(self) -> tuple[F32, bool]:
        """``mask`` (h, w) without the things that the frame cuts, if something whole stands beside them; and whether
        anything was left out."""
        kept = self.whole_things()
        if not self.cut[self.sizes > 0].any() or not kept:
            return self.mask, False
        out = np.where(np.any(kept, axis=0) | (self.mask <= 0.5), self.mask, 0).astype(np.float32)
        return np.where(without_specks(out > 0.5) | (out <= 0.5), out, 0).astype(np.float32), True

    def whole_things(self) -> list[Mask]:
        """What the frame does not cut, each (h, w) as far as it hangs together, be it by a narrow bridge; nothing where
        all of that is too small beside the rest."""
        from scipy import ndimage as ndi

        whole = np.where(self.cut, 0, self.sizes)
        if not whole.any() or whole.max() < WHOLE_SHARE * self.sizes.sum():
            return []
        labels, count = ndi.label((whole > 0)[self.parts])
        things = [np.asarray(labels == number, bool) for number in range(1, count + 1)]
        weights = [weight_of(thing) for thing in things]
        return [thing for thing, weight in zip(things, weights, strict=True) if weight >= SET_SHARE * max(weights)]


def chosen(mask: F32) -> tuple[F32, bool]:
    """``mask`` (h, w), 0…1, without the things that the photo's frame cuts, if something whole stands beside them; and
    whether anything was left out. A product that is alone in being cut (worn clothes, a close look) stays."""
    if not any((side > 0.5).any() for side in (mask[0], mask[-1], mask[:, 0], mask[:, -1])):
        return mask, False
    return things_in(mask).whole_ones()


def things_in(mask: F32) -> Things:
    """The things in ``mask`` (h, w), 0…1."""
    parts = _parts(mask)
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    return Things(mask, parts, sizes, _cut_by_frame(parts, sizes))


def _parts(mask: F32) -> NDArray[np.int32]:
    """The things in a mask (h, w), by number from 1: what stays together when hazes and narrow bridges are cut, and to
    it what lies nearest."""
    from scipy import ndimage as ndi

    hard = mask > 0.5
    # Beyond the frame things go on: it makes none of them narrower.
    inside = ndi.distance_transform_edt(np.pad(mask > SURE, 1, mode="edge"))[1:-1, 1:-1]
    cores, count = ndi.label(inside > BRIDGE * max(hard.shape) / 2)
    if not count:
        return np.asarray(hard, np.int32)
    nearest = ndi.distance_transform_edt(cores == 0, return_distances=False, return_indices=True)
    return np.asarray(np.where(hard, cores[tuple(nearest)], 0), np.int32)


def _cut_by_frame(parts: NDArray[np.int32], sizes: NDArray[np.intp]) -> Mask:
    """Which of the things lie along the frame."""
    rim = np.concatenate([parts[0], parts[-1], parts[:, 0], parts[:, -1]])
    along = np.bincount(rim, minlength=sizes.size)
    cut = along > CUT_SHARE * np.sqrt(np.maximum(sizes, 1))
    cut[0] = False
    return np.asarray(cut)


def weight_of(thing: Mask) -> float:
    """The pixels of a ``thing`` (h, w), all of them in the middle of the photo, none in a corner, by its own middle."""
    rows, columns = np.nonzero(thing)
    if not rows.size:
        return 0.0
    away = np.hypot(rows.mean() / thing.shape[0] - 0.5, columns.mean() / thing.shape[1] - 0.5) / np.hypot(0.5, 0.5)
    return float(rows.size * (1 - away))
