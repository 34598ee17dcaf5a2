"""What touch-up shows: one sheet at screen size, perhaps a closer one of a part, and steps that are still on their way
through the computation."""

from __future__ import annotations

from collections.abc import Iterable
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


class Worked:
    """``sheet`` stands for all of the source of ``size``; ``count`` steps were made on it, of which ``unsettled``, the
    last ones by their numbers, are not in its cutout yet. ``hint`` lies over a box of the source."""

    def __init__(self, sheet: Sheet, size: tuple[int, int], count: int) -> None:
        self.size = size
        self.sheets = [sheet]
        self.tints = [Tint(sheet.shape)]
        self.count = count
        self.unsettled: list[tuple[int, Step]] = []
        self.hint: tuple[Veil, QRectF] | None = None
        self._draft: BrushDraft | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The unsettled ones, in order."""
        return tuple(step for _, step in self.unsettled)

    @property
    def holes(self) -> Iterable[Hole]:
        """Those that are still looked for."""
        return (step for step in self.steps if isinstance(step, Hole))

    @property
    def _laid(self) -> tuple[Step, ...]:
        """All that is shown on top of what is settled, with what is being drawn."""
        return (*self.steps, self._draft.step()) if self._draft else self.steps

    def draw(self, draft: BrushDraft) -> None:
        """Shows what was drawn since this was last called."""
        self._draft = draft
        step = draft.news()
        if step is None:
            return
        for sheet, tint in zip(self.sheets, self.tints, strict=True):
            patch = sheet.patch(step)
            tint.add(patch, colour_of(step))
            if is_previewed(step):
                sheet.lay(step, patch)

    def add(self, step: Step, *, is_drawn: bool = False) -> None:
        """A step was made: it is shown until it is settled. ``is_drawn``: `draw` has shown all of it."""
        self._draft = None
        self.count += 1
        self.unsettled.append((self.count, step))
        for sheet in self.sheets:
            if is_previewed(step) and not is_drawn:
                sheet.lay(step, sheet.patch(step))
        self.retint()

    def drop(self, draft: BrushDraft) -> None:
        """Nothing of what was drawn stays."""
        self._draft = None
        for sheet in self.sheets:
            box = sheet.place(draft.step())
            if not box.isEmpty():
                sheet.relay(self.steps, box)
        self.retint()

    def settled(self, count: int) -> None:
        """The cutouts given by `Sheet.settle` have the first ``count`` steps in them."""
        self._forget([item for item in self.unsettled if item[0] <= count])

    def keep(self, count: int) -> None:
        """So many steps stand: what was made beyond them was undone."""
        self.count = count
        self._forget([item for item in self.unsettled if item[0] > count])

    def _forget(self, gone: list[tuple[int, Step]]) -> None:
        self.unsettled = [item for item in self.unsettled if item not in gone]
        for sheet in self.sheets:
            places = [sheet.place(step) for _, step in gone]
            sheet.show_settled(self._laid, reduce(QRect.united, places, QRect()))
        self.retint()

    def set_detail(self, sheet: Sheet | None) -> None:
        """A closer sheet of a part, painted over the other; none removes it."""
        del self.sheets[1:], self.tints[1:]
        if sheet is not None:
            self.sheets.append(sheet)
            self.tints.append(Tint(sheet.shape))
            sheet.relay(self._laid)
        self.retint()

    def retint(self) -> None:
        """Tints what is being drawn and what cannot be shown before it is computed, and nothing else."""
        for sheet, tint in zip(self.sheets, self.tints, strict=True):
            tint.clear()
            if self._draft:
                tint.add(sheet.patch(self._draft.step()), colour_of(self._draft.step()))
            for step in self.steps:
                if not is_previewed(step) and not isinstance(step, Hole):
                    tint.add(sheet.patch(step), colour_of(step))

    def set_hint(self, share: QImage | None, rect: QRect) -> None:
        """Shows what would be opened: its ``share`` in ``rect`` of the reduced cutout; or nothing."""
        self.hint = None
        if share is not None and not rect.isEmpty():
            self.hint = Veil(share, with_alpha(ERASE, HINT)), self.sheets[0].to_source(rect)

    def seen(self, step: Step) -> QRectF:
        """The box in the source that showing ``step`` changes: reduced pixels reach a little beyond it."""
        reach = 3 / min(sheet.scale for sheet in self.sheets)
        return extent(step).adjusted(-reach, -reach, reach, reach)


def is_previewed(step: Step) -> TypeGuard[Stroke | Area | Rectangle]:
    """Whether what becomes of it is known before it is computed in full."""
    return not isinstance(step, Heal | Hole) and not (isinstance(step, Stroke) and step.edge_aware)


def colour_of(step: Step) -> QColor:
    """The colour that says what a step does."""
    if isinstance(step, Heal | Hole):
        return HEAL if isinstance(step, Heal) else ERASE
    return KEEP if step.keep else ERASE
