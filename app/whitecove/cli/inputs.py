"""The pictures that a command was given: files as they are named, folders searched to the bottom."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch.intake import LITTER
from whitecove.batch.naming import natural_key, printable
from whitecove.core.errors import PlanError
from whitecove.core.sniff import HEAD_BYTES, PHOTO_FORMATS, is_picture_name, sniff

# What a delivery keeps beside the files to upload.
ASIDE = frozenset({"_review", "_previous"})


@dataclass(frozen=True, slots=True)
class Given:
    """A picture, and its printable name: below the given folder, with forward slashes."""

    path: Path
    name: str


def require(inputs: Sequence[Path]) -> None:
    """Refuses names of nothing before any work starts: mostly they are typing errors.

    Raises:
        PlanError: one of ``inputs`` does not exist.
    """
    for path in inputs:
        if not os.path.lexists(path):
            raise PlanError("cli.no_input", path=printable(str(path)))


def pictures(inputs: Sequence[Path], *, without: Path | None = None) -> list[Given]:
    """The files in ``inputs`` and the pictures in the folders among them, in natural order, each once. Hidden folders,
    what lies aside in a delivery, and the folder ``without`` are not searched.

    Raises:
        PlanError: one of ``inputs`` does not exist, or there is no picture in any.
    """
    require(inputs)
    seen: set[str] = set()
    found: list[Given] = []
    for path in inputs:
        for given in _walk(path, without) if path.is_dir() else [Given(path, printable(path.name))]:
            place = os.path.realpath(given.path)
            if place not in seen:
                seen.add(place)
                found.append(given)
    if not found:
        raise PlanError("cli.no_pictures")
    return found


def _walk(top: Path, without: Path | None) -> Iterator[Given]:
    forbidden = os.path.realpath(without) if without else None
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(
            (
                name
                for name in folders
                if not name.startswith(".") and name not in ASIDE
                if os.path.realpath(Path(folder, name)) != forbidden
            ),
            key=natural_key,
        )
        for name in sorted(files, key=natural_key):
            path = Path(folder, name)
            if is_picture_name(path) or _has_picture(path):
                yield Given(path, printable(path.relative_to(top).as_posix()))


def _has_picture(path: Path) -> bool:
    """Whether a file is a picture by its content, whatever its name; only its first bytes are read."""
    if path.name.startswith(".") or path.name.casefold() in LITTER:
        return False
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb", buffering=0) as file:
            return sniff(file.read(HEAD_BYTES)) in PHOTO_FORMATS
    except OSError:
        return False
