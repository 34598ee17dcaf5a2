"""The cutout models that a command may use, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from whitecove import paths
from whitecove.cli import console
from whitecove.models import usable


def usable_models(engine: str) -> Mapping[str, Path]:
    """The file of each model that is here and sound, for the engine called ``engine``.

    Raises:
        ModelError: the model that ``engine`` names is damaged.
    """
    return usable.usable_models(engine, paths.models_dir(), console.note)


def use_of(name: str) -> str:
    """How to use the model of that name, now that it is here."""
    from whitecove.core.engines.registry import PREFERRED

    chosen = ", or let --engine auto choose" if name in PREFERRED else ""
    return f"Use it with --engine rembg:{name}{chosen}."
