"""File bytes to pixels, by Pillow and pi-heif, with every failure and every surprise turned into a `ReadError`.

Decoders are taken by name, one per format, rather than through ``Image.open``: nothing guesses, and Pillow's
process-wide pixel limit (which warns at half of what we allow) neither applies nor needs to be changed.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from PIL import Image, ImageFile

from whitecove.core import colour, containers, metadata, tiff_tags
from whitecove.core.errors import ReadError

# What decoders raise on bytes that are not what they seem. Anything else is a mistake of ours and must surface.
_FAILURES = (
    AttributeError, EOFError, IndexError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError,
    SyntaxError, TypeError, ValueError, Warning, ZeroDivisionError, struct.error, zlib.error,
)  # fmt: skip
# Pillow warns of damaged metadata, which leaves the pixels whole; every other warning refuses the file.
_HARMLESS = (
    r"(Possibly )?[Cc]orrupt EXIF", r"Metadata Warning", r"Tag (offset|data) ", r"Invalid APNG", r"Truncated File Read",
)  # fmt: skip

# EXIF orientations that change width and height.
ON_ITS_SIDE = (5, 6, 7, 8)
_MOST_TIFF_TAGS = 256
_WIDE_PRIMARIES = 12  # ITU-T H.273: SMPTE EG 432-1, which phones call Display P3
_HDR_TRANSFERS = (16, 18)  # ITU-T H.273: PQ and HLG


@dataclass(slots=True, kw_only=True)
class Decoded:
    """A decoded photo as the file has it: pixels in Pillow's ``mode`` at ``bits`` a channel, still to be turned by
    ``turn`` (EXIF 1…8, 1 where the decoder turned it already)."""

    image: Image.Image
    format: str
    mode: str
    bits: int
    frames: int
    icc: bytes
    declared: bytes | None
    exif: bytes
    turn: int
    notes: list[str] = field(default_factory=list)


def decode(data: bytes, format: str, most_pixels: int, *, side: int = 0) -> Decoded:  # noqa: A002
    """The first (or main) picture of a file of one of `sniff.PHOTO_FORMATS`. Where a long ``side`` of so many pixels is
    enough, a JPEG is decoded to no more than it must, which is several times faster.

    Raises:
        ReadError: it has more than ``most_pixels``, is damaged or cut off, or is of a kind no decoder here reads.
    """
    if format == "TIFF":
        _refuse_wild_tags(data)
    with _quiet():
        image = _open(data, format, most_pixels)
        bits = _bits(image, data, format)
        frames, notes = _frames(image, data, format)
        mode = image.mode
        if side and format == "JPEG":
            image.draft(None, (side, side))
        _load(image, format)
        exif = _exif(image, data, format)
    facts = metadata.read_facts(data if format == "TIFF" else exif)
    return Decoded(
        image=image,
        format="MPO" if format == "JPEG" and frames > 1 else format,
        mode=mode,
        bits=bits,
        frames=frames,
        icc=_icc(image),
        declared=_declared(image, facts),
        exif=exif,
        turn=_turn(facts, format),
        notes=notes + _hdr_note(image),
    )


def upright_size(data: bytes, format: str, most_pixels: int) -> tuple[int, int]:  # noqa: A002
    """Width and height of what `decode` gives, turned upright, without decoding it. Of a JPEG, ``data`` may be cut off
    behind its head.

    Raises:
        ReadError: as `decode`, as far as that is known without decoding.
    """
    if format == "TIFF":
        _refuse_wild_tags(data)
    with _quiet():
        image = _open(data, format, most_pixels)
        exif = _exif(image, data, format)
    width, height = image.size
    return (height, width) if _turn(metadata.read_facts(exif), format) in ON_ITS_SIDE else (width, height)


@contextmanager
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for start in _HARMLESS:
            warnings.filterwarnings("ignore", message=start)
        yield


def _open(data: bytes, format: str, most_pixels: int) -> ImageFile.ImageFile:  # noqa: A002
    try:
        image = _decoder(format)(io.BytesIO(data))
    except Image.DecompressionBombError as error:  # WebP is looked at by Pillow itself, at twice its own limit
        most = 2 * (Image.MAX_IMAGE_PIXELS or 0)
        raise ReadError("read.too_many_pixels", size=f"over {_mega(most)} megapixels", limit=_mega(most)) from error
    except MemoryError as error:
        raise ReadError("read.memory") from error
    except _FAILURES as error:
        raise ReadError("read.truncated" if _cut_off(error) else "read.not_supported", format=format) from error
    width, height = image.size
    if width * height > most_pixels:
        raise ReadError("read.too_many_pixels", size=f"{width} × {height} pixels", limit=_mega(most_pixels))
    return image


def _refuse_wild_tags(data: bytes) -> None:
    """Random bytes after a TIFF head claim hundreds of tags; libtiff complains of each on the standard error."""
    block = tiff_tags.block(data)
    if block and block.entries() > _MOST_TIFF_TAGS:
        raise ReadError("read.damaged", format="TIFF")


def _mega(pixels: int) -> int:
    return pixels // 1_000_000


def _cut_off(error: BaseException) -> bool:
    return isinstance(error, EOFError) or "truncated" in str(error).lower()


def _decoder(format: str) -> type[ImageFile.ImageFile]:  # noqa: A002
    if format == "HEIC":
        from pi_heif import HeifImageFile

        return HeifImageFile  # type: ignore[no-any-return]
    from PIL import (
        AvifImagePlugin,
        BmpImagePlugin,
        JpegImagePlugin,
        PngImagePlugin,
        PsdImagePlugin,
        TiffImagePlugin,
        WebPImagePlugin,
    )

    return {
        "AVIF": AvifImagePlugin.AvifImageFile,
        "BMP": BmpImagePlugin.BmpImageFile,
        "JPEG": JpegImagePlugin.JpegImageFile,
        "PNG": PngImagePlugin.PngImageFile,
        "PSD": PsdImagePlugin.PsdImageFile,
        "TIFF": TiffImagePlugin.TiffImageFile,
        "WebP": WebPImagePlugin.WebPImageFile,
    }[format]


def _load(image: ImageFile.ImageFile, format: str) -> None:  # noqa: A002
    try:
        image.load()
    except MemoryError as error:
        raise ReadError("read.memory") from error
    except _FAILURES as error:
        raise ReadError("read.truncated" if _cut_off(error) else "read.damaged", format=format) from error
    if image.mode in ("P", "PA") and image.palette is None:  # Pillow takes such a file, and stumbles over it later
        raise ReadError("read.damaged", format=format)


def _bits(image: Image.Image, data: bytes, format: str) -> int:  # noqa: A002
    """Bits a channel in the file."""
    if format == "PNG":
        return data[24]
    if format == "HEIC":
        return int(image.info.get("bit_depth", 8))
    if format == "TIFF":
        stated = getattr(image, "tag_v2", {}).get(0x0102, (1,))
        return int(stated[0] if isinstance(stated, tuple) else stated)
    return 1 if image.mode == "1" else 8


def _frames(image: Image.Image, data: bytes, format: str) -> tuple[int, list[str]]:  # noqa: A002
    if format == "JPEG":
        pictures = tiff_tags.block(image.info.get("mp", b""))
        count = pictures.directory(pictures.first).get(0xB001) if pictures else None
        frames = max(1, count.number() or 1) if count else 1
    elif format == "TIFF":
        pages = tiff_tags.block(data)
        frames = max(1, len(pages.chain(most=1000))) if pages else 1
    else:
        frames = 1 if format == "PSD" else int(getattr(image, "n_frames", 1))
    if frames == 1:
        return 1, []
    which = "main" if format == "HEIC" else "first"
    return frames, [f"The file holds {frames} pictures; the {which} one was used."]


def _exif(image: Image.Image, data: bytes, format: str) -> bytes:  # noqa: A002
    """The EXIF block from its TIFF head on."""
    if format in ("JPEG", "PNG", "WebP"):
        return containers.metadata_of(data).exif
    if format == "TIFF":
        return metadata.compact(data)
    if format == "PSD":
        resources: list[Any] = getattr(image, "resources", [])
        return next((bytes(body) for number, _, body in resources if number == 1058), b"")
    return containers.without_head(image.info.get("exif") or b"")


def _turn(facts: metadata.ExifFacts, format: str) -> int:  # noqa: A002
    """How the decoded picture is still to be turned, as EXIF has it."""
    turned = format in ("TIFF", "HEIC", "PSD")  # Pillow, libheif and Photoshop have done it
    return 1 if turned else facts.orientation


def _icc(image: Image.Image) -> bytes:
    profile = image.info.get("icc_profile")
    return profile if isinstance(profile, bytes) else b""


def _declared(image: Image.Image, facts: metadata.ExifFacts) -> bytes | None:
    """The profile that other parts of the file stand for, where there is no ICC profile."""
    if image.info.get("nclx_profile", {}).get("color_primaries") == _WIDE_PRIMARIES:
        return colour.display_p3_profile()
    if facts.adobe_rgb:
        return colour.adobe_rgb_profile()
    return colour.srgb_profile() if facts.colour_space == 1 or "srgb" in image.info else None


def _hdr_note(image: Image.Image) -> list[str]:
    if image.info.get("nclx_profile", {}).get("transfer_characteristics") in _HDR_TRANSFERS:
        return ["The photo is coded for HDR screens: look whether its brightness and colours came out right."]
    return []
