"""Which cutout models may be used: a damaged one is refused and named, never quietly passed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from whitecove.core.errors import ModelError
from whitecove.models.store import held


def usable_models(engine: str, models_dir: Path, tell: Callable[[str], None]) -> Mapping[str, Path]:
    """The file of each model in ``models_dir`` that is sound, for the engine called ``engine``. One that `auto` has to
    do without because it is damaged is told.

    Raises:
        ModelError: the model that ``engine`` names is damaged.
    """
    from whitecove.core.engines.registry import PREFERRED

    here = held(models_dir)
    for damaged in (each for each in here if not each.sound):
        if engine == f"rembg:{damaged.name}":
            raise damage(damaged.name, own=bool(damaged.kind))
        if engine == "auto" and damaged.name in PREFERRED:
            tell(str(damage(damaged.name, own=False)))
    return {each.name: each.file for each in here if each.sound}


def damage(name: str, *, own: bool) -> ModelError:
    """What is said of a damaged model."""
    return ModelError("model.damaged_own" if own else "model.damaged", model=name)
