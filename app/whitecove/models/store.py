"""The models that are here: brought in whole or not at all, and used only when their bytes are the known ones.

Each model of the catalogue lies in a folder of its own, ``<models>/<name>/<name>.onnx``; people's own ones lie in
``<models>/own`` (`own`).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from whitecove import locks
from whitecove.core.errors import ModelError
from whitecove.models import own, seals
from whitecove.models.catalogue import Model, catalogue, find, is_known, recognise
from whitecove.models.copying import copied, not_stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A model whose file is here: ``sound`` is whether its bytes are the known ones, or those of an own model when it
    was imported. ``kind`` is that of an own model, and empty for a model of the catalogue."""

    name: str
    file: Path
    sound: bool
    kind: str = ""


def installed(models_dir: Path) -> dict[str, Path]:
    """The file of each model that is here and sound, by the model's name, those of the catalogue first and in its
    order. A damaged or foreign file is left out: `held` tells of it."""
    return {each.name: each.file for each in held(models_dir) if each.sound}


def held(models_dir: Path) -> list[Held]:
    """Every model whose file is here, sound or not."""
    return [*_of_catalogue(models_dir), *_own(models_dir)]


def verify(models_dir: Path, names: Sequence[str] = ()) -> list[Held]:
    """Hashes the files of the models called ``names`` (none: of all that are here) again, whatever is remembered.

    Raises:
        ModelError: one of ``names`` is not here.
    """
    here = held_named(models_dir, names) if names else held(models_dir)
    for each in here:
        seals.forget(each.file)
    return [each for each in held(models_dir) if each.name in {one.name for one in here}]


def held_named(models_dir: Path, names: Sequence[str]) -> list[Held]:
    """The models of those names whose files are here.

    Raises:
        ModelError: one is not here, or there is no such model at all.
    """
    here = {each.name: each for each in held(models_dir)}
    for name in names:
        if name not in here:
            find(name)
            raise ModelError("model.not_here", model=name)
    return [here[name] for name in names]


def place(models_dir: Path, name: str) -> Path:
    """Where the catalogue's model of that name lies, or would."""
    return models_dir / name / f"{name}.onnx"


def require_consent(model: Model, *, accept_licence: bool) -> None:
    """Refuses a model that must not be used to sell, unless the person says that theirs is another use.

    Raises:
        ModelError: its licence forbids commercial use, and was not accepted.
    """
    if not model.commercial and not accept_licence:
        raise ModelError("model.not_commercial", model=model.name, licence=model.licence)


def import_model(file: Path, models_dir: Path, *, accept_licence: bool = False) -> Model:
    """Copies ``file`` into the store, if its hash is that of a known model, and returns which one.

    Raises:
        ModelError: the file cannot be read, is no known model, may not be used commercially (unless
            ``accept_licence``), or the store cannot be written.
    """
    seal, model = recognised(file)
    if model is None:
        raise ModelError("model.not_recognised", file=file.name)
    require_consent(model, accept_licence=accept_licence)
    target = place(models_dir, model.name)
    with copied(file, target.parent, seal) as temporary:
        temporary.replace(target)
        seals.remember(target, seal)
    return model


def recognised(file: Path) -> tuple[seals.Seal, Model | None]:
    """What ``file`` holds, and which model of the catalogue that is, if any.

    Raises:
        ModelError: there is no such file, or it cannot be read.
    """
    if not file.is_file():
        raise ModelError("model.no_file", file=file)
    seal = seals.hashed(file)
    if seal is None:
        raise ModelError("model.unreadable", file=file)
    if not seal.sha256:
        raise ModelError("model.not_recognised", file=file.name)
    return seal, recognise(md5=seal.md5, sha256=seal.sha256)


def remove(models_dir: Path, name: str) -> None:
    """Removes the model of that name from the store, and what an interrupted download left of it.

    Raises:
        ModelError: it is not here, it is being downloaded, or the system does not let us.
    """
    folder = place(models_dir, name).parent if is_known(name) else own.folder_of(models_dir, name)
    if folder is None or not folder.is_dir():
        held_named(models_dir, [name])
        raise ModelError("model.not_here", model=name)
    with alone(models_dir, name):
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise ModelError("model.not_removed", folder=folder, problem=error.strerror or "no reason") from error


@contextmanager
def alone(models_dir: Path, name: str) -> Iterator[None]:
    """Meanwhile, no other process downloads or removes the model of that name.

    Raises:
        ModelError: one does, or the store cannot be written.
    """
    with ExitStack() as stack:
        try:
            models_dir.mkdir(parents=True, exist_ok=True)
            stack.enter_context(locks.held(models_dir / f".{name}.lock"))
        except locks.Taken as taken:
            raise ModelError("model.busy", model=name) from taken
        except OSError as error:
            raise not_stored(error, models_dir) from error
        yield


def _of_catalogue(models_dir: Path) -> Iterator[Held]:
    for model in catalogue():
        file = place(models_dir, model.name)
        if file.is_file():
            seal = seals.seal_of(file)
            sound = seal is not None and recognise(md5=seal.md5, sha256=seal.sha256) == model
            yield Held(name=model.name, file=file, sound=sound)


def _own(models_dir: Path) -> Iterator[Held]:
    for model in own.models(models_dir):
        if not is_known(model.name):
            seal = seals.seal_of(model.file)
            sound = seal is not None and seal.sha256 == model.sha256
            yield Held(name=model.name, file=model.file, sound=sound, kind=model.kind)
