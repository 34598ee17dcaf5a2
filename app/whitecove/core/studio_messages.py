"""Messages of the window's rooms. See `messages`."""

from __future__ import annotations

from whitecove.core.message import Message

STUDIO_MESSAGES: dict[str, Message] = {
    # studio: what a window asks for
    "studio.busy": Message("A batch is under way.", "Wait until it is finished, or stop it."),
    "studio.corrections_unreadable": Message(
        "What was corrected in {photos} cannot be read, and was left out.",
        "Correct these again, or open an earlier copy of the project.",
    ),
    "studio.folder_gone": Message(
        "The folder {folder} is not there any more.", "Connect its drive, or give its photos anew."
    ),
    "studio.given_up": Message(
        "A part of Whitecove ended again and again, and is not started any more.",
        "Close Whitecove and open it again; if that does not help, the folder with the log (menu Help) says why.",
    ),
    "studio.name_empty": Message("A product needs a name.", "Type one, such as its SKU."),
    "studio.name_unsafe": Message("Files and folders cannot be called {name}.", "Call it {safe}, for example."),
    "studio.measure_died": Message(
        "The cutout model could not be tried: it stopped in the middle.",
        "It may need more memory than is free: close other programs, or choose a smaller model.",
    ),
    "studio.not_saved": Message("The project could not be written to {file} ({problem}).", "Save it somewhere else."),
    "studio.photo_replaced": Message(
        "The file of this photo has changed since it was opened.", "Open the photo again."
    ),
    "studio.project_in_use": Message(
        "The project {file} is open in another window.",
        "Save this one under another name.",
    ),
    "studio.project_elsewhere": Message(
        "Photos of this project lie on {hosts}, where nothing was looked for.",
        "If you trust the project, add their folder from there first, and open it again.",
    ),
    "studio.project_newer": Message(
        "The project {file} was made by a later Whitecove.", "Update Whitecove to open it."
    ),
    "studio.project_twice": Message(
        "The project has {photos} more than once, and each was taken once.", "Look whether it is where it belongs."
    ),
    "studio.project_unreadable": Message(
        "The project {file} cannot be read ({problem}).", "Open a copy of it, or start anew with its photos."
    ),
    "studio.unexpected": Message(
        "Something went wrong that was not foreseen ({kind}).", "Try it again; the log file has the details."
    ),
    "studio.watching": Message("A folder is watched already.", "Switch that off first."),
}
