"""What a person can do about a finding or a doubt with one click: a line each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from whitecove.core.corrections.values import Point
from whitecove.core.model import Finding, Rendition
from whitecove.gui.marks import QT_TRANSLATE_NOOP


class Intent(StrEnum):
    """What a click means; whoever gets it finds out how."""

    OPEN_HOLE = "open-hole"
    TOUCH_UP = "touch-up"
    HEAL = "heal"
    ANOTHER_CUTOUT = "another-cutout"
    GET_MODEL = "get-model"
    ALLOW_PADDING = "allow-padding"
    SHADE_EDGE = "shade-edge"
    OWN_SHADOW = "own-shadow"
    FILL_MORE = "fill-more"
    LIGHT = "light"
    RESHOOT = "reshoot"
    APPROVE = "approve"
    REQUEST_ORIGINAL = "request-original"
    RETRY = "retry"


@dataclass(frozen=True, slots=True)
class Fix:
    """A button: its ``intent`` and its words, in English."""

    intent: Intent
    words: str

    @property
    def label(self) -> str:
        """Its words in the person's language."""
        return QCoreApplication.translate("Fix", self.words)


OPEN_HOLE = Fix(Intent.OPEN_HOLE, QT_TRANSLATE_NOOP("Fix", "Open this hole"))
TOUCH_UP = Fix(Intent.TOUCH_UP, QT_TRANSLATE_NOOP("Fix", "Correct by hand"))
EDGE = Fix(Intent.TOUCH_UP, QT_TRANSLATE_NOOP("Fix", "Correct the edge"))
ANOTHER = Fix(Intent.ANOTHER_CUTOUT, QT_TRANSLATE_NOOP("Fix", "Try another cutout"))
MODEL = Fix(Intent.GET_MODEL, QT_TRANSLATE_NOOP("Fix", "Get a cutout model"))
PADDING = Fix(Intent.ALLOW_PADDING, QT_TRANSLATE_NOOP("Fix", "Allow padding"))
SHADE = Fix(Intent.SHADE_EDGE, QT_TRANSLATE_NOOP("Fix", "Shade its edge"))
SHADOW = Fix(Intent.OWN_SHADOW, QT_TRANSLATE_NOOP("Fix", "Keep its shadow"))
FILL = Fix(Intent.FILL_MORE, QT_TRANSLATE_NOOP("Fix", "Show it larger"))
LIGHT = Fix(Intent.LIGHT, QT_TRANSLATE_NOOP("Fix", "Adjust the light"))
ERASE = Fix(Intent.HEAL, QT_TRANSLATE_NOOP("Fix", "Erase it"))
RESHOOT = Fix(Intent.RESHOOT, QT_TRANSLATE_NOOP("Fix", "Shoot again"))
APPROVE = Fix(Intent.APPROVE, QT_TRANSLATE_NOOP("Fix", "Use it as it is"))
REQUEST = Fix(Intent.REQUEST_ORIGINAL, QT_TRANSLATE_NOOP("Fix", "Copy a request for the original"))
RETRY = Fix(Intent.RETRY, QT_TRANSLATE_NOOP("Fix", "Try again"))

BY_RULE: dict[str, tuple[Fix, ...]] = {
    "background.white": (TOUCH_UP, ANOTHER),
    "background.edge_band": (EDGE, ANOTHER),
    "subject.found": (ANOTHER,),
    "subject.fill": (FILL,),
    "subject.cut_off": (RESHOOT,),
    "subject.edge_lost": (SHADE, SHADOW),
    "light.luminance": (LIGHT,),
    "light.clipped": (RESHOOT,),
    "overlay.text": (ERASE,),
    "overlay.border": (ERASE,),
    "origin.camera": (REQUEST,),
}
# By what a doubt's sentence says; a test holds them against the sentences themselves.
BY_DOUBT: tuple[tuple[str, tuple[Fix, ...]], ...] = (
    ("if that is a hole", (OPEN_HOLE,)),
    ("needs a cutout model", (MODEL,)),
    ("outline is a guess", (RESHOOT,)),
    ("The photo is dark", (LIGHT,)),
    ("look for lost parts", (TOUCH_UP,)),
    ("look for backdrop left", (TOUCH_UP,)),
    ("look for shadow left or parts lost", (EDGE,)),
    ("fell into several pieces", (TOUCH_UP,)),
    ("it was not cut out", (ANOTHER,)),
)
_HOLE = re.compile(r"at (\d+), (\d+), is an area of the backdrop's colour")


def fixes_of(finding: Finding, made: Rendition | None) -> tuple[Fix, ...]:
    """What can be done about a ``finding`` on the picture ``made`` (none: on the photo, or a product)."""
    if not finding.broken:
        return ()
    if finding.rule == "file.bytes" and made is not None and says_too_small(finding.fix):
        return (PADDING,)
    return BY_RULE.get(finding.rule, ())


def says_too_small(sentence: str) -> bool:
    """Whether a fix of the file's size is one for files that miss the smallest size, not the largest."""
    return "too little detail" in sentence or "higher JPEG quality" in sentence


def fixes_of_doubt(sentence: str) -> tuple[Fix, ...]:
    """What can be done about a reason for doubt."""
    return next((fixes for part, fixes in BY_DOUBT if part in sentence), ())


def hole_in(sentence: str) -> Point | None:
    """Where a reason for doubt sees a hole, in pixels of the photo."""
    found = _HOLE.search(sentence)
    return Point(float(found[1]), float(found[2])) if found else None
