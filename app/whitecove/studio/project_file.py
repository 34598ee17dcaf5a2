"""A project as a file, ``NAME.whitecove``: what was given, how it is arranged, what was corrected, and where to.

What became of the photos is not in it: the delivery folder remembers that, and preparing again takes it as it is.
Paths are kept both as they are and seen from the file, so that a project that moves with its photos still finds them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from whitecove.core.corrections.text import Entry
from whitecove.core.corrections.text import written as corrections_text
from whitecove.core.corrections.values import Corrections
from whitecove.core.errors import PlanError
from whitecove.core.model import Photo, Role, Tag
from whitecove.core.options import Options, problems, with_values
from whitecove.studio.items import Product, Shot
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
        "inputs": [_place(path, folder) for path in session.inputs],
        "out": _place(session.out, folder) if session.out else None,
        "skipped": [list(each) for each in session.skipped],
        "details": session.details,
        "card": session.card,
        "removed": [_place(Path(key), folder) for key in sorted(session.removed)],
    }
    settled = [product for product in session.products.values() if not product.provisional]
    products = ",".join(f"\n {json.dumps(_product(session, each, folder))}" for each in settled)
    drawn = [(number, shot.corrections) for number, shot in enumerate(session.shots.values()) if shot.corrections]
    made = json.loads(corrections_text(Entry(photo=str(number), corrections=each) for number, each in drawn))
    keys = {str(number): list(session.shots)[number] for number, _ in drawn} if drawn else {}
    corrections = {"file": made if drawn else None, "keys": keys}
    text = json.dumps(head).removesuffix("}")
    return f'{text}, "corrections": {json.dumps(corrections)}, "products": [{products}\n]}}\n'.encode()


def read(path: Path) -> Session:
    """The project in the file at ``path``, all its photos waiting. Photos that are gone are in it all the same.

    Raises:
        PlanError: it cannot be read, is no project, or one of a later version.
    """
    try:
        with path.open("rb") as file:
            content = json.loads(file.read(LARGEST))
        if not isinstance(content, dict) or not isinstance(content.get("schema"), int):
            raise _unreadable(path, "it is no project")
        if content["schema"] > SCHEMA:
            raise PlanError("studio.project_newer", file=path.name)
        return _session(content, path.parent)
    except OSError as error:
        raise _unreadable(path, error.strerror or type(error).__name__) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unreadable(path, "it is damaged") from error


def _session(content: Mapping[str, Any], folder: Path) -> Session:
    session = Session()
    known = {field.name for field in fields(Options)}
    kept = {key: value for key, value in content["options"].items() if key in known and not problems({key: value})}
    session.options = with_values(Options(), kept)
    session.inputs = tuple(_found(each, folder) for each in content["inputs"])
    session.out = _found(content["out"], folder) if content["out"] else None
    session.removed = {str(_found(each, folder)) for each in content.get("removed", ())}
    session.skipped = tuple((str(name), str(reason)) for name, reason in content.get("skipped", ()))
    session.details = int(content.get("details", session.details))
    session.card = str(content.get("card", session.card))
    by_old_key: dict[str, Shot] = {}
    for entry in content["products"]:
        by_old_key |= _take(session, entry, folder)
    for key, made in _corrections(content["corrections"]):
        if key in by_old_key:
            by_old_key[key].corrections = made
    session.reindex()
    return session


def _corrections(content: Mapping[str, Any]) -> Iterator[tuple[str, Corrections]]:
    """What was corrected, by the key that the photo had."""
    if content["file"] is None:
        return
    from whitecove.core.corrections.schema import FileTable

    for each in FileTable.model_validate(content["file"]).photos:
        yield content["keys"][each.photo], each.corrections()


def _product(session: Session, product: Product, folder: Path) -> dict[str, Any]:
    return {
        "sku": product.sku,
        "edited": product.edited,
        "photos": [_photo(session.shots[key], folder) for key in product.keys],
    }


def _photo(shot: Shot, folder: Path) -> dict[str, Any]:
    photo = shot.photo
    return {
        "at": _place(photo.path, folder),
        "name": photo.name,
        "role": photo.role.value,
        "order": photo.order,
        "variant": shot.variant,
        "tags": [tag.value for tag in photo.tags],
        "reasons": list(photo.reasons),
    } | ({"stands_for": _place(shot.stands_for, folder)} if shot.stands_for else {})


def _take(session: Session, entry: Mapping[str, Any], folder: Path) -> dict[str, Shot]:
    """Takes in a product, and gives its photos by the keys that they had."""
    sku = str(entry["sku"])
    product = Product(sku=sku, edited=bool(entry["edited"]))
    taken: dict[str, Shot] = {}
    for each in entry["photos"]:
        photo = Photo(
            path=_found(each["at"], folder),
            name=str(each["name"]),
            role=Role(each["role"]),
            order=int(each["order"]),
            tags=tuple(Tag(tag) for tag in each["tags"]),
            reasons=tuple(map(str, each["reasons"])),
        )
        shot = Shot(photo=photo, sku=sku, variant=str(each["variant"]))
        shot.stands_for = _found(each["stands_for"], folder) if "stands_for" in each else None
        session.shots[shot.key] = taken[str(each["at"][0])] = shot
        product.keys.append(shot.key)
    session.products[sku] = product
    return taken


def _place(path: Path, folder: Path) -> list[str]:
    """Where a file lies, and the same seen from ``folder`` where there is a way."""
    whole = os.fspath(path)
    above, name = os.path.split(whole)
    beside = _way(above, os.fspath(folder))
    return [whole, f"{beside}/{name}" if beside else ""]


@lru_cache(maxsize=1024)
def _way(folder: str, start: str) -> str:
    """How one gets from ``start`` to ``folder``, with forward slashes; empty between two drives."""
    try:
        return Path(os.path.relpath(folder, start)).as_posix()
    except ValueError:
        return ""


def _found(place: list[str], folder: Path) -> Path:
    """The file that is meant: where it lay, else where it lies seen from the project."""
    whole, beside = Path(place[0]), place[1]
    if beside and not whole.exists():
        near = Path(os.path.normpath(folder / beside))
        if near.exists():
            return near
    return whole


def _unreadable(path: Path, problem: str) -> PlanError:
    return PlanError("studio.project_unreadable", file=path.name, problem=problem)
