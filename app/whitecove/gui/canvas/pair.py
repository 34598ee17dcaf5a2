"""A photo before and after, in one frame: that of the finished picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF

from whitecove.core.model import Placement
from whitecove.gui.canvas.levels import Levels

Size = tuple[int, int]


class Side(StrEnum):
    """Which of the two."""

    BEFORE = "before"
    AFTER = "after"


class Compare(StrEnum):
    """How the two are shown."""

    SPLIT = "split"
    SIDE_BY_SIDE = "side by side"
    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pair:
    """At least one of ``before``, a photo of the true size ``before_size``, and ``after``, the finished picture of
    ``after_size``; the pictures themselves may be reduced. ``placement`` is how the one became the other; without it
    the photo is fitted into the middle of the finished picture."""

    before: Levels | None
    after: Levels | None
    before_size: Size
    after_size: Size
    placement: Placement | None

    @property
    def size(self) -> Size:
        """Of the frame that both are seen in."""
        return self.after_size if self.after else self.before_size

    def has(self, side: Side) -> bool:
        """Whether there is a picture on that side."""
        return (self.before if side is Side.BEFORE else self.after) is not None

    def levels(self, side: Side) -> Levels | None:
        """The picture on that side."""
        return self.before if side is Side.BEFORE else self.after

    def place(self, side: Side) -> QRectF:
        """Where in the frame that side's picture lies; the photo may reach out of the frame, or not fill it."""
        if side is Side.AFTER or self.after is None:
            return QRectF(0, 0, *self.size)
        left, top = self.to_frame(0, 0)
        right, bottom = self.to_frame(*self.before_size)
        return QRectF(QPointF(left, top), QPointF(right, bottom))

    def to_frame(self, x: float, y: float) -> tuple[float, float]:
        """Where a place of the photo, in its true pixels, lies in the frame."""
        if self.after is None:
            return x, y
        source, placed = self._boxes()
        return (
            placed.x() + (x - source.x()) * placed.width() / source.width(),
            placed.y() + (y - source.y()) * placed.height() / source.height(),
        )

    def to_photo(self, x: float, y: float) -> tuple[float, float]:
        """Which place of the photo, in its true pixels, lies at (``x``, ``y``) of the frame."""
        if self.after is None:
            return x, y
        source, placed = self._boxes()
        return (
            source.x() + (x - placed.x()) * source.width() / placed.width(),
            source.y() + (y - placed.y()) * source.height() / placed.height(),
        )

    def _boxes(self) -> tuple[QRectF, QRectF]:
        """A box of the photo, and where it lies in the frame."""
        photo = QRectF(0, 0, *self.before_size)
        if self.placement is None:
            share = min(self.after_size[0] / photo.width(), self.after_size[1] / photo.height())
            width, height = photo.width() * share, photo.height() * share
            return photo, QRectF((self.after_size[0] - width) / 2, (self.after_size[1] - height) / 2, width, height)
        source, placed = self.placement.source_box, self.placement.placed_box
        # A placement is that of its own canvas, which a file made smaller to fit its bytes no longer has.
        across = self.after_size[0] / self.placement.canvas[0]
        down = self.after_size[1] / self.placement.canvas[1]
        return (
            QRectF(source.left, source.top, max(1, source.width), max(1, source.height)),
            QRectF(
                placed.left * across, placed.top * down, max(1, placed.width) * across, max(1, placed.height) * down
            ),
        )
