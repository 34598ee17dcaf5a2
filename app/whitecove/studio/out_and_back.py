"""A photo that is edited in another program: where it goes, what takes its place when it comes back, and with what."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from whitecove import paths
from whitecove.core.corrections.values import Corrections
from whitecove.core.model import State
from whitecove.studio.items import Shot
from whitecove.studio.session import Session

# Below the folder of projects: what is out, by the mark of whom it is out from; and what came back, for projects.
OUT, BACK = "out", "edited"
SUFFIX = ".tif"
LONGEST_STEM = 60


@dataclass(frozen=True, slots=True)
class Version:
    """A state of a photo: its ``file``, the one that this stands for (None: itself), and what is corrected in it."""

    file: Path
    stands_for: Path | None
    corrections: Corrections | None


def version_of(shot: Shot) -> Version:
    """The state that a photo is in."""
    return Version(shot.photo.path, shot.stands_for, shot.corrections)


def came_back(shot: Shot, file: Path, size: tuple[int, int]) -> Version:
    """The state of a photo that was edited and is ``file`` now, upright of ``size``. What was drawn, its light and how
    it was cut out are in that file; how it is turned, and what it is made into, are not."""
    return Version(file, Path(shot.origin), _left(shot.corrections, size) if shot.corrections else None)


def place_for(shot: Shot, mark: str) -> Path:
    """The file that a photo is edited in: for one ``mark``, which a project in a window has for itself, always the same
    one, and never beside the originals."""
    stem = Path(shot.origin).stem.encode("utf-8", "replace").decode("utf-8", "replace")[:LONGEST_STEM]
    return paths.projects_dir() / OUT / mark / _mark(shot) / f"{stem.strip()}{SUFFIX}"


def folder_for(shot: Shot) -> Path:
    """Where the states of a photo are kept that came back."""
    return paths.projects_dir() / BACK / _mark(shot)


def goes_as_it_is(shot: Shot) -> bool:
    """Whether it came back and nothing that an edited file holds was changed since: then it goes out again with all
    that the other program put into it, such as layers."""
    drawn = shot.corrections
    return shot.stands_for is not None and (drawn is None or _left(drawn, (drawn.width, drawn.height)) == drawn)


def find(session: Session, origin: str) -> Shot | None:
    """The photo that came in with the key ``origin``, whatever stands for it by now."""
    shot = session.shots.get(origin)
    return shot or next((each for each in session.shots.values() if each.origin == origin), None)


def swap(session: Session, key: str, version: Version) -> str:
    """Brings the photo ``key`` into another state, and gives its key. What was made of it before is shown until it is
    prepared again."""
    shot = session.shots[key]
    shot.photo, shot.size = replace(shot.photo, path=version.file), None
    shot.stands_for, shot.corrections = version.stands_for, version.corrections
    made = None if shot.changed else shot.result
    shot.state, shot.reason = (made.state, made.reason) if made else (State.WAITING, "")
    session.shots = {each.key: each for each in session.shots.values()}
    session.looked.discard(key)
    product = session.products[shot.sku]
    product.keys = [shot.key if each == key else each for each in product.keys]
    session.reindex()
    return shot.key


def _left(corrections: Corrections, size: tuple[int, int]) -> Corrections | None:
    """What of ``corrections`` holds for a file that has the rest in it."""
    adjust = replace(corrections.adjust, exposure=0.0, white_point=None, engine=None)
    left = Corrections(width=size[0], height=size[1], steps=(), adjust=adjust)
    return None if left.is_empty else left


def _mark(shot: Shot) -> str:
    return hashlib.sha256(shot.origin.encode("utf-8", "surrogatepass")).hexdigest()[:16]
