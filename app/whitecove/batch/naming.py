"""File names that every file system takes, that do not clash, and that sort as they are to be uploaded.

Names are NFC, at most `NAME_BYTES` bytes of UTF-8, free of what Windows refuses (reserved characters, device names,
trailing dots and spaces) and of direction marks, which make a name read differently from what it is.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

NAME_BYTES = 120
# Leaves room for the longest ending that a listing's files get.
LONGEST_ENDING = "_01_main.jpg"
SKU_BYTES = NAME_BYTES - len(LONGEST_ENDING)

HASH_DIGITS = 8
UNNAMED = "photo"
REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]')
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(\.|$))")
# What lies at the top of a delivery beside the listings' folders.
TAKEN = frozenset({"_review", "_previous", ".whitecove", "manifest.csv", "manifest.json", "report.html", "changes.csv"})


def printable(text: str) -> str:
    """``text`` with what UTF-8 cannot carry (bytes of undecodable file names, lone surrogates) and control characters
    written as ``\\xNN`` or ``\\uNNNN``, NFC."""
    try:
        data = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = text.encode("utf-8", "backslashreplace")
    decoded = data.decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", re.sub(r"[\x00-\x1f\x7f-\x9f]", lambda m: f"\\x{ord(m[0]):02x}", decoded))


def safe_name(text: str, limit: int = NAME_BYTES) -> str:
    """A file or folder name made of ``text``, at most ``limit`` bytes of UTF-8; a safe name stays as it is.

    A name that is cut ends in ``~`` and eight hexadecimal digits of the whole text's SHA-256, so that texts which
    differ only behind the cut stay apart.
    """
    name = REFUSED.sub("_", unicodedata.normalize("NFC", printable(text)))
    name = name.rstrip(". ").lstrip(". ")
    name = DEVICES.sub(lambda match: f"{match[0]}_", name, count=1) if DEVICES.match(name) else name
    if collision_key(name) in TAKEN:
        name = f"{name}_".lstrip("._")
    name = name or UNNAMED
    return name if len(name.encode()) <= limit else _cut(name, limit)


def _cut(name: str, limit: int) -> str:
    ending = "~" + hashlib.sha256(name.encode()).hexdigest()[:HASH_DIGITS]
    start = name.encode()[: limit - len(ending)].decode("utf-8", "ignore")
    return start + ending


def safe_sku(text: str) -> str:
    """A listing's name, short enough that its files' names keep within `NAME_BYTES`."""
    return safe_name(text, SKU_BYTES)


def collision_key(name: str) -> str:
    """Equal for names that a file system may take for the same: case and Unicode form are ignored."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def main_file(sku: str) -> str:
    """Where the main picture of ``sku`` lies below the delivery folder."""
    return f"{sku}/{sku}_01_main.jpg"


def detail_file(sku: str, order: int) -> str:
    """Where the picture at ``order`` (2…) of ``sku`` lies below the delivery folder."""
    return f"{sku}/{sku}_{order:02d}.jpg"


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts names as people count: ``2`` before ``10``, case aside."""
    parts = re.findall(r"[0-9]+|[^0-9]+", unicodedata.normalize("NFC", printable(name)).casefold())
    return tuple((0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts)
