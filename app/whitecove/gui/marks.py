"""A mark for texts that translators shall find where they stand in tables."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """``text`` as it is: it is translated where it is shown."""
    return text
