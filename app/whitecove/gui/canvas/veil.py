"""A mask laid over a picture in one colour, of which no pixel is lost however small the picture is shown."""

from __future__ import annotations

from math import ceil

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from whitecove.gui.canvas.pixels import image_of, pooled, premultiplied, strength

# A single pixel of the mask is shown at least so many device pixels large.
LEAST = 1.5


class Veil:
    """``mask`` of any size, painted over the whole of a picture in ``colour``."""

    def __init__(self, mask: QImage, colour: QColor) -> None:
        self._strength = strength(mask)
        self._colour = colour
        self._pooled: dict[int, QImage] = {}

    def paint(self, painter: QPainter, target: QRectF) -> None:
        """Paints all of the mask into ``target``, in device pixels."""
        height, width = self._strength.shape
        scale = target.width() / width
        side = 1 if scale >= 1 else ceil(LEAST / scale)
        image = self._image(side)
        covered = QRectF(
            target.x(),
            target.y(),
            target.width() * image.width() * side / width,
            target.height() * image.height() * side / height,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(covered, image, QRectF(image.rect()))

    def _image(self, side: int) -> QImage:
        if side not in self._pooled:
            colour = self._colour
            blue_green_red = np.array([colour.blue(), colour.green(), colour.red()], np.uint8)
            alpha = pooled(self._strength, side)
            if colour.alpha() < 255:
                alpha = np.asarray(alpha * colour.alphaF(), np.uint8)
            self._pooled = {side: image_of(premultiplied(blue_green_red, alpha))}
        return self._pooled[side]
