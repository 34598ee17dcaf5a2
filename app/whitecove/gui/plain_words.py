"""Sentences of the core as the window says them.

They are written for whoever reads them first, who may sit at a command line: where they name its options, or what has
another name on the screen, the window's own words stand instead.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from whitecove.batch import words
from whitecove.core.corrections.values import MARK
from whitecove.gui.marks import QT_TRANSLATE_NOOP
from whitecove.gui.sentences import NOTE, translated

# What the core says, and what is shown. The longer of two that begin alike comes first.
PHRASES: tuple[tuple[str, str], ...] = (
    ("is too busy for the built-in engine: it needs a cutout model", "is busy: it needs a cutout model"),
    ("try a cutout model, another engine or another photo", "try another cutout or another photo"),
    ("choose the engine backdrop", "choose the cutout Plain backdrop"),
    ("choose the engine keep", "choose the cutout Leave as it is"),
    ("with the engine whiten, which", "with the cutout Glass and white on white, which"),
    ("choose another engine", "try another cutout"),
    ("Use another engine", "Try another cutout"),
    ("There is no engine called", "There is no cutout called"),
    ("Use auto, backdrop, whiten, keep or rembg:MODEL", "Choose one that Adjust shows"),
    ("Get it with whitecove models download or import (models list shows them all)", "Get it under Cutouts and models"),
    ('Install it with pip install "rembg[cpu]"', "Install Whitecove again"),
    ("the built-in engine", "Whitecove alone"),
    (", or say --device cpu", ", or choose the processor in the settings"),
    ("Install a build that can (docs/models.md), or leave --device away", "Choose the processor in the settings"),
    (
        "Deliver them as they are with --keep-edited, or have them made anew with --replace-edited",
        "Deliver them as they are, or have them made anew",
    ),
    (", or have them set aside in _previous with --replace-edited", ", or have them set aside in _previous"),
    ("Say with --gap how many seconds part two products", "Set the pause that parts two products"),
    ("Write them again, or leave --corrections away", "Correct the photo again"),
    (", with --keep-edited to hand over what you edited", ", keeping what you edited"),
    ("group them with --group name, time or photo", "change the grouping"),
    ("use --group name", "group them by name"),
    ("Shade its edge with --keep-edges, keep its shadow with --shadow own", "Shade its edge, keep its own shadow"),
    ("allow plain padding with --pad-bytes", "allow plain padding"),
    ("make it smaller with --canvas", "make the canvas smaller"),
    ("say --shadow none or own instead", "choose no shadow or its own instead"),
    ("Say --shadow own to keep the photo's, or none", "Choose its own shadow, or none"),
    ("Say --shadow made, or none", "Choose a made shadow, or none"),
    ("say --shadow none", "choose no shadow"),
    ("say --white-point backdrop to prepare, which makes it so for all of them", "correct colour and light"),
    ("leave --white-point away", "turn the white point off"),
    ("or run it again with fewer jobs", "or close other programs"),
    ("the same command goes on from here", "Prepare goes on from here"),
    ("In a plan file, give one of its photos the role main", "Choose one with the key 1"),
    ("To use them, give them roles in a plan file", "To use them, give them roles"),
    ("give one of its photos the role main", "choose one of its photos"),
    ("Run prepare first", "Prepare it first"),
    ("Look into report.html for why", "Look at its checks for why"),
    ("Import it without --as and --kind", "Import it as what it is"),
    ("say --accept-licence if your", "accept its licence if your"),
    (", name a mirror with --mirror, or fetch the file", ", or fetch the file"),
    (" Or name a mirror with --mirror.", ""),
    (
        " (models list shows which ones are known), or import a model of your own with --as and --kind",
        ", or import it as a model of your own",
    ),
    ("Say whitecove models offline off (and leave --offline and WHITECOVE_OFFLINE away)", "Allow it in the settings"),
    ("Wait longer with --timeout, or use another address", "Try again later"),
    ("leave --only-changed away to bring", "deliver all to bring"),
    ("Write one with whitecove plan --write, edit it, save it as CSV", "Save it as CSV in UTF-8"),
    ("Choose another with --out; one inside it will do", "Choose another; one inside it will do"),
    ("another folder with --out, or say --replace", "another folder"),
    ("hoose another folder with --out", "hoose another folder"),
    ("Choose another name, or say --replace", "Choose another name"),
    ("Give the corrections file with --corrections, or run prepare without one: it makes them anew",
     "Watch for another output folder"),
    (" stay with --keep-edited", " stay"),
    ("Get it again with whitecove models download ", "Get it again under Cutouts and models: "),
    ("remove that one first with whitecove models remove ", "remove that one first under Cutouts and models: "),
    ("Remove it with whitecove models remove ", "Remove it under Cutouts and models: "),
    ("Look at which ones are, with whitecove models list", "Look at which ones are under Cutouts and models"),
    ("The GPU could not be used through", "The graphics card could not be used through"),
    ("The installed onnxruntime cannot use a GPU", "No graphics card was found that can be used"),
    ("rembg or onnxruntime is not installed", "A part of the program is missing"),
    ("rembg has no local cutout model called", "There is no cutout model called"),
    ("There is no marketplace profile called", "There is no marketplace called"),
    ("that no slot took", "that is not needed"),
    ("so no slot takes it", "so it is not used"),
    ("a listing of its own", "a product of its own"),
    ("of a listing must be", "of a product must be"),
    ("of this listing", "of this product"),
    ("The listing waits", "The product waits"),
    ("the right listing", "the right product"),
    ("Another listing has", "Another product has"),
    ("or in another listing", "or in another product"),
    ("mean luma", "mean brightness"),
    ("own luma", "own brightness"),
    ("the subject", "the product"),
    ("a subject", "a product"),
    ("no subject", "no product"),
    ("subject on ", "product on "),
    (" (subject ", " (product "),
    ("--fill 0.95 brings", "a fill of 95 % brings"),
    ("from the profile", "from the colour profile"),
    ("show other profiles", "show other colour profiles"),
    ("The profile's behaviour counts", "The colour profile's behaviour counts"),
)  # fmt: skip

CUTOUTS: dict[str, str] = {
    "auto": QT_TRANSLATE_NOOP("Cutout", "Auto"),
    "backdrop": QT_TRANSLATE_NOOP("Cutout", "Plain backdrop"),
    "whiten": QT_TRANSLATE_NOOP("Cutout", "Glass and white on white"),
    "keep": QT_TRANSLATE_NOOP("Cutout", "Leave as it is"),
}


def in_plain_words(text: str) -> str:
    """A sentence of the core in the window's words, in English."""
    for phrase, shown in PHRASES:
        text = text.replace(phrase, shown)
    return text


