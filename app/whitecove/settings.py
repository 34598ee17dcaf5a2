"""The person's settings: a TOML file that holds only what differs from the defaults, and is made for being edited.

    schema = 1
    never_connect = true
    mirrors = ["http://192.168.1.5/models/"]

A key that cannot be understood falls back alone, and says so. Keys that this version does not know are left alone.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeGuard

from whitecove import paths

SCHEMA = 1
# What a person may write in an environment variable for "no".
NO = {"", "0", "false", "no", "off"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds. ``never_connect``: nothing opens a connection, not even a download that is asked for. ``mirrors``:
    addresses that are asked for models before the public ones. ``problems``: a sentence on each key, or on the file,
    that could not be understood."""

    never_connect: bool = False
    mirrors: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def load(file: Path | None = None) -> Settings:
    """The settings of ``file`` (the person's own by default), and over them the environment variables
    ``WHITECOVE_OFFLINE`` and ``WHITECOVE_MIRROR`` (several addresses are separated by spaces).

    Whoever wrote something about connecting that cannot be understood meant something: nothing connects until it is
    corrected.
    """
    settings = _read(file or paths.settings_file())
    if os.environ.get("WHITECOVE_OFFLINE", "").strip().lower() not in NO:
        settings = replace(settings, never_connect=True)
    mirrors = tuple(os.environ.get("WHITECOVE_MIRROR", "").split())
    return replace(settings, mirrors=mirrors) if mirrors else settings


def store_never_connect(value: bool, file: Path | None = None) -> None:
    """Writes ``never_connect`` into the settings' file, and leaves whatever else is in it as it is.

    Raises:
        ValueError: the file as it is cannot be understood. OSError: it cannot be read or written.
    """
    path = file or paths.settings_file()
    text = path.read_text("utf-8") if path.exists() else f"schema = {SCHEMA}\n"
    before = tomllib.loads(text)
    line = f"never_connect = {json.dumps(value)}"
    if "never_connect" in before:
        edited = re.sub(r"(?m)^[ \t]*never_connect[ \t]*=.*$", line, text, count=1)
    else:
        edited = f"{line}\n{text}"
    if tomllib.loads(edited) != {**before, "never_connect": value}:
        raise ValueError("the line never_connect was not found")
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{os.getpid()}.part")
    try:
        temporary.write_text(edited, "utf-8")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _read(path: Path) -> Settings:
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        return Settings(never_connect=True, problems=(f"{path} cannot be read ({_reason(error)}).",))
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(never_connect=True, problems=(f"{path} cannot be understood ({error}).",))
    return _understood(values, path)


def _understood(values: dict[str, object], path: Path) -> Settings:
    problems = []
    if values.get("schema", SCHEMA) != SCHEMA:
        problems.append(f"{path} was written for another version of Whitecove (schema {values['schema']}).")
    never = values.get("never_connect", False)
    if not isinstance(never, bool):
        problems.append(f"In {path}, never_connect must be true or false; until then nothing connects.")
    mirrors = values.get("mirrors", [])
    if not _are_texts(mirrors):
        problems.append(f"In {path}, mirrors must be a list of addresses; it is passed over.")
        mirrors = []
    return Settings(never_connect=never is not False, mirrors=tuple(mirrors), problems=tuple(problems))


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
