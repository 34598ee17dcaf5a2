"""What rules, engines, places and states are called where a person reads them."""

from __future__ import annotations

import re

from whitecove.core.corrections.values import MARK
from whitecove.core.model import Outcome, Role, Severity, Slot, State, Tag

# Neutral nouns: they head what was measured, whether that is well or not.
RULES = {
    "file.readable": "Readable",
    "file.format": "File format",
    "file.extension": "File name ending",
    "file.bytes": "File size",
    "pixels.min_side": "Smallest size",
    "pixels.long_edge": "Longest side",
    "pixels.recommended": "Advised size",
    "pixels.aspect": "Shape",
    "pixels.upscaled": "Magnification",
    "colour.mode": "Colour mode",
    "colour.srgb": "sRGB colours",
    "colour.fidelity": "Colour against the photo",
    "background.white": "White background",
    "background.edge_band": "Edge of the product",
    "subject.found": "Product found",
    "subject.fill": "Share of the picture",
    "subject.cut_off": "Cut off by the frame",
    "subject.edge_lost": "Outline against white",
    "subject.doubt": "Doubt about the cutout",
    "light.luminance": "Brightness",
    "light.clipped": "Burnt-out areas",
    "light.sharpness": "Sharpness",
    "overlay.text": "Text or logo",
    "overlay.border": "Frame line",
    "overlay.collage": "Collage",
    "meta.orientation": "Orientation",
    "meta.private": "Private data",
    "set.main": "Main picture",
    "set.details": "Detail pictures",
    "set.variety": "Variety of views",
    "set.size_reference": "Size reference",
    "set.duplicate": "Duplicates",
    "set.slots": "Marketing pictures",
    "origin.camera": "Capture time and camera",
    "origin.similar": "Likeness to supplier pictures",
}

STATES = {
    State.WAITING: "Waiting",
    State.WORKING: "Working",
    State.READY: "Ready",
    State.REVIEW: "Review",
    State.FAILED: "Failed",
    State.RESHOOT: "Shoot again",
    State.UNUSED: "Kept aside",
    State.SKIPPED: "Skipped",
}

# A role and the slot of its name are equal: both are the same text.
PLACES: dict[Slot | Role, str] = {
    Slot.MAIN: "Main picture",
    Slot.DETAIL: "Detail",
    Slot.VARIANT: "Variant",
    Slot.MARKETING_SQUARE: "Marketing picture 1:1",
    Slot.MARKETING_PORTRAIT: "Marketing picture 3:4",
    Slot.TRANSPARENT: "Transparent picture",
    Slot.PAGE: "Long page picture",
    Role.UNUSED: "Photo",
}

TAGS = {Tag.ANGLE: "another angle", Tag.CLOSE_UP: "close-up", Tag.SCENE: "in use", Tag.SIZE: "size"}

# What became of a file since the last delivery.
CHANGES = {
    "new": "new",
    "replaced": "replaced",
    "edited": "edited by hand",
    "reordered": "reordered",
    "removed": "removed",
}

ENGINES = {
    "alpha": "Its own transparency was used",
    "white": "Was on white already: kept as it is",
    "keep": "Not cut out: the scene is kept",
    "backdrop": "Cut out by its plain backdrop",
}

# A rule's id at the start of a reason, or behind a colon.
ANNOUNCED = re.compile(rf"(?:^|(?<=: ))({'|'.join(map(re.escape, RULES))}): ")

GRADES = {Severity.ERROR: "Must be fixed", Severity.WARNING: "Worth a look", Severity.INFO: "Good to know"}
UNMEASURED = "Not measured"


def rule(rule_id: str) -> str:
    """What a rule is called; a rule without a name of its own keeps its id."""
    return RULES.get(rule_id, rule_id)


def reason(sentence: str) -> str:
    """``sentence``, with the rule's name instead of its id where that announces what was measured."""
    return ANNOUNCED.sub(lambda found: f"{rule(found[1])}: ", sentence)


def engine(name: str) -> str:
    """How a cutout was made, as a phrase: ``rembg:u2netp+backdrop`` is ``Cut out by the model u2netp and …``."""
    if name.endswith(MARK):
        return f"{engine(name.removesuffix(MARK))}, corrected by hand"
    if name in ENGINES or not name.startswith("rembg:"):
        return ENGINES.get(name, f"Cut out by {name}" if name else "")
    model, _, beside = name.removeprefix("rembg:").partition("+")
    model, _, computed = model.partition("@")
    where = f" on a GPU ({computed})" if computed else ""
    return f"Cut out by the model {model}{where}" + (", its edge by the plain backdrop" if beside == "backdrop" else "")


def place(slot: Slot | Role, order: int, variant: str) -> str:
    """What a picture is for: ``Detail 3, red``. Only details are counted."""
    word = PLACES[slot]
    numbered = f"{word} {order}" if slot == Slot.DETAIL else word
    return f"{numbered}, {variant}" if variant else numbered


def grade(outcome: Outcome, severity: Severity) -> str:
    """What a finding means for the picture."""
    if outcome is Outcome.NOT_MEASURED:
        return UNMEASURED
    return GRADES[severity] if outcome is Outcome.FAIL else "Fine"
