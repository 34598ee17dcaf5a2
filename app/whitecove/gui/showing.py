"""What the canvas shows of the current photo: itself and the picture that was made of it, as it lies on disk."""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage

from whitecove.core.adjust.geometry import shown_size
from whitecove.core.adjust.values import AS_SHOT, Geometry
from whitecove.core.model import Placement, Rendition, State
from whitecove.gui.bridge import GALLERY, Bridge
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.overlays import Mark, SafeFrame
from whitecove.gui.document import Document
from whitecove.gui.images import as_shown, image_of, mask_image
from whitecove.gui.plain_words import said as in_window_words
from whitecove.gui.speaking import tongue
from whitecove.studio.asks import NotWhite, NotWhiteMask, Picture, Refused, ShowPicture
from whitecove.studio.files import places_of, stamp_of
from whitecove.studio.items import Shot

BEFORE, AFTER = "before", "after"
# Pictures looked at lately; one of 2000 × 2000 has 16 MB.
KEPT_AT_MOST = 8
# No screen shows more of a photo that is not prepared.
LONGEST = 2600
LARGEST = 4000
# A photo beside a preview is reduced to this long side, for it may be turned again and again.
BESIDE_PREVIEW = 1600


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Preview:
    """What will be made of the photo ``key``: ``after`` is reduced from a picture of the size ``canvas``, in which
    ``placement`` says where the photo, as ``geometry`` shows it, is."""

    key: str
    after: QImage
    placement: Placement
    canvas: tuple[int, int]
    geometry: Geometry


