"""How the state of a photo is shown: always an icon and a word, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QIcon

from whitecove.core.model import State
from whitecove.gui.theme.icons import icon

CONTEXT = "State"


@dataclass(frozen=True, slots=True)
class StateLook:
    """The icon, the name of the colour (its ground is ``<colour>_soft``) and the word, in English."""

    icon: str
    colour: str
    word: str


STATES: dict[State, StateLook] = {
    State.WAITING: StateLook("clock", "unused", str(QT_TRANSLATE_NOOP("State", "Waiting"))),
    State.WORKING: StateLook("working", "working", str(QT_TRANSLATE_NOOP("State", "Working"))),
    State.READY: StateLook("check-circle", "ready", str(QT_TRANSLATE_NOOP("State", "Ready"))),
    State.REVIEW: StateLook("alert", "review", str(QT_TRANSLATE_NOOP("State", "Review"))),
    State.FAILED: StateLook("x-circle", "failed", str(QT_TRANSLATE_NOOP("State", "Failed"))),
    State.RESHOOT: StateLook("camera-retry", "reshoot", str(QT_TRANSLATE_NOOP("State", "Reshoot"))),
    State.UNUSED: StateLook("archive", "unused", str(QT_TRANSLATE_NOOP("State", "Unused"))),
    State.SKIPPED: StateLook("skip", "unused", str(QT_TRANSLATE_NOOP("State", "Skipped"))),
}


def state_icon(state: State) -> QIcon:
    """The state's icon, in its colour."""
    return icon(STATES[state].icon, STATES[state].colour)


def state_word(state: State) -> str:
    """The state's word, in the person's language."""
    return QCoreApplication.translate(CONTEXT, STATES[state].word)
