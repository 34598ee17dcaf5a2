"""Paths as people write them."""

from __future__ import annotations

from pathlib import Path


def as_written(path: Path) -> str:
    """What lies in the person's home begins with ``~``."""
    home = Path.home()
    if path == home or not path.is_relative_to(home):
        return str(path)
    return str(Path("~") / path.relative_to(home))
