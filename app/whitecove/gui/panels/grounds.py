"""The grounds that a cutout is judged on, as buttons: white, grey, black, green, a checkerboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton

from whitecove.gui.marks import QT_TRANSLATE_NOOP
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import describe


@dataclass(frozen=True, slots=True)
class Swatch:
    """A ground to judge edges on: its key, its name, and its colours."""

    key: str
    name: str
    colours: tuple[str, ...]


SWATCHES: tuple[Swatch, ...] = (
    Swatch("white", QT_TRANSLATE_NOOP("Swatch", "On white"), ("#ffffff",)),
    Swatch("grey", QT_TRANSLATE_NOOP("Swatch", "On grey"), ("#808080",)),
    Swatch("black", QT_TRANSLATE_NOOP("Swatch", "On black"), ("#000000",)),
    Swatch("green", QT_TRANSLATE_NOOP("Swatch", "On green"), ("#00b140",)),
    Swatch("checker", QT_TRANSLATE_NOOP("Swatch", "On a checkerboard"), ("#ffffff", "#c8c8c8")),
)


def swatch_button(swatch: Swatch, keys: str) -> QToolButton:
    """A button in the colours of ``swatch``; ``keys`` is the shortcut that its tooltip names."""
    button = QToolButton()
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setIcon(_patch(swatch.colours))
    button.setIconSize(QSize(METRICS.icon, METRICS.icon))
    describe(button, QCoreApplication.translate("Swatch", swatch.name), keys)
    return button


def _patch(shown: tuple[str, ...]) -> QIcon:
    """A rounded patch of one colour, or of two as a checkerboard, crisp at twice the size, too."""
    side = 2 * METRICS.icon
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(colours().outline)
    painter.setPen(edge)
    painter.setBrush(QColor(shown[0]))
    painter.drawRoundedRect(3, 3, side - 6, side - 6, 6, 6)
    if len(shown) > 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown[1]))
        half = (side - 8) // 2
        painter.drawRect(4, 4, half, half)
        painter.drawRect(4 + half, 4 + half, half, half)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)
