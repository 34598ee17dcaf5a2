"""The engine that takes what is installed and what the photo deserves."""

from __future__ import annotations

import numpy as np

from whitecove.core import doubt
from whitecove.core.engines.backdrop import BackdropEngine, Scene, draw, survey
from whitecove.core.engines.rembg import RembgEngine
from whitecove.core.engines.scale import enlarged
from whitecove.core.errors import EngineError
from whitecove.core.model import F32, Cutout, Mask, Picture

# A backdrop this busy is left to the model alone, where there is one.
BUSY = 0.15
# A model's outline is about this exact, in pixels of a look of 640: inside and outside of it the model decides what
# belongs to the product, along it the backdrop's field decides where the edge runs.
OUTLINE = 9
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
        seen = model.see(picture.rgb)
        subject = combined(scene, enlarged(seen.mask, scene.look.shape[:2]))
        agreement = doubt.overlap(subject, enlarged(seen.mask, scene.look.shape[:2]) > 0.5)
        if agreement < AGREED:
            return model.drawn(picture, seen)
        level, reasons = doubt.of_both(doubt.of_field(scene.field, scene.parted), seen.doubt, agreement)
        return draw(picture, scene.look, subject, engine=f"{model.name}+backdrop", doubt=(level, reasons))


def combined(scene: Scene, mask: F32) -> Mask:
    """The subject (h, w) that the model's ``mask`` (h, w) and the backdrop's field agree on: what is well inside the
    mask is product, what is well outside is none, the field decides between."""
    from scipy import ndimage as ndi

    size = 2 * OUTLINE + 1
    inside = np.asarray(ndi.minimum_filter(mask > 0.75, size=size), bool)
    near = np.asarray(ndi.maximum_filter(mask > 0.4, size=size), bool)
    return np.asarray((scene.parted.subject | (inside & ~scene.parted.holes)) & near, bool)
