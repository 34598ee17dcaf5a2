"""What touch-up shows: one sheet at screen size, perhaps a closer one of a part, and steps that are still on their way
through the computation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from typing import TypeGuard

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage

from whitecove.core.corrections.values import Area, Heal, Hole, Rectangle, Step, Stroke
from whitecove.gui.canvas.colours import ERASE, HEAL, KEEP, with_alpha
from whitecove.gui.canvas.drafts import BrushDraft
from whitecove.gui.canvas.sheet import Sheet, extent
from whitecove.gui.canvas.tint import Tint
from whitecove.gui.canvas.veil import Veil

# How opaque it is shown what would be opened (0…1).
HINT = 0.6


@dataclass(slots=True, eq=False)
class Layer:
    """A sheet whose cutout has the first ``count`` steps in it, and what is tinted on it."""

    sheet: Sheet
    count: int
    tint: Tint = field(init=False)

    def __post_init__(self) -> None:
        self.tint = Tint(self.sheet.shape)


class Worked:
    """The first of ``layers`` is all of the source of ``size``, a second one a part of it, closer; ``count``
    steps were made on it. ``hint`` lies over a box of the source."""

    def __init__(self, sheet: Sheet, size: tuple[int, int], count: int) -> None:
        self.size = size
        self.layers = [Layer(sheet, count)]
        self.count = count
        self.hint: tuple[Veil, QRectF] | None = None
        self._made: list[tuple[int, Step]] = []
        self._draft: BrushDraft | None = None

    @property
    def sheet(self) -> Sheet:
        """The one that stands for all of the source."""
        return self.layers[0].sheet

    @property
    def holes(self) -> Iterable[Hole]:
        """Those that are still looked for."""
        return (step for step in self._steps(self.layers[0]) if isinstance(step, Hole))

    def _steps(self, layer: Layer) -> tuple[Step, ...]:
        """Those that are not in the layer's cutout yet, in order."""
        return tuple(step for number, step in self._made if number > layer.count)

    def _laid(self, layer: Layer) -> tuple[Step, ...]:
        """All that is shown on top of it, with what is being drawn."""
        steps = self._steps(layer)
        return (*steps, self._draft.step()) if self._draft else steps

    def draw(self, draft: BrushDraft) -> None:
        """Shows what was drawn since this was last called."""
        self._draft = draft
        step = draft.news()
        if step is None:
            return
        for layer in self.layers:
            patch = layer.sheet.patch(step)
            layer.tint.add(patch, colour_of(step))
            if is_previewed(step):
                layer.sheet.lay(step, patch)

    def add(self, step: Step, *, is_drawn: bool = False) -> None:
        """A step was made: it is shown until it is settled. ``is_drawn``: `draw` has shown all of it."""
        self._draft = None
        self.count += 1
        self._made.append((self.count, step))
        for layer in self.layers:
            if is_previewed(step) and not is_drawn:
                layer.sheet.lay(step, layer.sheet.patch(step))
        self._retint()

    def drop(self, draft: BrushDraft) -> None:
        """Nothing of what was drawn stays."""
        self._draft = None
        for layer in self.layers:
            box = layer.sheet.place(draft.step())
            if not box.isEmpty():
                layer.sheet.relay(self._steps(layer), box)
        self._retint()

    def settled(self, count: int) -> None:
        """The cutouts given to `sheet` have the first ``count`` steps in them."""
        layer = self.layers[0]
        known, layer.count = layer.count, count
        gone = [step for number, step in self._made if known < number <= count]
        self._relay(layer, gone)
        least = min(each.count for each in self.layers)
        self._made = [item for item in self._made if item[0] > least]
        self._retint()

    def keep(self, count: int) -> None:
        """So many steps stand: what was made beyond them was undone. A closer sheet that has it is of no use."""
        if self.layers[-1].count > count:
            del self.layers[1:]
        gone = [step for number, step in self._made if number > count]
        self._made = [item for item in self._made if item[0] <= count]
        self.count = count
        for layer in self.layers:
            layer.count = min(layer.count, count)
            self._relay(layer, gone)
        self._retint()

    def set_detail(self, sheet: Sheet | None, count: int) -> None:
        """A closer sheet of a part, with the first ``count`` steps in it, painted over the other; none removes it."""
        del self.layers[1:]
        if sheet is not None:
            layer = Layer(sheet, count)
            self.layers.append(layer)
            sheet.relay(self._laid(layer))
        self._retint()

    def _relay(self, layer: Layer, gone: list[Step]) -> None:
        """Shows what is true now where steps went or were settled."""
        places = [layer.sheet.place(step) for step in gone]
        layer.sheet.show_settled(self._laid(layer), reduce(QRect.united, places, QRect()))

    def _retint(self) -> None:
        """Tints what is being drawn and what cannot be shown before it is computed, and nothing else."""
        for layer in self.layers:
            layer.tint.clear()
            if self._draft:
                layer.tint.add(layer.sheet.patch(self._draft.step()), colour_of(self._draft.step()))
            for step in self._steps(layer):
                if not is_previewed(step) and not isinstance(step, Hole):
                    layer.tint.add(layer.sheet.patch(step), colour_of(step))

    def set_hint(self, share: QImage | None, rect: QRect) -> None:
        """Shows what would be opened: its ``share`` in ``rect`` of the reduced cutout; or nothing."""
        self.hint = None
        if share is not None and not rect.isEmpty():
            self.hint = Veil(share, with_alpha(ERASE, HINT)), self.sheet.to_source(rect)

    def seen(self, step: Step) -> QRectF:
        """The box in the source that showing ``step`` changes: reduced pixels reach a little beyond it."""
        reach = 3 / min(layer.sheet.scale for layer in self.layers)
        return extent(step).adjusted(-reach, -reach, reach, reach)


def is_previewed(step: Step) -> TypeGuard[Stroke | Area | Rectangle]:
    """Whether what becomes of it is known before it is computed in full."""
    return not isinstance(step, Heal | Hole) and not (isinstance(step, Stroke) and step.edge_aware)


def colour_of(step: Step) -> QColor:
    """The colour that says what a step does."""
    if isinstance(step, Heal | Hole):
        return HEAL if isinstance(step, Heal) else ERASE
    return KEEP if step.keep else ERASE