def said(text: str) -> str:
    """A sentence of the core in the window's words and language."""
    first, *rest = words.ANNOUNCED.split(in_plain_words(text))
    announced = zip(rest[::2], rest[1::2], strict=True)
    return translated(first) + "".join(f"{rule_name(rule)}: {translated(measured)}" for rule, measured in announced)


def note(text: str) -> str:
    """Why a rule matters, or what a model is good at, in the window's words and language."""
    return QCoreApplication.translate(NOTE, in_plain_words(text))


def rule_name(rule_id: str) -> str:
    """What a rule is called."""
    return QCoreApplication.translate("Rule", words.rule(rule_id))


def cutout_name(engine: str) -> str:
    """What a way to cut out is called; a model keeps its own name."""
    model = engine.removeprefix("rembg:")
    return QCoreApplication.translate("Cutout", CUTOUTS[engine]) if engine in CUTOUTS else model


def cutout_made(engine: str) -> str:
    """How a cutout was made, as a phrase."""
    bare, corrected = engine.removesuffix(MARK), engine.endswith(MARK)
    if bare.startswith("rembg:"):
        made = _by_model(bare)
    elif bare == "whiten":
        made = QCoreApplication.translate("Cutout", "Its backdrop was divided out (glass and white on white)")
    else:
        made = QCoreApplication.translate("Cutout", words.engine(bare))
    if not corrected:
        return made
    return QCoreApplication.translate("Cutout", "{made}, corrected by hand").format(made=made)


def _by_model(engine: str) -> str:
    """``rembg:u2netp@cuda+backdrop``: the model u2netp, on a graphics card, its edge by the plain backdrop."""
    translate = QCoreApplication.translate
    model, _, beside = engine.removeprefix("rembg:").partition("+")
    model, _, card = model.partition("@")
    made = translate("Cutout", "Cut out by the model {model}").format(model=model)
    if card:
        made = translate("Cutout", "{made} on a graphics card ({card})").format(made=made, card=card)
    if beside == "backdrop":
        made = translate("Cutout", "{made}, its edge by the plain backdrop").format(made=made)
    return made
