"""Files to pixels for the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from whitecove.core.errors import ReadError
from whitecove.core.messages import sentence
from whitecove.core.read import read_glance
from whitecove.studio.asks import Pixels


def looked_at(paths: Sequence[Path], longest: int) -> tuple[Pixels | None, str]:
    """The first of ``paths`` that is there, with a long side of at most ``longest`` pixels (0: as it is); or why
    there is none, in a sentence."""
    there = next((path for path in paths if path.is_file()), None)
    if there is None:
        return None, sentence("read.missing")
    try:
        seen = read_glance(there, longest)
    except ReadError as error:
        return None, str(error)
    return Pixels(width=seen.width, height=seen.height, data=seen.data, alpha=seen.has_alpha), ""
