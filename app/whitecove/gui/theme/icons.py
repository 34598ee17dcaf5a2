"""Icons: one set of line drawings in ``resources/icons``, inked with the colours of the moment.

An icon looks up its ink each time it is painted, so a change of theme needs nothing but a repaint, and it is drawn anew
for each size and pixel density. ``tint`` is the name of a colour in :class:`whitecove.gui.theme.tokens.Colours`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import colour_names
from whitecove.paths import resources

_INK = b"currentColor"


def folder() -> Path:
    """Where the drawings lie."""
    return resources() / "icons"


@cache
def names() -> frozenset[str]:
    """All icons there are."""
    return frozenset(path.stem for path in folder().glob("*.svg"))


@cache
def icon(name: str, tint: str = "text") -> QIcon:
    """An icon in the theme's ink. Raises KeyError for an icon or a colour that does not exist."""
    if name not in names():
        raise KeyError(f"no icon is called {name}")
    if tint not in colour_names():
        raise KeyError(f"no colour is called {tint}")
    return QIcon(_Engine(name, tint))


@cache
def app_icon() -> QIcon:
    """The program's own icon, for windows and task bars: not tinted."""
    made = QIcon()
    drawing = (folder() / "app" / "whitecove.svg").read_bytes()
    for side in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(QPixmap.fromImage(_rendered(drawing, side, side)))
    return made


def draw(painter: QPainter, name: str, ink: str, rect: QRect | QRectF) -> None:
    """Paint an icon in a colour (``#rrggbb``), as large a square as fits the middle of ``rect``."""
    area = QRectF(rect)
    side = min(area.width(), area.height())
    device = painter.device()
    density = device.devicePixelRatio() if device is not None else 1.0
    picture = _pixmap(name, ink, max(1, round(side * density)))
    square = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
    painter.drawPixmap(square, picture, QRectF(picture.rect()))


class _Engine(QIconEngine):
    """Draws one icon. Qt asks for it in each mode: disabled is grey, checked takes the accent."""

    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    def _ink(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        now = colours()
        if mode == QIcon.Mode.Disabled:
            return now.disabled
        if state == QIcon.State.On and self._tint == "text":
            return now.link
        if mode == QIcon.Mode.Active and self._tint == "muted":
            return now.text
        return str(getattr(now, self._tint))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw(painter, self._name, self._ink(mode, state), rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _pixmap(self._name, self._ink(mode, state), min(size.width(), size.height()))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = round(min(size.width(), size.height()) * scale)  # the size comes in device-independent pixels
        picture = QPixmap(_pixmap(self._name, self._ink(mode, state), side))
        picture.setDevicePixelRatio(scale)
        return picture

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        side = min(size.width(), size.height())
        return QSize(side, side)

    def isNull(self) -> bool:
        return False

    def key(self) -> str:
        return "whitecove"

    def clone(self) -> QIconEngine:
        return _kept(_Engine(self._name, self._tint))


_clones: list[QIconEngine] = []


def _kept(engine: QIconEngine) -> QIconEngine:
    """Qt owns a clone without telling Python, which would otherwise free it at once."""
    _clones.append(engine)
    return engine


@cache
def _drawing(name: str) -> bytes:
    return (folder() / f"{name}.svg").read_bytes()


@lru_cache(maxsize=2048)
def _pixmap(name: str, ink: str, side: int) -> QPixmap:
    return QPixmap.fromImage(_rendered(_drawing(name).replace(_INK, ink.encode()), side, side))


def _rendered(drawing: bytes, width: int, height: int) -> QImage:
    """A drawing as pixels, transparent where nothing is drawn."""
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(image.rect()))
    painter.end()
    return image
