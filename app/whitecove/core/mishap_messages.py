"""Messages on what happens to photos and folders while a batch is at work on them. See `messages`."""

from __future__ import annotations

from whitecove.core.message import Message

MISHAP_MESSAGES: dict[str, Message] = {
    "output.gone": Message(
        "The output folder {folder} was taken away while the batch was at work.",
        "Put it back and run it again: what was finished there is kept.",
    ),
    "prepare.replaced": Message(
        "The photo was replaced while the batch was at work on it.",
        "Run it again, and leave the photos alone meanwhile.",
    ),
}
