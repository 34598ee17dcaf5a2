"""What a person sees of a canvas, and does to it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from whitecove.core.model import Box, Placement
from whitecove.gui.canvas.canvas import Canvas

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SPACE, Z = Qt.Key.Key_Space, Qt.Key.Key_Z
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
RED, BLUE, GREEN, WHITE = (220, 30, 30), (30, 60, 220), (20, 160, 60), (255, 255, 255)
Colour = tuple[int, int, int]


class Sharp(Canvas):
    """A canvas on a screen of ``sharpness`` device pixels to a logical one."""

    sharpness = 1.0

    def devicePixelRatioF(self) -> float:
        return self.sharpness


def look(canvas: Canvas) -> QImage:
    """The canvas as it is painted, in device pixels."""
    ratio = canvas.devicePixelRatioF()
    image = QImage(round(canvas.width() * ratio), round(canvas.height() * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    canvas.render(image)
    image.setDevicePixelRatio(1.0)
    return image


def colour_at(image: QImage, x: float, y: float) -> Colour:
    """Red, green and blue of a pixel."""
    colour = image.pixelColor(int(x), int(y))
    return colour.red(), colour.green(), colour.blue()


def near(colour: Colour, other: Colour, tolerance: int = 12) -> bool:
    """Whether the two look alike."""
    return all(abs(a - b) <= tolerance for a, b in zip(colour, other, strict=True))


def device(canvas: Canvas, x: float, y: float) -> tuple[float, float]:
    """Where the place (x, y) of the picture is seen, in device pixels."""
    return canvas.view.to_pane(x, y)


def logical(canvas: Canvas, x: float, y: float) -> QPointF:
    """The same in logical pixels, where a mouse is."""
    left, top = device(canvas, x, y)
    return QPointF(left, top) / canvas.devicePixelRatioF()


def plain(width: int, height: int, colour: Colour, spots: Iterable[tuple[Box, Colour]] = ()) -> QImage:
    """A picture of one colour with boxes of others."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(*colour))
    for box, other in spots:
        part = QImage(box.width, box.height, QImage.Format.Format_RGB32)
        part.fill(QColor(*other))
        _copy_into(image, part, box)
    return image


def _copy_into(image: QImage, part: QImage, box: Box) -> None:
    whole = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), -1, 4)
    whole[box.top : box.bottom, box.left : box.right] = np.frombuffer(part.constBits(), np.uint8).reshape(
        box.height, box.width, 4
    )


def cutout_of(photo: QImage, box: Box) -> QImage:
    """The photo with only ``box`` left of it (straight alpha)."""
    image = photo.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), -1, 4)
    alpha = np.zeros(pixels.shape[:2], np.uint8)
    alpha[box.top : box.bottom, box.left : box.right] = 255
    pixels[..., 3] = alpha
    return image


def placed(source: Box, target: Box, side: int) -> Placement:
    """On a square canvas."""
    return Placement(source_box=source, placed_box=target, canvas=(side, side))


def mouse(
    canvas: Canvas,
    kind: QEvent.Type,
    at: QPointF,
    button: Qt.MouseButton = LEFT,
    modifiers: Qt.KeyboardModifier = NONE,
) -> None:
    """One event of a mouse whose ``button`` is held while it moves."""
    is_move, is_release = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        kind, at, canvas.mapToGlobal(at), none if is_move else button, none if is_release else button, modifiers
    )
    QApplication.sendEvent(canvas, event)


def hover(canvas: Canvas, at: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """The mouse moves there with no button held."""
    mouse(canvas, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, modifiers)


def drag(
    canvas: Canvas,
    way: list[QPointF],
    button: Qt.MouseButton = LEFT,
    modifiers: Qt.KeyboardModifier = NONE,
    *,
    let_go: bool = True,
) -> None:
    """Presses at the first place, moves along the others, and lets go at the last."""
    mouse(canvas, QEvent.Type.MouseButtonPress, way[0], button, modifiers)
    for at in way[1:]:
        mouse(canvas, QEvent.Type.MouseMove, at, button, modifiers)
    if let_go:
        mouse(canvas, QEvent.Type.MouseButtonRelease, way[-1], button, modifiers)


def wheel(canvas: Canvas, at: QPointF, notches: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Turns the wheel by so many notches."""
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPointF(0, 0).toPoint(),
        QPointF(0, 120 * notches).toPoint(),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def seen_at(canvas: Canvas, x: float, y: float) -> Colour:
    """What is seen at the place (x, y) of the picture."""
    return colour_at(look(canvas), *device(canvas, x, y))


def two_colours(canvas: Canvas) -> None:
    """A red photo before and a blue picture after."""
    canvas.show_pair(plain(1000, 1000, RED), plain(1000, 1000, BLUE), placed(Box(0, 0, 9, 9), Box(0, 0, 9, 9), 1000))
