"""What a picture file says of itself in its header, without reading the whole file: its EXIF block.

Only structure is walked (JPEG segments, PNG chunks, RIFF chunks, ISO boxes), so that ten thousand photos stay cheap.
Damaged files give what is found, mostly nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from sys import intern
from typing import BinaryIO, NamedTuple

from whitecove.core.containers import without_head
from whitecove.core.metadata import read_facts

# An EXIF block in a JPEG has at most 64 KB; in other formats more is no camera's.
MOST_BYTES = 1 << 20
TIFF_HEAD = 1 << 16
MOST_PARTS = 4096


class Header(NamedTuple):
    """When a photo was shot (EXIF DateTimeOriginal, without a zone), with which camera and which one of its kind, and
    which program wrote the file."""

    taken: datetime | None = None
    software: str = ""
    camera: str = ""
    serial: str = ""


def read_header(path: Path) -> Header:
    """What the JPEG, PNG, WebP, TIFF, HEIC or AVIF file at ``path`` says; nothing where it says nothing or cannot be
    read."""
    try:
        with path.open("rb") as file:
            facts = read_facts(exif_in(file))
    except OSError:
        return Header()
    # Thousands of photos are of few cameras.
    taken = exif_time(facts.captured, facts.subsecond)
    return Header(taken, intern(facts.software), intern(facts.camera or ""), intern(facts.serial))


def exif_time(captured: str | None, subsecond: str = "") -> datetime | None:
    """EXIF's ``2024:05:01 12:34:56`` and the decimals of its second as a time; none if there is no such time."""
    if not captured:
        return None
    digits = subsecond[:6].ljust(6, "0")
    try:
        whole = datetime.fromisoformat(captured.replace(":", "-", 2))
    except ValueError:
        return None
    return whole.replace(microsecond=int(digits)) if subsecond and digits.isdecimal() and digits.isascii() else whole


def exif_in(file: BinaryIO) -> bytes:
    """The EXIF block (from its TIFF head on) of an open picture file; empty where there is none."""
    start = file.read(12)
    if start.startswith(b"\xff\xd8"):
        return _in_jpeg(file)
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return _in_chunks(file, 8, b"eXIf", order="big", after=4)
    if start.startswith(b"RIFF") and start.endswith(b"WEBP"):
        return _in_chunks(file, 12, b"EXIF", order="little", after=0)
    if start[4:8] == b"ftyp":
        return _in_boxes(file)
    if start[:4] in (b"II*\0", b"MM\0*"):
        file.seek(0)
        return file.read(TIFF_HEAD)
    return b""


def _in_jpeg(file: BinaryIO) -> bytes:
    file.seek(2)
    for _ in range(MOST_PARTS):
        head = file.read(4)
        if len(head) < 4 or head[0] != 0xFF or head[1] in (0xDA, 0xD9):
            return b""
        if head[1] == 0xFF:  # fill
            file.seek(-3, 1)
            continue
        size = int.from_bytes(head[2:], "big")
        if head[1] == 0xE1:
            body = file.read(max(0, size - 2))
            if body.startswith(b"Exif\0"):
                return body[6:]
        else:
            file.seek(max(0, size - 2), 1)
    return b""


def _in_chunks(file: BinaryIO, at: int, wanted: bytes, *, order: str, after: int) -> bytes:
    """The body of the chunk ``wanted`` of a PNG (size before name, ``after`` bytes behind) or RIFF file."""
    for _ in range(MOST_PARTS):
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:
            return b""
        if order == "big":
            size, kind = int.from_bytes(head[:4], "big"), head[4:]
        else:
            size, kind = int.from_bytes(head[4:], "little"), head[:4]
        if kind == wanted:
            return without_head(file.read(min(size, MOST_BYTES)))
        at += 8 + size + (after or size % 2)
    return b""


def _in_boxes(file: BinaryIO) -> bytes:
    """The EXIF item of a HEIC or AVIF file: listed in ``iinf``, placed by ``iloc`` (ISO/IEC 14496-12, 8.11)."""
    meta = _meta_box(file)
    inside = dict(_boxes(meta[4:]))
    number = _exif_item(inside.get(b"iinf", b""))
    place = _item_place(inside.get(b"iloc", b""), number) if number is not None else None
    if place is None:
        return b""
    file.seek(place[0])
    body = file.read(min(place[1], MOST_BYTES))
    # The item starts with how far its TIFF head lies behind these four bytes.
    return body[4 + int.from_bytes(body[:4], "big") :]


def _meta_box(file: BinaryIO) -> bytes:
    at = 0
    for _ in range(64):
        file.seek(at)
        head = file.read(16)
        size, kind = int.from_bytes(head[:4], "big"), head[4:8]
        if len(head) < 8 or (size < 8 and size != 1):
            return b""
        skip = 16 if size == 1 else 8
        size = int.from_bytes(head[8:16], "big") if size == 1 else size
        if kind == b"meta":
            file.seek(at + skip)
            return file.read(min(size - skip, MOST_BYTES))
        if size < skip:
            return b""
        at += size
    return b""


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size < 8:
            return
        yield data[at + 4 : at + 8], data[at + 8 : at + size]
        at += size


def _exif_item(iinf: bytes) -> int | None:
    """The number of the item that is an EXIF block."""
    start = 6 if iinf[:1] == b"\0" else 8
    for kind, body in _boxes(iinf[start:]):
        wide = 4 if body[:1] == b"\3" else 2
        if kind == b"infe" and body[:1] in (b"\2", b"\3") and body[6 + wide : 10 + wide] == b"Exif":
            return int.from_bytes(body[4 : 4 + wide], "big")
    return None


def _item_place(iloc: bytes, wanted: int) -> tuple[int, int] | None:
    """Where in the file the item ``wanted`` starts, and its length: that of its first extent."""
    if len(iloc) < 8 or iloc[0] > 2:
        return None
    version = iloc[0]
    sizes = iloc[4] >> 4, iloc[4] & 15, iloc[5] >> 4, iloc[5] & 15 if version else 0
    offset_size, length_size, base_size, index_size = sizes
    numbers = _Numbers(iloc, 6)
    wide = 4 if version == 2 else 2
    for _ in range(min(numbers.take(wide), MOST_PARTS)):
        item = numbers.take(wide)
        method = numbers.take(2) & 15 if version else 0
        numbers.take(2)
        base = numbers.take(base_size)
        extents = []
        for _ in range(min(numbers.take(2), MOST_PARTS)):
            numbers.take(index_size)
            extents.append((base + numbers.take(offset_size), numbers.take(length_size)))
        if item == wanted:
            return extents[0] if extents and method == 0 else None
    return None


class _Numbers:
    """Big-endian numbers one after another; zeros behind the end."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at

    def take(self, size: int) -> int:
        self.at += size
        return int.from_bytes(self.data[self.at - size : self.at], "big")
