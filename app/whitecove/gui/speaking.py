"""The signal that the window speaks another language, for whoever keeps words: they put them anew."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal


class Tongue(QObject):
    """``changed`` comes after Qt's own ``LanguageChange``: what follows it may read what others say already."""

    changed = Signal()


@cache
def tongue() -> Tongue:
    """The one of this program."""
    return Tongue()
