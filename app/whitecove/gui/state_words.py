"""The words on the screen for where something stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from whitecove.batch import words as told
from whitecove.core.model import Role, Slot, State
from whitecove.core.stage import Stage


def state_word(state: State, stage: Stage | None = None) -> str:
    """A state as a word; of what is in work, the stage."""
    if state is State.WORKING and stage is not None:
        return stage_words(stage)
    translate = QCoreApplication.translate
    words = {
        State.WAITING: translate("State", "Waiting"),
        State.WORKING: translate("State", "Working"),
        State.READY: translate("State", "Ready"),
        State.REVIEW: translate("State", "Review"),
        State.FAILED: translate("State", "Failed"),
        State.RESHOOT: translate("State", "Shoot again"),
        State.UNUSED: translate("State", "Kept aside"),
        State.SKIPPED: translate("State", "Skipped"),
    }
    return words[state]


def stage_words(stage: Stage) -> str:
    """A stage of the work on a photo."""
    translate = QCoreApplication.translate
    words = {
        Stage.STARTING: translate("Stage", "Getting ready"),
        Stage.READING: translate("Stage", "Reading"),
        Stage.CUTTING: translate("Stage", "Cutting out"),
        Stage.MAKING: translate("Stage", "Making the picture"),
        Stage.PROVING: translate("Stage", "Checking"),
    }
    return words[stage]


def place_words(slot: Slot | Role, order: int = 0, variant: str = "") -> str:
    """What a picture is for, as ``Detail 3, red``. Only details are counted."""
    translate = QCoreApplication.translate
    word = translate("Place", told.PLACES[slot])
    if slot == Slot.DETAIL and order:
        word = translate("Place", "{place} {number}").format(place=word, number=QLocale().toString(order))
    return translate("Place", "{place}, {variant}").format(place=word, variant=variant) if variant else word
