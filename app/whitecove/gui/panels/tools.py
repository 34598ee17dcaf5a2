"""The touch-up tools as a bar: what is in hand, how large and how hard, on which ground. It keeps no state of its own:
what is chosen is said, and shown once somebody says that it holds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from whitecove.gui.actions import BY_ID, CONTEXT
from whitecove.gui.marks import QT_TRANSLATE_NOOP
from whitecove.gui.panels.gestures import Slider
from whitecove.gui.theme.scheme import colours
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import describe, label, primary_button, rule, tool_button

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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(METRICS.gap, METRICS.gap_small, METRICS.gap, METRICS.gap_small)
        self._row.setSpacing(2)
        self._tools = self._add_tools()
        self._add_rule()
        self.radius = self._sliding(self.tr("Size"), SIZES)
        self.hardness = self._sliding(self.tr("Hardness"), 100)
        self.edges = self._tick(BY_ID["edge-aware"].text, "edge-aware")
        self._add_rule()
        self._swatches = self._add_swatches()
        self.ghost = tool_button("eye", self.tr("Show faintly what is cut away"), checkable=True)
        self._row.addWidget(self.ghost)
        self._row.addStretch(1)
        self._add_rule()
        self.undo = self._acting("undo")
        self.redo = self._acting("redo")
        self.done = primary_button(self.tr("Done"))
        self.done.setToolTip(_described("leave")[1])
        self._row.addSpacing(METRICS.gap_small)
        self._row.addWidget(self.done)
        self._connect()

    # --- what holds now

    def set_tool(self, id_: str) -> None:
        """The tool in hand; an empty id for none."""
        for each, button in self._tools.items():
            button.setChecked(each == id_)
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
        for each, button in self._swatches.items():
            button.setChecked(each == key)

    def set_ghost(self, on: bool) -> None:
        """Whether what is cut away is shown faintly."""
        self.ghost.setChecked(on)

    def set_history(self, *, can_undo: bool, can_redo: bool) -> None:
        """Whether there is a step to take back, or to do again."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    # --- what it is made of

    def _add_tools(self) -> dict[str, QToolButton]:
        made: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        for id_ in TOOLS:
            text, keys = _described(id_)
            button = tool_button(BY_ID[id_].icon, text, keys, checkable=True)
            group.addButton(button)
            button.clicked.connect(partial(self._choose_tool, id_))
            made[id_] = button
            self._row.addWidget(button)
        return made

    def _sliding(self, name: str, most: int) -> Slider:
        text: QLabel = label(name, "muted")
        slider = Slider(0, most)
        slider.setAccessibleName(name)
        slider.setToolTip(name)
        slider.setMinimumWidth(64)
        slider.setMaximumWidth(112)
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        text.setBuddy(slider)
        self._row.addSpacing(METRICS.gap_small)
        self._row.addWidget(text)
        self._row.addWidget(slider, 1)
        return slider

    def _tick(self, text: str, id_: str) -> QCheckBox:
        shown, keys = _described(id_)
        box = QCheckBox(QCoreApplication.translate(CONTEXT, text))
        describe(box, shown, keys)
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addSpacing(METRICS.gap_small)
        self._row.addWidget(box)
        return box

    def _add_swatches(self) -> dict[str, QToolButton]:
        made: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        for swatch in SWATCHES:
            button = QToolButton()
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setIcon(_patch(swatch.colours))
            button.setIconSize(QSize(METRICS.icon, METRICS.icon))
            describe(button, QCoreApplication.translate("Swatch", swatch.name), _described("backdrop")[1])
            group.addButton(button)
            button.clicked.connect(partial(self._choose_backdrop, swatch.key))
            made[swatch.key] = button
            self._row.addWidget(button)
        return made

    def _acting(self, id_: str) -> QToolButton:
        text, keys = _described(id_)
        button = tool_button(BY_ID[id_].icon, text, keys)
        self._row.addWidget(button)
        return button

    def _add_rule(self) -> None:
        line = rule(Qt.Orientation.Vertical)
        line.setFixedHeight(METRICS.icon)
        self._row.addSpacing(METRICS.gap_small)
        self._row.addWidget(line)
        self._row.addSpacing(METRICS.gap_small)

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
        self.tool_chosen.emit(id_)

    def _choose_backdrop(self, key: str, _checked: bool = False) -> None:
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
