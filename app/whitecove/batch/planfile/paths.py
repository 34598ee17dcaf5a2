"""Where a photo lies, as text in a file that a person edits and may move together with the photos; and back.

Paths stand relative to the file's folder where the photo lies below that or beside it, else whole; always with forward
slashes. What UTF-8 or a table cell cannot carry of a file's name is written as ``\\xNN`` or ``\\uNNNN``.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

# Control characters, blanks at the ends, lone surrogates (bytes of names that are not UTF-8), and backslashes that
# would be read as an escape.
_TO_ESCAPE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]|\A\s|\s\Z|\\(?=x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})")
_ESCAPED = re.compile(r"\\x([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})")
_BYTES = range(0xDC80, 0xDD00)


def written(path: Path, folder: Path) -> str:
    """``path`` as it stands in a file in ``folder``."""
    whole, folder = absolute(path), absolute(folder)
    if whole.is_relative_to(folder):
        return escaped(whole.relative_to(folder).as_posix())
    beside = folder.parent
    # Below a disk's root everything lies; that does not make it belong together.
    if beside != beside.parent and whole.is_relative_to(beside):
        return escaped(f"../{whole.relative_to(beside).as_posix()}")
    return escaped(whole.as_posix())


def found(text: str, folder: Path) -> Path:
    """The path that ``text`` in a file in ``folder`` means: the first reading of it under which something lies there,
    or the plain one."""
    readings = [absolute(folder / reading) for reading in _readings(text)]
    return next((path for path in readings if os.path.lexists(path)), readings[0])


def is_whole(text: str) -> bool:
    """Whether ``text`` says where a photo lies from its disk's root on."""
    return Path(unescaped(text).replace("\0", "")).is_absolute()


def absolute(path: Path) -> Path:
    """``path`` from its disk's root on, as it is written: links are not followed."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (`resolve` would follow links)


def escaped(text: str) -> str:
    """``text`` without anything that UTF-8 or one line of a table cannot carry."""
    return _TO_ESCAPE.sub(lambda match: _escape(ord(match[0])), text)


def unescaped(text: str) -> str:
    """What was `escaped`."""
    return _ESCAPED.sub(lambda match: _character(match[1], match[2]), text)


def _readings(text: str) -> Iterator[str]:
    """As it was written; as it stands; with the slashes of another system; in the other Unicode forms."""
    for reading in (unescaped(text), text, text.replace("\\", "/")):
        usable = reading.replace("\0", "")
        yield usable
        yield unicodedata.normalize("NFC", usable)
        yield unicodedata.normalize("NFD", usable)


def _escape(code: int) -> str:
    if code in _BYTES:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x80 else f"\\u{code:04x}"


def _character(byte: str | None, unit: str | None) -> str:
    code = int(byte or unit or "", 16)
    return chr(0xDC00 + code if byte and code >= 0x80 else code)
