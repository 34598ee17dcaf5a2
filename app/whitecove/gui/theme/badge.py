"""A state as a small sign: icon and word on a quiet ground of its colour."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from whitecove.core.model import State
from whitecove.gui.state_words import state_word
from whitecove.gui.theme.picture import Picture
from whitecove.gui.theme.states import STATES
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import label, set_tone


class Badge(QFrame):
    """Says where a photo or product stands."""

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "badge")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._picture = Picture(STATES[state].icon, STATES[state].colour, METRICS.icon_small)
        self._word = label("", "badge")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 8, 3)
        row.setSpacing(6)
        row.addWidget(self._picture)
        row.addWidget(self._word)
        self._state = state
        self.set_state(state)

    @property
    def state(self) -> State:
        """What it says now."""
        return self._state

    def set_state(self, state: State) -> None:
        """Say another state."""
        self._state = state
        looks = STATES[state]
        set_tone(self, looks.colour)
        set_tone(self._word, looks.colour)
        self._picture.show_icon(looks.icon, looks.colour)
        self._word.setText(state_word(state))
        self.setAccessibleName(state_word(state))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_state(self._state)
