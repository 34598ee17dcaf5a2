"""Messages on what was given and is no photo to prepare. See `messages`."""

from __future__ import annotations

from whitecove.core.message import Message

SKIP_MESSAGES: dict[str, Message] = {
    # skip: an input that is no photo to prepare
    "skip.belongs": Message("It belongs to {partner} and is one photo with it.", "Nothing is to be done."),
    "skip.better": Message(
        "{partner} is the same photo and is used.", "To use this one, move the other to another folder."
    ),
    "skip.delivered": Message("It was made by Whitecove from a photo.", "Give the original."),
    "skip.delivery": Message("It belongs to an earlier delivery.", "Give the original photos."),
    "skip.edited": Message(
        "{partner} is the edited version of this photo and is used.",
        "To use this one, move the other to another folder.",
    ),
    "skip.hidden": Message("It is a hidden or system file.", "Nothing is to be done."),
    "skip.missing": Message("There is no such file.", "Look at how the name is written."),
    "skip.not_a_file": Message("It is no ordinary file.", "Give photos, or folders with photos."),
    "skip.not_a_picture": Message("It is no picture.", "Nothing is to be done."),
    "skip.other_kind": Message("It is {kind}, not a photo.", "Nothing is to be done."),
    "skip.output": Message("It lies in the output folder.", "Nothing is to be done."),
    "skip.plan": Message("The plan file leaves it out.", "Nothing is to be done."),
    "skip.same_file": Message("It is the same file as {first}.", "Nothing is to be done."),
    "skip.twice": Message("It was given twice and is prepared once.", "Nothing is to be done."),
    "skip.unreadable": Message("The folder cannot be read ({problem}).", "Change its permissions."),
    "skip.unreadable_file": Message("The file cannot be read ({problem}).", "Change its permissions."),
}
