"""Files to pixels for the screen."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from whitecove.core.errors import ReadError
from whitecove.core.messages import sentence
from whitecove.core.read import read_glance
from whitecove.studio.asks import Pixels


class Look(NamedTuple):
    """A picture; or why there is none, in a sentence, and whether it was only not found."""

    pixels: Pixels | None
    problem: str = ""
    missing: bool = False


def looked_at(paths: Sequence[Path], longest: int, sha256: str = "") -> Look:
    """The first of ``paths`` that is there, with a long side of at most ``longest`` pixels (0: as it is). With a
    ``sha256``, the first that has it: another file of that name is never shown for it."""
    there = next((path for path in paths if path.is_file() and (not sha256 or _sha256(path) == sha256)), None)
    if there is None:
        return Look(None, sentence("read.missing"), missing=True)
    try:
        seen = read_glance(there, longest)
    except ReadError as error:
        return Look(None, str(error))
    return Look(Pixels(width=seen.width, height=seen.height, data=seen.data, alpha=seen.has_alpha))


def _sha256(path: Path) -> str:
    """That of a file, empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
