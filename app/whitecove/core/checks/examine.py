"""Written bytes, decoded again: what a rule may look at, whoever made the file."""

from __future__ import annotations

import errno
import io
import stat
import struct
import warnings
import zlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from whitecove.core.arrays import pixels
from whitecove.core.model import U8

PIXEL_LIMIT = 200_000_000
BYTE_LIMIT = 400_000_000

# Pillow's decoders raise whatever a damaged file makes them stumble over; each of these was seen on real bad files.
DECODE_ERRORS = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, ArithmeticError, AttributeError, RuntimeError,
    MemoryError, struct.error, zlib.error, Image.DecompressionBombError,
)  # fmt: skip

_DEEP_MODES = {"I": 32, "F": 32, "I;16": 16, "I;16B": 16, "I;16L": 16, "I;16N": 16, "1": 1}
# Told by their signature, so that they can be named, but of no use to a marketplace.
_CLOSED = ("HEIF", "PSD", "PDF")
_ANIMATED = ("PNG", "GIF", "WEBP", "AVIF")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Examined:
    """A file as it is: ``format`` by content (Pillow's name; empty when it is no picture we know), size in pixels as
    stored (0 × 0 when unknown), ``bits`` a channel, ``rgb`` (H, W, 3) as any viewer without colour management shows
    it, transparency over white, None when it does not decode. ``exif`` is the TIFF block without its ``Exif`` head.
    ``problem`` says, as a phrase, why it does not decode; it is empty for a sound file.
    """

    name: str
    data: bytes
    format: str = ""
    width: int = 0
    height: int = 0
    mode: str = ""
    bits: int = 0
    frames: int = 0
    icc: bytes = b""
    exif: bytes = b""
    rgb: U8 | None = None
    problem: str = ""

    @property
    def bytes(self) -> int:
        """Size of the file."""
        return len(self.data)


def examine(data: bytes, name: str) -> Examined:
    """Decode ``data`` fully. Never raises on bad bytes: they give a ``problem`` and no ``rgb``.

    Pictures over 200 megapixels or 400 MB are refused from their header.
    """
    found = Examined(name=name, data=data, format=signature(data))
    if not data:
        return replace(found, problem="the file is empty")
    if len(data) > BYTE_LIMIT:
        return replace(found, problem=f"more than {BYTE_LIMIT // 1_000_000} MB")
    if not found.format:
        return replace(found, problem="not a picture in a known format")
    if found.format in _CLOSED:
        return replace(found, problem=f"{found.format} files are not opened here")
    with warnings.catch_warnings():
        # Pillow warns of oddities in metadata and of sizes below the limit set here: neither is damage.
        warnings.simplefilter("ignore")
        return _decode(found)


def read_at_most(path: Path) -> bytes:
    """The bytes of a file, of one over the limit only as many as `examine` needs to tell.

    Raises:
        OSError: it is gone, may not be read, or is no ordinary file (a pipe would be waited for without end).
    """
    seen = path.stat()
    if not stat.S_ISREG(seen.st_mode):
        raise OSError(errno.EINVAL, "it is no ordinary file")
    with path.open("rb") as file:
        return file.read(min(seen.st_size, BYTE_LIMIT) + 1)


def signature(data: bytes) -> str:
    """The format that the first bytes tell, by Pillow's name; empty when they tell none."""
    if data[4:8] == b"ftyp":
        brand = data[8:12]
        return "AVIF" if brand in (b"avif", b"avis") else "HEIF" if brand[:2] in (b"he", b"mi", b"ms") else ""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return next((name for start, name in _SIGNATURES if data.startswith(start)), "")


_SIGNATURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"8BPS", "PSD"),
    (b"%PDF", "PDF"),
)


def _decode(found: Examined) -> Examined:
    try:
        with Image.open(io.BytesIO(found.data), formats=(found.format,)) as image:
            found = _header(found, image)
            if image.width * image.height > PIXEL_LIMIT:
                return replace(found, problem=f"more than {PIXEL_LIMIT // 1_000_000} megapixels")
            image.load()
            found = replace(found, icc=image.info.get("icc_profile") or b"", exif=_exif(image))
            return replace(found, rgb=_flatten(image))
    except Image.DecompressionBombError:
        return replace(found, problem="too many pixels to open safely")
    except UnidentifiedImageError:
        return replace(found, problem="does not decode (damaged header)")
    except DECODE_ERRORS as error:
        return replace(found, problem=f"does not decode ({_phrase(error)})")


def _header(found: Examined, image: Image.Image) -> Examined:
    frames = int(getattr(image, "n_frames", 1)) if found.format in _ANIMATED else 1
    return replace(
        found, width=image.width, height=image.height, mode=image.mode, bits=_bits(found, image.mode), frames=frames
    )


def _bits(found: Examined, mode: str) -> int:
    # Pillow opens 16-bit colour PNG as 8-bit RGB; the header's 25th byte knows better.
    if found.format == "PNG" and mode != "P" and len(found.data) > 24:
        return found.data[24]
    return _DEEP_MODES.get(mode, 8)


def _exif(image: Image.Image) -> bytes:
    exif = image.info.get("exif") or b""
    return exif.removeprefix(b"Exif\0\0") if isinstance(exif, bytes) else b""


def _flatten(image: Image.Image) -> U8:
    if image.mode == "RGB" and "transparency" not in image.info:
        return pixels(image)
    if image.mode.startswith("I;16"):
        # Converting 16-bit grey clips at 255 instead of scaling.
        grey = (np.asarray(image).astype(np.uint32) >> 8).astype(np.uint8)
        return np.repeat(grey[..., None], 3, axis=2)
    if image.has_transparency_data:
        cut = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", cut.size, "white"), cut)
    return pixels(image.convert("RGB"))


def _phrase(error: BaseException) -> str:
    text = " ".join(str(error).split()).strip("'\"")
    return text[:80] or type(error).__name__
