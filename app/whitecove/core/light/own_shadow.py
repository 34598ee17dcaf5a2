"""The soft shadow that a product casts in the photo, kept as neutral darkness for a white page."""

from __future__ import annotations

import numpy as np
from PIL import Image

from whitecove.core.connected import connected
from whitecove.core.engines.field import Field, departure, fit_field
from whitecove.core.engines.scale import reduced
from whitecove.core.light.underlay import DARKEST, smoothstep
from whitecove.core.model import F32, U8, Mask

# Shadows are soft: all is decided and kept at this long side. Distances are pixels of it, levels are of a white page.
SIDE = 640
# The field explains less of the frame than this, or its backdrop is more textured: what is dark may be anything.
LEAST_SUPPORT, MOST_TEXTURE = 0.5, 3.0
# What a backdrop must at least have of light to be compared with (0…255).
LEAST_LIGHT = 60.0
# Pixels this near to the product hold some of it.
MIXED = 2
# Below so many levels, and so many times what the backdrop itself departs from its field, there is no shadow.
FAINT, TIMES_FAINT = 1.5, 1.1
# So many levels more for each size of the product that a pixel is away from it: haze far out is the field's own error.
FAINT_FAR = 24.0
# The share of a side of the photo that is its border.
BORDER = 0.04
# The tint (levels) that a shadow may have, and how it grows with its depth.
TINT, TINT_PER_LEVEL = 5.0, 0.2
# Steeper (levels per pixel) than this and away from the product is an edge, no soft shadow.
STEEP, AWAY = 7.0, 8
# The shadow starts to fade at this share of the product's size from it, and is gone at that; so at the photo's frame.
FADE = (0.12, 0.45)
FRAME_FADE = 0.08


def own_shadow(rgb: U8, matte: U8) -> F32 | None:
    """By how many levels (0…255) the soft shadow of the product in ``rgb`` (H, W, 3) with ``matte`` (H, W) would darken
    a white page, (h, w) with a long side of at most 640 pixels; None where the backdrop is too busy or dark to tell.

    It is the photo's light as a share of the backdrop's (255 (1 - photo / field)) where the backdrop's tint is kept,
    as far as it hangs together with the product. Under the product the shadow beside it goes on.
    """
    look = reduced(rgb, SIDE).astype(np.float32)
    if min(look.shape[:2]) < 2 * MIXED + 4:
        return None
    field = fit_field(look)
    if not tells(field):
        return None
    size = look.shape[1::-1]
    product = np.asarray(Image.fromarray(matte).resize(size, Image.Resampling.BOX), np.float32)
    return shadow_of(look, field, product / np.float32(255))


def tells(field: Field) -> bool:
    """Whether the backdrop is plain and bright enough that what is darker before it is a shadow."""
    plain = field.support >= LEAST_SUPPORT and field.texture <= MOST_TEXTURE
    return plain and float(field.colour.mean()) >= LEAST_LIGHT


def shadow_of(look: F32, field: Field, product: F32) -> F32:
    """The shadow in ``look`` (h, w, 3) before ``field``; ``product`` (h, w) is the share 0…1 of a pixel that it holds.
    Levels of a white page, ≥ 0."""
    from scipy import ndimage as ndi

    mixed = np.asarray(ndi.maximum_filter(product > 0.02, size=2 * MIXED + 1), bool)
    if mixed.all() or not mixed.any():
        return np.zeros(product.shape, np.float32)
    far = np.asarray(ndi.distance_transform_edt(~mixed), np.float32)
    size = _size(mixed)
    darkness = np.maximum(_darkness(look, field, mixed) - FAINT_FAR * far / size, 0)
    darkness[~_connected(darkness, mixed, far)] = 0
    darkness = _softened(_carried_under(darkness, mixed), far)
    return np.asarray(np.minimum(darkness * _fade(far, size), DARKEST), np.float32)


