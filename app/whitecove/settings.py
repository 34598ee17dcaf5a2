"""The person's settings: a TOML file that holds only what differs from the defaults, and is made for being edited.

    schema = 1
    never_connect = true
    mirrors = ["http://192.168.1.5/models/"]
    theme = "dark"
    options = { fill = 0.9 }

A key that cannot be understood falls back alone, and says so. Keys that this version does not know are left alone.
"""

from __future__ import annotations

import math
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from whitecove import paths
from whitecove.toml_lines import edited

SCHEMA = 1
# What a person may write in an environment variable for "no".
NO = {"", "0", "false", "no", "off"}
THEMES = ("system", "light", "dark")
# So many folders are offered again.
FOLDERS_AT_MOST = 8
# A path that is no UTF-8 stands in the file as an address, as only that has room for it.
ADDRESS = "file://"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds.

    ``never_connect``: nothing opens a connection, not even a download that is asked for. ``mirrors``: addresses that
    are asked for models before the public ones.

    The window's own: ``theme`` is one of `THEMES`, ``language`` a code such as ``zh_CN`` (empty: the system's);
    ``window`` are its place and inner state, as Qt wrote them, in base64; ``last_folders`` are those that photos came
    from, the latest first; ``deliver_to`` is where the last delivery went. ``options`` are those with which a project
    begins, where they are not the defaults; ``last_preset`` is the file that they came from. ``review_first``: the
    first ten photos of a new folder are looked at in any case. ``watch``, ``watch_folder``, ``watch_out`` and
    ``watch_preset``: whether a folder is watched, which, for which delivery, prepared by which preset. ``first_look``:
    the first steps are still shown. ``brush_radius`` and ``brush_hardness``: the brush that was in hand last.
    ``editor``: the command line of the program that photos are edited in (empty: what the system opens TIFF files
    with).

    ``problems``: a sentence on each key, or on the file, that could not be understood.
    """

    never_connect: bool = False
    mirrors: tuple[str, ...] = ()
    theme: str = "system"
    language: str = ""
    window: tuple[str, ...] = ()
    last_folders: tuple[str, ...] = ()
    deliver_to: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    last_preset: str = ""
    review_first: bool = True
    watch: bool = False
    watch_folder: str = ""
    watch_out: str = ""
    watch_preset: str = ""
    first_look: bool = True
    brush_radius: float = 24.0
    brush_hardness: float = 0.8
    editor: str = ""
    problems: tuple[str, ...] = ()


KEYS = tuple(each.name for each in fields(Settings) if each.name != "problems")


def load(file: Path | None = None) -> Settings:
    """The settings of ``file`` (the person's own by default), and over them the environment variables
    ``WHITECOVE_OFFLINE`` and ``WHITECOVE_MIRROR`` (several addresses are separated by spaces).

    Whoever wrote something about connecting that cannot be understood meant something: nothing connects until it is
    corrected.
    """
    settings = _read(file or paths.settings_file())
    if is_forbidden_outside():
        settings = replace(settings, never_connect=True)
    mirrors = tuple(os.environ.get("WHITECOVE_MIRROR", "").split())
    return replace(settings, mirrors=mirrors) if mirrors else settings


def is_forbidden_outside() -> bool:
    """Whether the environment forbids to connect, whatever the file says."""
    return os.environ.get("WHITECOVE_OFFLINE", "").strip().lower() not in NO


def store_never_connect(value: bool, file: Path | None = None) -> None:
    """Writes ``never_connect`` into the settings' file, and leaves whatever else is in it as it is.

    Raises:
        ValueError: the file as it is cannot be understood. OSError: it cannot be read or written.
    """
    _write({"never_connect": value}, file)


def store(changes: Mapping[str, object], file: Path | None = None) -> None:
    """Writes these settings into their file, and leaves whatever else is in it as it is. What is as it is by default
    is not written, but ``never_connect``, which a person shall find.

    Raises:
        KeyError: there is no such setting. ValueError: the file as it is cannot be understood. OSError: it cannot be
            read or written.
    """
    usual = Settings()
    unknown = [key for key in changes if key not in KEYS]
    if unknown:
        raise KeyError(", ".join(unknown))
    _write(
        {
            key: None if value == getattr(usual, key) and key != "never_connect" else value
            for key, value in changes.items()
        },
        file,
    )


def _write(changes: Mapping[str, object], file: Path | None) -> None:
    path = file or paths.settings_file()
    text = path.read_text("utf-8") if path.exists() else f"schema = {SCHEMA}\n"
    after = edited(text, {key: _escaped(value) for key, value in changes.items()})
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{os.getpid()}.part")
    try:
        temporary.write_text(after, "utf-8")
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
    found: dict[str, Any] = {"never_connect": never is not False}
    for key in KEYS:
        if key in values and key not in found:
            understood, problem = _value(key, values[key])
            if problem:
                problems.append(f"In {path}, {key} {problem}")
            found[key] = understood
    return Settings(**found, problems=tuple(problems))


def _value(key: str, value: object) -> tuple[object, str]:
    """A key's value, or what holds instead and what is wrong with it, as the end of a sentence."""
    default = getattr(Settings(), key)
    if key == "options":
        return _options(value)
    for kind, (is_it, must_be) in _KINDS.items():
        if isinstance(default, kind):
            if is_it(value) and not (key == "theme" and value not in THEMES):
                return (tuple(map(_unescaped, value)) if isinstance(value, list) else _unescaped(value)), ""
            must = f"must be one of {', '.join(THEMES)}" if key == "theme" else must_be
            return default, f"{must}; it is passed over."
    raise TypeError(key)


def _escaped(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_escaped, value))
    return ADDRESS + quote(os.fsencode(value)) if isinstance(value, str) and not _is_utf8(value) else value


def _unescaped(value: object) -> object:
    if not isinstance(value, str) or not value.startswith(ADDRESS):
        return value
    path = os.fsdecode(unquote_to_bytes(value.removeprefix(ADDRESS)))
    return value if _is_utf8(path) else path


def _is_utf8(text: str) -> bool:
    return text.encode("utf-8", "ignore").decode() == text


def _options(value: object) -> tuple[Mapping[str, object], str]:
    """Options that are not understood are passed over, each by itself."""
    from whitecove.core.options import problems

    if not isinstance(value, dict):
        return {}, "must be a table; it is passed over."
    wrong = {key: found[0] for key, each in value.items() if (found := problems({key: each}))}
    sound = {key: tuple(each) if isinstance(each, list) else each for key, each in value.items() if key not in wrong}
    return sound, f"has mistakes: {'; '.join(wrong.values())}; these are passed over." if wrong else ""


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


_KINDS: Mapping[type, tuple[Callable[[object], bool], str]] = {
    bool: (lambda value: isinstance(value, bool), "must be true or false"),
    float: (_is_number, "must be a number"),
    str: (lambda value: isinstance(value, str), "must be text"),
    tuple: (_are_texts, "must be a list of texts"),
}


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
