"""A photo that is edited in another program: where it goes, and how it takes the photo's place when it comes back."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from whitecove import paths
from whitecove.core.corrections.values import Corrections
from whitecove.core.model import State
from whitecove.studio.items import Shot
from whitecove.studio.session import Session

FOLDER = "edited"
SUFFIX = ".tif"
LONGEST_STEM = 60


def place_for(shot: Shot) -> Path:
    """The file that a photo is edited in: always the same one, and never beside the originals."""
    mark = hashlib.sha256(shot.key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    stem = shot.photo.path.stem.encode("utf-8", "replace").decode("utf-8", "replace")[:LONGEST_STEM]
    return paths.projects_dir() / FOLDER / f"{stem}-{mark}{SUFFIX}"


def is_edited(shot: Shot) -> bool:
    """Whether the photo is one that came back already."""
    return shot.photo.path.parent == paths.projects_dir() / FOLDER


def swap(session: Session, key: str, file: Path, corrections: Corrections | None) -> str:
    """Lets ``file`` take the place of the photo ``key``, with ``corrections`` of its own, and gives its key. What was
    made of the photo is shown until it is prepared again."""
    shot = session.shots.pop(key)
    shot.photo = replace(shot.photo, path=file)
    shot.corrections, shot.state, shot.reason = corrections, State.WAITING, ""
    session.shots[shot.key] = shot
    product = session.products[shot.sku]
    product.keys = [shot.key if each == key else each for each in product.keys]
    product.edited = True
    session.reindex()
    return shot.key
