"""What of a mask hangs together with given pixels."""

from __future__ import annotations

import numpy as np

from whitecove.core.model import Mask


def connected(mask: Mask, seeds: Mask) -> Mask:
    """The groups of ``mask`` (h, w), side by side, that hold a pixel of ``seeds`` (h, w)."""
    from scipy import ndimage as ndi

    labels, count = ndi.label(mask)
    held = np.zeros(count + 1, bool)
    held[labels[seeds]] = True
    held[0] = False
    return np.asarray(held[labels])
