"""Parts of a picture by number, and what is measured on each."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from whitecove.core.model import F32, Mask

F64 = NDArray[np.float64]


def means(labels: NDArray[np.signedinteger[Any]], count: int, *planes: F32 | Mask) -> tuple[F64, ...]:
    """The sizes (count + 1,) of the parts in ``labels`` (h, w), by number from 1, in pixels; and for each of ``planes``
    (h, w) its means over them. What has no number has size 0 and means of 0."""
    places = np.flatnonzero(labels)
    number = labels.ravel()[places]
    sizes = np.bincount(number, minlength=count + 1).astype(np.float64)
    least = np.maximum(sizes, 1)
    return sizes, *(np.bincount(number, plane.ravel()[places], count + 1) / least for plane in planes)


def largest(areas: Mask) -> Mask:
    """The largest connected one of ``areas`` (h, w)."""
    from scipy import ndimage as ndi

    labels, _ = ndi.label(areas)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    return np.asarray(areas & (labels == sizes.argmax()), bool)
