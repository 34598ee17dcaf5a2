"""The door to a corrected cutout: the engine's, then a person's steps, then what its outline says."""

from __future__ import annotations

import numpy as np

from whitecove.core import doubt
from whitecove.core.corrections.apply import OWN_ALPHA, corrected, fitted
from whitecove.core.corrections.values import Area, Corrections, Rectangle, Step, Stroke
from whitecove.core.engines.base import Engine
from whitecove.core.engines.given import flattened
from whitecove.core.engines.registry import bare_cutout, cut_out, judged
from whitecove.core.errors import EngineError
from whitecove.core.model import Cutout, Picture, Sign

# What an engine says where it found no product; a person may draw one nevertheless.
FOUND_NOTHING = ("engine.nothing_found", "engine.nothing_seen")


def cut_and_correct(picture: Picture, engine: Engine, corrections: Corrections) -> tuple[Picture, Cutout]:
    """``picture``, healed, and its corrected cutout; the engine's own where nothing was drawn. The engine sees the
    photo before that, and its doubt stays; what the outline says is asked of the corrected matte.

    Raises:
        EngineError: the engine cannot work, or found nothing and no step keeps anything. PrepareError: the corrections
            are another photo's, or leave nothing.
    """
    if not corrections.steps:
        fitted(corrections, picture)
        return picture, cut_out(picture, engine)
    cutout = _bare(picture, engine, corrections)
    shown = picture if cutout.engine == OWN_ALPHA else flattened(picture)
    healed, made = corrected(shown, cutout, corrections)
    assert made is not None  # noqa: S101 (there was a cutout)
    return healed, judged(made, healed)


def heal_scene(picture: Picture, corrections: Corrections) -> Picture:
    """``picture`` healed, where it is shown with its scene.

    Raises:
        PrepareError: the corrections are another photo's.
    """
    return corrected(flattened(picture), None, corrections)[0]


def _bare(picture: Picture, engine: Engine, corrections: Corrections) -> Cutout:
    """The engine's cutout; an empty one, as doubtful as can be, where it found nothing but a person draws."""
    try:
        return bare_cutout(picture, engine)
    except EngineError as error:
        if error.code not in FOUND_NOTHING or not any(_keeps(step) for step in corrections.steps):
            raise
        return nothing_found(picture, engine, error)


def nothing_found(picture: Picture, engine: Engine, error: EngineError) -> Cutout:
    """An empty cutout of ``picture``, as doubtful as can be because of ``error``, for a person to draw in."""
    flat = flattened(picture)
    empty = np.zeros(flat.rgb.shape[:2], np.uint8)
    made = Cutout(rgb=flat.rgb, matte=empty, engine=engine.name, doubt=0.0)
    return doubt.judged(made, [Sign("nothing found", 1.0, str(error))])


def _keeps(step: Step) -> bool:
    return isinstance(step, Stroke | Area | Rectangle) and step.keep
