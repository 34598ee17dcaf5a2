"""What could not be done, in words for the screen: messages of the core speak of flags and commands in their next step,
where a page has a button."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from whitecove.core.messages import MESSAGES
from whitecove.gui.marks import QT_TRANSLATE_NOOP

CONTEXT = "Refusals"

NEXT = {
    "deliver.changed": QT_TRANSLATE_NOOP("Refusals", "Deliver again, and say whether what you edited is kept."),
    "deliver.nothing_ready": QT_TRANSLATE_NOOP("Refusals", "Look at what is in review first."),
    "deliver.only_changed": QT_TRANSLATE_NOOP(
        "Refusals", "Choose a new folder or a zip file for what changed, or deliver all to bring this one up to date."
    ),
    "deliver.unfinished": QT_TRANSLATE_NOOP("Refusals", "Prepare it to the end first."),
    "deliver.no_delivery": QT_TRANSLATE_NOOP("Refusals", "Prepare it first."),
    "plan.edited": QT_TRANSLATE_NOOP(
        "Refusals", "Keep yours, or have them made anew: yours are then set aside in the folder _previous."
    ),
    "plan.foreign": QT_TRANSLATE_NOOP(
        "Refusals", "Move them away, or replace them: they are then set aside in the folder _previous."
    ),
    "plan.no_gap": QT_TRANSLATE_NOOP("Refusals", "Say how long a pause parts two products, or group another way."),
    "model.damaged": QT_TRANSLATE_NOOP("Refusals", "Download it again, or import it from a good copy."),
    "model.damaged_own": QT_TRANSLATE_NOOP("Refusals", "Remove it, and import it from a good copy."),
    "model.disk_full": QT_TRANSLATE_NOOP("Refusals", "Free some space and go on: what was downloaded is kept."),
    "model.is_known": QT_TRANSLATE_NOOP("Refusals", "Import it without a name of your own."),
    "model.name_taken": QT_TRANSLATE_NOOP("Refusals", "Give this one another name, or remove that one first."),
    "model.no_room": QT_TRANSLATE_NOOP("Refusals", "Free some space and try again."),
    "model.not_commercial": QT_TRANSLATE_NOOP("Refusals", "Choose another model, unless your pictures sell nothing."),
    "model.not_downloaded": QT_TRANSLATE_NOOP(
        "Refusals", "Try again later, or fetch the file by other means and import it."
    ),
    "model.not_downloaded_kept": QT_TRANSLATE_NOOP("Refusals", "Try again: it goes on from there."),
    "model.not_here": QT_TRANSLATE_NOOP("Refusals", "Download or import it first."),
    "model.not_recognised": QT_TRANSLATE_NOOP(
        "Refusals", "Fetch it again, or import it as a model of your own, below."
    ),
    "model.offline": QT_TRANSLATE_NOOP("Refusals", "Allow Whitecove to connect, or import the model's file."),
    "fetch.stalled": QT_TRANSLATE_NOOP("Refusals", "Try again, or later."),
    "watch.corrected": QT_TRANSLATE_NOOP("Refusals", "Watch for another output folder."),
    "watch.not_kept": QT_TRANSLATE_NOOP("Refusals", "Put them back, or watch with the options from before."),
    "watch.edited_away": QT_TRANSLATE_NOOP("Refusals", "Put the photos back, at least until the next round."),
}


def on_screen(code: str, sentence: str) -> str:
    """``sentence``, which the message ``code`` gave, with a next step that can be taken in the window."""
    ours = NEXT.get(code)
    known = MESSAGES.get(code)
    if ours is None or known is None:
        return sentence
    written = re.sub(r"\\\{\w+\\\}", ".*", re.escape(known.next))
    what = re.sub(rf"\s*{written}$", "", sentence, flags=re.DOTALL)
    return f"{what} {QCoreApplication.translate(CONTEXT, ours)}"
