"""The photos that a watch has taken in, on disk: stamp, SHA-256 and header of each. So a round need not read thousands
of photos again, and a photo that is away now stays what it was."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from whitecove.batch import store
from whitecove.batch.delivery.manifest import SCHEMA as MANIFEST_SCHEMA
from whitecove.batch.intake.headers import Header
from whitecove.batch.intake.walk import Found
from whitecove.batch.naming.names import printable
from whitecove.batch.places import MANIFEST
from whitecove.batch.watch.scan import Stamp
from whitecove.batch.written import listed

SCHEMA = 1
FILE = f"{store.MEMORY}/watched.json"
# States in which a photo has no pictures that could be kept without it.
LOST = frozenset({"failed", "skipped", "waiting"})

# Of a white point, red, green and blue; none at all where the light stayed as it was.
Gains: TypeAlias = tuple[float, float, float] | tuple[()]
NOT_READ = Header()


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A photo that was taken in: its ``name`` in the delivery, its ``place`` below the watched folder as the system
    writes it, its stamp (none where nobody noted it), content and header, and the ``gains`` that it was given (none
    where nobody noted them)."""

    name: str
    place: str
    stamp: Stamp | None
    sha256: str
    header: Header = NOT_READ
    gains: Gains | None = None

    def path(self, folder: Path) -> str:
        """Where it lies in the watched ``folder``, or would."""
        return str(folder / self.place)

    def found(self, folder: Path) -> Found:
        """The photo as a walk would find it, if it were there."""
        folders = tuple(printable(part) for part in Path(self.place).parts[:-1])
        return Found(folder / self.place, self.name, folders, self.header)


TAKEN: TypeAdapter[list[Taken]] = TypeAdapter(list[Taken])


def read(out: Path) -> dict[str, Taken]:
    """The photos that the delivery ``out`` is made of, by name: those of its manifest, which rules, with what an
    earlier watch noted about them. Of one that was delivered without a watch only name and content are known."""
    noted = {each.name: each for each in _noted(out / FILE)}
    taken: dict[str, Taken] = {}
    for row in listed(out / MANIFEST, MANIFEST_SCHEMA):
        name, sha256 = str(row.get("source") or ""), str(row.get("source_sha256") or "")
        known = noted.get(name)
        if known and sha256 in ("", known.sha256):
            taken[name] = known
        elif name and sha256 and row.get("state") not in LOST:
            taken[name] = Taken(name=name, place=name.replace("/", os.sep), stamp=None, sha256=sha256)
    return taken


def has_corrections(out: Path) -> bool:
    """Whether a person's corrections are in pictures of the delivery ``out``."""
    return any(row.get("corrections") for row in listed(out / MANIFEST, MANIFEST_SCHEMA))


def write(out: Path, taken: Mapping[str, Taken]) -> None:
    """Notes what was ``taken``.

    Raises:
        OutputError: the disk does not take it.
    """
    photos = TAKEN.dump_python([taken[name] for name in sorted(taken)], mode="json")
    lines = ",\n".join(json.dumps(each) for each in photos)
    store.write_atomic(out / FILE, f'{{"schema": {SCHEMA}, "photos": [\n{lines}\n]}}\n'.encode())


def _noted(path: Path) -> Sequence[Taken]:
    try:
        content: Any = json.loads(path.read_bytes())
        return TAKEN.validate_python(content["photos"]) if content["schema"] == SCHEMA else ()
    except (OSError, ValueError, KeyError, TypeError, ValidationError):  # none, or damaged: photos are read again
        return ()
