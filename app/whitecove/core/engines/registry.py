"""The engines there are, by the name a person asks for, and the one door to a cutout."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from whitecove.core import colour_signs, doubt, enclosed, lost_parts, outline, shape
from whitecove.core.engines.auto import AutoEngine
from whitecove.core.engines.backdrop import BackdropEngine
from whitecove.core.engines.base import Engine
from whitecove.core.engines.given import BROUGHT, flattened, given
from whitecove.core.engines.keep import KeepEngine
from whitecove.core.engines.rembg import RembgEngine
from whitecove.core.engines.whiten import WhitenEngine
from whitecove.core.errors import EngineError
from whitecove.core.miniature import miniature
from whitecove.core.model import Cutout, Picture

log = logging.getLogger(__name__)

# The model that `auto` takes where several are installed: the best first.
PREFERRED = ("birefnet-general", "birefnet-general-lite", "isnet-general-use", "u2net", "silueta", "u2netp")

# Cutouts that follow the photo's own alpha or white, or nothing: their outlines need be no edges of the photo.
NOT_DRAWN = ("keep", *BROUGHT)


def make_engine(
    spec: str,
    models: Mapping[str, Path],
    *,
    device: str = "auto",
    passes: str = "every",
    tell: Callable[[str], None] = log.warning,
) -> Engine:
    """The engine called ``spec``: ``auto``, ``backdrop``, ``whiten``, ``keep`` or ``rembg:MODEL``. ``models`` holds
    the verified file of each installed rembg model, ``device`` and ``passes`` are the options of those names; ``tell``
    gets the sentence that a model is not computed where it should be, at most one.

    Raises:
        EngineError: there is no such engine, or its model is not installed.
    """
    if spec == "keep":
        return KeepEngine()
    if spec == "backdrop":
        return BackdropEngine()
    if spec == "whiten":
        return WhitenEngine()
    if spec == "auto":
        best = chosen_model(spec, models)
        return AutoEngine(RembgEngine(best, models[best], device=device, passes=passes, tell=tell) if best else None)
    kind, _, model = spec.partition(":")
    if kind != "rembg" or not model:
        raise EngineError("engine.unknown", engine=spec)
    if model not in models:
        raise EngineError("engine.model_missing", model=model)
    return RembgEngine(model, models[model], device=device, passes=passes, tell=tell)


def built_in(spec: str) -> Engine:
    """`make_engine` where no model is installed."""
    return make_engine(spec, {})


def chosen_model(spec: str, models: Mapping[str, Path]) -> str | None:
    """The model that the engine called ``spec`` works with where ``models`` are installed; none if it needs none."""
    if spec == "auto":
        return next((model for model in PREFERRED if model in models), None)
    return spec.removeprefix("rembg:") if spec.startswith("rembg:") else None


def cut_out(picture: Picture, engine: Engine) -> Cutout:
    """The cutout of ``picture``: the one it brings itself (its own alpha, exact white), else ``engine``'s. The engine
    ``keep`` is obeyed whatever the picture brings.

    Raises:
        EngineError: the engine cannot work, or there is nothing to cut out.
    """
    return judged(bare_cutout(picture, engine), picture)


def bare_cutout(picture: Picture, engine: Engine) -> Cutout:
    """`cut_out` before its outline is looked at, so that a person's corrections can come between.

    Raises:
        EngineError: the engine cannot work, or there is nothing to cut out.
    """
    if engine.name == "keep":
        return engine.cut(flattened(picture))
    return given(picture) or engine.cut(flattened(picture))


def judged(cutout: Cutout, picture: Picture) -> Cutout:
    """``cutout`` of ``picture`` with the signs added that its matte shows, unless no engine drew it."""
    if cutout.engine.partition("+")[0] in NOT_DRAWN:
        return cutout
    rgb, matte = flattened(picture).rgb, cutout.matte
    small = miniature(rgb, matte)
    seen = (*outline.signs_of(rgb, matte, small), *colour_signs.signs_of(rgb, matte, small))
    parts = lost_parts.sign_of(rgb, matte, small), enclosed.sign_of(rgb, matte, small)
    return doubt.judged(cutout, (*seen, *parts, *shape.signs_of(matte, small)))
