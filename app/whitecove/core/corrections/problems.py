"""What is wrong with a corrections file, each as a line that a person can act on: where, which key, and what."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from whitecove.core.corrections.schema import KINDS

# What a list's items are called where one is wrong.
ITEMS = {"photos": "photo", "steps": "step", "points": "point", "outline": "corner", "white_point": "gain"}
PHRASES = {
    "bool_type": "must be true or false",
    "extra_forbidden": "is not known here",
    "finite_number": "must be a finite number",
    "float_type": "must be a number",
    "int_type": "must be a whole number",
    "missing": "is missing",
    "model_attributes_type": "must be an object",
    "model_type": "must be an object",
    "string_pattern_mismatch": "must be 64 hexadecimal digits in lower case",
    "string_too_short": "must not be empty",
    "string_type": "must be text",
    "string_unicode": "must be text, with what UTF-8 cannot carry written as \\xNN",
    "tuple_type": "must be a list",
    "union_tag_not_found": "kind is missing",
}


def problems(error: ValidationError, content: object) -> list[str]:
    """A line for each problem that ``error`` found in ``content``, in the order of the file."""
    details = error.errors()
    places = [detail["loc"] for detail in details]
    # A list is also called too short where one of its items is wrong: that is no second mistake.
    return [
        _line(detail, content)
        for detail in details
        if detail["type"] != "too_short" or not any(_is_below(place, detail["loc"]) for place in places)
    ]


def _is_below(place: tuple[int | str, ...], above: tuple[int | str, ...]) -> bool:
    return len(place) > len(above) and place[: len(above)] == above


def _line(detail: ErrorDetails, content: object) -> str:
    place, key = _place(detail["loc"], content)
    said = " ".join(filter(None, (key, _phrase(detail))))
    return f"{', '.join(place)}: {said}" if place else said


def _phrase(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in PHRASES:
        return PHRASES[kind]
    if kind == "union_tag_invalid":
        given = str(context.get("tag"))
        close = difflib.get_close_matches(given, KINDS, n=1)
        return f"kind {given} is not known ({f'did you mean {close[0]}?' if close else 'use ' + ', '.join(KINDS)})"
    if kind == "too_short":
        return f"must have at least {context.get('min_length')}, not {context.get('actual_length')}"
    if kind == "too_long":
        return f"must have at most {context.get('max_length')}"
    return detail["msg"].removeprefix("Value error, ").removeprefix("Input ").replace("should", "must", 1)


def _place(location: tuple[int | str, ...], content: object) -> tuple[list[str], str]:
    """Where a problem is, in words with counts from 1, and the key that it is about."""
    place: list[str] = []
    key = ""
    for part in _of_file(location):
        if isinstance(part, int):
            content = content[part] if isinstance(content, list) and part < len(content) else None
            name = content.get("photo") if isinstance(content, dict) else None
            named = f" ({name})" if isinstance(name, str) and name else ""
            place.append(f"{ITEMS.get(key, 'number')} {part + 1}{named}")
            key = ""
        else:
            key, content = part, content.get(part) if isinstance(content, dict) else None
    return place, key


def _of_file(location: tuple[int | str, ...]) -> Iterator[int | str]:
    """``location`` without the kind of a step, which stands behind the step's number but is none of its keys."""
    for number, part in enumerate(location):
        if not (number == 4 and part in KINDS):
            yield part
