"""What a message is made of."""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """What happened, and what to do next."""

    what: str
    next: str
