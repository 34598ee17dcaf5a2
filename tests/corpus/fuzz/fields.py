"""Where the headers of picture files keep numbers and parts, roughly: what decoders trust is what mutations lie about.

A layout is read from files that are whole; of others, what is found.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import NamedTuple

_BOX_NAMES = (
    b"ftyp", b"meta", b"hdlr", b"pitm", b"iloc", b"iinf", b"infe", b"iprp", b"ipco", b"ipma", b"ispe", b"pixi", b"colr",
    b"hvcC", b"av1C", b"irot", b"imir", b"iref", b"grid", b"mdat", b"auxC", b"moov", b"trak", b"stsz", b"stco",
)  # fmt: skip
_TIFF_MARKS = (b"II*\0", b"MM\0*")
_MOST_ENTRIES = 64


class Field(NamedTuple):
    """A number in a file: where, of how many bytes, and in which order."""

    at: int
    size: int
    order: str


class Part(NamedTuple):
    """A run of bytes that belong together: a segment, chunk or box."""

    start: int
    end: int


def fields(data: bytes) -> list[Field]:
    """Numbers in headers of ``data``: sizes, lengths, counts, offsets and types."""
    found = [*_of_tiff(data)]
    if data.startswith(b"\xff\xd8"):
        found += _of_jpeg(data)
    elif data.startswith(b"\x89PNG"):
        found += _of_png(data)
    elif data.startswith(b"RIFF"):
        found += [Field(4, 4, "little")]
        found += [Field(part.start + 4, 4, "little") for part in parts(data)]
        found += [Field(at, 1, "little") for at in range(20, min(30, len(data)))]
    elif data[4:8] == b"ftyp":
        found += _of_boxes(data)
    elif data.startswith(b"BM"):
        found += [Field(at, 4, "little") for at in range(2, 54, 4)] + [Field(at, 2, "little") for at in (26, 28)]
    elif data.startswith(b"8BPS"):
        found += [Field(at, 2, "big") for at in (12, 22, 24)] + [Field(at, 4, "big") for at in (14, 18, 26, 30)]
    return [field for field in found if field.at + field.size <= len(data)]


def parts(data: bytes) -> list[Part]:
    """Segments of a JPEG, chunks of a PNG or WebP, boxes of a HEIC or AVIF."""
    if data.startswith(b"\xff\xd8"):
        return list(_segments(data))
    if data.startswith(b"\x89PNG"):
        return list(_chunks(data, 8, "big", before=0, around=12))
    if data.startswith(b"RIFF"):
        return list(_chunks(data, 12, "little", before=4, around=8))
    if data[4:8] == b"ftyp":
        return list(_chunks(data, 0, "big", before=0, around=0))
    return []


def mended(data: bytes) -> bytes:
    """``data`` with the checksums of a PNG's chunks made right, so that a lie gets past them."""
    if not data.startswith(b"\x89PNG"):
        return data
    made = bytearray(data)
    for part in parts(data):
        made[part.end - 4 : part.end] = zlib.crc32(made[part.start + 4 : part.end - 4]).to_bytes(4, "big")
    return bytes(made)


def _of_jpeg(data: bytes) -> Iterator[Field]:
    for part in _segments(data):
        yield Field(part.start + 1, 1, "big")
        yield Field(part.start + 2, 2, "big")
        marker = data[part.start + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            yield from (Field(part.start + at, 2, "big") for at in (5, 7))
            yield from (Field(part.start + at, 1, "big") for at in (4, 9, 10, 11, 12, 13, 14))
        elif marker in (0xC4, 0xDB, 0xDA, 0xDD):
            yield from (Field(part.start + 4 + at, 1, "big") for at in range(min(20, part.end - part.start - 4)))


def _of_png(data: bytes) -> Iterator[Field]:
    for part in parts(data):
        yield Field(part.start, 4, "big")
        kind = data[part.start + 4 : part.start + 8]
        if kind == b"IHDR":
            yield from (Field(part.start + at, 4, "big") for at in (8, 12))
            yield from (Field(part.start + at, 1, "big") for at in range(16, 21))
        elif kind in (b"acTL", b"fcTL", b"tRNS", b"gAMA", b"cHRM", b"pHYs", b"iCCP", b"eXIf"):
            yield from (Field(part.start + 8 + at, 4, "big") for at in range(0, max(0, part.end - part.start - 15), 4))


def _of_boxes(data: bytes) -> Iterator[Field]:
    for name in _BOX_NAMES:
        at = data.find(name)
        while at >= 4:
            yield Field(at - 4, 4, "big")
            yield from (Field(at + 4 + more, 4, "big") for more in range(0, 24, 4))
            yield from (Field(at + 4 + more, 1, "big") for more in range(4, 16))
            at = data.find(name, at + 4)


def _of_tiff(data: bytes) -> Iterator[Field]:
    """Those of the TIFF structure that a file is, or that its EXIF block is."""
    for mark in _TIFF_MARKS:
        base = data.find(mark)
        if base < 0:
            continue
        order = "little" if mark.startswith(b"II") else "big"
        yield Field(base + 4, 4, order)
        first = base + int.from_bytes(data[base + 4 : base + 8], order)  # type: ignore[arg-type]
        yield Field(first, 2, order)
        count = min(int.from_bytes(data[first : first + 2], order), _MOST_ENTRIES)  # type: ignore[arg-type]
        for entry in range(first + 2, first + 2 + 12 * count, 12):
            yield from (Field(entry + at, size, order) for at, size in ((0, 2), (2, 2), (4, 4), (8, 4)))


def _segments(data: bytes) -> Iterator[Part]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        end = at + 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
        yield Part(at, min(end, len(data)))
        if data[at + 1] == 0xDA:
            return
        at = end


def _chunks(data: bytes, at: int, order: str, *, before: int, around: int) -> Iterator[Part]:
    """Runs that say their length ``before`` bytes after their start, and have so many bytes ``around`` it."""
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + before : at + before + 4], order)  # type: ignore[arg-type]
        end = at + max(8, length + around)
        if end > len(data):
            return
        yield Part(at, end)
        at = end
