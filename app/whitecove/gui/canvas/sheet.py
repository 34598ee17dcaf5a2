"""The pixels that touch-up works on: a photo and its cutout, as far as strokes can be shown before they are computed.

A stroke's share of each pixel is the one that the corrections themselves use, so what is shown is what comes, but for
edges that are looked for and colours that are freed of the backdrop.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage

from whitecove.core.corrections.areas import filled, outline_of
from whitecove.core.corrections.brush import painted
from whitecove.core.corrections.patch import Patch
from whitecove.core.corrections.values import Area, Heal, Hole, Point, Rectangle, Step, Stroke, Touch, scaled
from whitecove.core.model import Box
from whitecove.gui.canvas.levels import Levels
from whitecove.gui.canvas.pixels import U8, bgra

ALL = QRect()


class Sheet:
    """``photo`` and ``cutout`` (straight alpha), both of one size, which stand for ``box`` of the source."""

    def __init__(self, photo: QImage, cutout: QImage, box: QRectF) -> None:
        self.box = box
        self._settled = cutout.convertToFormat(QImage.Format.Format_ARGB32).copy()
        self._work = self._settled.copy()
        is_reduced = cutout.width() < 0.99 * box.width()
        self._stale = QRect()
        self.set_photo(photo)
        shown = self._work.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        self.shown = Levels(shown, smooth=is_reduced)

    def set_photo(self, photo: QImage, box: QRect = ALL) -> None:
        """Takes ``photo`` for ``box`` of what lies below, or for all of it."""
        box = self._inside(box)
        plain = _of_size(photo, box, QImage.Format.Format_RGB32)
        if box == self._work.rect():
            self.photo = Levels(plain.copy(), smooth=self._work.width() < 0.99 * self.box.width())
        else:
            rows, columns = _window(box)
            bgra(self.photo.image)[rows, columns] = bgra(plain)
            self.photo.changed(box)

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width."""
        return self._work.height(), self._work.width()

    @property
    def scale(self) -> float:
        """Pixels of the sheet to a pixel of the source."""
        return self._work.width() / self.box.width()

    def to_source(self, box: QRect) -> QRectF:
        """A box of the sheet in source pixels."""
        across, down = self.box.width() / self._work.width(), self.box.height() / self._work.height()
        part = QRectF(box.x() * across, box.y() * down, box.width() * across, box.height() * down)
        return part.translated(self.box.topLeft())

    def place(self, step: Step) -> QRect:
        """The box of the sheet's pixels that ``step``, in source pixels, may change."""
        across, down = self._work.width() / self.box.width(), self._work.height() / self.box.height()
        box = extent(step).translated(-self.box.topLeft())
        box = QRectF(box.x() * across, box.y() * down, box.width() * across, box.height() * down)
        return box.adjusted(-1, -1, 1, 1).toAlignedRect() & self._work.rect()

    def patch(self, step: Step) -> Patch:
        """The share of the sheet's pixels that ``step``, in source pixels, means; empty for a hole, which must be
        looked for."""
        step = moved(step, -self.box.x(), -self.box.y())
        step = scaled(step, self._work.width() / self.box.width(), self._work.height() / self.box.height())
        match step:
            case Stroke(brush=brush) | Heal(brush=brush):
                return painted(brush, self.shape)
            case Area() | Rectangle():
                return filled(outline_of(step), self.shape)
            case Hole():
                return Patch(box=Box(0, 0, 0, 0), share=np.zeros((0, 0), np.float32))

    def lay(self, step: Stroke | Area | Rectangle, patch: Patch) -> QRect:
        """Shows ``step``, of which ``patch`` is what it means here, on top of what is there; gives the box of the
        sheet that changed."""
        self._mix(patch, keep=step.keep)
        return self._show(QRect(patch.box.left, patch.box.top, patch.box.width, patch.box.height))

    def settle(self, cutout: QImage, box: QRect = ALL) -> None:
        """Takes over a computed ``cutout`` of ``box`` of the sheet, or of all of it; `relay` shows it."""
        box = self._inside(box)
        rows, columns = _window(box)
        part = _of_size(cutout, box, QImage.Format.Format_ARGB32)
        bgra(self._settled)[rows, columns] = bgra(part)
        self._stale |= box

    def show_settled(self, steps: tuple[Step, ...], box: QRect) -> None:
        """Shows what was settled since the last time, and what is in ``box``, with ``steps`` on top of it."""
        box, self._stale = box | self._stale, QRect()
        if not box.isEmpty():
            self.relay(steps, box)

    def relay(self, steps: tuple[Step, ...], box: QRect = ALL) -> QRect:
        """Shows in ``box``, or in all of the sheet, what is settled and ``steps`` on top of it; gives that box."""
        box = self._inside(box)
        rows, columns = _window(box)
        bgra(self._work)[rows, columns] = bgra(self._settled)[rows, columns]
        for step in steps:
            if isinstance(step, Stroke | Area | Rectangle):
                # Laid again outside of the box, a step changes nothing there.
                self._mix(self.patch(step), keep=step.keep)
        return self._show(box)

    def _inside(self, box: QRect) -> QRect:
        return self._work.rect() if box.isNull() else box & self._work.rect()

    def _mix(self, patch: Patch, *, keep: bool) -> None:
        """What is kept is as opaque as it is meant at least, in the photo's colour; what is erased at most so."""
        level = np.rint(patch.share * 255).astype(np.uint8)
        work = bgra(self._work)[patch.window]
        if keep:
            more = level > work[..., 3]
            np.copyto(_words(work), _words(bgra(self.photo.image)[patch.window]), where=more)
            np.copyto(work[..., 3], level, where=more)
        else:
            np.minimum(work[..., 3], 255 - level, out=work[..., 3])

    def _show(self, box: QRect) -> QRect:
        if not box.isEmpty():
            part = self._work.copy(box).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
            rows, columns = _window(box)
            bgra(self.shown.image)[rows, columns] = bgra(part)
            self.shown.changed(box)
        return box


