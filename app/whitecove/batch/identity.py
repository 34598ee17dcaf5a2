"""What a result depends on beside the photo: settings, this version of the program, and the engine with its models."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import whitecove
from whitecove.batch.store import file_sha256
from whitecove.core.engines.providers import expected
from whitecove.core.engines.registry import chosen_model
from whitecove.core.options import Options
from whitecove.core.profiles import Profile

# These decide which pictures are made and where they go, which a job's wants say, or what gains it gets, which it says
# itself, or which provider computes, which is told apart by what it leads to; not how a picture looks.
WITHOUT_EFFECT = ("group", "slots", "gap", "name", "ascii_names", "lang", "white_point", "device")
# What a profile says about listings and names, and about itself.
NOT_OF_PICTURES = ("names", "card", "name", "verified_on", "sources")


def settings_hash(options: Options, profile: Profile) -> str:
    """Equal where the same options and the same rules of the marketplace would give the same pictures."""
    chosen = {key: value for key, value in asdict(options).items() if key not in WITHOUT_EFFECT}
    return _digest({"options": chosen, "profile": _of_pictures(profile)})


def _of_pictures(profile: Profile) -> dict[str, object]:
    """What of a profile decides a picture or the findings on it; how many there are, and the rules on a listing's
    pictures together, are asked anew in every run."""
    values = {key: value for key, value in asdict(profile).items() if key not in NOT_OF_PICTURES}
    slots = {slot: {k: v for k, v in spec.items() if k != "max_count"} for slot, spec in values["slots"].items()}
    rules = [rule for rule in values["rules"] if not rule["id"].startswith("set.")]
    return values | {"slots": slots, "rules": rules}


def batch_identity(settings: str, engine: str, models: Mapping[str, Path], *, device: str = "auto") -> str:
    """All that decides the results of a batch but photos and names. Of the models, only the one that is used
    counts, by its content and by its file's name, which says of a person's own model how photos are shown to it; and
    the provider that is to compute it where the option ``device`` has this value: GPUs differ in the last bits."""
    used = chosen_model(engine, models)
    weights = {name: (path.name, file_sha256(path)) for name, path in models.items() if name == used}
    provider = expected(device).label if used else ""
    return _digest(
        {
            "settings": settings,
            "version": whitecove.__version__,
            "engine": engine,
            "models": weights,
            "provider": provider,
        }
    )


class Identities:
    """The `batch_identity` of a batch, and what it is for those of its photos that have an engine of their own."""

    def __init__(self, settings: str, options: Options, models: Mapping[str, Path]) -> None:
        self._settings, self._options, self._models = settings, options, models
        self._known: dict[str, str] = {}

    def of(self, engine: str | None) -> str:
        """That of photos with that ``engine``; with none, the batch's own. Models are read once."""
        name = engine or self._options.engine
        if name not in self._known:
            self._known[name] = batch_identity(self._settings, name, self._models, device=self._options.device)
        return self._known[name]


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()
