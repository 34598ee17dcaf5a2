"""The rows of a plan file, whatever its form, checked as a whole and made into listings.

What is harmless is taken as it is meant; what could put a picture under the wrong product or in the wrong place is a
problem, and all problems are found before any is reported.
"""

from __future__ import annotations

import itertools
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from whitecove.batch.grouping.names import OWN_START
from whitecove.batch.grouping.roles import ORDER
from whitecove.batch.naming.names import collision_key, natural_key, printable
from whitecove.batch.planfile import paths
from whitecove.batch.planfile.rows import Entry, Row, entry_of
from whitecove.batch.results import Skipped
from whitecove.core.messages import sentence
from whitecove.core.model import Listing, Photo, Role, Variant

# What is wrong in a row, as a phrase.
Problem: TypeAlias = tuple[Row, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What the rows of a plan file come to. Where there are ``problems``, there is nothing else."""

    listings: tuple[Listing, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[str, ...] = ()


def table_of(rows: Iterable[Row], folder: Path, *, card: str) -> Table:
    """The listings of ``rows`` in a plan file in ``folder``, in the order of their first rows. With ``card`` (a
    profile's) ``variant``, each variant has a main picture and an order of its own.

    Photos marked ``skip`` and unused ones of no product are skipped. A photo that is missing on disk stays in its
    listing, where it fails when it is read: a drive that is not connected must not make a smaller delivery.
    """
    rows = list(rows)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for row in rows:
        entry, wrong = entry_of(row, folder)
        problems += [(row, problem) for problem in wrong]
        entries += [entry] if entry else []
    used = [entry for entry in entries if entry.role]
    problems += [*_no_files(used), *_twice(used), *_spelled_in_two_ways(used), *_two_mains(used, card)]
    problems += [*_two_of_a_variant(used), *_same_place(used, card)]
    if problems:
        place = {id(row): number for number, row in enumerate(rows)}
        problems.sort(key=lambda problem: place[id(problem[0])])
        return Table(problems=tuple(f"{row.where}: {text}" for row, text in problems))
    top = _top(entries)
    return Table(listings=tuple(_listings(used, top)), skipped=tuple(_skipped(entries, top)))


def _no_files(used: Iterable[Entry]) -> Iterator[Problem]:
    """Folders, devices and the like: to open some of them is to wait forever."""
    for entry in used:
        try:
            is_file = stat.S_ISREG(entry.path.stat().st_mode)
        except OSError:
            continue
        if not is_file:
            yield entry.row, f"{entry.row.photo} is no ordinary file"


def _twice(used: Iterable[Entry]) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry in used:
        other = first.setdefault(os.path.normcase(os.path.realpath(entry.path)), entry)
        if other is not entry:
            yield entry.row, f"{entry.row.photo} is listed already ({other.row.where})"


def _spelled_in_two_ways(used: Iterable[Entry]) -> Iterator[Problem]:
    """Names that many file systems take for one, though a person may have meant two."""
    first: dict[tuple[str, ...], tuple[str, Entry]] = {}
    for entry in used:
        sku, variant = collision_key(entry.sku), collision_key(entry.variant)
        for key, text in (((sku,), entry.sku), ((sku, variant), entry.variant)):
            other, there = first.setdefault(key, (text, entry))
            if other != text:
                yield entry.row, f"{text} is written {other} elsewhere ({there.row.where})"


def _two_mains(used: Iterable[Entry], card: str) -> Iterator[Problem]:
    first: dict[tuple[str, ...], Entry] = {}
    for entry in used:
        if entry.role is Role.MAIN:
            of_card = _card(entry, card)
            other = first.setdefault(of_card, entry)
            if other is not entry:
                hint = "" if entry.variant == other.variant else "; pages for each variant need another --profile"
                yield entry.row, f"{' '.join(of_card)} has a main picture already ({other.row.where}){hint}"


def _two_of_a_variant(used: Iterable[Entry]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Entry] = {}
    for entry in used:
        if entry.role is Role.VARIANT and entry.variant:
            other = first.setdefault((entry.sku, entry.variant), entry)
            if other is not entry:
                what = f"{entry.sku} {entry.variant}"
                yield entry.row, f"{what} has a variant picture already ({other.row.where})"


def _same_place(used: Iterable[Entry], card: str) -> Iterator[Problem]:
    """Only details have places that can clash: the main picture is the first, whatever its number."""
    first: dict[tuple[object, ...], Entry] = {}
    for entry in used:
        if entry.role is Role.DETAIL and entry.order is not None:
            of_card = _card(entry, card)
            other = first.setdefault((*of_card, entry.order), entry)
            if other is not entry:
                what = " ".join(of_card)
                yield entry.row, f"order {entry.order:g} of {what} is taken already ({other.row.where})"


def _card(entry: Entry, card: str) -> tuple[str, ...]:
    return (entry.sku, entry.variant) if card == "variant" and entry.variant else (entry.sku,)


def _skipped(entries: Iterable[Entry], top: Path | None) -> Iterator[Skipped]:
    for entry in entries:
        if entry.role is None:
            # A row of no product was skipped when the plan was made, and why still holds.
            earlier = entry.row.reason if not entry.sku else ""
            yield Skipped(name=_name(entry, top), reason=earlier or sentence("skip.plan"))


def _listings(used: Sequence[Entry], top: Path | None) -> Iterator[Listing]:
    names = _unique_names(used, top)
    for of_listing in _gathered(used, lambda entry: entry.sku):
        photos = {
            entry.path: Photo(
                path=entry.path,
                name=names[entry.path],
                role=entry.role or Role.UNUSED,
                order=order,
                tags=entry.tags,
            )
            for order, entry in enumerate(sorted(of_listing, key=_place), 1)
        }
        variants = (
            Variant(name=same[0].variant, photos=tuple(photos[entry.path] for entry in sorted(same, key=_place)))
            for same in sorted(_gathered(of_listing, lambda entry: entry.variant), key=_variant_place)
        )
        yield Listing(sku=of_listing[0].sku, variants=tuple(variants))


def _variant_place(same: Sequence[Entry]) -> tuple[int, object]:
    """As grouping orders variants, whatever the order of the rows: as an earlier delivery numbered them, then by their
    names."""
    own = OWN_START.match(same[0].path.stem)
    return int(own["number"]) if own else 0, natural_key(same[0].variant)


def _place(entry: Entry) -> tuple[int, float]:
    """Main pictures first; then as was said, those without a number behind, in the order of their rows."""
    rank = ORDER[entry.role or Role.UNUSED]
    return rank, float("inf") if entry.order is None else entry.order


def _gathered(entries: Iterable[Entry], key: Callable[[Entry], str]) -> list[list[Entry]]:
    held: dict[str, list[Entry]] = {}
    for entry in entries:
        held.setdefault(key(entry), []).append(entry)
    return list(held.values())


def _unique_names(used: Iterable[Entry], top: Path | None) -> dict[Path, str]:
    """The name of each photo, with a counter behind names that others have too."""
    names: dict[Path, str] = {}
    taken: set[str] = set()
    for entry in sorted(used, key=lambda entry: os.fsencode(entry.path)):
        plain = _name(entry, top)
        numbered = (f"{plain} [{count}]" for count in itertools.count(2))
        names[entry.path] = next(name for name in itertools.chain([plain], numbered) if name not in taken)
        taken.add(names[entry.path])
    return names


def _name(entry: Entry, top: Path | None) -> str:
    """Where a photo lies as seen from the plan file or, if it lies elsewhere, from ``top``: lists of a delivery hold
    nothing of how a disk is laid out."""
    if not paths.is_whole(entry.row.photo):
        return printable(paths.unescaped(entry.row.photo).replace("\\", "/")).removeprefix("../")
    return printable(entry.path.relative_to(top).as_posix() if top else entry.path.name)


def _top(entries: Iterable[Entry]) -> Path | None:
    """The deepest folder that holds all photos whose whole path is given; none where there is no such folder."""
    folders = [entry.path.parent for entry in entries if paths.is_whole(entry.row.photo)]
    try:
        return Path(os.path.commonpath(folders)) if folders else None
    except ValueError:
        return None
