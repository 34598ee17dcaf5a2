"""Every colour that the canvas paints with, and the backdrops that edges are judged on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QTransform

from whitecove.core.model import Severity
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import LIGHT


class Backdrop(StrEnum):
    """What edges are judged on. ``PLAIN`` is white below a cutout, and the window's own grey around a picture."""

    PLAIN = "plain"
    WHITE = "white"
    GREY = "grey"
    BLACK = "black"
    GREEN = "green"
    CHECKER = "checker"


# What lies on photos is the same in light and dark: a photo does not change with the window.
NOT_WHITE, KEEP, ERASE = QColor(LIGHT.not_white), QColor(LIGHT.keep), QColor(LIGHT.erase)
FRAME = BAND = HEAL = QColor(LIGHT.guide)
LINE, SHADE = QColor(LIGHT.line), QColor(LIGHT.line_shade)
SEVERITY = {
    Severity.ERROR: QColor(LIGHT.failed),
    Severity.WARNING: QColor(LIGHT.review),
    Severity.INFO: QColor(LIGHT.working),
}
SIGN, SIGN_TEXT = QColor(LIGHT.tooltip), QColor(LIGHT.tooltip_text)
SIGN.setAlphaF(0.78)

_EDGE, _QUIET = 0.22, 0.78
_PLAIN_COLOURS = {
    Backdrop.WHITE: QColor(Qt.GlobalColor.white),
    Backdrop.GREY: QColor(128, 128, 128),
    Backdrop.BLACK: QColor(Qt.GlobalColor.black),
    Backdrop.GREEN: QColor(0, 177, 64),
}


@dataclass(frozen=True, slots=True)
class Chrome:
    """The colours around a picture: its surroundings, the hairline at its edge, texts, and the focus."""

    around: QColor
    edge: QColor
    text: QColor
    quiet: QColor
    focus: QColor

    @classmethod
    def now(cls) -> Chrome:
        """Those of the theme at the moment."""
        now = colours()
        text = QColor(now.surround_text)
        return cls(
            around=QColor(now.surround),
            edge=with_alpha(LINE if now.dark else SHADE, _EDGE),
            text=text,
            quiet=with_alpha(text, _QUIET),
            focus=QColor(now.focus),
        )


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
    image.fill(QColor(LIGHT.checker_light))
    painter = QPainter(image)
    painter.fillRect(side, 0, side, side, QColor(LIGHT.checker_dark))
    painter.fillRect(0, side, side, side, QColor(LIGHT.checker_dark))
    painter.end()
    return image


def with_alpha(colour: QColor, share: float) -> QColor:
    """``colour`` at ``share`` (0…1) of its opacity."""
    thin = QColor(colour)
    thin.setAlphaF(max(0.0, min(1.0, share)) * colour.alphaF())
    return thin
