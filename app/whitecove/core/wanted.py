"""What a slot wants of a photo: whether it is cut out, and the picture's shape."""

from __future__ import annotations

from whitecove.core.model import Slot
from whitecove.core.options import Options
from whitecove.core.profiles import Profile

ASPECTS = {"1:1": (1, 1), "3:4": (3, 4)}
# Slots that have one shape, whatever the preset says of main pictures.
SHAPES = {Slot.VARIANT: "1:1", Slot.MARKETING_SQUARE: "1:1", Slot.MARKETING_PORTRAIT: "3:4"}


def wants_cutout(slot: Slot, options: Options) -> bool:
    """Whether a picture for ``slot`` is cut out; the others keep their scene."""
    if options.engine == "keep":
        return False
    return slot is not Slot.DETAIL or options.details == "white"


def aspect_of(slot: Slot, options: Options, profile: Profile) -> str:
    """The shape of a picture for ``slot``. Only some slots leave a choice; without one it is the main picture's first
    in the profile."""
    wanted = SHAPES.get(slot, options.aspect)
    if wanted != "auto":
        return wanted
    return next((aspect for aspect in profile.slot(Slot.MAIN).aspects if aspect in ASPECTS), "1:1")
