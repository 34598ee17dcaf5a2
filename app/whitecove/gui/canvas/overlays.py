"""What is drawn over a finished picture to judge it: what is not white, edges, the frame, and where findings are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from whitecove.core.model import Box, Severity
from whitecove.gui.canvas.colours import BAND, FRAME, NOT_WHITE, SEVERITY, with_alpha
from whitecove.gui.canvas.pair import Side
from whitecove.gui.canvas.signs import outline, sign, sign_size
from whitecove.gui.canvas.veil import Veil

# A severity is told by its line as well as by its colour.
LINES = {
    Severity.ERROR: Qt.PenStyle.SolidLine,
    Severity.WARNING: Qt.PenStyle.DashLine,
    Severity.INFO: Qt.PenStyle.DotLine,
}
# Of a label, in logical pixels; and the space around a mark, which must not hide what it is about.
LONGEST, SPACE = 280.0, 3.0

ToDevice = Callable[[QRectF], QRectF]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where to look for a finding: a box in pixels of the finished picture, or of the photo before (``side``), with a
    short label."""

    box: QRect
    label: str
    severity: Severity
    side: Side = Side.AFTER


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeFrame:
    """How much of the finished picture the product takes: its box there, and the share (0…1) of the longer side that
    it has and that is wanted."""

    placed_box: Box
    fill: float
    wanted: float


@dataclass(slots=True)
class Overlays:
    """What is laid over a picture of ``size``; what is none is not shown. ``pointed`` is the number of the mark below
    the pointer."""

    not_white: Veil | None = None
    band: Veil | None = None
    safe_frame: SafeFrame | None = None
    marks: tuple[Mark, ...] = ()
    pointed: int | None = None

    def set_not_white(self, mask: QImage | None) -> None:
        """A mask over the whole picture, or none."""
        self.not_white = _veil(mask, NOT_WHITE)

    def set_band(self, mask: QImage | None) -> None:
        """A mask of the edge's band over the whole picture, or none."""
        self.band = _veil(mask, with_alpha(BAND, 0.6))

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Other marks."""
        self.marks, self.pointed = marks, None

    def clear(self) -> None:
        """Nothing."""
        self.not_white = self.band = self.safe_frame = self.pointed = None
        self.marks = ()

    def paint_masks(self, painter: QPainter, frame: QRectF) -> None:
        """``frame`` is where all of the picture is seen."""
        for veil in (self.band, self.not_white):
            if veil:
                veil.paint(painter, frame)

    def paint_frame(self, painter: QPainter, size: tuple[int, int], to_device: ToDevice, ratio: float) -> None:
        """The box of the product, the frame that it should fill, and the two shares in words."""
        if self.safe_frame is None:
            return
        width, height = size
        wanted, box = self.safe_frame.wanted, self.safe_frame.placed_box
        target = QRectF(width * (1 - wanted) / 2, height * (1 - wanted) / 2, width * wanted, height * wanted)
        outline(painter, to_device(target), FRAME, ratio, Qt.PenStyle.DashLine, 1.0)
        placed = to_device(QRectF(box.left, box.top, box.width, box.height))
        outline(painter, placed, FRAME, ratio, width=1.0)
        text = QCoreApplication.translate("Canvas", "fills {share}, wanted {wanted}")
        text = text.format(share=_percent(self.safe_frame.fill), wanted=_percent(wanted))
        across, down = sign_size(painter, text, ratio)
        gap, bottom = 6 * ratio, to_device(QRectF(0, 0, width, height)).bottom()
        top = placed.bottom() + gap
        if top + down > bottom:
            top = placed.bottom() - down - gap
        corner = QPointF(placed.center().x() - across / 2, top)
        sign(painter, corner, text, ratio)

    def paint_marks(self, painter: QPainter, side: Side, to_device: ToDevice, ratio: float) -> None:
        """The marks of one side; ``to_device`` brings a box of that side's pixels to the widget."""
        for number, mark in enumerate(self.marks):
            if mark.side is side:
                _paint_mark(painter, mark, to_device(QRectF(mark.box)), ratio, is_pointed=number == self.pointed)

    def mark_at(self, at: QPointF, side: Side, to_device: ToDevice) -> int | None:
        """The number of the smallest mark of that side that is seen at ``at``; none where there is no mark."""
        found = [
            (mark.box.width() * mark.box.height(), number)
            for number, mark in enumerate(self.marks)
            if mark.side is side and to_device(QRectF(mark.box)).contains(at)
        ]
        return min(found)[1] if found else None


def _veil(mask: QImage | None, colour: QColor) -> Veil | None:
    return None if mask is None else Veil(mask, colour)


def _percent(share: float) -> str:
    return f"{QLocale().toString(round(share * 100))}{QLocale().percent()}"


def _paint_mark(painter: QPainter, mark: Mark, box: QRectF, ratio: float, *, is_pointed: bool) -> None:
    space = SPACE * ratio
    box = box.adjusted(-space, -space, space, space)
    colour = SEVERITY[mark.severity]
    outline(painter, box, colour, ratio, LINES[mark.severity], 3.0 if is_pointed else 2.0)
    if not mark.label:
        return
    text = QFontMetricsF(painter.font()).elidedText(mark.label, Qt.TextElideMode.ElideRight, LONGEST)
    height = sign_size(painter, text, ratio)[1]
    top = box.top() - height - 2 * ratio
    if top < 0:
        top = box.bottom() + 2 * ratio
    sign(painter, QPointF(box.left(), top), text, ratio, with_alpha(colour, 0.95))
