"""How large photos are, before they are prepared: what is drawn or set is kept in their pixels."""

from __future__ import annotations

from pathlib import Path

from whitecove.core.errors import ReadError
from whitecove.core.read import read_size
from whitecove.studio.size_asks import Measure, Measured


def measured(ask: Measure) -> Measured:
    """What can be known of their sizes without decoding them."""
    sizes: dict[Path, tuple[int, int]] = {}
    for path in ask.paths:
        try:
            sizes[path] = read_size(path)
        except (ReadError, ValueError):  # preparing says what is the matter
            continue
    return Measured(paths=ask.paths, sizes=sizes)
