"""Colour over what a brush passes: at once while it is drawn, and on until the result is there where that is not
known before."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from whitecove.core.corrections.patch import Patch
from whitecove.gui.canvas.pixels import bgra, premultiplied

# How opaque a tint is where the brush is whole (0…1).
STRENGTH = 0.38


class Tint:
    """Over a sheet of ``shape`` (H, W). Its memory is made before a hand waits for it."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self._shape = shape
        self._image = QImage(shape[1], shape[0], QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(0)
        self._box = QRect()

    def add(self, patch: Patch, colour: QColor) -> QRect:
        """Tints ``patch`` of the sheet, where it is not yet as strong; gives the box that changed."""
        box = QRect(patch.box.left, patch.box.top, patch.box.width, patch.box.height)
        if box.isEmpty():
            return box
        pixels = bgra(self._image)[patch.window]
        alpha = np.rint(patch.share * (255 * STRENGTH)).astype(np.uint8)
        # The stronger of two tints, channel by channel: that is a premultiplied colour as well.
        laid = _table(colour.rgb()).take(alpha).view(np.uint8).reshape(pixels.shape)
        np.maximum(pixels, laid, out=pixels)
        self._box |= box
        return box

    def clear(self) -> None:
        """No tint. The memory stays for the next one."""
        rows = slice(self._box.top(), self._box.bottom() + 1)
        bgra(self._image)[rows, self._box.left() : self._box.right() + 1] = 0
        self._box = QRect()

    def paint(self, painter: QPainter, target: QRectF) -> None:
        """``target`` is where all of the sheet is seen, in device pixels."""
        if self._box.isEmpty():
            return
        across, down = target.width() / self._shape[1], target.height() / self._shape[0]
        part = QRectF(
            target.x() + self._box.x() * across,
            target.y() + self._box.y() * down,
            self._box.width() * across,
            self._box.height() * down,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(part, self._image, QRectF(self._box))


@cache
def _table(rgb: int) -> NDArray[np.uint32]:
    """A colour premultiplied by each of the 256 alphas, a pixel in memory each."""
    colour = QColor(rgb)
    straight = np.array([colour.blue(), colour.green(), colour.red()], np.uint8)
    return premultiplied(straight, np.arange(256, dtype=np.uint8)[None]).view(np.uint32).ravel()
