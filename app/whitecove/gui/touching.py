"""Touching up the current photo: strokes go onto an undo stack, to the easel, and into the project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QRect, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from whitecove.core.corrections.values import Corrections, Point, Step, word
from whitecove.core.model import Box
from whitecove.gui.bridge import EASEL, Bridge
from whitecove.gui.canvas.canvas import Canvas
from whitecove.gui.canvas.tools import Tool
from whitecove.gui.document import Document
from whitecove.gui.images import mask_image, rgb_image, rgba_image
from whitecove.gui.plain_words import said as in_window_words
from whitecove.gui.state_words import stage_words
from whitecove.studio.easel_asks import (
    Close,
    Failed,
    GainsAt,
    GainsFound,
    HoleAt,
    HoleFound,
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


class Touching(QObject):
    """At most one photo is touched up. ``began`` and ``ended`` say that touch-up is on or off; ``said`` is a message's
    code and sentence on what could not be done; ``gains_found`` (key, gains) answers a place picked as white or grey;
    ``photo_changed`` says the key of a photo whose corrections are others than before."""

    began = Signal()
    ended = Signal()
    said = Signal(str, str)
    gains_found = Signal(str, object)
    photo_changed = Signal(str)

    def __init__(
        self, canvas: Canvas, document: Document, bridge: Bridge, undo: QUndoGroup, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._canvas, self._document, self._bridge, self._undo = canvas, document, bridge, undo
        self._generation = 0
        self._key = ""
        self._opened: Opened | None = None
        self._counts: dict[int, int] = {}
        self._waiting: list[Step] = []
        self._stacks: dict[str, QUndoStack] = {}
        canvas.step_made.connect(self.add)
        bridge.listen(Opening, self._opening)
        bridge.listen(Opened, self._on_opened)
        bridge.listen(Shown, self._shown)
        bridge.listen(Failed, self._failed)
        bridge.listen(Regioned, self._regioned)
        bridge.listen(HoleFound, self._hole_found)
        bridge.listen(GainsFound, self._gains_found)
        canvas.detail_wanted.connect(self._look_closer)
        canvas.hovered.connect(self._hover)
        canvas.colour_picked.connect(self._pick)
        bridge.lost.connect(self._lost)

    @property
    def key(self) -> str:
        """The photo that is touched up; empty while none is."""
        return self._key

    @property
    def is_ready(self) -> bool:
        """Whether it is on the easel."""
        return self._opened is not None

    def begin(self, shot: Shot) -> None:
        """Puts a photo on the easel."""
        if self._key == shot.key:
            return
        self._leave_easel()
        self._key, self._opened = shot.key, None
        self._undo.setActiveStack(self._stack(shot.key))
        self._generation += 1
        self._canvas.show_message(self.tr("Opening the photo"), shot.photo.name)
        self._bridge.send(EASEL, self.ask(shot))
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
            self._stack(self._key).push(_AddStep(self, self._key, step, _word(step)))

    def add_when_ready(self, step: Step) -> None:
        """Draws a step as soon as the photo is on the easel."""
        if self._opened:
            self.add(step)
        else:
            self._waiting.append(step)

    def copy_steps(self, keys: Sequence[str]) -> None:
        """Draws the same steps on other photos, as one undoable act each."""
        drawn = self._document.session.shots[self._key].corrections
        if drawn:
            for key in keys:
                self._stack(key).push(_CopySteps(self, key, drawn))

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
        shot = self._document.session.shots[key]
        facts = shot.result.facts if shot.result else None
        return (facts.width, facts.height) if facts else (0, 0)

    def corrections_of(self, key: str) -> Corrections | None:
        """What is corrected now."""
        shot = self._document.session.shots.get(key)
        return shot.corrections if shot else None

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

    def _is_now(self, said: Opening | Shown | Failed) -> bool:
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
            self._canvas.start_touch_up(photo, cutout, (said.width, said.height), len(steps))
            self._canvas.setFocus()
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

    def _hover(self, point: Point | None) -> None:
        """Below the hole tool, what a click would open is shown."""
        if not self._opened or self._canvas.tool is not Tool.HOLE:
            return
        if point is None:
            self._canvas.set_hint(None)
        else:
            self._bridge.send(EASEL, HoleAt(key=self._key, point=point, generation=self._generation))

    def _hole_found(self, said: HoleFound) -> None:
        if said.key != self._key or self._canvas.tool is not Tool.HOLE:
            return
        box = said.box
        if not said.area or not box.width or not box.height:
            self._canvas.set_hint(None)
            return
        share = mask_image(said.share, box.width, box.height)
        self._canvas.set_hint(share, QRect(box.left, box.top, box.width, box.height))

    def _pick(self, point: Point) -> None:
        """A place was picked as white or grey."""
        if self._opened:
            self._bridge.send(EASEL, GainsAt(key=self._key, point=point, generation=self._generation))

    def _gains_found(self, said: GainsFound) -> None:
        if said.key == self._key:
            self.gains_found.emit(said.key, said.gains)

    def _failed(self, said: Failed) -> None:
        if said.key != self._key or said.generation < self._generation:
            return
        self.said.emit(said.code, said.sentence)
        if self._opened is None:
            self._canvas.show_message(self.tr("This photo cannot be touched up"), in_window_words(said.sentence))

    def _steps(self) -> tuple[Step, ...]:
        drawn = self.corrections_of(self._key)
        return drawn.steps if drawn else ()

    @Slot(str)
    def _lost(self, room: str) -> None:
        """The easel died: it is asked again, with all that was drawn."""
        shot = self._document.session.shots.get(self._key)
        if room == EASEL and shot:
            self._key = ""
            self.begin(shot)


def _word(step: Step) -> str:
    """What a step is called in the list of what can be undone."""
    translate = QCoreApplication.translate
    words = {
        "keep": translate("Touching", "Keep"),
        "erase": translate("Touching", "Erase"),
        "open hole": translate("Touching", "Open a hole"),
        "heal": translate("Touching", "Heal"),
    }
    return words[word(step)]


class _AddStep(QUndoCommand):
    """One more step."""

    def __init__(self, touching: Touching, key: str, step: Step, text: str) -> None:
        super().__init__(text)
        self._touching, self._key, self._step = touching, key, step
        self._before = touching.corrections_of(key)

    def redo(self) -> None:
        before = self._before
        if before is None:
            width, height = self._touching.size_of(self._key)
            before = Corrections(width=width, height=height, steps=())
        self._touching.become(self._key, replace(before, steps=(*before.steps, self._step)))

    def undo(self) -> None:
        self._touching.become(self._key, self._before)


class _CopySteps(QUndoCommand):
    """The steps of another photo."""

    def __init__(self, touching: Touching, key: str, drawn: Corrections) -> None:
        super().__init__()
        self._touching, self._key, self._drawn = touching, key, drawn
        self._before = touching.corrections_of(key)

    def redo(self) -> None:
        before = self._before
        adjust = before.adjust if before else self._drawn.adjust
        steps = (*(before.steps if before else ()), *self._drawn.steps)
        width, height = (before or self._drawn).width, (before or self._drawn).height
        self._touching.become(self._key, Corrections(width=width, height=height, steps=steps, adjust=adjust))

    def undo(self) -> None:
        self._touching.become(self._key, self._before)
