"""One row of a plan file: what a person wrote, and what is meant by it."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from whitecove.batch.naming.names import printable
from whitecove.batch.planfile import paths
from whitecove.batch.planfile.spreadsheet import SHORTENED
from whitecove.core.model import Role, Tag

SKIP = "skip"
LEFT_OUT = frozenset({SKIP, "-", "–", "—"})
HIGHEST = 99_999
_ROLES = tuple(role.value for role in Role)
_TAGS = tuple(tag.value for tag in Tag)
_BETWEEN_TAGS = re.compile(r"[\s,;/|+]+")
_CLOSE_UP = re.compile(r"close[\s_]?up")


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
    role = None if _left_out(row) else Role(row.role.casefold())
    entry = Entry(
        row=row,
        path=paths.found(row.photo, folder),
        sku=printable(row.sku),
        variant=printable(row.variant),
        role=role,
        tags=tuple(Tag(word) for word in _tag_words(row.tags)) if role else (),
        order=_number(row.order) if role else None,
    )
    return entry, []


def _left_out(row: Row) -> bool:
    """Whether the photo takes no part. One that is unused, but of no product, is kept aside from nothing."""
    said = row.role.casefold()
    return said in LEFT_OUT or (said == Role.UNUSED and not row.sku)


def _problems(row: Row) -> Iterator[str]:
    if not row.photo:
        yield "no photo is named"
    elif not _can_be_a_name(row.photo):
        yield f"no file here can be called {printable(row.photo)}"
    if _left_out(row):
        return
    yield from _role_problems(row.role)
    for word in _tag_words(row.tags):
        if word not in _TAGS:
            yield f'there is no tag "{word}"{_meant(word, _TAGS)}'
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
    elif said.casefold() not in _ROLES:
        yield f'there is no role "{said}"{_meant(said.casefold(), (*_ROLES, SKIP))}'


def _meant(word: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1)
    return f" (did you mean {close[0]}?)" if close else f" (use {', '.join(known)})"


def _tag_words(text: str) -> list[str]:
    words = _BETWEEN_TAGS.split(_CLOSE_UP.sub(Tag.CLOSE_UP, text.casefold()))
    return list(dict.fromkeys(word for word in words if word))


def _number(text: str) -> float | None:
    """``3``, ``3.0`` or ``3,0``; a number in between (``2.5``) puts a photo between two others."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number <= HIGHEST else None
