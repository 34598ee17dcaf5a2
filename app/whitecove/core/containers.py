"""Finds metadata inside a written JPEG, PNG or WebP file without decoding it. Damaged files give what is found."""

from __future__ import annotations

import binascii
import zlib
from collections.abc import Iterator
from typing import NamedTuple

_JPEG = b"\xff\xd8"
_PNG = b"\x89PNG\r\n\x1a\n"
_EXIF = b"Exif\0"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_XMP_MORE = b"http://ns.adobe.com/xmp/extension/\0"
_EXIF_TEXTS = (b"Raw profile type exif", b"Raw profile type APP1")
_XMP_TEXT = b"XML:com.adobe.xmp"
_MOST_TEXT = 4_000_000


class Metadata(NamedTuple):
    """What a file carries beside its pixels: the EXIF block (from its TIFF head on), XMP packets joined, Photoshop
    resources, and whether an old-style thumbnail lies in the JPEG header."""

    exif: bytes = b""
    xmp: bytes = b""
    photoshop: bytes = b""
    header_thumbnail: bool = False


def metadata_of(data: bytes) -> Metadata:
    """What ``data``, a file's bytes, carries; nothing for other formats."""
    if data.startswith(_JPEG):
        return _of_jpeg(data)
    if data.startswith(_PNG):
        return _of_png(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _of_webp(data)
    return Metadata()


def without_head(exif: bytes) -> bytes:
    """An EXIF block from its TIFF head on, without the ``Exif`` mark that JPEG and some WebP files put before it."""
    return exif[6:] if exif.startswith(_EXIF) else exif


def exif_in_text(text: bytes) -> bytes:
    """The EXIF block in a ``Raw profile type exif`` text of a PNG, as ImageMagick writes it; empty if it is none."""
    parts = text.strip().split(None, 2)
    if len(parts) < 3:
        return b""
    try:
        return without_head(binascii.unhexlify(b"".join(parts[2].split())))
    except binascii.Error:
        return b""


def _of_jpeg(data: bytes) -> Metadata:
    exif, xmp, photoshop, thumbnail = b"", b"", b"", False
    for marker, body in _jpeg_segments(data):
        if marker == 0xE1 and body.startswith(_EXIF):
            exif = exif or body[6:]
        elif marker == 0xE1 and body.startswith((_XMP, _XMP_MORE)):
            xmp += body
        elif marker == 0xED:
            photoshop += body
        elif marker == 0xE0:
            # JFIF says the thumbnail's size at 12 and 13; JFXX is nothing but a thumbnail.
            thumbnail |= body.startswith(b"JFXX\0") or (body.startswith(b"JFIF\0") and any(body[12:14]))
    return Metadata(exif, xmp, photoshop, thumbnail)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments before the pixels, as marker and body."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill
            at += 1
            continue
        if marker in (0xDA, 0xD9):
            return
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        yield marker, data[at + 4 : at + 2 + size]
        at += 2 + max(size, 2)


def _of_png(data: bytes) -> Metadata:
    exif, xmp = b"", b""
    for kind, body in _png_chunks(data):
        if kind == b"eXIf":
            exif = without_head(body)
        elif kind in (b"iTXt", b"zTXt", b"tEXt"):
            key = body.partition(b"\0")[0]
            if key in _EXIF_TEXTS and not exif:
                exif = exif_in_text(_png_text(kind, body))
            elif key == _XMP_TEXT and not xmp:
                xmp = _png_text(kind, body)
    return Metadata(exif, xmp)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if kind != b"IDAT":
            yield kind, data[at + 8 : at + 8 + size]
        at += 12 + size


def _png_text(kind: bytes, body: bytes) -> bytes:
    rest = body.partition(b"\0")[2]
    if kind == b"tEXt":
        return rest
    if kind == b"zTXt":
        return _inflate(rest[1:])
    packed, text = rest[:1] == b"\1", b"".join(rest[2:].split(b"\0", 2)[2:])
    return _inflate(text) if packed else text


def _inflate(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MOST_TEXT)
    except zlib.error:
        return b""


def _of_webp(data: bytes) -> Metadata:
    exif, xmp = b"", b""
    at = 12
    while at + 8 <= len(data):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind == b"EXIF":
            exif = without_head(data[at + 8 : at + 8 + size])
        elif kind == b"XMP ":
            xmp = data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    return Metadata(exif, xmp)
