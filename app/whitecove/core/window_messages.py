"""What is said where no window can be opened."""

from __future__ import annotations

from whitecove.core.message import Message

WINDOW_MESSAGES = {
    "window.absent": Message(
        "This program was built without its window.", "Install Whitecove whole, or use the other commands."
    ),
    "window.no_library": Message(
        "The window cannot be drawn, because the system lacks a library ({library}).",
        "Install it (README.md says how on Debian and Ubuntu); all other commands work without it.",
    ),
    "window.no_package": Message(
        "The window cannot be drawn, because PySide6 is not installed.",
        "Install it with pip install PySide6-Essentials; all other commands work without it.",
    ),
    "window.no_screen": Message(
        "There is no screen to open a window on.",
        "Start it where one is, on a desktop; all other commands work without it.",
    ),
}
