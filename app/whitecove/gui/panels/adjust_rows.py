"""The rows of the adjust panel: a name, what is set, a control, and a way back to what the preset says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whitecove.gui.panels.gestures import Choice, Slider, new_gesture
from whitecove.gui.theme.segments import Segment, SegmentedControl
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import label, refresh, tool_button


class Setting(QWidget):
    """A row for the setting called ``key``. ``changed`` says its value and the gesture that it belongs to; ``reset``
    that the preset shall hold again."""

    changed = Signal(object, int)
    reset = Signal()

    def __init__(self, key: str, name: str, tip: str = "") -> None:
        super().__init__()
        self.key = key
        self.is_marked = False
        self.name = name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._head = QHBoxLayout()
        self._head.setSpacing(METRICS.gap_small)
        self._label: QLabel = label(name)
        self._back = tool_button("undo", self.tr("Back to the preset: {name}").format(name=name))
        self._back.setFixedSize(METRICS.icon_large, METRICS.icon_large)
        policy = self._back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._back.setSizePolicy(policy)
        self._back.clicked.connect(self._reset)
        self._head.addWidget(self._label)
        self._head.addStretch(1)
        self._head.addWidget(self._back)
        self._column.addLayout(self._head)
        self.setToolTip(tip)
        self.mark(False)

    def mark(self, differs: bool) -> None:
        """Shows whether it differs from the preset."""
        self.is_marked = differs
        self._back.setVisible(differs)
        kind = "strong" if differs else ""
        if self._label.property("kind") != kind:
            self._label.setProperty("kind", kind)
            refresh(self._label)

    def put(self, value: object) -> None:
        """Shows ``value``, without saying so."""
        raise NotImplementedError

    def _reset(self, _checked: bool = False) -> None:
        self.reset.emit()


@dataclass(frozen=True, slots=True)
class Scale:
    """A slider's numbers: bounds, ``step``, how many times larger they are shown than they are, and their unit."""

    low: float
    high: float
    step: float
    times: float = 1.0
    unit: str = ""
    decimals: int = 0
    origin: float | None = None


class Sliding(Setting):
    """A number that can be slid and typed."""

    def __init__(self, key: str, name: str, scale: Scale, tip: str = "") -> None:
        super().__init__(key, name, tip)
        self._scale = scale
        self.slider = Slider(round(scale.low / scale.step), round(scale.high / scale.step))
        self.slider.setAccessibleName(name)
        self.slider.setPageStep(max(1, (self.slider.maximum() - self.slider.minimum()) // 20))
        if scale.origin is not None:
            self.slider.setProperty("origin", scale.origin / scale.step)
        self.number = _number(name, scale)
        self._head.insertWidget(2, self.number)
        self._column.addWidget(self.slider)
        self.slider.slid.connect(self._slid)
        self.number.valueChanged.connect(self._typed)

    def put(self, value: object) -> None:
        number = float(value) if isinstance(value, (int, float)) else 0.0
        self.slider.put(round(number / self._scale.step))
        self._show(number)

    def _show(self, number: float) -> None:
        self.number.blockSignals(True)
        self.number.setValue(number * self._scale.times)
        self.number.blockSignals(False)

    def _slid(self, ticks: int, gesture: int) -> None:
        number = round(ticks * self._scale.step, 4)
        self._show(number)
        self.changed.emit(number, gesture)

    def _typed(self, shown: float) -> None:
        number = round(shown / self._scale.times, 4)
        self.slider.put(round(number / self._scale.step))
        self.changed.emit(number, new_gesture())


def _number(name: str, scale: Scale) -> QDoubleSpinBox:
    number = QDoubleSpinBox()
    number.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
    number.setRange(scale.low * scale.times, scale.high * scale.times)
    number.setSingleStep(scale.step * scale.times)
    number.setDecimals(scale.decimals)
    number.setSuffix(scale.unit)
    number.setKeyboardTracking(False)
    number.setAlignment(Qt.AlignmentFlag.AlignRight)
    number.setAccessibleName(name)
    number.setFixedWidth(76)
    return number


class Parts(Setting):
    """One of a few values, side by side."""

    def __init__(self, key: str, name: str, parts: Sequence[Segment], tip: str = "") -> None:
        super().__init__(key, name, tip)
        self.control = SegmentedControl(name, parts)
        self._column.addWidget(self.control, 0, Qt.AlignmentFlag.AlignLeft)
        self.control.changed.connect(self._chosen)

    def put(self, value: object) -> None:
        self.control.blockSignals(True)
        self.control.set_current(str(value))
        self.control.blockSignals(False)

    def _chosen(self, key: str) -> None:
        self.changed.emit(key, new_gesture())


class Listed(Setting):
    """One of many values, in a list that opens."""

    def __init__(self, key: str, name: str, tip: str = "") -> None:
        super().__init__(key, name, tip)
        self.box = Choice()
        self.box.setAccessibleName(name)
        self.box.setMinimumContentsLength(8)
        self.box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._column.addWidget(self.box)
        self.box.activated.connect(self._chosen)

    def offer(self, entries: Sequence[tuple[str, str]]) -> None:
        """What can be chosen: values with their names."""
        self.box.clear()
        for value, shown in entries:
            self.box.addItem(shown, value)

    def put(self, value: object) -> None:
        self.box.setCurrentIndex(self.box.findData(value))

    def _chosen(self, index: int) -> None:
        self.changed.emit(self.box.itemData(index), new_gesture())


class Ticked(Setting):
    """Yes or no; the box carries the name."""

    def __init__(self, key: str, name: str, tip: str = "") -> None:
        super().__init__(key, name, tip)
        self.box = QCheckBox(name)
        self._label.hide()
        self._head.insertWidget(0, self.box)
        self.box.clicked.connect(self._clicked)

    def put(self, value: object) -> None:
        self.box.setChecked(bool(value))

    def _clicked(self, on: bool) -> None:
        self.changed.emit(on, new_gesture())
