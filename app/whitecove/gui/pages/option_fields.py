"""The control for an option, as its declaration demands: a tick, a choice, ticks, a share, a number or a text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QWidget,
)

from whitecove.core.options import ENGINES, Declaration, Options, declaration, problems
from whitecove.gui.pages.furniture import CalmWheel
from whitecove.gui.pages.option_words import STEP, choice_of, label_of, unit_of, zero_of
from whitecove.gui.theme.segments import Segment, SegmentedControl
from whitecove.gui.theme.tokens import METRICS

# More choices, or wider ones, do not fit beside each other.
SEGMENTS_AT_MOST, BESIDE_AT_MOST = 3, 300
WIDE = 220
# Texts of which only some mean something: what is here from the start; marketplaces and models are offered later.
OPEN = {"profile": (Options().profile,), "engine": ENGINES}


class Field(QWidget):
    """One option. ``changed`` carries the new value when a person changed it, and only a value that may be."""

    changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.option = name
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(METRICS.gap)

    def show_value(self, value: object) -> None:
        """Shows a value, and says nothing of it."""
        before = self.blockSignals(True)
        self._show(value)
        self.blockSignals(before)

    def words(self, value: object) -> str:
        """A value in words."""
        return str(value)

    def _show(self, value: object) -> None:
        raise NotImplementedError

    def _say(self, value: object) -> None:
        if not problems({self.option: value}):
            self.changed.emit(value)


class TickField(Field):
    """Yes or no."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.box = QCheckBox()
        self.box.setAccessibleName(label_of(name))
        self.box.toggled.connect(self._say)
        self.line.addWidget(self.box)

    def _show(self, value: object) -> None:
        self.box.setChecked(bool(value))

    def words(self, value: object) -> str:
        return self.tr("on") if value else self.tr("off")


class SegmentField(Field):
    """One of a few, all of them seen."""

    def __init__(self, name: str, choices: Sequence[str]) -> None:
        super().__init__(name)
        parts = [Segment(key=each, text=choice_of(name, each)) for each in choices]
        self.control = SegmentedControl(label_of(name), parts)
        self.control.changed.connect(self._say)
        self.line.addWidget(self.control)

    def _show(self, value: object) -> None:
        self.control.set_current(str(value))

    def words(self, value: object) -> str:
        return choice_of(self.option, str(value))


