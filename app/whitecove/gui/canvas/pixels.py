"""The pixels of pictures as arrays, rows first, without copying them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

U8 = NDArray[np.uint8]

_FOUR_BYTES = (
    QImage.Format.Format_RGB32,
    QImage.Format.Format_ARGB32,
    QImage.Format.Format_ARGB32_Premultiplied,
)


def bgra(image: QImage) -> U8:
    """The pixels (H, W, 4) of a picture of four bytes a pixel, as they lie in memory: blue, green, red, alpha. Writing
    to them writes to the picture, which must outlive them.

    Raises:
        ValueError: the picture is of another format.
    """
    if image.format() not in _FOUR_BYTES:
        message = f"no picture of four bytes a pixel: {image.format()}"
        raise ValueError(message)
    flat = np.frombuffer(image.bits(), np.uint8)
    return flat.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width()]


def strength(mask: QImage) -> U8:
    """How strong (H, W) a mask is at each pixel, 0…255: its alpha where it has some, its brightness otherwise."""
    if mask.hasAlphaChannel() and mask.format() != QImage.Format.Format_Alpha8:
        straight = mask.convertToFormat(QImage.Format.Format_ARGB32)
        return bgra(straight)[..., 3].copy()
    plain = mask
    if mask.format() not in (QImage.Format.Format_Alpha8, QImage.Format.Format_Grayscale8):
        plain = mask.convertToFormat(QImage.Format.Format_Grayscale8)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    return flat.reshape(plain.height(), plain.bytesPerLine())[:, : plain.width()].copy()


def pooled(values: U8, side: int) -> U8:
    """The largest of each square of ``side`` × ``side`` of ``values`` (H, W)."""
    if side <= 1:
        return values
    height, width = values.shape
    padded = np.pad(values, ((0, -height % side), (0, -width % side)))
    rows = padded.reshape(padded.shape[0] // side, side, padded.shape[1]).max(axis=1)
    return np.asarray(rows.reshape(rows.shape[0], rows.shape[1] // side, side).max(axis=2))


def premultiplied(colour: U8, alpha: U8) -> U8:
    """(H, W, 4) of a straight ``colour`` (H, W, 3 or one pixel of 3) and ``alpha`` (H, W)."""
    result = np.empty((*alpha.shape, 4), np.uint8)
    product = np.multiply(colour, alpha[..., None], dtype=np.uint16)
    # Division by 255, rounded, without dividing.
    product += 128
    product += product >> 8
    product >>= 8
    result[..., :3] = product
    result[..., 3] = alpha
    return result


def image_of(pixels: U8) -> QImage:
    """A picture of its own of premultiplied ``pixels`` (H, W, 4)."""
    height, width = pixels.shape[:2]
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    bgra(image)[...] = pixels
    return image
