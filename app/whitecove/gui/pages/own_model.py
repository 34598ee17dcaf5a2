"""A person's own cutout model: under which name, and how it is shown photos."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from whitecove.gui.pages.furniture import Row
from whitecove.gui.theme.segments import Segment, SegmentedControl
from whitecove.gui.theme.widgets import push_button

# As `core.engines.own.KINDS`, which a test proves: that module's package is too heavy for the window.
KINDS = ("u2net", "dis")


class OwnModelRow(Row):
    """Asks for both. ``wanted`` carries the file, the name and the kind."""

    wanted = Signal(object, str, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Take it as a model of your own"))
        self.file = Path()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("its name, such as mugs"))
        self.field.setAccessibleName(self.tr("Name of your model"))
        self.kind = SegmentedControl(self.tr("Shown photos as"), [Segment(key=each, text=each) for each in KINDS])
        self.take = push_button(self.tr("Try and take it"))
        self.take.setEnabled(False)
        self.field.textChanged.connect(self._named)
        self.take.clicked.connect(self._take)
        self.say(self.tr("u2net: 320 pixels. dis: 1024 pixels. It is tried on a photo first."))
        for widget in (self.field, self.kind, self.take):
            self.add(widget)

    def ask(self, file: Path, *, wanted: bool) -> None:
        """Asks about that file, or no more."""
        self.file = file
        self.setVisible(wanted)

    def _named(self, text: str) -> None:
        self.take.setEnabled(bool(text.strip()))

    def _take(self) -> None:
        self.wanted.emit(self.file, self.field.text().strip(), self.kind.current)
