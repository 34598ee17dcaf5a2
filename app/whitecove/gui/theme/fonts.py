"""The system's own font for the window, with fallbacks that have Chinese and Cyrillic, by platform."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QGlyphRun, QTextLayout

from whitecove.gui.theme.tokens import TYPE

# Tried in this order where the system's font lacks a letter. Simplified Chinese first: it is our second language.
FALLBACKS: dict[str, tuple[str, ...]] = {
    "win32": ("Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "SimSun", "Arial"),
    "darwin": ("PingFang SC", "Hiragino Sans GB", "Helvetica Neue"),
    "linux": (
        "Noto Sans",
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "Source Han Sans SC",
        "WenQuanYi Micro Hei",
        "Droid Sans Fallback",
        "DejaVu Sans",
    ),
}


def interface_font() -> QFont:
    """The font of all controls: what the system uses, not smaller than can be read, with fallbacks behind it."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setFamilies(list(_once([font.family(), *_installed(FALLBACKS.get(sys.platform, FALLBACKS["linux"]))])))
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    if body_pixels(font) < TYPE.smallest:
        font.setPixelSize(TYPE.smallest)
    return font


def body_pixels(font: QFont) -> int:
    """The size of a font in device-independent pixels."""
    size = font.pixelSize()
    return size if size > 0 else round(font.pointSizeF() * _dots_per_inch(font) / 72)


def digits_font(font: QFont) -> QFont:
    """The same font with digits of one width, for numbers that change or stand below each other."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def can_draw(text: str, font: QFont) -> bool:
    """Whether every letter of the text has a shape in the font or its fallbacks; else boxes would be shown."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(_shaped(run) for run in layout.glyphRuns())


def _shaped(run: QGlyphRun) -> bool:
    return 0 not in run.glyphIndexes()  # 0 is the shape for "no such letter"


def _dots_per_inch(font: QFont) -> float:
    return QFontMetrics(font).fontDpi()


def _installed(families: Iterable[str]) -> list[str]:
    """Those that exist: asking for others makes Qt search all fonts, which is slow on a Mac."""
    return [family for family in families if QFontDatabase.hasFamily(family)]


def _once(families: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(families)
