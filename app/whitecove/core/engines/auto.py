"""The engine that takes what is installed and what the photo deserves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from whitecove.core import doubt
from whitecove.core.engines.backdrop import BackdropEngine, Scene, draw, survey
from whitecove.core.engines.rembg import RembgEngine
from whitecove.core.engines.scale import enlarged
from whitecove.core.engines.separate import tolerance_for
from whitecove.core.errors import EngineError
from whitecove.core.model import F32, Cutout, Mask, Picture
from whitecove.core.parts import means
from whitecove.core.squares import grown, shrunk
from whitecove.core.steep import steepness

# A backdrop this busy is left to the model alone, where there is one.
BUSY = 0.15
# A model's outline is about this exact, in pixels of a look of 640: inside and outside of it the model decides what
# belongs to the product, along it the backdrop's field decides where the edge runs.
OUTLINE = 9
# The model's larger outline is taken where the photo's edge under it is so many times as steep as under the field's, or
# where the model gives what it has more this much of a chance, and that departs from the backdrop by more than it may.
# What the field has more is dropped where the model gives it less of a chance and the edge under it is so much fainter:
# it is shade, or backdrop that the flood did not reach.
CLEARER, LIKELY, UNLIKELY, FAINTER = 0.7, 0.7, 0.15, 0.33
# What is thinner than twice this many pixels and one is no lump, but an outline seen a little wider.
LUMP = 1
# What departs from a vivid backdrop by more than so many times what backdrop may is none, also where its tint is alike.
SOLID = 4.0
# Where model and field overlap by less than this, one of them is wrong: the model is believed, and doubted.
AGREED = 0.75


class AutoEngine:
    """The backdrop's field on plain backdrops, a rembg model elsewhere, both together where both are there: the model
    knows what the product is, the field knows where its edge is."""

    name = "auto"

    def __init__(self, model: RembgEngine | None) -> None:
        self._model = model
        self._backdrop = BackdropEngine()

    def cut(self, picture: Picture) -> Cutout:
        """The best cutout that what is installed can make.

        Raises:
            EngineError: the model cannot be run, or there is nothing to cut out.
        """
        if self._model is None:
            return self._backdrop.cut(picture)
        scene = survey(picture.rgb)
        if doubt.busyness(scene.field) >= BUSY:
            return self._model.cut(picture)
        try:
            return self._both(picture, scene, self._model)
        except EngineError as error:
            if error.code != "engine.nothing_seen":
                raise
            return self._backdrop.cut(picture)

    def _both(self, picture: Picture, scene: Scene, model: RembgEngine) -> Cutout:
        seen = model.see(picture.rgb, scene.look)
        shape = scene.look.shape[:2]
        subject = combined(scene, enlarged(seen.mask, shape), enlarged(seen.alpha, shape) > 0.5)
        agreement = doubt.overlap(subject, enlarged(seen.mask, shape) > 0.5)
        if agreement < AGREED:
            return model.drawn(picture, seen)
        signs = doubt.of_both(doubt.of_field(scene.field, scene.parted), seen.signs, agreement)
        return draw(picture, scene.look, subject, engine=f"{model.name}+backdrop", signs=signs)


def combined(scene: Scene, mask: F32, settled: Mask) -> Mask:
    """The subject (h, w) that the model's ``mask`` (h, w) and the backdrop's field agree on: what is well inside the
    mask is product, what is well outside is none, the field decides between.

    Where the field gave to the backdrop what is well inside, or the mask's ``settled`` outline (h, w) has as clear an
    edge under it, as white on white, the latter stands; where the field's larger outline has hardly any, it does not.
    A vivid backdrop is told by its colour wherever it shows, also through the product, but for what departs from it too
    far for shade.
    """
    near, sure = grown(mask > 0.4, OUTLINE), shrunk(mask > 0.75, OUTLINE)
    inside = sure & ~scene.parted.holes
    by_model = (settled & ~scene.parted.holes) | inside
    steep = steepness(scene.look.astype(np.float32))
    if tolerance_for(scene.field).vivid:
        by_field = (scene.parted.subject | (sure & (scene.parted.strength > SOLID))) & near
    else:
        by_field = _with_what_was_lost((scene.parted.subject | inside) & near, scene, inside, by_model, mask, steep)
    return np.asarray(by_field & ~_shade(steep, by_field, by_model, mask), bool)


def _with_what_was_lost(by_field: Mask, scene: Scene, inside: Mask, by_model: Mask, mask: F32, steep: F32) -> Mask:
    """``by_field`` with what the field gave to the backdrop though the model is right about it."""
    from scipy import ndimage as ndi

    lost = ndi.binary_opening(inside & ~scene.parted.subject)
    known = np.where(grown(lost, 2 * OUTLINE), by_model, by_field)
    more, under, instead = _edges_under(steep, by_model, known)
    _, strength, chance = means(more, under.size - 1, scene.parted.strength, mask)
    right = (under > CLEARER * instead) | ((chance > LIKELY) & (strength > 1))
    return np.asarray(known | (right[more] & (more > 0)), bool)


def _shade(steep: F32, by_field: Mask, by_model: Mask, mask: F32) -> Mask:
    """What of ``by_field`` is shade, or backdrop that the flood did not reach: lumps that the model has not."""
    from scipy import ndimage as ndi

    more = by_field & ~by_model
    lumps = np.asarray(ndi.binary_opening(more, iterations=LUMP), bool)
    labels, under, without = _edges_under(steep, by_model | lumps, by_model)
    _, chance = means(labels, under.size - 1, mask)
    shade = ((chance < UNLIKELY) & (under < FAINTER * without))[labels] & (labels > 0)
    return np.asarray(grown(shade, LUMP) & more, bool)


def _edges_under(steep: F32, larger: Mask, smaller: Mask) -> tuple[NDArray[np.int32], F32, F32]:
    """The parts (h, w), by number from 1, that ``larger`` has more than ``smaller``; and for each number, how
    ``steep`` (h, w) the look is under its outline in the larger, and in the smaller subject."""
    from scipy import ndimage as ndi

    labels, count = ndi.label(larger & ~smaller)
    around = ndi.maximum_filter(labels, size=3)
    edge, other = (grown(side, 1) ^ shrunk(side, 1) for side in (larger, smaller))
    under = [means(np.where(alone, around, 0), count, steep)[1] for alone in (edge & ~other, other & ~edge)]
    return np.asarray(labels, np.int32), np.asarray(under[0], np.float32), np.asarray(under[1], np.float32)
