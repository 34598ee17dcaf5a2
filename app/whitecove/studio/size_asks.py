"""What a window asks about the sizes of photos before they are prepared: see `asks`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How large are the photos at ``paths``? Answered by `Measured`."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Width and height of the upright photos at ``paths``, in pixels; none of those that cannot be read."""

    paths: tuple[Path, ...]
    sizes: Mapping[Path, tuple[int, int]]
