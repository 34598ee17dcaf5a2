"""Bytes from the rooms as pictures of Qt's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from whitecove.core.adjust.values import AS_SHOT, Geometry
from whitecove.studio.asks import Pixels


def rgb_image(data: bytes, width: int, height: int) -> QImage:
    """Tight rows of RGB bytes."""
    return QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def rgba_image(data: bytes, width: int, height: int) -> QImage:
    """Tight rows of RGBA bytes, straight alpha."""
    return QImage(data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def mask_image(data: bytes, width: int, height: int) -> QImage:
    """A byte a pixel, as alpha."""
    return QImage(data, width, height, width, QImage.Format.Format_Alpha8).copy()


def image_of(pixels: Pixels) -> QImage:
    """A picture from the gallery."""
    return (rgba_image if pixels.alpha else rgb_image)(pixels.data, pixels.width, pixels.height)


def as_shown(image: QImage, geometry: Geometry) -> QImage:
    """A photo turned as `core.adjust` shows it: quarters first, then mirrored, then straightened about its middle."""
    if geometry == AS_SHOT:
        return image
    turned = image.transformed(QTransform().rotate(geometry.turn)) if geometry.turn else image
    if geometry.flip:
        turned = turned.flipped(Qt.Orientation.Horizontal)
    if not geometry.straighten:
        return turned
    straight = QImage(turned.size(), QImage.Format.Format_ARGB32_Premultiplied)
    straight.fill(Qt.GlobalColor.transparent)
    painter = QPainter(straight)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    middle = turned.rect().toRectF().center()
    painter.translate(middle)
    painter.rotate(geometry.straighten)
    painter.translate(-middle)
    painter.drawImage(0, 0, turned)
    painter.end()
    return straight
