"""Messages on watched folders. See `messages`."""

from __future__ import annotations

from whitecove.core.message import Message

WATCH_MESSAGES: dict[str, Message] = {
    # watch: a folder is watched
    "watch.away": Message(
        "The folder {folder} cannot be seen now ({problem}); what was delivered stays.",
        "Connect its drive or share: the watch goes on by itself.",
    ),
    "watch.back": Message("The folder {folder} is back.", "Nothing is to be done."),
    "watch.busy": Message(
        "Another Whitecove is watching for the output folder {folder}.", "Stop that one, or choose another folder."
    ),
    "watch.corrected": Message(
        "Pictures in {folder} have a person's corrections in them, and this watch was given none.",
        "Give the corrections file with --corrections, or run prepare without one: it makes them anew.",
    ),
    "watch.edited_away": Message(
        "Photos whose pictures were edited by hand (count: {count}, the first: {first}) are no longer in the folder, "
        "so the edits can be neither taken in nor replaced; the pictures stay as they are.",
        "Put the photos back, at least until the next round. Edits that were kept earlier stay with --keep-edited.",
    ),
    "watch.emptied": Message(
        "There is nothing in the folder {folder} any more; what was delivered stays.",
        "If its drive or share is missing, connect it; otherwise go on, the watch does, too.",
    ),
    "watch.no_events": Message(
        "The system tells nothing about changes in {folder} ({problem}), so it is looked at again and again.",
        "Nothing is to be done.",
    ),
    "watch.not_kept": Message(
        "Delivered photos (count: {count}, the first: {first}) are no longer in the folder, and their pictures would "
        "have to be made anew: other options, another white point or version, a new order, or a picture gone.",
        "Put them back, use the options from before, or run prepare, which takes their pictures out.",
    ),
    "watch.not_seen": Message(
        "The folder {folder} cannot be seen now ({problem}); what was delivered stays.",
        "Connect its drive or share, and run it again.",
    ),
    "watch.not_a_folder": Message("{folder} is no folder.", "Name the folder in which photos arrive."),
    "watch.out_away": Message(
        "The output folder {folder} is not there any more.",
        "Connect its drive, or put it back: the watch goes on by itself. Stop the watch to begin another delivery.",
    ),
    "watch.inside_output": Message(
        "{folder} lies in the output folder, or is the output folder itself.", "Choose another output folder."
    ),
    "watch.still_arriving": Message(
        "Not finished yet, so not taken: {files}.", "The next run takes them when they have come in whole."
    ),
}
