"""Edges of white goods kept: where the rim of a product is as white as the page, it is shaded a little, as a studio's
black cards would do."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from whitecove.core.colour import luma
from whitecove.core.model import F32, U8, Composition, Mask

# Pixels this far inside the outline are touched, as a share of the canvas's longer side and at least so many.
REACH, LEAST_REACH = 0.003, 6
# The brightest that the rim may be, in levels of luma; from so many levels below it on, pixels are pulled down softly.
RIM, KNEE = 244.0, 10.0
# The shade is full so far into its reach, then fades.
FULL = 0.5
SMOOTH = 0.8
# From this matte on a pixel is all product. Less shade than half a level is none.
SOLID, LEAST_SHADE = 250, 0.5
CHANGE = "edges as white as the page were shaded, by up to {levels:.0f} levels on {share:.0%} of the outline"


def with_kept_edges(composition: Composition) -> Composition:
    """``composition`` with the white rim of its subject shaded, in luminance only: all three channels are scaled by
    one factor. Pixels farther inside than the reach, and pixels darker than the rim's level, stay to the bit."""
    matte = composition.matte
    if matte is None:
        return composition
    shade = _shade(composition.rgb, matte)
    if not shade.any():
        return composition
    rgb = composition.rgb.astype(np.float32)
    factor = 1 - shade * (matte.astype(np.float32) / 255) / np.maximum(luma(composition.rgb), 1)
    darker = np.where((shade > 0)[..., None], np.rint(rgb * factor[..., None]), composition.rgb)
    change = CHANGE.format(levels=float(shade.max()), share=_share(shade, matte))
    return replace(composition, rgb=darker.astype(np.uint8), changes=(*composition.changes, change))


def _share(shade: F32, matte: U8) -> float:
    """The share of the outline that is shaded."""
    depth = _depth(matte > 127, 2)
    outline = (depth > 0) & (depth < 2)
    return float(np.count_nonzero(shade[outline])) / max(1, int(np.count_nonzero(outline)))


def reach_of(shape: tuple[int, ...]) -> int:
    """How many pixels inside the outline may change on a canvas of this shape (height, width)."""
    return max(LEAST_REACH, round(REACH * max(shape[:2])))


def _shade(rgb: U8, matte: U8) -> F32:
    """By how many levels of luma each pixel (H, W) is to be darkened, ≥ 0."""
    from scipy import ndimage as ndi

    reach = reach_of(matte.shape)
    depth = _depth(matte > 127, reach)
    near = (depth <= reach) & (matte > 0)
    share = np.clip((depth / reach - FULL) / (1 - FULL), 0, 1)
    weight = (1 - share * share * (3 - 2 * share)) * near
    shade = ndi.gaussian_filter(_pulled(_own_luma(rgb, matte)) * weight, SMOOTH)
    return np.asarray(np.where(near & (shade >= LEAST_SHADE), shade, 0), np.float32)


def _own_luma(rgb: U8, matte: U8) -> F32:
    """The product's own luma (H, W): in its soft rim, where the page shows through, that of the solid product beside;
    0 where nothing is solid."""
    from scipy import ndimage as ndi

    solid = matte >= SOLID
    if not solid.any():
        return np.zeros(matte.shape, np.float32)
    rows, columns = ndi.distance_transform_edt(~solid, return_distances=False, return_indices=True)
    return np.asarray(luma(rgb)[rows, columns], np.float32)


def _pulled(level: F32) -> F32:
    """How far a level is pulled down: not at all below the knee, to the rim's level at white, smoothly between: of
    [RIM - KNEE, 255], t in 0…1, the part a t² with a = 255 - RIM is taken off."""
    start = RIM - KNEE
    t = np.clip((level - start) / (255 - start), 0, 1)
    return np.asarray((255 - RIM) * t * t, np.float32)


def _depth(solid: Mask, reach: int) -> F32:
    """Distance (H, W) in pixels into the subject from its outline, 0 outside; the canvas's rim, where a subject is cut
    by it, is no outline. Only distances up to a little more than ``reach`` are right."""
    from scipy import ndimage as ndi

    pad = reach + 2
    framed = np.pad(solid, pad, mode="edge")
    return np.asarray(ndi.distance_transform_edt(framed)[pad:-pad, pad:-pad], np.float32)
