"""A project as a file, ``NAME.whitecove``: what was given, how it is arranged, what was corrected, and where to.

What became of the photos is not in it: the delivery folder remembers that, and preparing again takes it as it is.
Paths are kept both as they are and seen from the file, so that a project that moves with its photos still finds them.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from whitecove.core.corrections.text import Entry
from whitecove.core.corrections.text import written as corrections_text
from whitecove.core.errors import PlanError
from whitecove.core.options import Options
from whitecove.studio.items import Product, Shot
from whitecove.studio.places import Finder, place
from whitecove.studio.session import Session

SCHEMA = 1
SUFFIX = ".whitecove"
LARGEST = 200_000_000


def written(session: Session, folder: Path) -> bytes:
    """The project file of ``session`` for a place in ``folder``: JSON, a product a line."""
    default = asdict(Options())
    head = {
        "schema": SCHEMA,
        "options": {key: value for key, value in asdict(session.options).items() if value != default[key]},
        "inputs": [place(path, folder) for path in session.inputs],
        "out": place(session.out, folder) if session.out else None,
        "skipped": [list(each) for each in session.skipped],
        "details": session.details,
        "card": session.card,
        "removed": [place(Path(key), folder) for key in sorted(session.removed)],
    }
    settled = [product for product in session.products.values() if not product.provisional]
    products = ",".join(f"\n {json.dumps(_product(session, each, folder))}" for each in settled)
    drawn = [(number, shot.corrections) for number, shot in enumerate(session.shots.values()) if shot.corrections]
    made = json.loads(corrections_text(Entry(photo=str(number), corrections=each) for number, each in drawn))
    keys = {str(number): list(session.shots)[number] for number, _ in drawn} if drawn else {}
    corrections = {"file": made if drawn else None, "keys": keys}
    text = json.dumps(head).removesuffix("}")
    return f'{text}, "corrections": {json.dumps(corrections)}, "products": [{products}\n]}}\n'.encode()


@dataclass(frozen=True, slots=True)
class Read:
    """A project as it was read, all its photos waiting. ``notes`` are sentences on what was left out of it."""

    session: Session
    notes: tuple[str, ...] = ()


def read(path: Path, hosts: Collection[str] | None = ()) -> Read:
    """The project in the file at ``path``. Photos that are gone are in it all the same. The file may be a stranger's:
    other computers than ``hosts`` and that of the file are not asked for photos (None: it is none, all are).

    Raises:
        PlanError: it cannot be read, is no project, or one of a later version.
    """
    from whitecove.studio.project_reading import Reading
    from whitecove.studio.project_tables import ProjectTable

    try:
        with path.open("rb") as file:
            content = json.loads(file.read(LARGEST))
        if not isinstance(content, dict) or not isinstance(content.get("schema"), int):
            raise _unreadable(path, "it is no project")
        if content["schema"] > SCHEMA:
            raise PlanError("studio.project_newer", file=path.name)
        reading = Reading(Finder(path.parent, hosts))
        return Read(reading.session(ProjectTable.model_validate(content)), reading.notes())
    except OSError as error:
        raise _unreadable(path, error.strerror or type(error).__name__) from error
    except (ValueError, RecursionError) as error:
        raise _unreadable(path, "it is damaged") from error


def _product(session: Session, product: Product, folder: Path) -> dict[str, Any]:
    return {
        "sku": product.sku,
        "edited": product.edited,
        "photos": [_photo(session.shots[key], folder) for key in product.keys],
    }


def _photo(shot: Shot, folder: Path) -> dict[str, Any]:
    photo = shot.photo
    return {
        "at": place(photo.path, folder),
        "name": photo.name,
        "role": photo.role.value,
        "order": photo.order,
        "variant": shot.variant,
        "tags": [tag.value for tag in photo.tags],
        "reasons": list(photo.reasons),
    } | ({"stands_for": place(shot.stands_for, folder)} if shot.stands_for else {})


def _unreadable(path: Path, problem: str) -> PlanError:
    return PlanError("studio.project_unreadable", file=path.name, problem=problem)
