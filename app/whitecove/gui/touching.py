"""Touching up the current photo: strokes go onto an undo stack, to the easel, and into the project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QRectF, Signal, Slot
from PySide6.QtGui import QUndoGroup, QUndoStack

from whitecove.core.corrections.values import Corrections, Point, Step
from whitecove.core.model import Box
from whitecove.gui.bridge import EASEL, Bridge
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.document import Document
from whitecove.gui.images import rgb_image, rgba_image
from whitecove.gui.panels.changing import size_of as known_size
from whitecove.gui.plain_words import said as in_window_words
from whitecove.gui.state_words import stage_words
from whitecove.gui.stepping import can_copy, copied, drawn, looked_at
from whitecove.studio.easel_asks import (
    Close,
    Compose,
    Failed,
    GainsAt,
    GainsFound,
    Open,
    Opened,
    Opening,
    Prefetch,
    Region,
    Regioned,
    Show,
    Shown,
)
from whitecove.studio.items import Shot

# The long side, in pixels, that a photo is touched up at: sharp on a large window, and quick.
SCREEN = 1600
# A photo with which the easel died so often is left alone.
DEATHS_AT_MOST = 2


class Touching(QObject):
    """At most one photo is touched up. ``began`` and ``ended`` say that touch-up is on or off, ``opened`` (key) that
    the photo can be drawn on; ``said`` is a message's code and sentence on what could not be done; ``gains_found``
    (key, gains) answers a place picked as white or grey; ``photo_changed`` says the key of a photo whose corrections
    are others than before."""

    began = Signal()
    ended = Signal()
    opened = Signal(object)
    said = Signal(str, str)
    gains_found = Signal(object, object)
    photo_changed = Signal(object)

    def __init__(
        self, canvas: Canvas, document: Document, bridge: Bridge, undo: QUndoGroup, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._canvas, self._document, self._bridge, self._undo = canvas, document, bridge, undo
        self._generation = 0
        self._key = ""
        self._opened: Opened | None = None
        self._place: QRectF | None = None
        self._counts: dict[int, int] = {}
        self._waiting: list[Step] = []
        self._stacks: dict[str, QUndoStack] = {}
        canvas.step_made.connect(self.add)
        bridge.listen(Opening, self._opening)
        bridge.listen(Opened, self._on_opened)
        bridge.listen(Shown, self._shown)
        bridge.listen(Failed, self._failed)
        bridge.listen(Regioned, self._regioned)
        bridge.listen(GainsFound, self._gains_found)
        canvas.detail_wanted.connect(self._look_closer)
        canvas.colour_picked.connect(self._pick)
        bridge.lost.connect(self._lost)
        document.left.connect(self.forget)
        self._deaths: Counter[str] = Counter()

    @property
    def key(self) -> str:
        """The photo that is touched up; empty while none is."""
        return self._key

    @property
    def generation(self) -> int:
        """Of what is asked about it now."""
        return self._generation

    @property
    def is_ready(self) -> bool:
        """Whether it is on the easel."""
        return self._opened is not None

    def begin(self, shot: Shot) -> None:
        """Puts a photo on the easel."""
        if self._key == shot.key:
            return
        self._place = looked_at(self._canvas, shot)
        self._leave_easel()
        self._key, self._opened = shot.key, None
        self._undo.setActiveStack(self._stack(shot.key))
        self._generation += 1
        self._canvas.show_message(self.tr("Opening the photo"), shot.photo.name)
        self._bridge.send(EASEL, self.ask(shot))
        self._document.measure(self._document.session.products[shot.sku].keys)  # what is drawn may be copied to them
        self.began.emit()

    def end(self) -> None:
        """Back to before and after."""
        if not self._key:
            return
        self._leave_easel()
        self._key, self._opened = "", None
        self._generation += 1
        self.ended.emit()

    def prefetch(self, shots: Sequence[Shot]) -> None:
        """These will probably be touched up next."""
        self._bridge.send(EASEL, Prefetch(asks=tuple(self.ask(shot) for shot in shots)))

    @Slot(object)
    def add(self, step: Step) -> None:
        """A person drew a step."""
        if self._key and self._opened:
            size = self._opened.width, self._opened.height
            self._stack(self._key).push(drawn(self, self._key, size, step))

    def add_when_ready(self, step: Step) -> None:
        """Draws a step as soon as the photo is on the easel."""
        if self._opened:
            self.add(step)
        else:
            self._waiting.append(step)

    def copy_steps(self, keys: Sequence[str]) -> int:
        """Draws the same steps on other photos, an undoable act each; on how many: of others the size is not known, or
        they are of another shape."""
        source = self.corrections_of(self._key)
        if source is None or not source.steps:
            return 0
        fitting = [key for key in keys if can_copy(source, self.size_of(key))]
        for key in fitting:
            self._stack(key).push(copied(self, key, self.size_of(key), source))
        return len(fitting)

    def become(self, key: str, corrections: Corrections | None) -> None:
        """From now on that is what was corrected."""
        shot = self._document.session.shots.get(key)
        if shot is None:
            return
        if corrections is not None and corrections.is_empty:
            corrections = None
        self._document.correct(key, corrections)
        self.photo_changed.emit(key)
        if key == self._key and self._opened:
            self._generation += 1
            steps = corrections.steps if corrections else ()
            self._counts[self._generation] = len(steps)
            self._canvas.set_steps(steps)
            self._bridge.send(EASEL, Show(key=key, corrections=corrections, generation=self._generation))

    def size_of(self, key: str) -> tuple[int, int]:
        """The size of the upright photo, as far as it is known."""
        if key == self._key and self._opened:
            return self._opened.width, self._opened.height
        return known_size(self._document.session.shots[key]) or (0, 0)

    def corrections_of(self, key: str) -> Corrections | None:
        """What is corrected now."""
        shot = self._document.session.shots.get(key)
        return shot.corrections if shot else None

    @property
    def project_stack(self) -> QUndoStack:
        """The undo stack of the project as a whole."""
        return self._document.undo_stack

    def stack(self, key: str) -> QUndoStack:
        """The undo stack of a photo."""
        return self._stack(key)

    def forget(self) -> None:
        """Another project."""
        self.end()
        for stack in self._stacks.values():
            self._undo.removeStack(stack)
            stack.deleteLater()
        self._stacks.clear()

    def _stack(self, key: str) -> QUndoStack:
        if key not in self._stacks:
            self._stacks[key] = QUndoStack(self)
            self._undo.addStack(self._stacks[key])
        return self._stacks[key]

    def ask(self, shot: Shot) -> Open:
        """How a photo is put on the easel."""
        options = self._document.session.options
        adjust = shot.corrections.adjust if shot.corrections else None
        return Open(
            key=shot.key,
            path=shot.photo.path,
            generation=self._generation,
            screen=SCREEN,
            engine=(adjust.engine if adjust else None) or options.engine,
            device=options.device,
            passes=options.passes,
            models=(),
            white_point=self._document.session.gains.get(shot.key),
            corrections=shot.corrections,
        )

    def _leave_easel(self) -> None:
        if self._key:
            self._bridge.send(EASEL, Close(key=self._key))
        self._counts.clear()
        self._waiting.clear()

    def _is_now(self, said: Opening) -> bool:
        return said.key == self._key and said.generation == self._generation

    def _opening(self, said: Opening) -> None:
        if self._is_now(said) and self._opened is None:
            name = self._document.session.shots[said.key].photo.name
            self._canvas.show_message(stage_words(said.stage), name)

    def _on_opened(self, said: Opened) -> None:
        """It is on the easel; or again, in another light."""
        if said.key != self._key or said.generation > self._generation:
            return
        first, self._opened = self._opened is None, said
        steps = self._steps()
        photo, cutout = rgb_image(said.photo, *said.size), rgba_image(said.cutout, *said.size)
        if first:
            size = said.width, said.height
            self._document.learn_size(said.key, size)
            self._canvas.start_touch_up(photo, cutout, size, len(steps), self._place)
            self._canvas.setFocus()
            self.opened.emit(said.key)
        else:
            self._canvas.update_photo(photo)
            self._canvas.update_cutout(cutout)
            self._canvas.settled(self._counts.get(said.generation, len(steps)))
        waiting, self._waiting = self._waiting, []
        for step in waiting:
            self.add(step)

    def _shown(self, said: Shown) -> None:
        if said.key != self._key or self._opened is None:
            return
        box = said.box
        if box.width and box.height:
            rect = QRect(box.left, box.top, box.width, box.height)
            self._canvas.update_cutout(rgba_image(said.cutout, box.width, box.height), rect)
            if said.photo:
                self._canvas.update_photo(rgb_image(said.photo, box.width, box.height), rect)
        if said.generation == self._generation and said.settled:
            self._canvas.settled(self._counts.get(said.generation, 0))

    def _look_closer(self, box: Box) -> None:
        """The canvas shows more of the photo than is on the screen."""
        if self._key and self._opened:
            drawn = self.corrections_of(self._key)
            self._bridge.send(EASEL, Region(key=self._key, corrections=drawn, box=box, generation=self._generation))

    def _regioned(self, said: Regioned) -> None:
        if said.key == self._key and said.generation == self._generation:
            size = said.box.width, said.box.height
            count = self._counts.get(said.generation, len(self._steps()))
            self._canvas.show_detail(rgb_image(said.photo, *size), rgba_image(said.cutout, *size), said.box, count)

    def _pick(self, point: Point) -> None:
        """A place was picked as white or grey."""
        if self._opened:
            self._bridge.send(EASEL, GainsAt(key=self._key, point=point, generation=self._generation))

    def _gains_found(self, said: GainsFound) -> None:
        if said.key == self._key:
            self.gains_found.emit(said.key, said.gains)

    def _failed(self, said: Failed) -> None:
        if said.of is not Compose and said.key == self._key and said.generation >= self._generation:
            self.said.emit(said.code, said.sentence)
            if self._opened is None:
                self._canvas.show_message(self.tr("This photo cannot be touched up"), in_window_words(said.sentence))

    def _steps(self) -> tuple[Step, ...]:
        drawn = self.corrections_of(self._key)
        return drawn.steps if drawn else ()

    @Slot(str)
    def _lost(self, room: str) -> None:
        """The easel died: it is asked again, with all that was drawn, unless it died of this photo before."""
        shot = self._document.session.shots.get(self._key)
        if room != EASEL or shot is None:
            return
        self._deaths[shot.key] += 1
        if self.is_deadly(shot.key):
            self.end()
            self.said.emit("studio.lost", self.tr("This photo cannot be touched up here. What you drew is kept."))
        else:
            self._key = ""
            self.begin(shot)

    def is_deadly(self, key: str) -> bool:
        """Whether the easel died again and again while it had that photo."""
        return self._deaths[key] >= DEATHS_AT_MOST
