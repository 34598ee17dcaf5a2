"""What is set while a photo is touched up: how large and how hard the brush is, whether it stops at edges, and the
ground that the cutout stands on. It only says what is chosen; whoever knows what holds says so with ``set_``."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from whitecove.gui.actions import BY_ID
from whitecove.gui.panels.gestures import Slider
from whitecove.gui.panels.grounds import SWATCHES, swatch_button
from whitecove.gui.panels.tools import BRUSHES, described
from whitecove.gui.theme.picture import Picture
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import push_button, rule, tool_button

# Bounds of a brush's radius in pixels of the screen; the slider is finer for small ones.
SMALLEST, LARGEST, SIZES = 1.0, 400.0, 100
NARROW, WIDE = 44, 120


def place_of(radius: float) -> int:
    """The slider's place for a radius."""
    share = math.log(min(max(radius, SMALLEST), LARGEST) / SMALLEST) / math.log(LARGEST / SMALLEST)
    return round(share * SIZES)


def radius_at(place: int) -> float:
    """The radius at a place of the slider."""
    return float(SMALLEST * (LARGEST / SMALLEST) ** (place / SIZES))


class BrushBar(QFrame):
    """``backdrop_chosen`` says a swatch's key; sizes are radii in pixels of the screen, hardness is 0…1."""

    size_changed = Signal(float)
    hardness_changed = Signal(float)
    edges_changed = Signal(bool)
    backdrop_chosen = Signal(str)
    ghost_changed = Signal(bool)
    done_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._swatches = {each.key: swatch_button(each, described("backdrop")[1]) for each in SWATCHES}
        self.radius, self.hardness = _slider(self.tr("Size of the brush"), SIZES), _slider(self.tr("Hardness"), 100)
        self.edges = tool_button(BY_ID["edge-aware"].icon or "edge", *described("edge-aware"), checkable=True)
        self.ghost = tool_button("eye", self.tr("Show faintly what is cut away"), checkable=True)
        self.done = push_button(self.tr("Done"), "check")
        self.done.setToolTip(described("leave")[1])
        self._lay_out()
        self._connect()

    def swatch(self, key: str) -> QToolButton:
        """The button of a ground."""
        return self._swatches[key]

    # --- what holds now

    def set_tool(self, id_: str) -> None:
        """The tool in hand; an empty id for none. Only brushes have a size."""
        for widget in (self.radius, self.hardness, *self._signs):
            widget.setEnabled(id_ in BRUSHES)
        self.edges.setEnabled(id_ in ("keep-brush", "erase-brush"))

    def set_brush(self, radius: float, hardness: float, *, stops_at_edges: bool) -> None:
        """The brush in hand: its radius in pixels of the screen, its hardness 0…1."""
        self.radius.put(place_of(radius))
        self.hardness.put(round(100 * hardness))
        self.edges.setChecked(stops_at_edges)

    def set_backdrop(self, key: str) -> None:
        """The ground below the cutout; an unknown key for none of the swatches."""
        for each, button in self._swatches.items():
            button.setChecked(each == key)

    def set_ghost(self, on: bool) -> None:
        """Whether what is cut away is shown faintly."""
        self.ghost.setChecked(on)

    # --- what it is made of

    def _lay_out(self) -> None:
        self._signs = (_sign("brush-size", self.radius), _sign("brush-hardness", self.hardness))
        row = QHBoxLayout(self)
        row.setContentsMargins(METRICS.gap, 0, METRICS.gap, 1)
        row.setSpacing(0)
        for sign, slider in zip(self._signs, (self.radius, self.hardness), strict=True):
            row.addWidget(sign)
            row.addWidget(slider, 1)
            row.addSpacing(METRICS.gap)
        row.addWidget(self.edges)
        row.addSpacing(METRICS.gap_small)
        line = rule(Qt.Orientation.Vertical)
        line.setFixedHeight(METRICS.icon)
        row.addWidget(line)
        row.addSpacing(METRICS.gap_small)
        for button in self._swatches.values():
            row.addWidget(button)
        row.addWidget(self.ghost)
        row.addSpacing(METRICS.gap)
        row.addStretch(1)
        row.addWidget(self.done)

    def _connect(self) -> None:
        for key, button in self._swatches.items():
            button.clicked.connect(partial(self._choose_backdrop, key))
        self.radius.slid.connect(self._resize)
        self.hardness.slid.connect(self._harden)
        self.edges.clicked.connect(self.edges_changed)
        self.ghost.clicked.connect(self.ghost_changed)
        self.done.clicked.connect(self._done)

    # --- what is said

    def _choose_backdrop(self, key: str, _checked: bool = False) -> None:
        self.set_backdrop(key)
        self.backdrop_chosen.emit(key)

    def _resize(self, place: int, _gesture: int) -> None:
        self.size_changed.emit(radius_at(place))

    def _harden(self, percent: int, _gesture: int) -> None:
        self.hardness_changed.emit(percent / 100)

    def _done(self, _checked: bool = False) -> None:
        self.done_wanted.emit()


def _slider(name: str, most: int) -> Slider:
    slider = Slider(0, most)
    slider.setAccessibleName(name)
    slider.setToolTip(name)
    slider.setMinimumWidth(NARROW)
    slider.setMaximumWidth(WIDE)
    slider.setFixedHeight(METRICS.control)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider


def _sign(name: str, slider: Slider) -> QWidget:
    """What a slider sets, as an icon before it."""
    sign = Picture(name, "muted", METRICS.icon_small)
    sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
    sign.setToolTip(slider.toolTip())
    return sign
