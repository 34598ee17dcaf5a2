"""Where files of a project lie: kept both as they are and seen from the project's folder, so that a project that moves
with its photos still finds them."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

# ``\\host\share\…``, also with other slashes: to look there, Windows connects to the host, and says who is asking.
_REMOTE = re.compile(r"[\\/]{2}(?:[?.][\\/]+UNC[\\/]+)?(?P<host>[^\\/]*)", re.IGNORECASE)


def place(path: Path, folder: Path) -> list[str]:
    """Where a file lies, and the same seen from ``folder`` where there is a way."""
    whole = os.fspath(path)
    above, name = os.path.split(whole)
    beside = _way(above, os.fspath(folder))
    return [whole, f"{beside}/{name}" if beside else ""]


def host_of(path: str) -> str:
    """The computer that a path names, in small letters; empty where it is on this one."""
    found = _REMOTE.match(path)
    return found["host"].lower() if found else ""


class Finder:
    """Finds the files of a project in ``folder``. Other computers than those of its folder and the ``known`` ones are
    not asked, as the project may be a stranger's; they are in ``unasked``.
    None: all are asked."""

    def __init__(self, folder: Path, known: Collection[str] | None = ()) -> None:
        self._folder = folder
        self._trusts_all = known is None
        self._known = {host.lower() for host in known or ()} | {host_of(os.fspath(folder)), ""}
        self.unasked: set[str] = set()

    def found(self, place: tuple[str, str]) -> Path:
        """The file that is meant: where it lay, else where it lies seen from the project. One on a computer that is not
        asked is one beside the project, whether or not it is there."""
        whole, near = Path(place[0]), self._near(place[1])
        if self.may_ask(place[0]):
            return near if near and not whole.exists() and near.exists() else whole
        self.unasked.add(host_of(place[0]))
        return near or self._folder / (re.split(r"[\\/]", place[0])[-1] or "photo")

    def may_ask(self, path: str) -> bool:
        """Whether that place may be looked at."""
        return self._trusts_all or host_of(path) in self._known

    def _near(self, beside: str) -> Path | None:
        """Seen from the project; nothing that is a whole path of its own."""
        if not beside or beside[0] in "/\\" or ":" in beside.split("/", 1)[0]:
            return None
        near = Path(os.path.normpath(self._folder / beside))
        return near if self.may_ask(os.fspath(near)) else None


@lru_cache(maxsize=1024)
def _way(folder: str, start: str) -> str:
    """How one gets from ``start`` to ``folder``, with forward slashes; empty between two drives."""
    try:
        return Path(os.path.relpath(folder, start)).as_posix()
    except ValueError:
        return ""
