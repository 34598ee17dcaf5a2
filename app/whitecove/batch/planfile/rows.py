"""One row of a plan file: what a person wrote, and what is meant by it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch.naming.names import printable
from whitecove.batch.planfile import paths
from whitecove.batch.planfile.meanings import ROLES, TAGS, meant, role_of, tags_of
from whitecove.batch.spreadsheet import SHORTENED
from whitecove.core.model import Role, Tag

SKIP = "skip"
LEFT_OUT = frozenset({SKIP, "-", "–", "—"})
HIGHEST = 99_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row as it was written; ``where`` says where it stands (``line 3``)."""

    where: str
    photo: str
    sku: str = ""
    variant: str = ""
    role: str = ""
    tags: str = ""
    order: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row that was understood. ``role`` is none where the photo is left out, ``order`` where nothing was said."""

    row: Row
    path: Path
    sku: str
    variant: str
    role: Role | None
    tags: tuple[Tag, ...] = ()
    order: float | None = None


def entry_of(row: Row, folder: Path) -> tuple[Entry | None, list[str]]:
    """What a row of a plan file in ``folder`` says, or, where it cannot be understood, everything that is wrong with
    it, a phrase each."""
    problems = list(_problems(row))
    if problems:
        return None, problems
    role, implied = (None if _left_out(row) else role_of(row.role)) or (None, None)
    tags = (*tags_of(row.tags)[0], *([implied] if implied else []))
    entry = Entry(
        row=row,
        path=paths.found(row.photo, folder),
        sku=printable(row.sku),
        variant=printable(row.variant),
        role=role,
        tags=tuple(dict.fromkeys(tags)) if role else (),
        order=_number(row.order) if role else None,
    )
    return entry, []


def _left_out(row: Row) -> bool:
    """Whether the photo takes no part. One that is unused, but of no product, is kept aside from nothing."""
    if row.role.casefold() in LEFT_OUT:
        return True
    said = role_of(row.role)
    return said is not None and said[0] is Role.UNUSED and not row.sku


def _problems(row: Row) -> Iterator[str]:
    if not row.photo:
        yield "no photo is named"
    elif not _can_be_a_name(row.photo):
        yield f"no file here can be called {printable(row.photo)}"
    if _left_out(row):
        return
    yield from _role_problems(row.role)
    for word in tags_of(row.tags)[1]:
        yield f'there is no tag "{word}"{meant(word, TAGS)}'
    if not row.sku:
        yield "the sku is empty"
    for what, text in (("sku", row.sku), ("variant", row.variant)):
        if SHORTENED.match(text):
            yield f"the {what} {text} is a long number that the spreadsheet shortened; write it as text"
    if row.order and _number(row.order) is None:
        yield f'the order "{row.order}" is no number'


def _can_be_a_name(photo: str) -> bool:
    """Whether this system can have a file of that name: half a character, which Windows allows, others cannot."""
    try:
        os.fsencode(paths.unescaped(photo))
    except UnicodeEncodeError:
        return False
    return True


def _role_problems(said: str) -> Iterator[str]:
    if not said:
        yield f"the role is empty (write {SKIP} to leave the photo out)"
    elif role_of(said) is None:
        yield f'there is no role "{said}"{meant(said.casefold(), (*ROLES, SKIP))}'


def _number(text: str) -> float | None:
    """``3``, ``3.0`` or ``3,0``; a number in between (``2.5``) puts a photo between two others."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number <= HIGHEST else None
