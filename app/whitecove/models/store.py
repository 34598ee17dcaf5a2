"""The models that are here: imported whole or not at all, and used only when their bytes are the known ones.

Each model lies in a folder of its own, ``<models>/<name>/<name>.onnx``. Hashing a large file takes seconds, so what
was found is remembered beside it with the file's size and time, and holds until either changes.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from whitecove.core.errors import ModelError
from whitecove.models.catalogue import Model, catalogue, recognise

CHUNK = 1 << 20
# A graph is a protocol buffer of some size; anything larger than this is no model that rembg knows.
LARGEST = 4_000_000_000


@dataclass(frozen=True, slots=True)
class Seal:
    """What was found when a file was last hashed, and how to see that it is still that file."""

    size: int
    time_ns: int
    md5: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A model's file after a fresh look: ``sound`` is whether its bytes are the known ones."""

    model: Model
    file: Path
    sound: bool


def installed(models_dir: Path) -> dict[str, Path]:
    """The file of each model that is here and whose bytes are the known ones, by the model's name, in the catalogue's
    order. A damaged or foreign file is left out: `verify` tells of it."""
    found: dict[str, Path] = {}
    for model in catalogue():
        file = place(models_dir, model.name)
        seal = _seal(file)
        if seal and recognise(md5=seal.md5, sha256=seal.sha256) == model:
            found[model.name] = file
    return found


def place(models_dir: Path, name: str) -> Path:
    """Where the model of that name lies, or would."""
    return models_dir / name / f"{name}.onnx"


def import_model(file: Path, models_dir: Path, *, accept_licence: bool = False) -> Model:
    """Copies ``file`` into the store, if its hash is that of a known model, and returns which one.

    Raises:
        ModelError: the file cannot be read, is no known model, may not be used commercially (unless
            ``accept_licence``), or the store cannot be written.
    """
    if not file.is_file():
        raise ModelError("model.no_file", file=file)
    seal = _hash(file)
    if seal is None:
        raise ModelError("model.unreadable", file=file)
    model = recognise(md5=seal.md5, sha256=seal.sha256)
    if model is None:
        raise ModelError("model.not_recognised", file=file.name)
    if not model.commercial and not accept_licence:
        raise ModelError("model.not_commercial", model=model.name, licence=model.licence)
    _copy(file, place(models_dir, model.name), seal)
    return model


def verify(models_dir: Path) -> list[Check]:
    """Hashes every model's file again, whatever is remembered of it."""
    checks: list[Check] = []
    for model in catalogue():
        file = place(models_dir, model.name)
        if not file.is_file():
            continue
        _seal_file(file).unlink(missing_ok=True)
        seal = _seal(file)
        sound = seal is not None and recognise(md5=seal.md5, sha256=seal.sha256) == model
        checks.append(Check(model=model, file=file, sound=sound))
    return checks


def _copy(source: Path, target: Path, seal: Seal) -> None:
    temporary = target.with_name(f".{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            copied = _copy_hashed(source, temporary)
            if copied != seal.sha256:
                raise ModelError("model.changed", file=source.name)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise ModelError("model.not_stored", folder=target.parent, problem=error.strerror or "no reason") from error
    _remember(target, seal.md5, seal.sha256)


def _copy_hashed(source: Path, target: Path) -> str:
    """Copies, forces the copy to disk, and returns the SHA-256 of what was copied."""
    digest = hashlib.sha256()
    with source.open("rb") as read, target.open("xb") as write:
        while chunk := read.read(CHUNK):
            digest.update(chunk)
            write.write(chunk)
        write.flush()
        os.fsync(write.fileno())
    return digest.hexdigest()


def _seal(file: Path) -> Seal | None:
    """What ``file`` holds: as remembered, if it has not changed since, otherwise hashed now. None where there is no
    readable file."""
    try:
        now = file.stat()
    except OSError:
        return None
    known = _remembered(file)
    if known and (known.size, known.time_ns) == (now.st_size, now.st_mtime_ns):
        return known
    fresh = _hash(file)
    return fresh and _remember(file, fresh.md5, fresh.sha256)


def _hash(file: Path) -> Seal | None:
    md5, sha256 = hashlib.md5(usedforsecurity=False), hashlib.sha256()
    try:
        state = file.stat()
        if state.st_size > LARGEST:
            return Seal(state.st_size, state.st_mtime_ns, "", "")
        with file.open("rb") as source:
            while chunk := source.read(CHUNK):
                md5.update(chunk)
                sha256.update(chunk)
    except OSError:
        return None
    return Seal(state.st_size, state.st_mtime_ns, md5.hexdigest(), sha256.hexdigest())


def _seal_file(file: Path) -> Path:
    return file.with_name("verified.json")


def _remembered(file: Path) -> Seal | None:
    try:
        return Seal(**json.loads(_seal_file(file).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _remember(file: Path, md5: str, sha256: str) -> Seal:
    """Notes the hashes beside ``file``. A store that cannot be written is hashed again each time."""
    state = file.stat()
    seal = Seal(state.st_size, state.st_mtime_ns, md5, sha256)
    temporary = _seal_file(file).with_suffix(f".{os.getpid()}.part")
    try:
        temporary.write_text(json.dumps(asdict(seal)), "utf-8")
        temporary.replace(_seal_file(file))
    except OSError:
        return seal
    return seal
