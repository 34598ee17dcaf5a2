"""Code -> one sentence and the next step. Sentences are templates: format them, never join them from parts."""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """What happened, and what to do next."""

    what: str
    next: str


# Grouped by the first part of the code; each group in alphabetical order.
MESSAGES: dict[str, Message] = {
    # read: a photo could not be read
    "read.empty": Message("The file is empty.", "Copy it again from the camera or phone."),
    # engine: no cutout
    "engine.model_broken": Message(
        "The cutout model {model} could not be loaded ({problem}).", "Remove it, download it again, or choose another."
    ),
    "engine.model_missing": Message(
        "The cutout model {model} is not installed.", "Download it under models, or choose another engine."
    ),
    "engine.no_runtime": Message(
        "rembg or onnxruntime is not installed, so no cutout model can run.",
        'Install it with pip install "rembg[cpu]", or choose the engine backdrop.',
    ),
    "engine.not_offered": Message(
        "rembg has no local cutout model called {model}.", "Choose one that the model list shows."
    ),
    "engine.nothing_found": Message(
        "There is nothing to cut out: the photo is one even surface.", "Look at the photo, or choose the engine keep."
    ),
    "engine.nothing_seen": Message(
        "The cutout model {model} sees no product in the photo.", "Look at the photo, or choose another engine."
    ),
    "engine.unknown": Message("There is no engine called {engine}.", "Use auto, backdrop, keep or rembg:MODEL."),
    # prepare: a rendition could not be made
    "prepare.no_subject": Message("No product was found in the photo.", "Look at the photo, or choose another engine."),
    "prepare.unexpected": Message(
        "Whitecove could not prepare this photo ({kind}).", "Send the log file with a report; the photo is untouched."
    ),
    # profile: a profile or preset file
    # plan: the batch cannot start
    # output: could not be written
    # model: the model store
}


def sentence(code: str, **params: object) -> str:
    """What happened and the next step, as two sentences in one string.

    Raises:
        KeyError: no such code, or the template names a parameter that was not given.
    """
    message = MESSAGES[code]
    return f"{message.what} {message.next}".format(**params)
