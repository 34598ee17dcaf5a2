"""A script beside these tests, as a command of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]


def command(script: str, *arguments: object) -> list[str]:
    """How the script of that name is run."""
    return [sys.executable, str(HERE / script), *map(str, arguments)]


def environment() -> dict[str, str]:
    """In which it finds Whitecove, its tests and the driver, and draws on no screen."""
    path = os.pathsep.join(str(ROOT / folder) for folder in (".", "app", "packaging"))
    return {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}
