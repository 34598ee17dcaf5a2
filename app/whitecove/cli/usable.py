"""The cutout models that a command may use: a damaged one is refused and named, never quietly passed over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from whitecove import paths
from whitecove.cli import console
from whitecove.core.errors import ModelError


def usable_models(engine: str) -> Mapping[str, Path]:
    """The file of each model that is here and sound, for the engine called ``engine``. One that `auto` has to do
    without because it is damaged is said.

    Raises:
        ModelError: the model that ``engine`` names is damaged.
    """
    from whitecove.core.engines.registry import PREFERRED
    from whitecove.models.store import held

    here = held(paths.models_dir())
    for damaged in (each for each in here if not each.sound):
        if engine == f"rembg:{damaged.name}":
            raise damage(damaged.name, own=bool(damaged.kind))
        if engine == "auto" and damaged.name in PREFERRED:
            console.note(str(damage(damaged.name, own=False)))
    return {each.name: each.file for each in here if each.sound}


def damage(name: str, *, own: bool) -> ModelError:
    """What is said of a damaged model."""
    return ModelError("model.damaged_own" if own else "model.damaged", model=name)


def use_of(name: str) -> str:
    """How to use the model of that name, now that it is here."""
    from whitecove.core.engines.registry import PREFERRED

    chosen = ", or let --engine auto choose" if name in PREFERRED else ""
    return f"Use it with --engine rembg:{name}{chosen}."
