"""Which cutout models there are: what each is good at, its licence, and the hashes that its file is known by."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from whitecove import paths
from whitecove.core.errors import ModelError

# How long one look takes without a graphics card, the shortest first.
SPEEDS = ("fast", "medium", "slow", "very slow")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFile:
    """A file that holds a model: its size in ``bytes`` and at least one hash, in lower-case hexadecimal. ``name`` is
    what it is called where it is published, ``addresses`` are where that is, the best first."""

    precision: str
    name: str
    bytes: int
    md5: str = ""
    sha256: str = ""
    addresses: tuple[str, ...] = ()

    def is_it(self, *, md5: str, sha256: str) -> bool:
        """Whether a file with these hashes is this one."""
        return sha256 == self.sha256 if self.sha256 else md5 == self.md5


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A cutout model, by the name that rembg knows it by. ``commercial`` says whether its licence allows pictures that
    sell something, ``speed`` is one of `SPEEDS`; the first of ``files`` is the usual one."""

    name: str
    licence: str
    commercial: bool
    speed: str
    good_at: str
    origin: str
    files: tuple[KnownFile, ...]

    def file_of(self, precision: str = "") -> KnownFile:
        """The file of that ``precision``, the usual one where none is named.

        Raises:
            ModelError: there is none of that precision.
        """
        for file in self.files:
            if precision in ("", file.precision):
                return file
        known = ", ".join(file.precision for file in self.files)
        raise ModelError("model.no_precision", model=self.name, precision=precision, known=known)


@cache
def catalogue() -> tuple[Model, ...]:
    """All models known, in the order in which they are offered."""
    text = (paths.resources() / "models.toml").read_text("utf-8")
    return tuple(_model(entry) for entry in tomllib.loads(text)["model"])


def find(name: str) -> Model:
    """The model of that name.

    Raises:
        ModelError: the catalogue has none of that name.
    """
    for model in catalogue():
        if model.name == name:
            return model
    raise ModelError("model.unknown", model=name, known=", ".join(model.name for model in catalogue()))


def is_known(name: str) -> bool:
    """Whether the catalogue has a model of that name."""
    return any(model.name == name for model in catalogue())


def recognise(*, md5: str, sha256: str) -> Model | None:
    """The model whose file has these hashes, if it is a known one."""
    for model in catalogue():
        if any(file.is_it(md5=md5, sha256=sha256) for file in model.files):
            return model
    return None


def _model(entry: dict[str, Any]) -> Model:
    files = tuple(KnownFile(**{**file, "addresses": tuple(file["addresses"])}) for file in entry.pop("file"))
    return Model(files=files, **entry)
