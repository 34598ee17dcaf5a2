"""What the colours in and around a cutout say about it, whoever made it: can they be told apart?

Where a part of the product was lost, its colours lie just outside of the matte; where backdrop was left, or the product
hardly differs from it, the backdrop's colours lie inside. Two histograms tell how frequent a colour is in the product
and around it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from whitecove.core.colour import srgb_to_lab
from whitecove.core.doubt import ramp
from whitecove.core.engines.scale import reduced
from whitecove.core.extent import box_of, enlarged_box
from whitecove.core.miniature import Miniature, miniature
from whitecove.core.model import F32, U8, Mask, Sign
from whitecove.core.parts import largest

# Looked at with this long side: whole parts are sought, no pixels.
SIDE = 320
HALF = 127
# How far around the product to look: a share of the root of its area, and at least so many pixels.
AROUND, LEAST = 0.25, 8
# Colours are told apart in steps of so many units of CIE L*a*b*; a* and b* begin at the second number.
STEP, LOWEST = 8, -128
# So many steps there are along each axis, and more.
STEPS = 40
# A colour that was never seen has this share, so that a single pixel proves little; likeness is the mean of so many
# pixels across.
UNSEEN, SMOOTH = 1e-5, 3
# What looks like the product around it, as a share of its area: a soft edge and a shadow may do so up to the first; at
# the second all is doubted. The same for the share of the product that looks like what is around it.
BESIDE, WITHIN = (0.03, 0.4), (0.04, 0.25)
PARTS_LOST = "Beside the cutout lies something with the product's colours: look for lost parts."
LEFT_OVER = "Part of the cutout has the colours of what lies around it: look for backdrop left."


def signs_of(rgb: U8, matte: U8, made_small: Miniature | None = None) -> tuple[Sign, ...]:
    """How much around the subject of ``matte`` (H, W) looks like it in ``rgb`` (H, W, 3), how much of it looks like
    what is around it, and where most of that is. ``made_small`` are both made small, if that was done already."""
    small = made_small or miniature(rgb, matte)
    look, subject = reduced(small.look, SIDE), reduced(small.matte, SIDE) > HALF
    around = _around(subject)
    if not subject.any() or not around.any():
        return ()
    like = _likeness(look, subject, around)
    area = np.count_nonzero(subject)

    def sign(name: str, which: Mask, bounds: tuple[float, float], reason: str) -> Sign:
        strength = ramp(np.count_nonzero(which) / area, *bounds)
        box = box_of(largest(which)) if strength else None
        return Sign(name, strength, reason, box and enlarged_box(box, look.shape, matte.shape))

    return (
        sign("beside", (like > 0) & around, BESIDE, PARTS_LOST),
        sign("within", (like < 0) & subject, WITHIN, LEFT_OVER),
    )


def _around(subject: Mask) -> Mask:
    """What (h, w) lies near ``subject``."""
    from scipy import ndimage as ndi

    away = ndi.distance_transform_edt(~subject)
    return np.asarray((away > 0) & (away < max(LEAST, AROUND * np.sqrt(np.count_nonzero(subject)))), bool)


def _likeness(look: U8, subject: Mask, around: Mask) -> F32:
    """How much more frequent (logarithm) the colours near each pixel (h, w) of ``look`` are in ``subject`` than
    ``around`` it."""
    from scipy import ndimage as ndi

    codes = _codes(srgb_to_lab(look))
    inside, outside = (_shares(codes, area) for area in (subject, around))
    more = np.log((inside + UNSEEN) / (outside + UNSEEN))[codes]
    return np.asarray(ndi.uniform_filter(more, SMOOTH), np.float32)


def _codes(lab: F32) -> NDArray[np.intp]:
    """A number (h, w) for the colour of each pixel of ``lab`` (h, w, 3)."""
    light, a, b = (((lab[..., k] - lowest) // STEP).astype(np.intp) for k, lowest in enumerate((0, LOWEST, LOWEST)))
    return np.asarray((light * STEPS + a) * STEPS + b, np.intp)


def _shares(codes: NDArray[np.intp], area: Mask) -> NDArray[np.float64]:
    """How large a share of ``area`` (h, w) each of all ``codes`` has."""
    counts = np.bincount(codes[area], minlength=int(codes.max()) + 1)
    return np.asarray(counts / np.count_nonzero(area))
