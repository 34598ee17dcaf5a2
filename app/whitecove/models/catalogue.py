"""Which cutout models there are: what each is good at, its licence, and the hashes that its file is known by."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from whitecove import paths
from whitecove.core.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFile:
    """A file that holds a model. At least one hash is given, in lower-case hexadecimal; ``megabytes`` is the published
    size in millions of bytes, ``bytes`` the exact one; either is None where it is not known."""

    precision: str
    md5: str = ""
    sha256: str = ""
    bytes: int | None = None
    megabytes: float | None = None

    def is_it(self, *, md5: str, sha256: str) -> bool:
        """Whether a file with these hashes is this one."""
        return sha256 == self.sha256 if self.sha256 else md5 == self.md5


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A cutout model, by the name that rembg knows it by. ``commercial`` says whether its licence allows pictures that
    sell something."""

    name: str
    licence: str
    commercial: bool
    good_at: str
    origin: str
    files: tuple[KnownFile, ...]

    @property
    def megabytes(self) -> float | None:
        """Size of its usual file in millions of bytes, where it is known."""
        usual = self.files[0]
        return usual.bytes / 1e6 if usual.bytes is not None else usual.megabytes


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


def recognise(*, md5: str, sha256: str) -> Model | None:
    """The model whose file has these hashes, if it is a known one."""
    for model in catalogue():
        if any(file.is_it(md5=md5, sha256=sha256) for file in model.files):
            return model
    return None


def _model(entry: dict[str, Any]) -> Model:
    files = tuple(KnownFile(**file) for file in entry.pop("file"))
    return Model(files=files, **entry)
