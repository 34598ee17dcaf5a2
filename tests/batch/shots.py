"""Small files as cameras, phones and Whitecove itself write their headers."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

import piexif
from PIL import Image

from whitecove.batch.intake.gathering import Found


@cache
def _pixels(colour: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 6), (colour % 256, colour // 256 % 256, 90)).save(file, "JPEG")
    return file.getvalue()


def exif(taken: str = "", *, subsecond: str = "", software: str = "") -> bytes:
    """An EXIF block from its TIFF head on; ``taken`` is ``2024:05:01 12:34:56``."""
    details = {piexif.ExifIFD.DateTimeOriginal: taken.encode(), piexif.ExifIFD.SubSecTimeOriginal: subsecond.encode()}
    main = {piexif.ImageIFD.Software: software.encode()}
    blocks = {"0th": {k: v for k, v in main.items() if v}, "Exif": {k: v for k, v in details.items() if v}}
    made: bytes = piexif.dump(blocks)
    return made[6:] + bytes(4)


def jpeg(taken: str = "", *, subsecond: str = "", software: str = "", colour: int = 0) -> bytes:
    """A JPEG of 8 × 6 pixels; photos of another ``colour`` have other bytes."""
    pixels = _pixels(colour)
    if not (taken or software):
        return pixels
    body = b"Exif\0\0" + exif(taken, subsecond=subsecond, software=software)
    return pixels[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body + pixels[2:]


def clock(time: datetime) -> str:
    """A time as EXIF writes it."""
    return time.strftime("%Y:%m:%d %H:%M:%S")


def put(folder: Path, name: str, data: bytes) -> Path:
    """Writes a file below ``folder``, making folders as needed."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def found(*names: str, folder: Path = Path("/nowhere")) -> tuple[Found, ...]:
    """Photos by name, without files."""
    return tuple(
        Found(folder / name, unicodedata.normalize("NFC", name), tuple(name.split("/")[:-1])) for name in names
    )


def names(photos: Sequence[Found]) -> list[str]:
    return [each.name for each in photos]
