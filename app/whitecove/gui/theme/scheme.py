"""Which colours are on the screen now, and the signal that they changed. Read by whatever paints; set by ``apply``."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal

from whitecove.gui.theme.tokens import LIGHT, Colours


class Look(QObject):
    """The colours of the moment. ``changed`` comes after palette, style sheet and icons have followed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colours: Colours = LIGHT


@cache
def look() -> Look:
    """The one look of this window."""
    return Look()


def colours() -> Colours:
    """The colours to paint with now. Do not keep them: ask again with each painting."""
    return look().colours
