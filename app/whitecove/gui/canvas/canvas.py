"""The canvas, as the rest of the window uses it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from whitecove.core.corrections.values import Point, Step
from whitecove.core.model import Box, Placement
from whitecove.gui.canvas.closer import Closer
from whitecove.gui.canvas.handled import Handled
from whitecove.gui.canvas.levels import Levels
from whitecove.gui.canvas.overlays import Mark, SafeFrame
from whitecove.gui.canvas.pair import Compare, Pair, Side, Size
from whitecove.gui.canvas.saying import Saying
from whitecove.gui.canvas.sheet import ALL, Sheet
from whitecove.gui.canvas.tools import Hand, Tool
from whitecove.gui.canvas.touch_up import Offer, TouchUp
from whitecove.gui.canvas.view import View
from whitecove.gui.canvas.viewing import Viewing
from whitecove.gui.canvas.worked import Worked
from whitecove.gui.speaking import tongue


class Canvas(Handled):
    """One picture in the middle of the window. It shows one of three things at a time:

    - words (`show_message`),
    - a photo before and after (`show_pair`), with what is laid over it,
    - a photo that is touched up (`start_touch_up`), until one of the others is shown.

    Pictures are copied where they are kept in another format; none is read or computed here. Scales are device pixels
    to a picture's pixel: 1.0 is 100 %.
    """

    # A step was drawn: a `core.corrections.values.Step` in source pixels. It is shown until `settled` says so.
    step_made = Signal(object)
    # The place of the photo below the pointer, in source pixels (`Point`), or none.
    hovered = Signal(object)
    # The view rests on a part of the photo (`Box`, in source pixels) at which there is more to see than the reduced
    # pictures have: answered by `show_detail`.
    detail_wanted = Signal(object)
    # A place of the photo was picked for its colour (`Point`).
    colour_picked = Signal(object)
    # A mark was clicked: its number in `set_marks`.
    mark_clicked = Signal(int)
    # The scale, and whether the picture is fitted.
    zoom_changed = Signal(float, bool)
    # The tool or the brush changed (`Hand`), by `set_hand` or by a key.
    hand_changed = Signal(object)
    # How the two are compared changed (`Compare`).
    compare_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: tuple[object, Levels | None] | None = None
        self._saying = Saying(self, self)
        self._viewing = Viewing(self, self)
        self._touch_up = TouchUp(self, self)
        self._closer = Closer(self, self._touch_up)
        self._closer.wanted.connect(self.detail_wanted)
        self._viewing.mark_clicked.connect(self.mark_clicked)
        self._touch_up.step_made.connect(self.step_made)
        self._touch_up.picked.connect(self.colour_picked)
        self._touch_up.hand_changed.connect(self.hand_changed)
        self.pointed.connect(self._on_pointed)
        self.view_changed.connect(self._on_view_changed)
        tongue().changed.connect(self._describe)
        self._describe()
        self.show_mode(self._saying)

    # Words.

    def show_message(self, text: str, detail: str = "") -> None:
        """Words instead of a picture: a short ``text`` and whole sentences as ``detail``; both may be empty."""
        self._viewing.pair = self._before = None
        self._touch_up.start(None)
        self._saying.text, self._saying.detail = text, detail
        self.show_mode(self._saying)
        self.setAccessibleDescription(" ".join(filter(None, (text, detail))))

    # Before and after.

    def show_pair(
        self,
        before: QImage | None,
        after: QImage | None,
        placement: Placement | None = None,
        *,
        before_size: Size | None = None,
        after_size: Size | None = None,
        badge: str = "",
    ) -> None:
        """Shows the photo ``before`` and the finished picture ``after``, either or both. Where they are reduced,
        ``before_size`` and ``after_size`` (width, height) are their true sizes. ``placement`` brings the photo to
        where it is in the finished picture. ``badge`` says on it what kind of picture it is. What was laid over the
        last picture is dropped; if this one is as large, it is seen as that was.

        Raises:
            ValueError: neither is given, or one is a null image.
        """
        given = [image for image in (before, after) if image is not None]
        if not given or any(image.isNull() for image in given):
            message = "a pair needs at least one picture"
            raise ValueError(message)
        self._touch_up.start(None)
        self._viewing.pair = Pair(
            before=self._levels_before(before, before_size),
            after=_levels(after, after_size),
            before_size=before_size or _size(before),
            after_size=after_size or _size(after),
            placement=placement if before is not None and after is not None else None,
        )
        self._viewing.overlays.clear()
        self._viewing.badge = badge
        self.show_mode(self._viewing)
        self._describe()

    def _levels_before(self, image: QImage | None, size: Size | None) -> Levels | None:
        """Those of the last picture where that is the same: many may be shown after one photo."""
        key = None if image is None else (image.cacheKey(), size)
        if self._before is None or self._before[0] != key:
            self._before = key, _levels(image, size)
        return self._before[1]

    @property
    def shows_pair(self) -> bool:
        """Whether it shows a photo before and after, not words or touch-up."""
        return self._viewing.pair is not None

    @property
    def compare(self) -> Compare:
        """How before and after are shown where there are both."""
        return self._viewing.compare

    def set_compare(self, compare: Compare) -> None:
        """See `compare`."""
        if compare is not self._viewing.compare:
            self._viewing.compare = compare
            self.refresh_size()
            self.update()
            self._describe()
            self.compare_changed.emit(compare)

    @property
    def split(self) -> float:
        """Where the split is, 0…1 of the widget's width."""
        return self._viewing.split

    def set_split(self, split: float) -> None:
        """See `split`."""
        self._viewing.set_split(split)

    def set_not_white(self, mask: QImage | None) -> None:
        """Paints ``mask`` (alpha or grey; any size; over all of the finished picture) in magenta, or nothing."""
        self._viewing.overlays.set_not_white(mask)
        self.update()

    def set_edge_band(self, mask: QImage | None) -> None:
        """Paints ``mask`` (as in `set_not_white`) in blue, or nothing."""
        self._viewing.overlays.set_band(mask)
        self.update()

    def set_safe_frame(self, frame: SafeFrame | None) -> None:
        """Shows how much of the finished picture the product fills, or not."""
        self._viewing.overlays.safe_frame = frame
        self.update()

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Shows where findings are; in touch-up those in the photo, where they cannot be clicked."""
        mode = self._touch_up if self.is_touching_up else self._viewing
        mode.overlays.set_marks(marks)
        self.update()

    # Touch-up.

    def start_touch_up(
        self, photo: QImage, cutout: QImage, size: Size, count: int = 0, at: QRectF | None = None
    ) -> None:
        """Touches up a photo whose true size is ``size`` (width, height). ``photo`` and ``cutout`` (straight alpha)
        are both reduced to one size, and ``count`` steps are in the cutout already. With ``at``, that part of the
        photo is seen first."""
        self._viewing.pair = None
        self._touch_up.start(Worked(Sheet(photo, cutout, QRectF(0, 0, *size)), size, count))
        self.show_mode(self._touch_up)
        if at is not None:
            self.motion.jump(self.view.filled_by(at.left(), at.top(), at.right(), at.bottom()))
        self._closer.later()
        self._describe()

    @property
    def is_touching_up(self) -> bool:
        return self._touch_up.worked is not None

    def update_cutout(self, cutout: QImage, rect: QRect = ALL) -> None:
        """A cutout was computed: all of it, or ``rect`` in pixels of the reduced one. It is shown by `settled`. Where
        answers build on each other, those that were overtaken are given here as well, without `settled`."""
        if self._touch_up.worked:
            self._touch_up.worked.sheet.settle(cutout, rect)

    def update_photo(self, photo: QImage, rect: QRect = ALL) -> None:
        """The photo itself changed (it was healed, or its light was): all of it, or ``rect`` of the reduced one."""
        if self._touch_up.worked:
            self._touch_up.worked.sheet.set_photo(photo, rect)
            self.update()

    def settled(self, count: int) -> None:
        """The first ``count`` of all steps are in the cutout: it is shown, and they are no longer drawn on top. Not to
        be said of an answer to steps that were undone since."""
        if self._touch_up.worked:
            self._touch_up.worked.settled(count)
            self._closer.later()
            self.update()

    def set_step_count(self, count: int) -> None:
        """So many steps stand now, after an undo or redo, or a step that was not drawn here."""
        if self._touch_up.worked:
            self._touch_up.worked.keep(count)
            self.update()

    def set_steps(self, steps: tuple[Step, ...]) -> None:
        """These steps stand now. Those that are not known here, after a redo or where steps were copied, are shown at
        once, as drawn ones are."""
        worked = self._touch_up.worked
        if worked:
            if len(steps) < worked.count:
                worked.keep(len(steps))
            for step in steps[worked.count :]:
                worked.add(step)
            self.update()

    def show_detail(self, photo: QImage, cutout: QImage, box: Box, count: int) -> None:
        """A closer look at ``box`` of the source, painted over the reduced pictures until `hide_detail`; ``count``
        steps are in its cutout already. What is drawn is drawn on it as well."""
        if self._touch_up.worked:
            sheet = Sheet(photo, cutout, QRectF(box.left, box.top, box.width, box.height))
            self._touch_up.worked.set_detail(sheet, count)
            self.update()

    def hide_detail(self) -> None:
        """No closer look."""
        if self._touch_up.worked:
            self._touch_up.worked.set_detail(None, 0)
            self.update()

    def set_hint(self, share: QImage | None, rect: QRect = ALL) -> None:
        """Shows what a click would open: ``share`` (grey or alpha) of ``rect`` of the reduced cutout; or nothing."""
        if self._touch_up.worked:
            self._touch_up.worked.set_hint(share, rect)
            self.update()

    def set_offers(self, offers: tuple[Offer, ...]) -> None:
        """Areas that may be holes, shown while the tool that opens them is in hand: a click into one opens it."""
        self._touch_up.offers = offers
        self.update()

    @property
    def hand(self) -> Hand:
        """The tool and the brush in use."""
        return self._touch_up.hand

    def set_hand(self, hand: Hand) -> None:
        """See `hand`."""
        self._touch_up.set_hand(hand)

    @property
    def tool(self) -> Tool:
        """The tool that a press would use: the other one while Alt is held."""
        return self._touch_up.tool

    @property
    def brush_radius(self) -> float:
        """Of the brush in source pixels, at the scale of the moment."""
        return self._touch_up.radius

    def set_ghost(self, on: bool) -> None:
        """Shows the photo faintly where it was removed."""
        self._touch_up.has_ghost = on
        self.update()

    # What is seen.

    @property
    def zoom(self) -> float:
        """The scale."""
        return self.view.scale

    @property
    def seen_box(self) -> QRectF:
        """The part of the picture that is seen, in its own pixels; empty where there is none."""
        if self._mode.size is None:
            return QRectF()
        view = self.view
        left, top = view.to_picture(0, 0)
        right, bottom = view.to_picture(*view.pane)
        return QRectF(left, top, right - left, bottom - top) & QRectF(0, 0, *view.picture)

    @property
    def looked_at(self) -> QRectF | None:
        """The part of the photo before, as it is shown, that a person looks at closely; none where all is seen."""
        pair, view = self._viewing.pair, self.motion.target
        if pair is None or view.fits:
            return None
        corners = view.to_picture(0, 0), view.to_picture(*view.pane)
        return QRectF(*(QPointF(*pair.to_photo(*corner)) for corner in corners))

    def fit(self) -> None:
        """All of the picture."""
        self._go(self.motion.target.fitted())

    def zoom_by(self, factor: float) -> None:
        """So many times as large, around the middle."""
        self._go(self.motion.target.zoomed(factor))

    def zoom_at(self, scale: float) -> None:
        """At ``scale``, around the middle; 1.0 is one picture pixel for one device pixel."""
        self._go(self.motion.target.at_scale(scale))

    def zoom_to(self, box: Box, side: Side = Side.AFTER) -> None:
        """Brings ``box`` into view and flashes a frame around it. It is in pixels of the finished picture or, with
        `Side.BEFORE` and in touch-up, of the photo."""
        corners = (float(box.left), float(box.top)), (float(box.right), float(box.bottom))
        pair = self._viewing.pair
        if pair is not None and side is Side.BEFORE:
            corners = pair.to_frame(*corners[0]), pair.to_frame(*corners[1])
        if self._mode.size is not None:
            (left, top), (right, bottom) = corners
            self._go(self.motion.target.showing(left, top, right, bottom))
            self.flash.around(QRectF(left, top, right - left, bottom - top))

    def _go(self, view: View) -> None:
        if self._mode.size is not None:
            self.motion.go(view)

    def _on_pointed(self, place: tuple[float, float] | None) -> None:
        pair = self._viewing.pair
        if place is not None and pair is not None:
            place = pair.to_photo(*place)
        self.hovered.emit(None if place is None else Point(*place))

    def _on_view_changed(self) -> None:
        self.zoom_changed.emit(self.view.scale, self.view.fits)

    def _describe(self) -> None:
        """What is shown, in words, for those who do not see it."""
        self.setAccessibleName(self.tr("Picture"))
        pair = self._viewing.pair
        if self.is_touching_up:
            text = self.tr("Touching up the photo")
        elif pair is None:
            text = self.tr("No picture")
        elif pair.has(Side.BEFORE) and pair.has(Side.AFTER):
            text = self.tr("The photo before and the picture after")
        else:
            text = self.tr("The finished picture") if pair.has(Side.AFTER) else self.tr("The photo")
        self.setAccessibleDescription(text)


def _size(image: QImage | None) -> Size:
    return (image.width(), image.height()) if image is not None else (1, 1)


def _levels(image: QImage | None, size: Size | None) -> Levels | None:
    if image is None:
        return None
    return Levels(image, smooth=size is not None and image.width() < 0.99 * size[0])
