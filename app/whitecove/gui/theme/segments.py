"""A switch of a few parts, of which one is on: split, side by side, flip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from whitecove.gui.theme.icons import icon
from whitecove.gui.theme.tokens import METRICS
from whitecove.gui.theme.widgets import describe


@dataclass(frozen=True, slots=True)
class Segment:
    """One part: its key, its name, and where there is one an icon, which then stands instead of the name."""

    key: str
    text: str
    icon: str = ""
    shortcut: str = ""


class SegmentedControl(QFrame):
    """Exactly one part is on. ``changed`` carries its key, also when set by program; arrow keys move on."""

    changed = Signal(str)

    def __init__(self, name: str, segments: Sequence[Segment], parent: QWidget | None = None) -> None:
        """Its accessible name, and at least one part: the first is on."""
        super().__init__(parent)
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for segment in segments:
            row.addWidget(self._button(segment))
        self._buttons[segments[0].key].setChecked(True)
        self._group.buttonToggled.connect(self._toggled)

    @property
    def current(self) -> str:
        """The key of the part that is on."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_current(self, key: str) -> None:
        """Turn a part on. Raises KeyError for a key that there is not."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> QToolButton:
        """The button of a part, to disable it or to change its text."""
        return self._buttons[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        if step == 0:
            super().keyPressEvent(event)
            return
        self._move(step)

    def _button(self, segment: Segment) -> QToolButton:
        button = _Part()
        button.setProperty("kind", "segment")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        describe(button, segment.text, segment.shortcut)
        if segment.icon:
            button.setIcon(icon(segment.icon))
            button.setIconSize(QSize(METRICS.icon, METRICS.icon))
        else:
            button.setText(segment.text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._group.addButton(button)
        self._buttons[segment.key] = button
        return button

    def _move(self, step: int) -> None:
        live = [key for key, button in self._buttons.items() if button.isEnabled()]
        if self.current in live:
            chosen = self._buttons[live[(live.index(self.current) + step) % len(live)]]
            chosen.setChecked(True)
            chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _toggled(self, button: QAbstractButton, on: bool) -> None:
        if on:
            self.changed.emit(next(key for key, candidate in self._buttons.items() if candidate is button))


class _Part(QToolButton):
    """A part leaves the arrow keys to the whole, which knows the others."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)
