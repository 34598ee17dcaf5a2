"""Every colour that the canvas paints with, and the backdrops that edges are judged on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPalette, QTransform

from whitecove.core.model import Severity


class Backdrop(StrEnum):
    """What edges are judged on. ``PLAIN`` is white below a cutout, and the window's own grey around a picture."""

    PLAIN = "plain"
    WHITE = "white"
    GREY = "grey"
    BLACK = "black"
    GREEN = "green"
    CHECKER = "checker"


NOT_WHITE = QColor(255, 0, 220)
BAND = QColor(0, 150, 255)
KEEP = QColor(34, 190, 90)
ERASE = QColor(240, 60, 60)
HEAL = QColor(70, 140, 255)
FRAME = QColor(0, 122, 255)
SEVERITY = {
    Severity.ERROR: QColor(214, 40, 57),
    Severity.WARNING: QColor(214, 120, 0),
    Severity.INFO: QColor(20, 110, 220),
}
# Of the handle between before and after, the small signs on the picture, and the outlines of brushes.
LIGHT, DARK = QColor(255, 255, 255), QColor(0, 0, 0)
SIGN, SIGN_TEXT = QColor(20, 22, 26, 190), QColor(255, 255, 255)

_PLAIN_COLOURS = {
    Backdrop.WHITE: QColor(255, 255, 255),
    Backdrop.GREY: QColor(128, 128, 128),
    Backdrop.BLACK: QColor(0, 0, 0),
    Backdrop.GREEN: QColor(0, 177, 64),
}
_CHECKS = QColor(255, 255, 255), QColor(204, 204, 204)


@dataclass(frozen=True, slots=True)
class Chrome:
    """The colours around a picture: its surroundings, the hairline at its edge, texts, and the focus."""

    around: QColor
    edge: QColor
    text: QColor
    quiet: QColor
    accent: QColor

    @classmethod
    def of(cls, palette: QPalette) -> Chrome:
        """A step darker than the window, so that a white picture stands out in a light window, and a neutral grey in
        any: a tint around would change how colours are seen."""
        window = palette.color(QPalette.ColorRole.Window).lightness()
        text = palette.color(QPalette.ColorRole.WindowText)
        is_dark = window < 128
        level = max(0, window - 8) if is_dark else max(0, window - 18)
        edge = QColor(255, 255, 255, 40) if is_dark else QColor(0, 0, 0, 46)
        quiet = QColor(text)
        quiet.setAlpha(165)
        accent = palette.color(QPalette.ColorRole.Highlight)
        return cls(around=QColor(level, level, level), edge=edge, text=text, quiet=quiet, accent=accent)


def around(backdrop: Backdrop, chrome: Chrome, ratio: float) -> QBrush:
    """What is painted around a picture; ``ratio`` is that of device pixels to logical ones."""
    return QBrush(chrome.around) if backdrop is Backdrop.PLAIN else below(backdrop, ratio, QPointF())


def below(backdrop: Backdrop, ratio: float, origin: QPointF) -> QBrush:
    """What is painted below a picture that can be seen through, whose corner is at ``origin``."""
    if backdrop is Backdrop.PLAIN:
        return QBrush(_PLAIN_COLOURS[Backdrop.WHITE])
    if backdrop is not Backdrop.CHECKER:
        return QBrush(_PLAIN_COLOURS[backdrop])
    brush = QBrush(_checks(max(4, round(8 * ratio))))
    brush.setTransform(QTransform.fromTranslate(round(origin.x()), round(origin.y())))
    return brush


@cache
def _checks(side: int) -> QImage:
    image = QImage(2 * side, 2 * side, QImage.Format.Format_RGB32)
    image.fill(_CHECKS[0])
    painter = QPainter(image)
    painter.fillRect(side, 0, side, side, _CHECKS[1])
    painter.fillRect(0, side, side, side, _CHECKS[1])
    painter.end()
    return image


def with_alpha(colour: QColor, share: float) -> QColor:
    """``colour`` at ``share`` (0…1) of its opacity."""
    thin = QColor(colour)
    thin.setAlphaF(max(0.0, min(1.0, share)) * colour.alphaF())
    return thin
