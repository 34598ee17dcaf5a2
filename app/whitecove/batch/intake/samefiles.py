"""Photos that are the same file twice: equal bytes, whatever their names."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from whitecove.batch.intake.gathering import Found
from whitecove.batch.store import file_sha256

# Tells most files of equal size apart without reading them to the end.
START = 65536

Key = TypeVar("Key", int, str)


def same_bytes(photos: Sequence[Found]) -> dict[str, str]:
    """The names of ``photos`` that have the same bytes as an earlier one, with that one's name.

    Only files of equal size are read. A file that cannot be read is the same as none.
    """
    place = {found.name: i for i, found in enumerate(photos)}
    doubles: dict[str, str] = {}
    for of_size in _alike(photos, _size):
        for of_start in _alike(of_size, _start):
            for first, *others in _alike(of_start, lambda found: file_sha256(found.path)):
                doubles |= {other.name: first.name for other in others}
    return dict(sorted(doubles.items(), key=lambda pair: place[pair[0]]))


def _alike(photos: Iterable[Found], key: Callable[[Found], Key | None]) -> list[list[Found]]:
    """Groups of two or more ``photos`` with the same key, each in its old order."""
    keyed = [(value, found) for found in photos if (value := key(found)) is not None]
    keyed.sort(key=lambda pair: pair[0])
    groups = [[found for _, found in members] for _, members in groupby(keyed, key=lambda pair: pair[0])]
    return [group for group in groups if len(group) > 1]


def _size(found: Found) -> int | None:
    try:
        return found.path.stat().st_size
    except OSError:
        return None


def _start(found: Found) -> str | None:
    try:
        with found.path.open("rb", buffering=0) as file:
            return hashlib.sha256(file.read(START)).hexdigest()
    except OSError:
        return None
