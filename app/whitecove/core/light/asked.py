"""The light of one photo as a person set it for that photo, and as its session has it elsewhere."""

from __future__ import annotations

from whitecove.core.adjust.values import Adjust
from whitecove.core.light.curves import Gains, relit
from whitecove.core.light.white_point import CHANGE, UNCHANGED
from whitecove.core.model import Picture

PICKED = "the white point was set by hand (red × {0:.2f}, green × {1:.2f}, blue × {2:.2f})"
EXPOSED = "the exposure was changed by {0:+.2f} EV"


def as_asked(picture: Picture, session: Gains | None, adjust: Adjust) -> Picture:
    """``picture`` (of any size) in the light that ``adjust`` sets: its own white point, else that of its ``session``,
    if there is one, and its exposure, both in linear light. What was white stays white, nothing becomes it. That is a
    change of colour, so the picture says it, and keeps how it was shot."""
    gains, phrase = (adjust.white_point, PICKED) if adjust.white_point else (session, CHANGE)
    changes = [] if gains is None else [phrase.format(*gains)]
    if adjust.exposure:
        changes.append(EXPOSED.format(adjust.exposure))
    if not changes:
        return picture
    return relit(picture, gains or UNCHANGED, stops=adjust.exposure, changes=tuple(changes))
