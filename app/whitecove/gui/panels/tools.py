"""The touch-up tools as a bar: what is in hand, how large and how hard, on which ground. It only says what is
chosen; whoever knows what holds says so with its ``set_`` functions."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QToolButton, QWidget

from whitecove.gui.actions import BY_ID, CONTEXT
from whitecove.gui.marks import QT_TRANSLATE_NOOP
from whitecove.gui.panels.gestures import Slider
from whitecove.gui.speaking import tongue
from whitecove.gui.theme.flow import Flow
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import describe, label, primary_button, tool_button

# The actions that stand for tools, in the order of the bar.
TOOLS = ("keep-brush", "erase-brush", "open-hole", "keep-box", "heal", "eyedropper")
BRUSHES = frozenset({"keep-brush", "erase-brush", "heal"})
# Bounds of a brush's radius in pixels of the screen; the slider is finer for small ones.
SMALLEST, LARGEST, SIZES = 1.0, 400.0, 100


@dataclass(frozen=True, slots=True)
class Swatch:
    """A ground to judge edges on: its key, its name, and its colours."""

    key: str
    name: str
    colours: tuple[str, ...]


SWATCHES: tuple[Swatch, ...] = (
    Swatch("white", QT_TRANSLATE_NOOP("Swatch", "On white"), ("#ffffff",)),
    Swatch("grey", QT_TRANSLATE_NOOP("Swatch", "On grey"), ("#808080",)),
    Swatch("black", QT_TRANSLATE_NOOP("Swatch", "On black"), ("#000000",)),
    Swatch("green", QT_TRANSLATE_NOOP("Swatch", "On green"), ("#00b140",)),
    Swatch("checker", QT_TRANSLATE_NOOP("Swatch", "On a checkerboard"), ("#ffffff", "#c8c8c8")),
)


def place_of(radius: float) -> int:
    """The slider's place for a radius."""
    share = math.log(min(max(radius, SMALLEST), LARGEST) / SMALLEST) / math.log(LARGEST / SMALLEST)
    return round(share * SIZES)


def radius_at(place: int) -> float:
    """The radius at a place of the slider."""
    return float(SMALLEST * (LARGEST / SMALLEST) ** (place / SIZES))