class Showing(QObject):
    """Loads what the current photo needs, shows it when all of it is there, and lays over it what is switched on. A
    preview of a photo takes the place of what was written until `end_preview`. ``shown`` says the key of a photo that
    is on the canvas now, and whether that is a preview; ``source_changed`` that of a photo whose file was written to
    since it was shown last."""

    shown = Signal(object, bool)
    source_changed = Signal(object)

    def __init__(self, canvas: Canvas, document: Document, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        tongue().changed.connect(self.lay_over)
        self._canvas, self._document, self._bridge = canvas, document, bridge
        self._generation = 0
        self._shot: Shot | None = None
        self._wanted: dict[str, str] = {}
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._problems: dict[str, str] = {}
        self._preview: Preview | None = None
        self._is_over = False
        self._small: tuple[int, QImage] | None = None
        self._looks = ""
        self._chosen = ""
        self._seen: set[str] = set()
        self._stamps: dict[str, object] = {}
        self._is_missing = self._is_aside = False
        self.marks_not_white = self.marks_edge = self.shows_frame = False
        bridge.listen(Picture, self._came)
        bridge.listen(NotWhiteMask, self._masked)
        bridge.listen(Refused, self._not_masked)
        bridge.lost.connect(self._lost)

    @property
    def shot(self) -> Shot | None:
        """The photo that is shown."""
        return self._shot

    def show(self, shot: Shot | None) -> None:
        """Shows a photo, or nothing."""
        if self._preview and (shot is None or shot.key != self._preview.key):
            self._preview = None
        if shot is not self._shot:
            self._chosen = ""
        self._shot = shot
        self._is_missing = self._is_aside = False
        self._generation += 1
        self._looks = looks_of(shot) if shot else ""
        if shot is None:
            self._canvas.show_message("")
            return
        self._problems.clear()
        self._wanted = {BEFORE: f"{BEFORE}\0{shot.key}\0{self._stamp(shot)}\0{_longest(shot)}"}
        made = self._made(shot)
        out = self._document.session.out
        if made and out:
            self._wanted[AFTER] = f"{AFTER}\0{made.sha256}"
        for place, key in self._wanted.items():
            if key not in self._kept:
                self._bridge.send(GALLERY, self._ask(shot, place))
        self._paint()

    def step_aside(self) -> None:
        """Something else is on the canvas, until a photo is to be shown again: what comes late is not."""
        self._is_aside = True

    def choose(self, made: Rendition) -> None:
        """Shows another of the pictures that were made of the current photo."""
        if self._shot and made.sha256 and made.sha256 != self._chosen:
            self._chosen = made.sha256
            self.show(self._shot)

    @Slot(str)
    def _lost(self, room: str) -> None:
        """The gallery died: what it had not given is asked again."""
        if room == GALLERY and self._shot:
            for place in self._missing():
                self._bridge.send(GALLERY, self._ask(self._shot, place))

    def next_unseen(self, shot: Shot) -> Rendition | None:
        """A picture of ``shot`` that nobody had before them yet; None where all were shown, or others are shown."""
        made = shot.result.renditions if shot is self._shot and shot.result else ()
        return next((each for each in made if each.sha256 and each.sha256 not in self._seen), None)

    def _made(self, shot: Shot) -> Rendition | None:
        """The picture of ``shot`` that is shown: the one that was chosen, else its main one."""
        made = shot.result.renditions if shot.result else ()
        return next((each for each in made if each.sha256 and each.sha256 == self._chosen), shot.rendition)

    def _ask(self, shot: Shot, place: str) -> ShowPicture:
        made, out = self._made(shot), self._document.session.out
        if place == AFTER and made and out:
            lies = self._document.session.lies.get(made.sha256)
            paths = (*((lies,) if lies else ()), *places_of(made, out))
            return ShowPicture(place=place, paths=paths, generation=self._generation, sha256=made.sha256)
        longest = _longest(shot)
        return ShowPicture(place=place, paths=(shot.photo.path,), generation=self._generation, longest=longest)

    def _stamp(self, shot: Shot) -> object:
        """What tells whether the photo's file is still the same."""
        now = stamp_of(shot.photo.path)
        if self._stamps.setdefault(shot.key, now) != now:
            self._stamps[shot.key] = now
            self.source_changed.emit(shot.key)
        return now

    def look_again(self, shot: Shot | None) -> None:
        """Shows a photo after something else was on the canvas, or its list was another."""
        if shot is not self._shot or not self._canvas.shows_pair or (shot and looks_of(shot) != self._looks):
            self.show(shot)

    def refresh(self) -> None:
        """Something about the photo may be different."""
        changed = self._shot and (self._is_missing or looks_of(self._shot) != self._looks)
        if changed and self._preview is None:
            self.show(self._shot)

    # --- previews

    @property
    def is_preview(self) -> bool:
        """Whether the picture shown is what will be, and not what is."""
        return self._preview is not None

    def preview(self, preview: Preview) -> None:
        """Shows what will be made of the current photo."""
        if self._shot and self._shot.key == preview.key:
            self._preview, self._is_over = preview, False
            self._paint()

    def end_preview(self) -> None:
        """What was written holds again; it takes the preview's place as soon as it is there."""
        if self._preview is not None:
            self._is_over = True
            self.show(self._shot)

    def _paint_preview(self, shot: Shot, preview: Preview) -> None:
        before = self._kept.get(self._wanted[BEFORE])
        if before is not None:
            before = as_shown(self._reduced(before), preview.geometry)
        made = self._made(shot)
        size = made and (made.width, made.height)
        # A file of the same shape that was made smaller to fit its bytes: seen as it was.
        is_alike = size and abs(size[0] * preview.canvas[1] - size[1] * preview.canvas[0]) <= max(preview.canvas)
        self._canvas.show_pair(
            before,
            preview.after,
            preview.placement,
            before_size=_size(shot, preview.geometry),
            after_size=size if size and is_alike else preview.canvas,
            badge=self.tr("Preview"),
        )
        self.lay_over()
        self.shown.emit(shot.key, True)

    def _reduced(self, image: QImage) -> QImage:
        if max(image.width(), image.height()) <= BESIDE_PREVIEW:
            return image
        if self._small is None or self._small[0] != image.cacheKey():
            side = QSize(BESIDE_PREVIEW, BESIDE_PREVIEW)
            how = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._small = image.cacheKey(), image.scaled(side, *how)
        return self._small[1]

    # --- what lies over it

    def lay_over(self) -> None:
        """What is switched on to be laid over the picture changed."""
        shot = self._shot
        if self._preview:
            placed = self._preview.placement
            self._canvas.set_safe_frame(self._frame(placed) if self.shows_frame else None)
            return
        made = self._made(shot) if shot else None
        placement = made.placement if made else None
        self._canvas.set_safe_frame(self._frame(placement) if placement and self.shows_frame else None)
        self._canvas.set_marks(_marks(made) if made else ())
        out = self._document.session.out
        if made and out and (self.marks_not_white or self.marks_edge):
            self._bridge.send(GALLERY, NotWhite(paths=places_of(made, out), generation=self._generation))
        else:
            self._canvas.set_not_white(None)
            self._canvas.set_edge_band(None)

    def _came(self, said: Picture) -> None:
        key = self._wanted.get(said.place)
        if said.generation != self._generation or key is None:
            return
        if said.pixels:
            self._kept[key] = image_of(said.pixels)
            while len(self._kept) > KEPT_AT_MOST:
                self._kept.popitem(last=False)
        else:
            self._problems[said.place] = said.problem
            self._is_missing = said.missing and said.place == AFTER
        self._paint()

    def _missing(self) -> list[str]:
        """The places whose pictures neither came nor cannot be had."""
        return [place for place, key in self._wanted.items() if key not in self._kept and place not in self._problems]

    def _paint(self) -> None:
        """Shows what there is, once all that was asked for came or could not be had."""
        shot = self._shot
        if self._is_aside:
            return
        if shot and self._preview and not self._is_over:
            self._paint_preview(shot, self._preview)
            return
        if shot is None or self._missing():
            return
        self._preview = None
        before = self._kept.get(self._wanted[BEFORE])
        after = self._kept.get(self._wanted.get(AFTER, ""))
        if before is None and after is None:
            why = in_window_words(self._problems.get(BEFORE, shot.reason))
            self._canvas.show_message(self.tr("This photo cannot be shown"), why)
            return
        made = self._made(shot)
        geometry = made.geometry if made else shot.corrections.adjust.geometry if shot.corrections else AS_SHOT
        if before is not None:
            before = as_shown(before, geometry)
        placement: Placement | None = made.placement if made else None
        self._canvas.show_pair(before, after, placement, before_size=_size(shot, geometry))
        if made and after is not None:
            self._seen.add(made.sha256)
        self.lay_over()
        self.shown.emit(shot.key, False)

    def _frame(self, placed: Placement) -> SafeFrame:
        fill = max(placed.placed_box.width / placed.canvas[0], placed.placed_box.height / placed.canvas[1])
        return SafeFrame(placed_box=placed.placed_box, fill=fill, wanted=self._document.session.options.fill)

    def _masked(self, said: NotWhiteMask) -> None:
        if said.generation != self._generation:
            return
        size = said.width, said.height
        self._canvas.set_not_white(mask_image(said.mask, *size) if self.marks_not_white else None)
        self._canvas.set_edge_band(mask_image(said.edge, *size) if self.marks_edge else None)

    def _not_masked(self, said: Refused) -> None:
        if isinstance(said.ask, NotWhite) and said.ask.generation == self._generation:
            self._canvas.set_not_white(None)
            self._canvas.set_edge_band(None)


def looks_of(shot: Shot) -> str:
    """Changes whenever the photo must be shown anew."""
    made = shot.rendition
    return f"{shot.key}\0{made.sha256 if made else ''}\0{shot.state is State.FAILED}\0{stamp_of(shot.photo.path)}"


def _longest(shot: Shot) -> int:
    """The long side that a photo must be loaded with to be as sharp as what was made of it."""
    facts, made = (shot.result.facts, shot.rendition) if shot.result else (None, None)
    if facts is None or made is None or made.placement is None:
        return LONGEST
    needed = math.ceil(max(facts.width, facts.height) * min(1.0, made.placement.scale))
    return min(LARGEST, max(needed, 64))


def _size(shot: Shot, geometry: Geometry) -> tuple[int, int] | None:
    """Of the photo as it is shown, as far as that is known."""
    facts, drawn = (shot.result.facts if shot.result else None), shot.corrections
    if facts is None and drawn is None:
        return None
    upright = (facts.width, facts.height) if facts else (drawn.width, drawn.height) if drawn else (0, 0)
    return shown_size(upright, geometry)


def _marks(made: Rendition) -> tuple[Mark, ...]:
    """Where something is broken in the picture."""
    return tuple(
        Mark(
            box=QRect(each.where.left, each.where.top, each.where.width, each.where.height),
            label=in_window_words(each.measured),
            severity=each.severity,
        )
        for each in made.findings
        if each.broken and each.where
    )
