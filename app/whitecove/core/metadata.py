"""EXIF: what is read of a photo's, what is written into ours, what must not be in a published file.

The only user of piexif, and only of its writer: its reader allocates what a damaged file claims and opens bytes it
does not know as a file name. Only values made here reach the writer, so it cannot fail on what a camera wrote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import piexif

from whitecove.core import containers, tiff_tags
from whitecove.core.tiff_tags import Block, Tags

MADE_BY = "Whitecove"
"""EXIF Software of every written picture. It has no version: pictures keep their bytes over releases that make them
the same way."""

_MAKE, _MODEL, _ORIENTATION, _SOFTWARE = 0x010F, 0x0110, 0x0112, 0x0131
_EXIF_IFD, _GPS_IFD, _INTEROP_IFD = 0x8769, 0x8825, 0xA005
_TAKEN, _SUBSECOND, _MAKER_NOTE, _COLOUR_SPACE = 0x9003, 0x9291, 0x927C, 0xA001
_INTEROP_INDEX = 0x0001
_SERIAL_NUMBERS = (0xA431, 0xA435, 0xC62F)  # body, lens, and DNG's camera serial number
_THUMBNAIL = (0x0201, 0x0111)  # JPEG, or strips

_TIME = re.compile(r"(?!0000)\d{4}:\d\d:\d\d \d\d:\d\d:\d\d")
_PLACE_IN_XMP = re.compile(rb"exif:GPS(Latitude|Longitude)\b")
_SERIAL_IN_XMP = re.compile(rb"(aux|exifEX):(Body|Lens)?SerialNumber\b")
_THUMBNAIL_IN_XMP = re.compile(rb"(xmpGImg|xapGImg):image\b")
_PHOTOSHOP_THUMBNAIL = re.compile(rb"8BIM\x04(\x0c|\x09)")

_LONGEST = 2000  # bytes of a text we write; an EXIF block as a whole must stay under 64 KB


@dataclass(frozen=True, slots=True, kw_only=True)
class ExifFacts:
    """What matters of an EXIF block. ``orientation`` is 1…8, 1 where it is missing or invalid; ``captured`` is
    DateTimeOriginal as it stands, ``subsecond`` the decimals of its second; ``camera`` is make and model; ``software``
    wrote the file; ``serial`` is the camera body's number; ``colour_space`` is 1 (sRGB), 65535 (another) or what else
    stands there; ``interop`` is the interoperability index (``R98``, ``R03``)."""

    orientation: int = 1
    captured: str | None = None
    camera: str | None = None
    colour_space: int | None = None
    interop: str | None = None
    subsecond: str = ""
    software: str = ""
    serial: str = ""

    @property
    def adobe_rgb(self) -> bool:
        """Whether the camera says Adobe RGB: by the DCF option (uncalibrated, R03), or by the unofficial 2."""
        return self.colour_space == 2 or (self.colour_space == 65535 and self.interop == "R03")


def read_facts(exif: bytes) -> ExifFacts:
    """The facts of an EXIF block (with or without its ``Exif`` mark); defaults for what is missing or damaged."""
    block = tiff_tags.block(containers.without_head(exif))
    if block is None:
        return ExifFacts()
    main = block.directory(block.first)
    details = block.directory(_number(main, _EXIF_IFD))
    orientation = _number(main, _ORIENTATION) or 1
    captured = _text(details, _TAKEN)
    return ExifFacts(
        orientation=orientation if orientation in range(1, 9) else 1,
        captured=captured if _TIME.fullmatch(captured) else None,
        camera=_camera(_text(main, _MAKE), _text(main, _MODEL)) or None,
        colour_space=_number(details, _COLOUR_SPACE),
        interop=_text(block.directory(_number(details, _INTEROP_IFD)), _INTEROP_INDEX) or None,
        subsecond=_text(details, _SUBSECOND),
        software=_text(main, _SOFTWARE),
        serial=_text(details, _SERIAL_NUMBERS[0]),
    )


def stamp(source_exif: bytes, *, width: int, height: int, keep_camera: bool, artist: str, copyright: str) -> bytes:  # noqa: A002
    """The EXIF block of a written sRGB picture of ``width`` × ``height`` pixels, ready for Pillow's ``save(exif=…)``.

    Upright, sRGB and marked as ours; capture time, make and model of the source if ``keep_camera``; ``artist`` and
    ``copyright`` if not empty, as UTF-8, cut at 2,000 bytes. Nothing else of the source is kept. At most about 10 KB.
    """
    main: dict[int, object] = {_ORIENTATION: 1, _SOFTWARE: MADE_BY.encode("ascii")}
    details: dict[int, object] = {
        piexif.ExifIFD.ExifVersion: b"0232",
        piexif.ExifIFD.ColorSpace: 1,
        piexif.ExifIFD.PixelXDimension: width,
        piexif.ExifIFD.PixelYDimension: height,
    }
    texts = {piexif.ImageIFD.Artist: artist, piexif.ImageIFD.Copyright: copyright}
    block = tiff_tags.block(containers.without_head(source_exif))
    if keep_camera and block is not None:
        tags = block.directory(block.first)
        texts |= {_MAKE: _text(tags, _MAKE), _MODEL: _text(tags, _MODEL)}
        captured = read_facts(source_exif).captured
        if captured:
            details[_TAKEN] = captured.encode("ascii")
    main |= {tag: _written(text) for tag, text in texts.items() if _written(text)}
    made: bytes = piexif.dump({"0th": main, "Exif": details})
    # piexif leaves out the pointer after the Exif directory; where no value follows, readers run off the block's end.
    return made + bytes(4)


def compact(exif: bytes) -> bytes:
    """The few facts of a large TIFF structure as a block of their own (from its TIFF head on), for pictures that are
    themselves TIFF files; empty where it holds none of them."""
    block = tiff_tags.block(exif)
    if block is None:
        return b""
    main, details = block.directory(block.first), _details(block)
    keep = {tag: _written(_text(main, tag)) for tag in (_MAKE, _MODEL)}
    kept: dict[int, object] = {tag: text for tag, text in keep.items() if text}
    orientation, captured = _number(main, _ORIENTATION), _written(_text(details, _TAKEN))
    if orientation in range(1, 9):
        kept[_ORIENTATION] = orientation
    if not kept and not captured:
        return b""
    made: bytes = piexif.dump({"0th": kept, "Exif": {_TAKEN: captured} if captured else {}})
    return containers.without_head(made)


def private_parts(data: bytes) -> tuple[str, ...]:
    """Which things that tell of a person or a device are in a written JPEG, PNG or WebP file: of ``GPS position``,
    ``serial number``, ``embedded thumbnail`` and ``maker note``, in this order."""
    found = containers.metadata_of(data)
    block = tiff_tags.block(found.exif)
    in_exif = _private_in_exif(block) if block else set()
    elsewhere = {
        "GPS position": bool(_PLACE_IN_XMP.search(found.xmp)),
        "serial number": bool(_SERIAL_IN_XMP.search(found.xmp)),
        "embedded thumbnail": found.header_thumbnail
        or bool(_THUMBNAIL_IN_XMP.search(found.xmp) or _PHOTOSHOP_THUMBNAIL.search(found.photoshop)),
        "maker note": False,
    }
    return tuple(name for name, there in elsewhere.items() if there or name in in_exif)


def orientation_of(data: bytes) -> int | None:
    """The EXIF orientation a JPEG, PNG or WebP file states, as it stands; none where it states none."""
    block = tiff_tags.block(containers.metadata_of(data).exif)
    return _number(block.directory(block.first), _ORIENTATION) if block else None


def colour_space_of(data: bytes) -> int | None:
    """The EXIF ColorSpace a JPEG, PNG or WebP file states, as it stands; none where it states none."""
    block = tiff_tags.block(containers.metadata_of(data).exif)
    return _number(_details(block), _COLOUR_SPACE) if block else None


def _private_in_exif(block: Block) -> set[str]:
    main, *others = block.chain() or [{}]
    details, place = _details(block), block.directory(_number(main, _GPS_IFD))
    found = set()
    if set(place) - {0}:  # 0 is the version of the GPS block: it tells nothing
        found.add("GPS position")
    if any(_text({**main, **details}, tag).strip("0 ") for tag in _SERIAL_NUMBERS):
        found.add("serial number")
    if any(tag in directory for directory in others for tag in _THUMBNAIL):
        found.add("embedded thumbnail")
    if _MAKER_NOTE in details:
        found.add("maker note")
    return found


def _details(block: Block) -> Tags:
    return block.directory(_number(block.directory(block.first), _EXIF_IFD))


def _number(tags: Tags, number: int) -> int | None:
    tag = tags.get(number)
    return tag.number() if tag else None


def _text(tags: Tags, number: int) -> str:
    tag = tags.get(number)
    return tag.text() if tag else ""


def _camera(make: str, model: str) -> str:
    """``Canon`` and ``Canon EOS 40D`` are one camera, ``Canon EOS 40D``."""
    if model.casefold().startswith(make.casefold()):
        return model
    return f"{make} {model}".strip()


def _written(text: str) -> bytes:
    """Text as it goes into a tag: UTF-8 without control characters, cut at a whole character."""
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return clean.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore").encode("utf-8")
