"""People's own models: ``<models>/own/<name>/<name>.<kind>.onnx``, and beside it ``sealed.json`` with the hash that the
file had when it was brought in."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from whitecove import paths
from whitecove.core.engines.own import KINDS, file_name
from whitecove.core.errors import EngineError, ModelError
from whitecove.models import seals
from whitecove.models.catalogue import Model, is_known
from whitecove.models.copying import copied

log = logging.getLogger(__name__)

FOLDER = "own"
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
# Names that Windows keeps for its devices.
DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
# A model that sees no product in our photo may see one in others; without onnxruntime, nothing can be tried.
NO_FAULT_OF_THE_MODEL = {"engine.nothing_seen", "engine.no_runtime"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnModel:
    """A person's own model; ``sha256`` is what its file had when it was brought in, empty where nobody knows."""

    name: str
    kind: str
    sha256: str
    file: Path


def models(models_dir: Path) -> Iterator[OwnModel]:
    """The own models that are here, by name."""
    folder = models_dir / FOLDER
    for each in sorted(folder.iterdir()) if folder.is_dir() else ():
        for kind in KINDS:
            file = each / file_name(each.name, kind)
            if _is_name(each.name) and file.is_file():
                yield OwnModel(name=each.name, kind=kind, sha256=_sealed(each), file=file)


def folder_of(models_dir: Path, name: str) -> Path | None:
    """Where the own model of that name lies, or would; none where no model can be called so."""
    return models_dir / FOLDER / name if _is_name(name) else None


def import_own(file: Path, models_dir: Path, known: tuple[seals.Seal, Model | None], name: str, kind: str) -> OwnModel:
    """Copies ``file`` into the store as the own model ``name``, once it was tried on a photo; ``known`` is what it
    holds, as `store.recognised` found it, ``kind`` one of `KINDS`.

    Raises:
        ModelError: the name cannot be used or is taken, the file is a model of the catalogue or none that works, or the
            store cannot be written.
    """
    seal, model = known
    folder = _free_folder(models_dir, name)
    if model is not None:
        raise ModelError("model.is_known", file=file.name, model=model.name)
    target = folder / file_name(name, kind)
    with copied(file, folder, seal, ending=f".{kind}.onnx") as temporary:
        _try(name, temporary, shown=file.name, kind=kind)
        note = folder / "sealed.json"
        note.write_text(json.dumps({"schema": 1, "kind": kind, "sha256": seal.sha256}), "utf-8")
        temporary.replace(target)
        seals.remember(target, seal)
    return OwnModel(name=name, kind=kind, sha256=seal.sha256, file=target)


def _free_folder(models_dir: Path, name: str) -> Path:
    folder = folder_of(models_dir, name)
    if folder is None:
        raise ModelError("model.bad_name", name=name)
    if is_known(name):
        raise ModelError("model.name_known", name=name)
    if any(model.name == name for model in models(models_dir)):
        raise ModelError("model.name_taken", name=name)
    return folder


def _is_name(name: str) -> bool:
    return bool(NAME.fullmatch(name)) and not DEVICES.fullmatch(name)


def _try(name: str, file: Path, *, shown: str, kind: str) -> None:
    """Cuts a sample photo out with the model.

    Raises:
        ModelError: that does not work.
    """
    from whitecove.core.engines.registry import make_engine
    from whitecove.core.read import read_photo

    photo = read_photo(paths.resources() / "samples" / "mug.jpg")
    try:
        make_engine(f"rembg:{name}", {name: file}).cut(photo)
    except EngineError as error:
        if error.code not in NO_FAULT_OF_THE_MODEL:
            raise ModelError("model.does_not_work", file=shown, kind=kind) from error
    except Exception as error:  # whatever a graph that nobody knows makes of itself
        log.exception("%s was tried as %s", shown, kind)
        raise ModelError("model.does_not_work", file=shown, kind=kind) from error


def _sealed(folder: Path) -> str:
    try:
        return str(json.loads((folder / "sealed.json").read_text("utf-8"))["sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
