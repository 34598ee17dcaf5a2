"""Filters with numbers: all products, and those in the states that a person looks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from whitecove.core.model import State
from whitecove.gui.marks import QT_TRANSLATE_NOOP
from whitecove.gui.theme.flow import Flow
from whitecove.gui.theme.tokens import TYPE

CONTEXT = "Filters"


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter: its words, the states it lets through (none: all), and whether it is there while nothing is in them."""

    text: str
    states: frozenset[State] | None
    stays: bool = True


CHIPS: tuple[Chip, ...] = (
    Chip(QT_TRANSLATE_NOOP("Filters", "All"), None),
    Chip(QT_TRANSLATE_NOOP("Filters", "Review"), frozenset({State.REVIEW})),
    Chip(QT_TRANSLATE_NOOP("Filters", "Failed"), frozenset({State.FAILED}), stays=False),
    Chip(QT_TRANSLATE_NOOP("Filters", "Ready"), frozenset({State.READY})),
    Chip(QT_TRANSLATE_NOOP("Filters", "Shoot again"), frozenset({State.RESHOOT}), stays=False),
)


class Chips(QWidget):
    """One is on. ``changed`` carries the states that it lets through, or None."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: list[QToolButton] = []
        self._numbers: list[int] = [0] * len(CHIPS)
        flow = Flow(self, gap=2)
        for number, _ in enumerate(CHIPS):
            button = QToolButton()
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFont(_small(button.font()))
            self._group.addButton(button, number)
            self._buttons.append(button)
            flow.addWidget(button)
        self._buttons[0].setChecked(True)
        self._group.idToggled.connect(self._toggled)
        self.show_counts({})

    def show_counts(self, counts: Mapping[State, int]) -> None:
        """How many products are in each state."""
        for number, chip in enumerate(CHIPS):
            count = sum(counts.get(state, 0) for state in chip.states or State)
            self._numbers[number] = count
            button = self._buttons[number]
            button.setVisible(chip.stays or count > 0 or button.isChecked())
        self.retranslate()

    def retranslate(self) -> None:
        """The words, in the language that holds now."""
        for button, chip, number in zip(self._buttons, CHIPS, self._numbers, strict=True):
            text = self.tr("{state} {count}").format(state=_word(chip), count=self.locale().toString(number))
            if button.text() != text:
                button.setText(text)
                button.setAccessibleName(text)

    def choose(self, states: frozenset[State] | None) -> None:
        """Turns on the filter that lets these through, if there is one."""
        for number, chip in enumerate(CHIPS):
            if chip.states == states:
                self._buttons[number].setChecked(True)

    def word(self) -> str:
        """The word of the filter that is on."""
        return _word(CHIPS[self._group.checkedId()])

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self.changed.emit(CHIPS[number].states)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(TYPE.smallest - 1, round(QFontInfo(font).pixelSize() * TYPE.caption)))
    return made


def _word(chip: Chip) -> str:
    return QCoreApplication.translate(CONTEXT, chip.text)
