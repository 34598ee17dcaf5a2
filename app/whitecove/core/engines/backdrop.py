"""The built-in engine: on a plain backdrop, whatever departs from the backdrop's colour is the product."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from whitecove.core import doubt, edges, matte
from whitecove.core.engines.field import Field, fit_field
from whitecove.core.engines.scale import reduced
from whitecove.core.engines.separate import Separation, separate
from whitecove.core.errors import EngineError
from whitecove.core.model import U8, Cutout, Mask, Picture, Sign

# Where the product is, is decided at this size; where exactly its edge runs, at full size.
LOOK_SIDE = 640
# How far from the edge seen at that size the true one may be.
EDGE_REACH = 2
# How clearly colours must differ, against their spread, to move the edge.
CAUTION = 2.0
# Smaller photos have no room for a backdrop.
LEAST_SIDE = 8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """A photo looked at small: the look (h, w, 3), the backdrop's field, and the subject parted from it."""

    look: U8
    field: Field
    parted: Separation


class BackdropEngine:
    """No model, no download: fits the backdrop as a smooth field of colour and cuts out what departs from it."""

    name = "backdrop"

    def cut(self, picture: Picture) -> Cutout:
        """What departs from the backdrop, its cast shadow left out.

        Raises:
            EngineError: nothing departs from the backdrop, or the photo is a few pixels small.
        """
        scene = survey(picture.rgb)
        signs = doubt.of_field(scene.field, scene.parted)
        return draw(picture, scene.look, scene.parted.subject, engine=self.name, signs=signs)


def survey(rgb: U8) -> Scene:
    """What stands before which backdrop in ``rgb`` (H, W, 3).

    Raises:
        EngineError: the photo is a few pixels small.
    """
    look = reduced(rgb, LOOK_SIDE)
    if min(look.shape[:2]) < LEAST_SIDE:
        raise EngineError("engine.too_small", side=LEAST_SIDE)
    values = look.astype(np.float32)
    field = fit_field(values)
    return Scene(look=look, field=field, parted=separate(field, values))


def draw(picture: Picture, look: U8, subject: Mask, *, engine: str, signs: tuple[Sign, ...]) -> Cutout:
    """The cutout of ``subject`` (h, w), decided in ``look``, with its edge found in ``picture`` at full size.

    Raises:
        EngineError: there is no subject.
    """
    if not subject.any():
        raise EngineError("engine.nothing_found")
    coarse = subject.astype(np.float32)
    alpha = edges.refine(picture.rgb, coarse, look, reach=EDGE_REACH, caution=CAUTION)
    rgb = matte.decontaminate(picture.rgb, alpha)
    return doubt.judged(Cutout(rgb=rgb, matte=alpha, engine=engine, doubt=0.0), signs)
