"""A person's corrections on top of a cutout, whoever made it: in order, each within its own box."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from whitecove.core.corrections.areas import filled, outline_of
from whitecove.core.corrections.brush import painted
from whitecove.core.corrections.heal import healed
from whitecove.core.corrections.holes import opened
from whitecove.core.corrections.patch import Patch, grown, window, within
from whitecove.core.corrections.snap import snapped
from whitecove.core.corrections.values import MARK, Corrections, Heal, Hole, Step, Stroke, scaled
from whitecove.core.errors import PrepareError
from whitecove.core.extent import box_of
from whitecove.core.matte import decontaminate
from whitecove.core.model import U8, Box, Cutout, Mask, Picture

# Colours near a pixel decide its own in a soft edge: so many pixels more than what changed are looked at.
SURROUNDINGS = 48
# Half a pixel of rounding in either size is no other shape, seen in the larger of the two; but never more than a share
# of the height, however small one is.
ROUNDING, MOST_SLACK = 1.0, 0.01
# The engine of a photo's own alpha: its colours are no mixture with any backdrop.
OWN_ALPHA = "alpha"
# The engine that divides the photo by its backdrop: what it gives are no colours of the photo's.
DIVIDED = "whiten"


def fitted(corrections: Corrections, picture: Picture) -> tuple[Step, ...]:
    """The steps of ``corrections`` in the coordinates of ``picture``, which may be the photo at another size.

    Raises:
        PrepareError: they were drawn on another file, or on a photo of another shape.
    """
    width, height = picture.size
    across, down = width / corrections.width, height / corrections.height
    if corrections.sha256 and corrections.sha256 != picture.facts.sha256:
        raise PrepareError("corrections.other_file")
    slack = ROUNDING * max(1.0, across, down) * max(1.0, width / height, height / width)
    if abs(corrections.height * across - height) > min(slack, ROUNDING + MOST_SLACK * height):
        drawn_on = f"{corrections.width} × {corrections.height}"
        raise PrepareError("corrections.other_size", drawn_on=drawn_on, size=f"{width} × {height}")
    return tuple(scaled(step, across, down) for step in corrections.steps)


def corrected(picture: Picture, cutout: Cutout | None, corrections: Corrections) -> tuple[Picture, Cutout | None]:
    """``picture`` and its ``cutout`` after the steps of ``corrections``, in order; without a cutout only healing has
    something to work on. What no step touches stays to the bit.

    Where the matte or the photo changed, the foreground is the photo's own colour, freed of the backdrop's anew.

    Raises:
        PrepareError: the corrections were drawn on another photo, they leave nothing of the product, or they need the
            photo's own colours where all was divided by the backdrop.
    """
    steps = fitted(corrections, picture)
    divided = cutout is not None and cutout.engine == DIVIDED
    if divided:
        refuse_own_colours(steps)
    rgb = picture.rgb.copy() if any(isinstance(step, Heal) for step in steps) else picture.rgb
    matte = cutout.matte.copy() if cutout else None
    touched = [box for box in (made(step, rgb, matte) for step in steps) if box.width and box.height]
    if cutout is None or matte is None:
        return replace(picture, rgb=rgb), None
    if not (matte > 127).any():
        raise PrepareError("corrections.nothing_left")
    shown = cutout.rgb if divided else _recoloured(picture, rgb, cutout, matte, touched)
    return replace(picture, rgb=rgb), replace(cutout, rgb=shown, matte=matte, engine=cutout.engine + MARK)


def refuse_own_colours(steps: Iterable[Step]) -> None:
    """Says no where ``steps`` need the photo's own colours, for a photo that was divided by its backdrop.

    Raises:
        PrepareError: one of them keeps or heals.
    """
    if any(isinstance(step, Heal) or (not isinstance(step, Hole) and step.keep) for step in steps):
        raise PrepareError("corrections.whitened")


def made(step: Step, rgb: U8, matte: U8 | None) -> Box:
    """Makes ``step`` in ``rgb`` (H, W, 3) or ``matte`` (H, W), in their coordinates, and gives the box in which
    something may have changed."""
    if isinstance(step, Heal):
        return healed(step.brush, rgb, matte).box
    if matte is None:
        return Box(0, 0, 0, 0)
    patch = _meant(step, rgb, matte)
    part = matte[patch.window]
    level = np.rint(patch.share * 255).astype(np.uint8)
    is_kept = not isinstance(step, Hole) and step.keep
    part[...] = np.maximum(part, level) if is_kept else np.minimum(part, 255 - level)
    return patch.box


def _meant(step: Step, rgb: U8, matte: U8) -> Patch:
    """What of each pixel ``step`` means."""
    if isinstance(step, Hole):
        return opened(step.point, rgb, matte)
    if isinstance(step, Stroke):
        plain = painted(step.brush, matte.shape)
        return snapped(step, plain, rgb, matte) if step.edge_aware else plain
    assert not isinstance(step, Heal)  # noqa: S101 (`made` heals)
    return filled(outline_of(step), matte.shape)


def _recoloured(picture: Picture, rgb: U8, cutout: Cutout, matte: U8, touched: list[Box]) -> U8:
    """The foreground (H, W, 3) of ``matte`` in ``rgb``: the cutout's own but where something changed."""
    shown = cutout.rgb.copy()
    for box in touched:
        there = window(box)
        changed = (matte[there] != cutout.matte[there]) | (rgb[there] != picture.rgb[there]).any(axis=2)
        recolour(shown[there], changed, rgb, matte, box, cutout.engine)
    return shown


def recolour(shown: U8, changed: Mask, rgb: U8, matte: U8, box: Box, engine: str) -> None:
    """Gives the pixels of ``shown`` (h, w, 3), which lies in ``box``, their `own_colours` where they ``changed``
    (h, w)."""
    tight = box_of(changed)
    if tight is None:
        return
    part = window(tight)
    there = Box(box.left + tight.left, box.top + tight.top, box.left + tight.right, box.top + tight.bottom)
    shown[part][changed[part]] = own_colours(rgb, matte, there, engine)[changed[part]]


def own_colours(rgb: U8, matte: U8, box: Box, engine: str) -> U8:
    """The foreground (h, w, 3) of ``matte`` (H, W) within ``box``: the colours of ``rgb`` (H, W, 3), freed of the
    backdrop's unless they are those of a photo's own alpha. Wherever the box lies, a pixel gets the same."""
    around = grown(box, SURROUNDINGS, matte.shape)
    # Every second pixel is looked at: they must be the same ones in every box.
    around = Box(around.left & ~1, around.top & ~1, around.right, around.bottom)
    pixels = rgb[window(around)]
    own = pixels if engine == OWN_ALPHA else decontaminate(pixels, matte[window(around)])
    return own[within(box, around)]
