"""Messages on what happens to photos and folders while a batch is at work on them. See `messages`."""

from __future__ import annotations

from whitecove.core.message import Message

MISHAP_MESSAGES: dict[str, Message] = {
    "deliver.only_changed_zip": Message(
        "{file} is an earlier handover, and what it holds would be gone.", "Give the new one another name."
    ),
    "plan.out_is_input": Message(
        "{folder} holds the photos, so it cannot be the output folder, too.",
        "Choose another with --out; one inside it will do.",
    ),
    "output.gone": Message(
        "The output folder {folder} was taken away while the batch was at work.",
        "Put it back and run it again: what was finished there is kept.",
    ),
    "prepare.replaced": Message(
        "The photo was replaced while the batch was at work on it.",
        "Run it again, and leave the photos alone meanwhile.",
    ),
}
