"""A TOML file that a person wrote, with some of its keys set or taken out, and every other line as it was."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence

_TABLE = re.compile(r"[ \t]*\[")
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")


def written(value: object) -> str:
    """A text, number, truth, list or mapping of these, as it stands behind the equals sign, on one line.

    Raises:
        TypeError: TOML has no such value.
    """
    if isinstance(value, bool | str):
        return _quoted(value) if isinstance(value, str) else json.dumps(value)
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(str(key))} = {written(each)}" for key, each in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, Sequence):
        return f"[{', '.join(written(each) for each in value)}]"
    raise TypeError(f"{type(value).__name__} cannot be written")


def edited(text: str, changes: Mapping[str, object]) -> str:
    """``text`` with the top-level keys of ``changes`` set to their values, or taken out where that is None.

    Raises:
        ValueError: ``text`` is no TOML, or a key stands in it in a way that cannot be edited.
    """
    wanted = {key: value for key, value in tomllib.loads(text).items() if key not in changes}
    for key, value in changes.items():
        text = _without(text, key)
        if value is not None:
            text = _with(text, f"{_key(key)} = {written(value)}")
            wanted[key] = tomllib.loads(f"value = {written(value)}")["value"]
    if tomllib.loads(text) != wanted:
        raise ValueError(f"the line {', '.join(changes)} was not found")
    return text


def _key(key: str) -> str:
    return key if _PLAIN.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    """As JSON writes it, but for the one sign that JSON takes and TOML does not."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _without(text: str, key: str) -> str:
    """The value of a key may go over several lines: as many are taken out as make the rest what it was."""
    before = tomllib.loads(text)
    if key not in before:
        return text
    del before[key]
    lines = text.splitlines(keepends=True)
    head = re.compile(rf"[ \t]*(?:{re.escape(key)}|\"{re.escape(key)}\")[ \t]*[=.]")
    for start in (number for number, line in enumerate(lines) if head.match(line)):
        for end in range(start + 1, len(lines) + 1):
            rest = "".join((*lines[:start], *lines[end:]))
            if _parsed(rest) == before:
                return rest
    raise ValueError(f"the line {key} was not found")


def _with(text: str, line: str) -> str:
    """Keys of their own stand before the first table."""
    lines = text.splitlines(keepends=True)
    place = next((number for number, each in enumerate(lines) if _TABLE.match(each)), len(lines))
    while place and not lines[place - 1].strip():
        place -= 1
    if place and not lines[place - 1].endswith("\n"):
        lines[place - 1] += "\n"
    return "".join((*lines[:place], f"{line}\n", *lines[place:]))


def _parsed(text: str) -> dict[str, object] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
