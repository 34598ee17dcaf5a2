"""How near a matte comes to the truth."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PIL import Image
from scipy import ndimage as ndi

from whitecove.core.model import F32, U8, Mask

# An edge of the truth is hard where its alpha goes from under a tenth to over nine tenths within so many pixels; its
# width is looked for so far to either side.
HARD, AROUND = 2, 10


class Score(NamedTuple):
    """IoU at 0.5; boundary F with a tolerance of max(2 px, 0.3 % of the long edge); and how many pixels wider (or
    narrower) the matte's 0.1–0.9 transition is than the truth's across hard edges (nan where it has none)."""

    iou: float
    boundary: float
    wider: float


def load_truth(path: str) -> F32:
    """The true alpha (H, W), 0…1: any channel that is not black is product."""
    with Image.open(path) as image:
        return np.asarray(np.asarray(image.convert("RGB")).max(axis=2) / 255, np.float32)


def score(matte: U8, truth: F32) -> Score:
    """Of ``matte`` (h, w), any size, against ``truth`` (H, W)."""
    if matte.shape != truth.shape:
        matte = np.asarray(Image.fromarray(matte).resize(truth.shape[::-1], Image.Resampling.BILINEAR))
    ours = np.asarray(matte / 255, np.float32)
    seen, there = ours > 0.5, truth > 0.5
    iou = np.count_nonzero(seen & there) / max(1, int(np.count_nonzero(seen | there)))
    return Score(iou, _boundary(seen, there, max(2.0, 0.003 * max(truth.shape))), _wider(ours, truth))


def _edge(mask: Mask) -> Mask:
    return np.asarray(mask ^ ndi.binary_erosion(mask))


def _boundary(seen: Mask, there: Mask, tolerance: float) -> float:
    ours, true = _edge(seen), _edge(there)
    if not ours.any() or not true.any():
        return float(ours.any() == true.any())
    precision = float((ndi.distance_transform_edt(~true)[ours] <= tolerance).mean())
    recall = float((ndi.distance_transform_edt(~ours)[true] <= tolerance).mean())
    return 2 * precision * recall / max(precision + recall, 1e-9)


def _wider(ours: F32, truth: F32) -> float:
    size = 2 * HARD + 1
    contour = _edge(truth > 0.5)
    hard = contour & (ndi.minimum_filter(truth, size) < 0.1) & (ndi.maximum_filter(truth, size) > 0.9)
    if np.count_nonzero(hard) < 20:
        return float("nan")
    _, nearest = ndi.distance_transform_edt(~contour, return_indices=True)
    near = (ndi.distance_transform_edt(~hard) <= AROUND) & hard[tuple(nearest)]
    widths = [np.count_nonzero(near & (plane > 0.1) & (plane < 0.9)) for plane in (ours, truth)]
    return float((widths[0] - widths[1]) / np.count_nonzero(hard))
