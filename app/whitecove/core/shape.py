"""What the shape of a matte says about it, whoever made it: its size, its pieces, its touch with the photo's frame, how
much of it is neither product nor backdrop."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from whitecove.core.doubt import ramp
from whitecove.core.engines.scale import reduced
from whitecove.core.extent import box_of, enlarged_box
from whitecove.core.miniature import SIDE, Miniature
from whitecove.core.model import U8, Box, Mask, Sign


def signs_of(matte: U8, made_small: Miniature | None = None) -> tuple[Sign, ...]:
    """The signs of trouble in the shape of ``matte`` (H, W), which may have been ``made_small`` already."""
    small = made_small.matte if made_small else reduced(matte, SIDE)
    subject = small > 127
    area = int(np.count_nonzero(subject))
    if not area:
        return ()
    share = area / subject.size
    soft = float(np.count_nonzero((small > 25) & (small < 230))) / np.sqrt(area)
    return (
        Sign("tiny", ramp(share, 0.01, 0.001), "The product found is tiny.", _whole(box_of(subject), subject, matte)),
        Sign("everything", ramp(share, 0.7, 0.95), "Nearly the whole photo was taken for the product."),
        _pieces(subject, matte),
        _frame(subject, matte),
        Sign("soft", ramp(soft, 12, 50), "Much of the cutout is neither product nor backdrop."),
    )


def _pieces(subject: Mask, matte: U8) -> Sign:
    from scipy import ndimage as ndi

    labels, _ = ndi.label(subject)
    sizes = np.bincount(labels.ravel())[1:]
    apart = 1 - sizes.max() / sizes.sum()
    order = sizes.argsort()[::-1] + 1
    second = box_of(labels == order[1]) if order.size > 1 else None
    where = _whole(second, subject, matte)
    return Sign("pieces", ramp(float(apart), 0.05, 0.4), "The product fell into several pieces.", where)


def _frame(subject: Mask, matte: U8) -> Sign:
    sides = (subject[0], subject[-1], subject[:, 0], subject[:, -1])
    share = float(np.concatenate(sides).mean())
    most = int(np.argmax([np.count_nonzero(side) for side in sides]))
    where = _whole(_along(sides[most], most, subject.shape), subject, matte)
    return Sign("frame", ramp(share, 0.04, 0.35), "The product found lies along the frame.", where)


def _along(side: NDArray[np.bool_], which: int, shape: tuple[int, ...]) -> Box | None:
    """The box of what touches one of the sides top, bottom, left, right."""
    at = np.flatnonzero(side)
    if not at.size:
        return None
    first, last = int(at[0]), int(at[-1]) + 1
    edge = max(1, min(shape) // 20)
    start = 0 if which in (0, 2) else shape[which // 2] - edge
    if which < 2:
        return Box(first, start, last, start + edge)
    return Box(start, first, start + edge, last)


def _whole(box: Box | None, subject: Mask, matte: U8) -> Box | None:
    """``box`` of the small ``subject`` in pixels of the ``matte``."""
    return box and enlarged_box(box, subject.shape, matte.shape)