class ChoiceField(Field):
    """One of many. What is offered may change; what is chosen is always among it."""

    def __init__(self, name: str, choices: Sequence[str], wheel: CalmWheel) -> None:
        super().__init__(name)
        self.box = QComboBox()
        self.box.setAccessibleName(label_of(name))
        self.box.setMinimumWidth(WIDE)
        wheel.watch(self.box)
        self.offer([(each, choice_of(name, each)) for each in choices])
        self.box.currentIndexChanged.connect(self._chosen)
        self.line.addWidget(self.box)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offers these: values, and what they are called."""
        chosen = self.box.currentData()
        before = self.box.blockSignals(True)
        self.box.clear()
        for value, text in choices:
            self.box.addItem(text, value)
        self.box.blockSignals(before)
        if chosen is not None:
            self.show_value(chosen)

    def _show(self, value: object) -> None:
        if self.box.findData(value) < 0:
            self.box.addItem(self.words(value), value)
        self.box.setCurrentIndex(self.box.findData(value))

    def words(self, value: object) -> str:
        place = self.box.findData(value)
        return self.box.itemText(place) if place >= 0 else choice_of(self.option, str(value))

    def _chosen(self, _: int) -> None:
        self._say(self.box.currentData())


class ManyField(Field):
    """Some of a few, and at least one."""

    def __init__(self, name: str, choices: Sequence[str]) -> None:
        super().__init__(name)
        self.boxes = {each: QCheckBox(choice_of(name, each)) for each in choices}
        self.line.setSpacing(METRICS.gap_large)
        for box in self.boxes.values():
            box.toggled.connect(self._ticked)
            self.line.addWidget(box)

    def _show(self, value: object) -> None:
        chosen = value if isinstance(value, tuple) else ()
        for key, box in self.boxes.items():
            box.setChecked(key in chosen)
        self._keep_one()

    def words(self, value: object) -> str:
        chosen = value if isinstance(value, tuple) else ()
        return ", ".join(choice_of(self.option, each) for each in chosen)

    def _ticked(self) -> None:
        self._keep_one()
        self._say(tuple(key for key, box in self.boxes.items() if box.isChecked()))

    def _keep_one(self) -> None:
        """The last tick cannot be taken away."""
        ticked = [box for box in self.boxes.values() if box.isChecked()]
        for box in self.boxes.values():
            box.setEnabled(len(ticked) > 1 or box not in ticked)


class ShareField(Field):
    """A share of one, in per cent."""

    def __init__(self, name: str, known: Declaration, wheel: CalmWheel) -> None:
        super().__init__(name)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(label_of(name))
        self.slider.setRange(round(100 * (known.low or 0)), round(100 * (known.high or 0)))
        self.slider.setPageStep(5)
        self.slider.setMinimumWidth(WIDE - 56)
        self.number = QLabel()
        self.number.setMinimumWidth(48)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        wheel.watch(self.slider)
        self.slider.valueChanged.connect(self._moved)
        self.line.addWidget(self.slider)
        self.line.addWidget(self.number)

    def _show(self, value: object) -> None:
        self.slider.setValue(round(100 * float(str(value))))
        self.number.setText(self.words(value))

    def words(self, value: object) -> str:
        return self.tr("{number} %").format(number=round(100 * float(str(value))))

    def _moved(self, value: int) -> None:
        self.number.setText(self.words(value / 100))
        self._say(value / 100)


class NumberField(Field):
    """A number within its bounds."""

    def __init__(self, name: str, known: Declaration, wheel: CalmWheel, *, whole: bool) -> None:
        super().__init__(name)
        self.whole = whole
        self.box = QDoubleSpinBox()
        self.box.setAccessibleName(label_of(name))
        self.box.setRange(known.low or 0, known.high or 0)
        self.box.setDecimals(0)
        self.box.setSingleStep(STEP.get(name, 1.0))
        self.box.setSpecialValueText(zero_of(name))
        self.box.setSuffix(f" {unit_of(name)}" if unit_of(name) else "")
        self.box.setKeyboardTracking(False)
        self.box.setMinimumWidth(WIDE - 40)
        wheel.watch(self.box)
        self.box.valueChanged.connect(self._moved)
        self.line.addWidget(self.box)

    def _show(self, value: object) -> None:
        self.box.setValue(float(str(value)))

    def words(self, value: object) -> str:
        number = float(str(value))
        if not number and zero_of(self.option):
            return zero_of(self.option)
        return f"{self.box.locale().toString(round(number))} {unit_of(self.option)}".rstrip()

    def _moved(self, value: float) -> None:
        self._say(round(value) if self.whole else value)


class TextField(Field):
    """A text. One that cannot be used says why, and is not taken."""

    refused = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.box = QLineEdit()
        self.box.setAccessibleName(label_of(name))
        self.box.setMinimumWidth(WIDE)
        self.box.editingFinished.connect(self._ended)
        self.line.addWidget(self.box)

    def _show(self, value: object) -> None:
        self.box.setText(str(value))
        self.refused.emit("")

    def words(self, value: object) -> str:
        return str(value) or self.tr("nothing")

    def _ended(self) -> None:
        found = problems({self.option: self.box.text()})
        self.refused.emit(found[0].partition(": ")[2] if found else "")
        self._say(self.box.text())


def field_for(name: str, wheel: CalmWheel) -> Field:
    """The control of an option, by what its declaration and its default are."""
    known, default = declaration(name), getattr(Options(), name)
    if isinstance(default, bool):
        return TickField(name)
    if isinstance(default, tuple):
        return ManyField(name, known.choices)
    if isinstance(default, int | float):
        is_share = known.high is not None and known.high <= 1
        return (
            ShareField(name, known, wheel)
            if is_share
            else NumberField(name, known, wheel, whole=isinstance(default, int))
        )
    if name in OPEN:
        return ChoiceField(name, OPEN[name], wheel)
    if known.choices:
        return _choice(name, known.choices, wheel)
    return TextField(name)


def _choice(name: str, choices: Sequence[str], wheel: CalmWheel) -> Field:
    """Beside each other where they are few and short: words are longer in some languages."""
    if len(choices) <= SEGMENTS_AT_MOST:
        beside = SegmentField(name, choices)
        if beside.sizeHint().width() <= BESIDE_AT_MOST:
            return beside
        beside.deleteLater()
    return ChoiceField(name, choices, wheel)