def _of_size(image: QImage, box: QRect, kind: QImage.Format) -> QImage:
    """``image`` as large as ``box``, which it stands for."""
    if image.size() != box.size():
        image = image.scaled(box.size(), mode=Qt.TransformationMode.SmoothTransformation)
    return image.convertToFormat(kind)


def extent(step: Step) -> QRectF:
    """The box around all that ``step`` passes, in its own coordinates; that of a hole is its point."""
    reach = 0.0
    match step:
        case Stroke(brush=brush) | Heal(brush=brush):
            places = np.array(brush.touches, np.float64)[:, :2]
            reach = brush.radius
        case Hole(point=point):
            places = np.array([point], np.float64)
        case Area() | Rectangle():
            places = np.array(outline_of(step), np.float64)
    (left, top), (right, bottom) = places.min(axis=0) - reach, places.max(axis=0) + reach
    return QRectF(float(left), float(top), float(right - left), float(bottom - top))


def moved(step: Step, across: float, down: float) -> Step:
    """``step`` so many pixels to the right and down."""
    match step:
        case Stroke(brush=brush) | Heal(brush=brush):
            touches = tuple(Touch(x + across, y + down, pressure) for x, y, pressure in brush.touches)
            return replace(step, brush=replace(brush, touches=touches))
        case Area(outline=outline):
            return replace(step, outline=tuple(Point(x + across, y + down) for x, y in outline))
        case Rectangle():
            return replace(
                step,
                left=step.left + across,
                top=step.top + down,
                right=step.right + across,
                bottom=step.bottom + down,
            )
        case Hole(point=point):
            return Hole(point=Point(point.x + across, point.y + down))


def _window(box: QRect) -> tuple[slice, slice]:
    return slice(box.top(), box.top() + box.height()), slice(box.left(), box.left() + box.width())


def _words(pixels: U8) -> NDArray[np.uint32]:
    """Pixels (H, W, 4) as one number each (H, W)."""
    return pixels.view(np.uint32)[..., 0]
