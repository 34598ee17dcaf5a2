"""The SHA-256 of photos that were read before, as long as they look the same on disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class Hashes:
    """By path; what a file's hash was is worth nothing once its time or size is another."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[int, int], str]] = {}
        self._looks: dict[str, tuple[int, int]] = {}

    def before(self, paths: Iterable[Path]) -> dict[str, str]:
        """The hashes of those of ``paths`` that did not change, by path; how each looks now is remembered."""
        known: dict[str, str] = {}
        for path in paths:
            key, look = str(path), _look(path)
            if look is None:
                continue
            self._looks[key] = look
            found = self._known.get(key)
            if found and found[0] == look:
                known[key] = found[1]
        return known

    def learn(self, path: Path, sha256: str) -> None:
        """The file at ``path`` had that hash since it was last looked at."""
        look = self._looks.get(str(path))
        if look and sha256:
            self._known[str(path)] = (look, sha256)


def _look(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
