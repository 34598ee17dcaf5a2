"""What a result depends on beside the photo: settings, this version of the program, and the engine with its models."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import whitecove
from whitecove.batch.store import file_sha256
from whitecove.core.engines.registry import chosen_model
from whitecove.core.options import Options
from whitecove.core.profiles import Profile

# These decide which pictures are made and where they go, which a job's wants say; not how a picture looks.
WITHOUT_EFFECT = ("group", "slots", "gap", "name", "ascii_names", "lang")


def settings_hash(options: Options, profile: Profile) -> str:
    """Equal where the same options and the same rules of the marketplace would give the same pictures."""
    chosen = {key: value for key, value in asdict(options).items() if key not in WITHOUT_EFFECT}
    return _digest({"options": chosen, "profile": asdict(profile)})


def batch_identity(settings: str, engine: str, models: Mapping[str, Path]) -> str:
    """All that decides the results of a batch but photos and names. Of the models, only the one that is used
    counts, by its content."""
    used = chosen_model(engine, models)
    weights = {name: file_sha256(path) for name, path in models.items() if name == used}
    return _digest({"settings": settings, "version": whitecove.__version__, "engine": engine, "models": weights})


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()
