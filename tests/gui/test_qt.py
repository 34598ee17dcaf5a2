"""What the installed Qt must be able to do, whichever version that is."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 1000


def test_calls_lose_no_references_to_none() -> None:
    """PySide6 6.12.0 loses one with each call, and Python 3.11 ends when none is left."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("thing")
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
