"""What a photo brings itself: its own alpha, or a backdrop that is exact white already."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from whitecove.core import doubt
from whitecove.core.errors import EngineError
from whitecove.core.model import U8, Cutout, Mask, Picture, Sign

# The engines that stand for the photo itself: its own alpha, its own white.
BROUGHT = ("alpha", "white")
# An alpha channel with fewer transparent pixels than this is rounded corners or a stray hole, not a cutout.
TRANSPARENT_SHARE = 0.01
# Of the frame's outermost pixels so many must be exactly white, and at most so many nearly.
EXACT_SHARE, ALMOST_SHARE = 0.55, 0.04
# Darker than this in any channel is subject; between it and white lies JPEG's ripple and the last of a shadow.
SUBJECT_BELOW = 250
# The ripple's matte: below a tenth, so that it is drawn but does not count as the subject's extent.
RIPPLE_MATTE = 24
# JPEG's ripple ends within two blocks of an edge (4:2:0 chroma blocks are 16 px wide).
RIPPLE_REACH = 16
# A core that fills its box's four sides this far is a framed photo, or a box shot flat: a person must tell.
FULL_SIDE, FRAMED_DOUBT = 0.98, 0.6
FRAMED = "This looks like a photo with its own scene in a white frame: it was not cut out."
# The darkest value that a pixel of matte RIPPLE_MATTE over white can show.
RIPPLE_DARKEST = 255 - RIPPLE_MATTE


def is_brought(cutout: Cutout) -> bool:
    """Whether the photo itself made ``cutout``, corrected or not: no engine drew it."""
    return cutout.engine.partition("+")[0] in BROUGHT


def given(picture: Picture) -> Cutout | None:
    """The cutout that ``picture`` brings itself, or None where an engine must make it.

    Raises:
        EngineError: the picture's own alpha is empty, or it is white and nothing else.
    """
    if picture.alpha is not None and _is_cutout(picture.alpha):
        if not (picture.alpha > 127).any():
            raise EngineError("engine.nothing_found")
        return _judged(Cutout(rgb=picture.rgb, matte=picture.alpha, engine="alpha", doubt=0.0), picture.alpha > 127)
    flat = flattened(picture)
    return _kept(flat.rgb) if on_white(flat.rgb) else None


def flattened(picture: Picture) -> Picture:
    """``picture`` without alpha: laid on white where it brought one."""
    if picture.alpha is None:
        return picture
    alpha = picture.alpha[..., None].astype(np.float32) / 255
    rgb, shot = (
        None if colours is None else np.rint(colours * alpha + 255 * (1 - alpha)).astype(np.uint8)
        for colours in (picture.rgb, picture.shot)
    )
    assert rgb is not None  # noqa: S101 (a picture has colours)
    return replace(picture, rgb=rgb, shot=shot, alpha=None)


def _is_cutout(alpha: U8) -> bool:
    return bool(np.count_nonzero(alpha < 128) >= TRANSPARENT_SHARE * alpha.size)


def on_white(rgb: U8) -> bool:
    """Whether the photo (H, W, 3) stands on exact white: so does its frame, but for what the frame cuts of the
    subject, and hardly any of the frame is only nearly white."""
    frame = np.concatenate([rgb[0], rgb[-1], rgb[:, 0], rgb[:, -1]]).min(axis=1)
    exact = float(np.mean(frame == 255))
    almost = float(np.mean((frame >= 225) & (frame < 255)))
    return exact >= EXACT_SHARE and almost <= ALMOST_SHARE


def _kept(rgb: U8) -> Cutout:
    """The photo as it is: laid over white, the cutout gives back every pixel near the subject, and exact white
    beyond."""
    darkest = rgb.min(axis=2)
    core = darkest < SUBJECT_BELOW
    core = _without_specks(core)
    if not core.any():
        raise EngineError("engine.nothing_found")
    ripple = (darkest < 255) & (darkest >= RIPPLE_DARKEST) & ~core & _near(core)
    matte = np.zeros(core.shape, np.uint8)
    matte[_filled(core)] = 255
    ripple &= matte == 0
    matte[ripple] = RIPPLE_MATTE
    out = rgb.copy()
    # Solves C = a F + (1 - a) 255 for F, so that compositing gives back C to the bit.
    out[ripple] = np.rint(255 - (255 - rgb[ripple].astype(np.float32)) * (255 / RIPPLE_MATTE)).astype(np.uint8)
    return _judged(Cutout(rgb=out, matte=matte, engine="white", doubt=0.0), core)


def _judged(cutout: Cutout, core: Mask) -> Cutout:
    """``cutout``, doubted where its ``core`` (H, W) has the four full, straight sides of a framed photo."""
    rows, columns = np.flatnonzero(core.any(axis=1)), np.flatnonzero(core.any(axis=0))
    box = core[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    if min(box[0].mean(), box[-1].mean(), box[:, 0].mean(), box[:, -1].mean()) < FULL_SIDE:
        return cutout
    return doubt.judged(cutout, [Sign("framed", FRAMED_DOUBT, FRAMED)])


def _near(core: Mask) -> Mask:
    from scipy import ndimage as ndi

    size = 2 * RIPPLE_REACH + 1
    return np.asarray(ndi.maximum_filter(core.view(np.uint8), size=size), bool)


def _filled(core: Mask) -> Mask:
    from scipy import ndimage as ndi

    return np.asarray(ndi.binary_fill_holes(core), bool)


def _without_specks(core: Mask) -> Mask:
    """``core`` without dirt: groups far smaller than the subject that lie away from everything else."""
    from scipy import ndimage as ndi

    labels, count = ndi.label(_near(core))
    if count <= 1:
        return core
    sizes = np.bincount(labels[core], minlength=count + 1)
    keep = sizes >= max(9, 0.0005 * sizes.max())
    keep[0] = False
    return np.asarray(core & keep[labels], bool)
