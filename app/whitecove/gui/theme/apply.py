"""Give the application its look, and keep it in step with the system's light and dark while it runs."""

from __future__ import annotations

from functools import cache, partial
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from whitecove.gui.theme.accent import with_accent
from whitecove.gui.theme.fonts import body_pixels, interface_font
from whitecove.gui.theme.icons import app_icon
from whitecove.gui.theme.palette import palette
from whitecove.gui.theme.scheme import look
from whitecove.gui.theme.sheet import style_sheet
from whitecove.gui.theme.style import WhitecoveStyle
from whitecove.gui.theme.tokens import DARK, LIGHT, Colours

Scheme = Literal["system", "light", "dark"]

# What Fusion gives as accent where the system has none.
_FUSION_ACCENTS = frozenset({"#308cc6", "#308cc5"})

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}


def apply(app: QApplication, scheme: Scheme = "system") -> None:
    """Dress the application. May be called again at any time: all windows and icons follow at once."""
    _install(app)
    app.setProperty("scheme", scheme)
    app.styleHints().setColorScheme(_SCHEMES[scheme])  # title bars and the system's own dialogs follow too
    _dress(app, app.styleHints().colorScheme())


def _install(app: QApplication) -> None:
    """What is done once for an application: style, font, icon, and an ear to the system."""
    if app.property("dressed"):
        return
    app.setProperty("dressed", True)
    app.setProperty("accent", system_accent(app))
    app.setStyle(WhitecoveStyle())
    app.setFont(interface_font())
    app.setWindowIcon(app_icon())
    app.styleHints().colorSchemeChanged.connect(partial(_dress, app))


def _dress(app: QApplication, system: Qt.ColorScheme) -> None:
    """Put on what the person chose; where that is the system's, what the system has now."""
    chosen = app.property("scheme")
    dark = chosen == "dark" or (chosen == "system" and system == Qt.ColorScheme.Dark)
    wanted = _colours(dark, str(app.property("accent") or ""))
    if wanted == look().colours and app.styleSheet():
        return
    look().colours = wanted
    app.setPalette(palette(wanted))
    app.setStyleSheet(style_sheet(wanted, body_pixels(app.font())))
    look().changed.emit()


def system_accent(app: QApplication) -> str:
    """The person's accent colour as ``#rrggbb``, or an empty text where the system has none."""
    accent = app.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.Accent).name()
    return "" if accent in _FUSION_ACCENTS else accent


@cache
def _colours(dark: bool, accent: str) -> Colours:
    scheme = DARK if dark else LIGHT
    return with_accent(scheme, accent) if accent else scheme
