"""A strip across a page that says or asks something, without stopping anyone: what dialogs would do elsewhere."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from whitecove.gui.theme.picture import Picture
from whitecove.gui.theme.sheet import TONES
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import label, push_button, set_tone, tool_button

Tone = Literal["info", "ask", "done", "warning", "error"]

_ICONS: dict[str, str] = {
    "info": "info",
    "ask": "help",
    "done": "check-circle",
    "warning": "alert",
    "error": "x-circle",
}


class Strip(QFrame):
    """Icon, a sentence, widgets that belong to it, answers as buttons, and a cross where it may be sent away."""

    dismissed = Signal()

    def __init__(self, tone: Tone, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self._picture = Picture(_ICONS[tone], TONES[tone][0])
        self._text = label(text)
        self._text.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(METRICS.margin, METRICS.gap_small, METRICS.gap, METRICS.gap_small + 1)
        self._row.setSpacing(METRICS.gap)
        self._row.addWidget(self._picture)
        self._row.addSpacing(METRICS.gap_small)
        self._row.addWidget(self._text, 1)
        self._waiting = label("", "muted")
        self._waiting.hide()
        self._row.addWidget(self._waiting)
        self.setMinimumHeight(METRICS.control + 2 * METRICS.gap_small + 1)
        self.say(tone, text)

    def say(self, tone: Tone, text: str) -> None:
        """Another sentence, or the same in another tone."""
        self._picture.show_icon(_ICONS[tone], TONES[tone][0])
        set_tone(self, tone)
        self._text.setText(text)
        self.setAccessibleName(text)

    def say_waiting(self, text: str) -> None:
        """That there is more to be said after this, or nothing."""
        self._waiting.setText(text)
        self._waiting.setVisible(bool(text))

    def add_button(self, text: str, icon_name: str = "", *, primary: bool = False) -> QPushButton:
        """An answer; one that is primary is what most people want. The button that leads on is another: no strip
        outshines it."""
        button = push_button(text, icon_name, "" if primary else "quiet")
        self.add_widget(button)
        return button

    def add_widget(self, widget: QWidget, stretch: int = 0) -> None:
        """Something that belongs to the sentence, such as a slider with its live count."""
        self._row.addWidget(widget, stretch)

    def add_close(self, text: str) -> None:
        """A cross at the end that hides the strip and emits ``dismissed``; ``text`` is its name and tooltip."""
        button = tool_button("close", text)
        button.clicked.connect(self._dismiss)
        self.add_widget(button)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
