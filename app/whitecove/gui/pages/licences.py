"""What Whitecove is made with, and under which licences: `packaging/make_docs.py` derives the list."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from whitecove import paths


@dataclass(frozen=True, slots=True)
class Licence:
    """A package, its licence as SPDX writes it, and what is to be said of it."""

    package: str
    licence: str
    note: str


@cache
def licences() -> tuple[Licence, ...]:
    """All packages, by name."""
    return tuple(_read())


def _read() -> Iterator[Licence]:
    with (paths.resources() / "licences.tsv").open(encoding="utf-8", newline="") as file:
        for package, licence, note in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Licence(package, licence, note)
