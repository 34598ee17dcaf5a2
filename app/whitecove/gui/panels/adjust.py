"""What one photo has for itself: how it is cut out, placed, turned and lit. Each change can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from whitecove.core.adjust.values import UNTOUCHED, Adjust, mirrored, turned
from whitecove.core.model import Role
from whitecove.core.options import ENGINES
from whitecove.gui.document import Document
from whitecove.gui.panels import adjust_table
from whitecove.gui.panels.adjust_rows import Setting
from whitecove.gui.panels.changing import ALONE, History, adjust_of, set_adjust, size_of
from whitecove.gui.panels.column import Column, following
from whitecove.gui.panels.white_point import WhitePoint
from whitecove.gui.panels.wrapped import Wrapped
from whitecove.gui.plain_words import cutout_name
from whitecove.gui.speaking import tongue
from whitecove.gui.theme.flow import row_of
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import label, push_button, rule, tool_button
from whitecove.studio.items import Shot

# What stays with each photo when the rest is applied to others.
OF_ONE_PHOTO = ("turn", "flip", "straighten")


class AdjustPanel(QScrollArea):
    """``preview_requested``: the `Corrections` (or None) to show at once. ``pick_wanted``: the next click on the photo
    says what is white. Who knows installed models and the selected photos says so with `set_models` and
    `set_selected`."""

    preview_requested = Signal(object)
    pick_wanted = Signal()

    def __init__(self, document: Document, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._history = document, history
        self._shot: Shot | None = None
        self._selected: tuple[str, ...] = ()
        self._rows: dict[str, Setting] = {}
        self.setProperty("kind", "panel")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the focus
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._models: tuple[str, ...] = ()
        self.retranslate()
        following(document, self)
        tongue().changed.connect(self.retranslate)
        document.measured.connect(self.refresh)

    @property
    def shot(self) -> Shot | None:
        """The photo that is shown."""
        return self._shot

    @property
    def hint(self) -> str:
        """What is said above the rows."""
        return self._hint.said

    def row(self, key: str) -> Setting:
        """The row of the setting called ``key``."""
        return self._rows[key]

    def retranslate(self) -> None:
        """All rows anew, in the language that holds now."""
        self.setAccessibleName(self.tr("Adjust"))
        self.setWidget(self._made())
        self.set_models(self._models)

    def set_photo(self, shot: Shot | None) -> None:
        """Shows what is set for ``shot``."""
        self._shot = shot
        if shot:
            self._document.measure((shot.key, *self._document.session.products[shot.sku].keys))
        self.refresh()

    def set_models(self, names: Sequence[str]) -> None:
        """The cutout models that are installed."""
        known = [*ENGINES, *(f"rembg:{name}" for name in names)]
        used = [self._document.session.options.engine]
        if self._shot and (own := adjust_of(self._shot).engine):
            used.append(own)
        entries = dict.fromkeys((*known, *used))
        self._models = tuple(names)
        self._rows["engine"].offer([(each, cutout_name(each)) for each in entries])  # type: ignore[attr-defined]
        self.refresh()

    def set_selected(self, keys: Sequence[str]) -> None:
        """The photos that are selected, the shown one among them or not."""
        self._selected = tuple(keys)
        self._document.measure(keys)
        self.refresh()

    # --- what it looks like

    def _made(self) -> Column:
        column = Column()
        self._hint = Wrapped("", "muted")
        column.add(self._hint)
        self._body = Column(margin=0)
        column.add(self._body)
        self._add("engine")
        self._add("details")
        self._body.add(rule())
        for key in ("fill", "stand", "shadow", "keep_edges"):
            self._add(key)
        self._body.add(rule())
        self._body.add_layout(self._turning())
        self._add("straighten")
        self._body.add(rule())
        self._add("exposure")
        self._add("white_point")
        self._body.add(rule())
        self._add_buttons()
        column.end()
        return column

    def _add(self, key: str) -> None:
        row = WhitePoint() if key == "white_point" else adjust_table.made(key)
        row.changed.connect(partial(self._set, key))
        row.reset.connect(partial(self._reset, key))
        if isinstance(row, WhitePoint):
            row.pick_wanted.connect(self.pick_wanted)
        self._rows[key] = row
        self._body.add(row)

    def _turning(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(METRICS.gap_small)
        row.addWidget(label(self.tr("Turn and mirror")))
        row.addStretch(1)
        self.turn_left = tool_button("rotate-left", self.tr("Turn to the left"))
        self.turn_right = tool_button("rotate-right", self.tr("Turn to the right"))
        self.mirror = tool_button("mirror", self.tr("Mirror"))
        for button, slot in (
            (self.turn_left, self._turn_left),
            (self.turn_right, self._turn_right),
            (self.mirror, self._mirror),
        ):
            button.clicked.connect(slot)
            row.addWidget(button)
        return row

    def _add_buttons(self) -> None:
        self._reset_all = push_button(self.tr("Reset all"), "undo")
        self._to_product = push_button(self.tr("Apply to product"), "package")
        self._to_selected = push_button(self.tr("Apply to all selected"), "check")
        tip = self.tr("Turning, mirroring and straightening stay with each photo.")
        for button, slot in (
            (self._to_product, self._apply_to_product),
            (self._to_selected, self._apply_to_selected),
            (self._reset_all, self._reset_everything),
        ):
            button.clicked.connect(slot)
        self._to_product.setToolTip(tip)
        self._to_selected.setToolTip(tip)
        self._body.add(row_of(self._to_product, self._to_selected, self._reset_all))

    def refresh(self) -> None:
        """Shows the photo as it is set now."""
        shot = self._shot
        can_be_set = shot is not None and (size_of(shot) is not None or self._document.is_measuring(shot))
        self._body.setVisible(can_be_set)
        self._hint.say(self._said(shot, can_be_set=can_be_set))
        if shot is None or not can_be_set:
            return
        adjust, options = adjust_of(shot), self._document.session.options
        for key, row in self._rows.items():
            row.put(adjust_table.value_of(key, adjust, options))
            row.mark(adjust_table.differs(key, adjust))
        self._rows["details"].setVisible(shot.photo.role is Role.DETAIL)
        self._rows["fill"].setEnabled(adjust_table.value_of("engine", adjust, options) != "keep")
        self._reset_all.setEnabled(adjust != UNTOUCHED)
        others = [key for key in self._document.session.products[shot.sku].keys if key != shot.key]
        self._to_product.setEnabled(bool(others) and self._are_measured(others))
        self._to_selected.setEnabled(
            any(key != shot.key for key in self._selected) and self._are_measured(self._selected)
        )

    def _are_measured(self, keys: Sequence[str]) -> bool:
        """Whether no size of theirs is under way."""
        shots = self._document.session.shots
        return not any(key in shots and self._document.is_measuring(shots[key]) for key in keys)

    def _said(self, shot: Shot | None, *, can_be_set: bool) -> str:
        if shot is None:
            return self.tr("Choose a photo to adjust it.")
        if not can_be_set:
            return self.tr("Its size is not known yet: prepare it first, then adjust it.")
        count = adjust_table.number_of_own(adjust_of(shot))
        if not count:
            return self.tr("All as the preset says.")
        return self.tr("%Ln settings differ from the preset.", "", count)

    # --- what is changed

    def _set(self, key: str, value: object, gesture: int) -> None:
        if self._shot:
            adjust = adjust_of(self._shot)
            changed = adjust_table.with_value(key, value, adjust, self._document.session.options)
            self._change(changed, adjust_table.names()[key], gesture)

    def _reset(self, key: str) -> None:
        if self._shot:
            adjust: Adjust = replace(adjust_of(self._shot), **{key: getattr(UNTOUCHED, key)})
            self._change(adjust, self.tr("Reset"))

    def _reset_everything(self, _checked: bool = False) -> None:
        self._change(UNTOUCHED, self.tr("Reset all"))

    def _turn_left(self, _checked: bool = False) -> None:
        if self._shot:
            self._change(turned(adjust_of(self._shot), -90), self.tr("Turn"))

    def _turn_right(self, _checked: bool = False) -> None:
        if self._shot:
            self._change(turned(adjust_of(self._shot), 90), self.tr("Turn"))

    def _mirror(self, _checked: bool = False) -> None:
        if self._shot:
            self._change(mirrored(adjust_of(self._shot)), self.tr("Mirror"))

    def _change(self, adjust: Adjust, text: str, gesture: int = ALONE) -> None:
        shot = self._shot
        if shot is None or adjust == adjust_of(shot):
            return
        if size_of(shot) is None:  # it is on its way
            self.refresh()
            return
        set_adjust(self._history, [(shot, adjust)], text, gesture)
        self.preview_requested.emit(shot.corrections)

    # --- other photos

    def _apply_to_product(self, _checked: bool = False) -> None:
        if self._shot:
            self._apply(self._document.session.products[self._shot.sku].keys, self.tr("Apply to product"))

    def _apply_to_selected(self, _checked: bool = False) -> None:
        self._apply(self._selected, self.tr("Apply to all selected"))

    def _apply(self, keys: Sequence[str], text: str) -> None:
        if self._shot is None:
            return
        wanted = adjust_of(self._shot)
        others = (shot for shot in map(self._document.session.shots.get, keys) if shot and shot is not self._shot)
        applied = [(shot, _applied(wanted, adjust_of(shot))) for shot in others if size_of(shot) is not None]
        set_adjust(self._history, [each for each in applied if each[1] != adjust_of(each[0])], text)


def _applied(wanted: Adjust, own: Adjust) -> Adjust:
    """``wanted`` on a photo that has its ``own``."""
    kept = {key: getattr(own, key) for key in OF_ONE_PHOTO}
    applied: Adjust = replace(wanted, **kept)
    return applied