class ToolBar(QFrame):
    """``tool_chosen`` says an action's id, ``backdrop_chosen`` a swatch's key; sizes are radii in pixels of the screen,
    hardness is 0…1."""

    tool_chosen = Signal(str)
    size_changed = Signal(float)
    hardness_changed = Signal(float)
    edges_changed = Signal(bool)
    backdrop_chosen = Signal(str)
    ghost_changed = Signal(bool)
    undo_wanted = Signal()
    redo_wanted = Signal()
    done_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        parts = QWidget()
        flow = Flow(parts, METRICS.gap)
        self._tools = self._made_tools()
        self._swatches = self._made_swatches()
        self.radius, self.hardness = _slider(SIZES), _slider(100)
        self._size, self._hard = label("", "muted"), label("", "muted")
        self.edges = _tick()
        self.ghost = tool_button("eye", "", checkable=True)
        flow.addWidget(_together(*self._tools.values()))
        flow.addWidget(_together(self._size, self.radius))
        flow.addWidget(_together(self._hard, self.hardness))
        flow.addWidget(self.edges)
        flow.addWidget(_together(*self._swatches.values(), self.ghost))
        self.undo, self.redo = tool_button(BY_ID["undo"].icon, ""), tool_button(BY_ID["redo"].icon, "")
        self.done = primary_button("")
        row = QHBoxLayout(self)
        row.setContentsMargins(METRICS.gap, METRICS.gap_small, METRICS.gap, METRICS.gap_small)
        row.setSpacing(METRICS.gap)
        row.addWidget(parts, 1)
        row.addWidget(_together(self.undo, self.redo, self.done), 0, Qt.AlignmentFlag.AlignTop)
        self._connect()
        self.retranslate()
        tongue().changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        doing = {**self._tools, "edge-aware": self.edges, "undo": self.undo, "redo": self.redo}
        for id_, button in doing.items():
            describe(button, *_described(id_))
        self.edges.setText(_described("edge-aware")[0])
        for swatch in SWATCHES:
            shown = QCoreApplication.translate("Swatch", swatch.name)
            describe(self._swatches[swatch.key], shown, _described("backdrop")[1])
        describe(self.ghost, self.tr("Show faintly what is cut away"))
        self.done.setText(self.tr("Done"))
        self.done.setToolTip(_described("leave")[1])
        for slider, beside, name in (
            (self.radius, self._size, self.tr("Size")), (self.hardness, self._hard, self.tr("Hardness")),
        ):  # fmt: skip
            beside.setText(name)
            slider.setAccessibleName(name)
            slider.setToolTip(name)

    def tool(self, id_: str) -> QToolButton:
        """The button of a tool."""
        return self._tools[id_]

    def swatch(self, key: str) -> QToolButton:
        """The button of a ground."""
        return self._swatches[key]

    # --- what holds now

    def set_tool(self, id_: str) -> None:
        """The tool in hand; an empty id for none."""
        _check(self._tools, id_)
        for widget in (self.radius, self.hardness):
            widget.setEnabled(id_ in BRUSHES)
        self.edges.setEnabled(id_ in ("keep-brush", "erase-brush"))

    def set_brush(self, radius: float, hardness: float, *, stops_at_edges: bool) -> None:
        """The brush in hand: its radius in pixels of the screen, its hardness 0…1."""
        self.radius.put(place_of(radius))
        self.hardness.put(round(100 * hardness))
        self.edges.setChecked(stops_at_edges)

    def set_backdrop(self, key: str) -> None:
        """The ground below the cutout; an unknown key for none of the swatches."""
        _check(self._swatches, key)

    def set_ghost(self, on: bool) -> None:
        """Whether what is cut away is shown faintly."""
        self.ghost.setChecked(on)

    def set_history(self, *, can_undo: bool, can_redo: bool) -> None:
        """Whether there is a step to take back, or to do again."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    # --- what it is made of

    def _made_tools(self) -> dict[str, QToolButton]:
        made = {id_: tool_button(BY_ID[id_].icon, "", checkable=True) for id_ in TOOLS}
        for id_, button in made.items():
            button.clicked.connect(partial(self._choose_tool, id_))
        return made

    def _made_swatches(self) -> dict[str, QToolButton]:
        made: dict[str, QToolButton] = {}
        for swatch in SWATCHES:
            button = QToolButton()
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setIcon(_patch(swatch.colours))
            button.setIconSize(QSize(METRICS.icon, METRICS.icon))
            button.clicked.connect(partial(self._choose_backdrop, swatch.key))
            made[swatch.key] = button
        return made

    # --- what is said

    def _connect(self) -> None:
        self.radius.slid.connect(self._resize)
        self.hardness.slid.connect(self._harden)
        self.edges.clicked.connect(self.edges_changed)
        self.ghost.clicked.connect(self.ghost_changed)
        self.undo.clicked.connect(self._undo)
        self.redo.clicked.connect(self._redo)
        self.done.clicked.connect(self._done)

    def _choose_tool(self, id_: str, _checked: bool = False) -> None:
        self.set_tool(id_)
        self.tool_chosen.emit(id_)

    def _choose_backdrop(self, key: str, _checked: bool = False) -> None:
        self.set_backdrop(key)
        self.backdrop_chosen.emit(key)

    def _resize(self, place: int, _gesture: int) -> None:
        self.size_changed.emit(radius_at(place))

    def _harden(self, percent: int, _gesture: int) -> None:
        self.hardness_changed.emit(percent / 100)

    def _undo(self, _checked: bool = False) -> None:
        self.undo_wanted.emit()

    def _redo(self, _checked: bool = False) -> None:
        self.redo_wanted.emit()

    def _done(self, _checked: bool = False) -> None:
        self.done_wanted.emit()


def _together(*widgets: QWidget) -> QWidget:
    """``widgets`` that stay on one line."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    for widget in widgets:
        row.addWidget(widget)
    return holder


def _slider(most: int) -> Slider:
    slider = Slider(0, most)
    slider.setFixedWidth(88)
    slider.setFixedHeight(METRICS.control)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider


def _tick() -> QCheckBox:
    box = QCheckBox()
    box.setFixedHeight(METRICS.control)
    box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return box


def _check(buttons: Mapping[str, QToolButton], wanted: str) -> None:
    """Checks the button of that key, and no other."""
    for key, button in buttons.items():
        button.setChecked(key == wanted)


def _described(id_: str) -> tuple[str, str]:
    """The words of an action, and its first shortcut as the system writes it."""
    entry = BY_ID[id_]
    keys = QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if entry.keys else ""
    return QCoreApplication.translate(CONTEXT, entry.text), keys


def _patch(shown: tuple[str, ...]) -> QIcon:
    """A round patch of one colour, or of two as a checkerboard, crisp at twice the size, too."""
    side = 2 * METRICS.icon
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(colours().outline)
    painter.setPen(edge)
    painter.setBrush(QColor(shown[0]))
    painter.drawRoundedRect(3, 3, side - 6, side - 6, 6, 6)
    if len(shown) > 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown[1]))
        half = (side - 8) // 2
        painter.drawRect(4, 4, half, half)
        painter.drawRect(4 + half, 4 + half, half, half)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)
