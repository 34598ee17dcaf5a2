"""Texts in a narrow column: whatever their words are, they wrap and never ask for more width."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from whitecove.gui.theme.widgets import label

# A longer run of letters may be broken anywhere, a shorter one only behind the signs that names are made of.
LONGEST = 14
_RUNS = re.compile(rf"\S{{{LONGEST},}}")
_SIGNS = re.compile(r"([/\\_.\-])")
# Breaks a line where there is no room, and is not seen otherwise.
BREAK = "\u200b"


class Wrapped(QLabel):
    """A label that wraps. What it says can be marked and copied, without the marks that let it wrap."""

    def __init__(self, text: str = "", kind: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        if kind:
            self.setProperty("kind", kind)
        if tone:
            self.setProperty("tone", tone)
        self.said = ""
        self.say(text)

    def say(self, text: str) -> None:
        """Says ``text``."""
        self.said = text
        self.setText(breakable(text))
        self.setAccessibleName(text)


def breakable(text: str) -> str:
    """``text`` with places where long words, such as file names, may be broken."""
    return _RUNS.sub(_broken, text)


def _broken(found: re.Match[str]) -> str:
    parts = _SIGNS.sub(rf"\1{BREAK}", found[0]).split(BREAK)
    return BREAK.join(piece for part in parts for piece in _pieces(part))


def _pieces(part: str) -> list[str]:
    return [part[start : start + LONGEST] for start in range(0, len(part), LONGEST)] or [part]


def plain(text: str, kind: str = "") -> QLabel:
    """A short text that stays on one line."""
    return label(text, kind)
