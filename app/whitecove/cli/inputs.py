"""The pictures that a command was given: files as they are named, folders searched to the bottom."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch.intake.walk import Met, Walk
from whitecove.batch.naming.names import printable
from whitecove.core.errors import PlanError
from whitecove.core.sniff import is_picture_name

# What only claims to be a picture is taken, too: it must not pass by keeping silent about it.
UNREADABLE = frozenset({"skip.missing", "skip.not_a_file"})


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
    """The files in ``inputs`` and the pictures in the folders among them, finished ones too, in natural order, each
    once. Hidden folders, what lies aside in a delivery, and the folder ``without`` are not searched.

    Raises:
        PlanError: one of ``inputs`` does not exist, or there is no picture in any.
    """
    require(inputs)
    met = Walk(without, originals=False).all(inputs, apart=False)
    found = [Given(m.found.path, m.found.name) for m in met if _is_wanted(m)]
    if not found:
        raise PlanError("cli.no_pictures")
    return found


def _is_wanted(met: Met) -> bool:
    if met.given:
        return met.code != "skip.twice"
    return not met.code or (met.code in UNREADABLE and is_picture_name(met.found.path))
