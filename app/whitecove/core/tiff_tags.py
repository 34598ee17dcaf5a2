"""Tags of a TIFF structure, which is also what EXIF and multi-picture blocks are. Reads what is there and no more:
wild files give fewer tags, never an exception and never more memory than the block itself has.

Layout: TIFF 6.0, section 2.
"""

from __future__ import annotations

import struct
from typing import Literal, NamedTuple

# Bytes of one value, by field type: BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED, SSHORT, SLONG, SRATIONAL,
# FLOAT, DOUBLE, IFD.
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_WHOLE_NUMBERS = {1: 1, 3: 2, 4: 4, 13: 4}
_MOST_TAGS = 1000

Order = Literal["little", "big"]


class Tag(NamedTuple):
    """A tag's field type and its bytes as stored."""

    kind: int
    data: bytes
    order: Order

    def number(self) -> int | None:
        """The first value, if it is a whole number without sign."""
        size = _WHOLE_NUMBERS.get(self.kind)
        return int.from_bytes(self.data[:size], self.order) if size and len(self.data) >= size else None

    def text(self) -> str:
        """The value as text up to its first NUL: UTF-8 if it is that, else Latin-1; empty where it is no text."""
        if self.kind not in (2, 7):
            return ""
        data = self.data.split(b"\0", 1)[0]
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
        return " ".join("".join(c if c.isprintable() else " " for c in text).split())


Tags = dict[int, Tag]


class Block(NamedTuple):
    """A TIFF structure: its bytes, its byte order, and where its first directory starts."""

    data: bytes
    order: Order
    first: int

    def directory(self, start: int | None) -> Tags:
        """The tags of the directory at ``start``, the first of each number; empty where there is none."""
        return self._walk(start)[0]

    def entries(self) -> int:
        """How many tags the first directory claims to have."""
        return int.from_bytes(self.data[self.first : self.first + 2], self.order)

    def chain(self, most: int = 8) -> list[Tags]:
        """The main directories, in order."""
        found: list[Tags] = []
        start: int | None = self.first
        seen: set[int] = set()
        while start and start not in seen and len(found) < most:
            seen.add(start)
            tags, start = self._walk(start)
            found.append(tags)
        return found

    def _walk(self, start: int | None) -> tuple[Tags, int]:
        if not start or start < 8 or start + 2 > len(self.data):
            return {}, 0
        mark = "<" if self.order == "little" else ">"
        count = min(int.from_bytes(self.data[start : start + 2], self.order), _MOST_TAGS)
        end = start + 2 + 12 * count
        tags: Tags = {}
        for number, kind, values, value in struct.iter_unpack(f"{mark}HHI4s", self._whole(start + 2, end)):
            data = self._value(kind, values, value)
            if data is not None:
                tags.setdefault(number, Tag(kind, data, self.order))
        return tags, int.from_bytes(self.data[end : end + 4], self.order)

    def _whole(self, start: int, end: int) -> bytes:
        part = self.data[start:end]
        return part[: len(part) // 12 * 12]

    def _value(self, kind: int, values: int, inline: bytes) -> bytes | None:
        length = _SIZES.get(kind, 0) * values
        if not length:
            return None
        if length <= 4:
            return inline[:length]
        place = int.from_bytes(inline, self.order)
        return self.data[place : place + length] if place + length <= len(self.data) else None


def block(data: bytes) -> Block | None:
    """The TIFF structure that ``data`` is, or none if it is none."""
    if len(data) < 8 or data[:4] not in (b"II*\0", b"MM\0*"):
        return None
    order: Order = "little" if data[:2] == b"II" else "big"
    return Block(data, order, int.from_bytes(data[4:8], order))
