"""A corrections file is read: JSON, of one photo or of many, checked as a whole before anything of it is used."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from whitecove.core.corrections.problems import problems
from whitecove.core.corrections.schema import FileTable
from whitecove.core.corrections.text import SCHEMA, Entry
from whitecove.core.errors import PlanError

# Larger files are no corrections: a day's strokes are some megabytes.
LARGEST = 100_000_000
NAMED_AT_MOST = 30


class _NoCorrectionsError(ValueError):
    """What makes a text no corrections, as a phrase."""


def read(path: Path) -> tuple[Entry, ...]:
    """The photos of the corrections file at ``path``.

    Raises:
        PlanError: it cannot be read, or has mistakes (all are named).
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        content = _parsed(data)
    except OSError as error:
        raise _unreadable(path, error.strerror or type(error).__name__) from error
    except _NoCorrectionsError as error:
        raise _unreadable(path, str(error)) from error
    try:
        table = FileTable.model_validate(content)
    except ValidationError as error:
        found = problems(error, content)
        rest = len(found) - NAMED_AT_MOST
        lines = [*found[:NAMED_AT_MOST], *([f"and {rest} more"] if rest > 0 else [])]
        listed = "".join(f"\n  {line}" for line in lines)
        raise PlanError("corrections.wrong", file=path.name, problems=listed) from error
    return tuple(Entry(photo=each.photo, corrections=each.corrections()) for each in table.photos)


def _unreadable(path: Path, problem: str) -> PlanError:
    return PlanError("corrections.unreadable", file=path.name, problem=problem)


def _parsed(data: bytes) -> object:
    if len(data) > LARGEST:
        raise _NoCorrectionsError(f"it has more than {LARGEST // 1_000_000} MB")
    if not data.strip():
        raise _NoCorrectionsError("it is empty")
    try:
        content = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except _NoCorrectionsError:
        raise
    except UnicodeDecodeError as error:
        raise _NoCorrectionsError("it is not text in UTF-8") from error
    except RecursionError as error:
        raise _NoCorrectionsError("its lists are too deep in each other") from error
    except ValueError as error:
        raise _NoCorrectionsError(f"it is no JSON ({error})") from error
    if not isinstance(content, dict) or "photos" not in content:
        raise _NoCorrectionsError(f'it must have "schema": {SCHEMA} and a list of "photos"')
    return content


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """A JSON object, none of whose keys may stand twice: only one of the two would count, and nobody would know."""
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _NoCorrectionsError(f'"{twice}" stands twice in one object')
    return content
