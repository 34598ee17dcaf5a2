"""Whatever mode Pillow decodes to, as 8-bit grey, RGB, CMYK or L*a*b* with the alpha set apart. Deep pictures are
scaled, never clipped (Pillow's own ``I;16`` to ``L`` clips)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from whitecove.core.decode import Decoded
from whitecove.core.model import F32

_BASES = ("L", "RGB", "CMYK", "LAB")
_GREY = ("1", "L", "LA")


def to_eight_bit(decoded: Decoded) -> tuple[Image.Image, Image.Image | None, list[str]]:
    """Colours (mode L, RGB, CMYK or LAB), alpha (mode L, or none), and what was done, a sentence each."""
    image = decoded.image
    if image.mode.startswith("I") or image.mode == "F":
        return _scaled(decoded)
    notes = [f"{decoded.bits} bits a channel were reduced to 8."] if decoded.bits > 8 else []
    if image.has_transparency_data:
        _mend_transparent_colour(decoded)
        grey = image.mode in _GREY or _is_grey_png(decoded)
        both = image.convert("RGBA") if image.mode != "LA" else image
        return both.convert("L" if grey else "RGB"), both.getchannel("A"), notes
    if image.mode == "1":
        return image.convert("L"), None, notes
    return (image if image.mode in _BASES else image.convert("RGB")), None, notes


def _is_grey_png(decoded: Decoded) -> bool:
    """Pillow decodes 16-bit grey with alpha to RGBA, where a grey profile would no longer fit."""
    if decoded.format != "PNG" or decoded.bits != 16 or decoded.image.mode != "RGBA":
        return False
    red, green, blue = (np.asarray(decoded.image.getchannel(c)) for c in "RGB")
    return bool(np.array_equal(red, green) and np.array_equal(green, blue))


def _mend_transparent_colour(decoded: Decoded) -> None:
    """A PNG's transparent colour is given at the file's bit depth; Pillow compares it with 8-bit pixels."""
    colour = decoded.image.info.get("transparency")
    if decoded.format != "PNG" or colour is None or isinstance(colour, bytes):
        return
    if decoded.image.mode == "RGB" and decoded.bits == 16:
        decoded.image.info["transparency"] = tuple(value >> 8 for value in colour)
    elif decoded.image.mode == "L" and decoded.bits < 8:
        decoded.image.info["transparency"] = colour * 255 // (2**decoded.bits - 1)


def _scaled(decoded: Decoded) -> tuple[Image.Image, Image.Image | None, list[str]]:
    image = decoded.image
    values = np.asarray(image)
    alpha = None
    if isinstance(key := image.info.get("transparency"), int):
        alpha = Image.fromarray(np.where(values == key, 0, 255).astype(np.uint8))
    if image.mode.startswith("I;16"):
        white = 2**decoded.bits - 1
        levels = (values.astype(np.uint32) * 255 + white // 2) // white
        notes = [f"{decoded.bits} bits a channel were reduced to 8."]
    else:
        levels, notes = _stretched(values)
    grey = np.minimum(levels, 255).astype(np.uint8)
    return Image.fromarray(255 - grey if _white_is_zero(image) else grey), alpha, notes


def _stretched(values: NDArray[np.generic]) -> tuple[F32, list[str]]:
    """Numbers without a fixed white: 0…1 and 0…65535 keep their scale, anything else is stretched to its own range."""
    numbers: F32 = np.nan_to_num(values.astype(np.float32), copy=False, nan=0.0, posinf=0.0, neginf=0.0)
    np.clip(numbers, -1e30, 1e30, out=numbers)  # their difference must be a number too
    low, high = float(numbers.min()), float(numbers.max())
    note = "More than 8 bits a channel were reduced to 8."
    if low >= 0 and high <= 1 and values.dtype.kind == "f":
        low, high = 0.0, 1.0
    elif low >= 0 and 255 < high <= 65535:
        low, high = 0.0, 65535.0
    else:
        note = "The brightness was stretched: the file does not say what is white."
    numbers -= low
    numbers *= 255 / max(high - low, 1e-12)
    return np.round(numbers, out=numbers), [note]


def _white_is_zero(image: Image.Image) -> bool:
    """Pillow turns such TIFF files round at 8 bits, but not at 16."""
    return bool(getattr(image, "tag_v2", {}).get(0x0106) == 0)
