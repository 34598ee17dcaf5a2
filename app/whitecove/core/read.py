"""A file to a `Picture`: what it is by its bytes, within limits, upright, in 8-bit sRGB."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from whitecove.core import colour, metadata
from whitecove.core.arrays import pixels
from whitecove.core.decode import Decoded, decode, upright_size
from whitecove.core.eight_bit import to_eight_bit
from whitecove.core.errors import ReadError
from whitecove.core.model import U8, Picture, SourceFacts
from whitecove.core.sniff import HEAD_BYTES, PHOTO_FORMATS, is_picture_name, sniff

__all__ = [
    "HEAD_BYTES",
    "LIMITS",
    "PHOTO_FORMATS",
    "TURNS",
    "Glance",
    "Limits",
    "is_picture_name",
    "read_glance",
    "read_look",
    "read_photo",
    "read_size",
    "sniff",
]

# EXIF orientation -> what makes the picture upright.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest photo that is opened, in pixels and in bytes of the file."""

    pixels: int = 200_000_000
    bytes: int = 400_000_000


@dataclass(frozen=True, slots=True)
class Glance:
    """A picture in tight rows of RGB bytes, or of RGBA ones (straight) where it ``has_alpha``."""

    width: int
    height: int
    data: bytes
    has_alpha: bool


LIMITS = Limits()
# What stands before the pixels of nearly every JPEG fits into so many bytes.
JPEG_HEAD = 1 << 18


def read_photo(path: Path, limits: Limits = LIMITS) -> Picture:
    """The photo at ``path``. Its arrays are read-only.

    Raises:
        ReadError: the file is missing, empty, no photo, too large, damaged, or fully transparent.
    """
    format_, data = _bytes_of(path, limits)
    decoded = decode(data, format_, limits.pixels)
    image, alpha, notes = to_eight_bit(decoded)
    image, colour_notes = colour.to_srgb(image, decoded.icc, decoded.declared)
    decoded.image = image  # of a large photo there is no room for what it was before
    turn = TURNS.get(decoded.turn)
    rgb, own_alpha = _array(image, turn), _own_alpha(alpha, turn)
    facts = _facts(decoded, (rgb.shape[1], rgb.shape[0]), data, own_alpha, (*decoded.notes, *notes, *colour_notes))
    return Picture(rgb=rgb, alpha=own_alpha, exif=decoded.exif, facts=facts)


def read_look(path: Path, side: int, limits: Limits = LIMITS) -> U8:
    """A look at the photo at ``path``: its colours (h, w, 3) with a long side of at most ``side`` pixels, not turned
    upright, and without its own alpha.

    Raises:
        ReadError: as `read_photo`.
    """
    format_, data = _bytes_of(path, limits)
    image, _, _ = to_eight_bit(decoded := decode(data, format_, limits.pixels, side=side))
    image.thumbnail((side, side), Image.Resampling.BOX)
    image, _ = colour.to_srgb(image, decoded.icc, decoded.declared)
    return np.asarray(image)


def read_glance(path: Path, side: int = 0, limits: Limits = LIMITS) -> Glance:
    """The photo at ``path`` for looking at: upright, in sRGB, with a long side of at most ``side`` pixels (0: as it
    is), and of a JPEG no more decoded than that takes.

    Raises:
        ReadError: as `read_photo`.
    """
    format_, data = _bytes_of(path, limits)
    decoded = decode(data, format_, limits.pixels, side=side)
    image, alpha, _ = to_eight_bit(decoded)
    turn = TURNS.get(decoded.turn)
    if side and side < max(image.size):
        image.thumbnail((side, side), Image.Resampling.BOX, reducing_gap=2.0)
        if alpha is not None:
            alpha = alpha.resize(image.size, Image.Resampling.BOX)
    image, _ = colour.to_srgb(image, decoded.icc, decoded.declared)
    if alpha is not None:
        image.putalpha(alpha)
    upright = image if turn is None else image.transpose(turn)
    return Glance(upright.width, upright.height, upright.tobytes(), has_alpha=alpha is not None)


def read_size(path: Path, limits: Limits = LIMITS) -> tuple[int, int]:
    """Width and height of the photo at ``path``, upright, as `read_photo` has them. It is not decoded, and of a JPEG no
    more is read than its head, as a rule.

    Raises:
        ReadError: as `read_photo`, as far as that is known without decoding.
    """
    format_, data = _bytes_of(path, limits, of_jpeg=JPEG_HEAD)
    try:
        return upright_size(data, format_, limits.pixels)
    except ReadError:
        if format_ != "JPEG":
            raise
    return upright_size(_bytes_of(path, limits)[1], format_, limits.pixels)


def _bytes_of(path: Path, limits: Limits, *, of_jpeg: int = 0) -> tuple[str, bytes]:
    """Format and content; of a JPEG no more than so many bytes, unless that is 0. What is no photo is refused by its
    first bytes, however large it is."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
            size = path.stat().st_size
            format_ = _photo_format(head)
            if size > limits.bytes:
                raise ReadError("read.too_many_bytes", bytes=_mb(size), limit=_mb(limits.bytes))
            return format_, head + file.read(of_jpeg if of_jpeg and format_ == "JPEG" else limits.bytes)
    except FileNotFoundError as error:
        raise ReadError("read.missing") from error
    except OSError as error:
        raise ReadError("read.no_access", problem=error.strerror or type(error).__name__) from error
    except MemoryError as error:
        raise ReadError("read.memory") from error


def _photo_format(head: bytes) -> str:
    if not head:
        raise ReadError("read.empty")
    kind = sniff(head)
    if kind is None:
        raise ReadError("read.unknown")
    if kind not in PHOTO_FORMATS:
        raise ReadError("read.not_a_photo", kind=kind)
    return kind


def _mb(size: int) -> int:
    return round(size / 1_000_000)


def _own_alpha(alpha: Image.Image | None, turn: Image.Transpose | None) -> U8 | None:
    """Alpha as an array, or none where it hides nothing."""
    if alpha is None or alpha.getextrema() == (255, 255):
        return None
    if alpha.getextrema() == (0, 0):
        raise ReadError("read.transparent")
    return _array(alpha, turn)


def _array(image: Image.Image, turn: Image.Transpose | None) -> U8:
    levels = pixels(image, turn)
    levels.setflags(write=False)
    return levels


def _facts(
    decoded: Decoded, size: tuple[int, int], data: bytes, alpha: U8 | None, notes: tuple[str, ...]
) -> SourceFacts:
    exif = metadata.read_facts(decoded.exif)
    return SourceFacts(
        format=decoded.format,
        width=size[0],
        height=size[1],
        mode=decoded.mode,
        bits=decoded.bits,
        orientation=exif.orientation,
        icc=(colour.profile_name(decoded.icc) or "unnamed") if decoded.icc else None,
        has_alpha=alpha is not None,
        frames=decoded.frames,
        captured=exif.captured,
        camera=exif.camera,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        notes=notes,
    )
