"""What of light was asked for, done to a cutout and to its composition."""

from __future__ import annotations

from dataclasses import replace

from whitecove.core.compose import shaded
from whitecove.core.engines.given import is_brought
from whitecove.core.light.kept_edges import with_kept_edges
from whitecove.core.light.made_shadow import made_shadow
from whitecove.core.light.own_shadow import own_shadow
from whitecove.core.messages import sentence
from whitecove.core.model import Composition, Cutout, Picture
from whitecove.core.options import Options


def with_own_shadow(cutout: Cutout, picture: Picture, options: Options) -> Cutout:
    """``cutout`` of ``picture`` with the photo's own shadow where that is asked for, and without it elsewhere."""
    if options.shadow == "none":
        return replace(cutout, shadow=None)
    if is_brought(cutout):  # a shadow in it is a part of it, whatever is asked for
        return replace(cutout, notes=(*cutout.notes, sentence("light.brought")))
    if options.shadow != "own":
        return replace(cutout, shadow=None)
    shadow = own_shadow(picture.rgb, cutout.matte) if cutout.shadow is None else cutout.shadow
    found = shadow is not None and bool((shadow >= 1).any())
    return replace(
        cutout,
        shadow=shadow if found else None,
        notes=(*cutout.notes, sentence("light.own_kept" if found else "light.no_own")),
    )


def lit(composition: Composition, cutout: Cutout, options: Options) -> Composition:
    """``composition`` of ``cutout`` with the edges kept and the shadow made, where that is asked for."""
    if options.keep_edges:
        composition = with_kept_edges(composition)
    if options.shadow == "made" and composition.matte is not None and not is_brought(cutout):
        made = made_shadow(composition.matte, composition.placement.flush)
        if made.darkness is not None:
            composition = shaded(composition, made.darkness)
        note = sentence(made.reason or "light.made")
        composition = replace(composition, notes=(*composition.notes, note))
    return composition