def _darkness(look: F32, field: Field, mixed: Mask) -> F32:
    """How much darker than the field, as levels of a white page; less where it is tinted like no shadow."""
    from scipy import ndimage as ndi

    apart = departure(look, field.colour)
    smooth = _blurred(255 * (1 - apart.ratio), ~mixed, 1.2)
    light = np.maximum(field.colour.mean(axis=2), 1.0)
    chroma = ndi.gaussian_filter(apart.chroma, 1.2) * 255 / light
    tint = TINT + 2 * field.chroma + TINT_PER_LEVEL * np.maximum(smooth, 0)
    likely = 1 - smoothstep(chroma / tint - 1)
    floor = FAINT + TIMES_FAINT * field.light * 255 / float(light.mean()) + _bands(smooth, mixed)
    return np.asarray(np.maximum(smooth - floor, 0) * likely, np.float32)


def _bands(darkness: F32, mixed: Mask) -> F32:
    """What of ``darkness`` (h, w) goes from side to side of the photo: the backdrop itself bends there, as at the foot
    of a sweep, and its field could not follow. A shadow ends before one of two opposite sides."""
    bare = np.where(mixed, 0, darkness)
    width, height = (max(1, round(BORDER * length)) for length in (bare.shape[1], bare.shape[0]))
    across = np.minimum(np.median(bare[:, :width], axis=1), np.median(bare[:, -width:], axis=1))
    down = np.minimum(np.median(bare[:height], axis=0), np.median(bare[-height:], axis=0))
    return np.asarray(np.maximum(np.maximum(across[:, None], down[None]), 0), np.float32)


def _connected(darkness: F32, mixed: Mask, far: F32) -> Mask:
    """Where the shadow hangs together with the product, without crossing an edge."""
    from scipy import ndimage as ndi

    steep = ndi.gaussian_gradient_magnitude(darkness, 1.0)
    there = mixed | ((darkness > 0) & ((steep < STEEP) | (far < AWAY)))
    return connected(there, mixed)


def _carried_under(darkness: F32, mixed: Mask) -> F32:
    """``darkness`` with the values beside the product carried on under it."""
    from scipy import ndimage as ndi

    rows, columns = ndi.distance_transform_edt(mixed, return_distances=False, return_indices=True)
    return np.asarray(darkness[rows, columns], np.float32)


def _softened(darkness: F32, far: F32) -> F32:
    """Smooth beside the product, smoother farther out, where a shadow has no detail and grain would show."""
    from scipy import ndimage as ndi

    near, away = ndi.gaussian_filter(darkness, 1.0), ndi.gaussian_filter(darkness, 4.0)
    share = smoothstep((far - 3) / 12)
    return np.asarray(near * (1 - share) + away * share, np.float32)


def _size(mixed: Mask) -> int:
    """The longer side of the product."""
    rows, columns = np.flatnonzero(mixed.any(axis=1)), np.flatnonzero(mixed.any(axis=0))
    return int(max(rows[-1] - rows[0], columns[-1] - columns[0])) + 1


def _fade(far: F32, size: int) -> F32:
    """1 beside the product, 0 far from it and at the photo's frame, beyond which nobody knows how it goes on."""
    by_distance = 1 - smoothstep((far / size - FADE[0]) / (FADE[1] - FADE[0]))
    down, across = (_from_ends(length) for length in far.shape)
    return np.asarray(by_distance * down[:, None] * across[None], np.float32)


def _from_ends(length: int) -> F32:
    place = np.arange(length, dtype=np.float32)
    return smoothstep(np.minimum(place, length - 1 - place) / (FRAME_FADE * length))


def _blurred(plane: F32, where: Mask, sigma: float) -> F32:
    """``plane`` (h, w) smoothed among the pixels in ``where`` alone."""
    from scipy import ndimage as ndi

    weight = ndi.gaussian_filter(where.astype(np.float32), sigma)
    total = ndi.gaussian_filter(np.where(where, plane, 0).astype(np.float32), sigma)
    return np.asarray(np.where(weight > 0.05, total / np.maximum(weight, 0.05), 0), np.float32)
