"""A picture ready to be painted at any scale, crisply and at once.

Bilinear filtering skips pixels below one half. So a picture is kept at full size, at one half, one quarter and so on,
and painted from the level just above what is asked for; once the scale has come to rest, from a copy of exactly the
size on the screen, whose every pixel is the mean of what it stands for.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

# No level is smaller than this many pixels on its shorter side.
SMALLEST = 64
# From this magnification on, pixels are shown as what they are.
PLAIN = 2.0
# An exact copy of more than this many pixels is not worth its memory: the level above is as good there.
MOST_EXACT = 12_000_000


def paintable(image: QImage) -> QImage:
    """``image`` in the format that is painted fastest, without a colour space."""
    wanted = QImage.Format.Format_ARGB32_Premultiplied if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    made = image if image.format() == wanted else image.convertToFormat(wanted)
    if made.devicePixelRatio() != 1.0:
        made = made.copy()
        made.setDevicePixelRatio(1.0)
    return made


class Levels:
    """``image``, and smaller copies of it, each half as large as the one before, made when they are first needed."""

    def __init__(self, image: QImage, *, smooth: bool = False) -> None:
        """``smooth``: also magnified, as what is already a reduced picture must be."""
        self._levels = [paintable(image)]
        self._smooth = smooth
        self._exact: QImage | None = None

    @property
    def image(self) -> QImage:
        """At full size."""
        return self._levels[0]

    @property
    def size(self) -> QSize:
        return self.image.size()

    def level(self, scale: float) -> QImage:
        """The smallest copy that is not smaller than the picture at ``scale``."""
        number = 0
        while scale <= 0.5 and min(self._at(number).width(), self._at(number).height()) >= 2 * SMALLEST:
            scale *= 2
            number += 1
        return self._at(number)

    def _at(self, number: int) -> QImage:
        while len(self._levels) <= number:
            last = self._levels[-1]
            self._levels.append(_reduced(last, QSize((last.width() + 1) // 2, (last.height() + 1) // 2)))
        return self._levels[number]

    def paint(self, painter: QPainter, target: QRectF, *, exact: bool) -> None:
        """Paints all of the picture into ``target``, in the painter's coordinates, which are device pixels.

        With ``exact`` it is as crisp as it can be, which takes a moment the first time; without, at once."""
        scale = max(target.width() / self.image.width(), target.height() / self.image.height())
        size = QSize(round(target.width()), round(target.height()))
        corner = QPoint(round(target.x()), round(target.y()))
        if size == self.size:
            painter.drawImage(corner, self.image)
        elif exact and scale < 1 and size.width() * size.height() <= MOST_EXACT:
            painter.drawImage(corner, self._exactly(size, scale))
        else:
            smooth = scale < PLAIN or self._smooth
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            image = self.level(scale)
            painter.drawImage(target, image, QRectF(image.rect()))

    def _exactly(self, size: QSize, scale: float) -> QImage:
        if self._exact is None or self._exact.size() != size:
            self._exact = _reduced(self.level(scale), size.expandedTo(QSize(1, 1)))
        return self._exact

    def changed(self, box: QRect) -> None:
        """Says that the pixels of ``image`` in ``box`` were written to: the smaller copies follow there."""
        self._exact = None
        for finer, coarser in zip(self._levels, self._levels[1:], strict=False):
            box = _halved(box) & coarser.rect()
            if box.isEmpty():
                return
            source = QRect(box.topLeft() * 2, box.size() * 2) & finer.rect()
            part = _reduced(finer.copy(source), box.size())
            painter = QPainter(coarser)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawImage(box.topLeft(), part)
            painter.end()


def _reduced(image: QImage, size: QSize) -> QImage:
    reduced = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return paintable(reduced)


def _halved(box: QRect) -> QRect:
    """The pixels of the next level that those of ``box`` are part of, and one more around."""
    left, top = box.left() // 2 - 1, box.top() // 2 - 1
    right, bottom = (box.right() + 1) // 2 + 1, (box.bottom() + 1) // 2 + 1
    return QRect(QPoint(left, top), QPoint(right, bottom))
