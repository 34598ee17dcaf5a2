"""How the state of a photo is shown: always an icon and a word, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QIcon

from whitecove.core.model import State
from whitecove.gui.theme.icons import icon


@dataclass(frozen=True, slots=True)
class StateLook:
    """The icon, and the name of its colour (whose quiet ground is ``<colour>_soft``)."""

    icon: str
    colour: str


STATES: dict[State, StateLook] = {
    State.WAITING: StateLook("clock", "unused"),
    State.WORKING: StateLook("working", "working"),
    State.READY: StateLook("check-circle", "ready"),
    State.REVIEW: StateLook("alert", "review"),
    State.FAILED: StateLook("x-circle", "failed"),
    State.RESHOOT: StateLook("camera-retry", "reshoot"),
    State.UNUSED: StateLook("archive", "unused"),
    State.SKIPPED: StateLook("skip", "unused"),
}


def state_icon(state: State) -> QIcon:
    """The state's icon, in its colour. The word beside it: :func:`whitecove.gui.state_words.state_word`."""
    return icon(STATES[state].icon, STATES[state].colour)
