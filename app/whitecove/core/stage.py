"""What is being done to a photo, in order: for a person who waits, and for whoever sets deadlines."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import TypeAlias


class Stage(IntEnum):
    """A part of the work on one photo. Numbers, so that a worker can tell one without taking a lock."""

    STARTING = 1
    READING = 2
    CUTTING = 3
    MAKING = 4
    PROVING = 5

    @property
    def doing(self) -> str:
        """What is done, as the beginning of a sentence on the photo."""
        return DOING[self]


DOING = {
    Stage.STARTING: "Getting ready for it",
    Stage.READING: "Reading it",
    Stage.CUTTING: "Cutting it out",
    Stage.MAKING: "Making a picture of it",
    Stage.PROVING: "Checking the picture made of it",
}

# Where the stage is not known.
DOING_SOMETHING = "Working on it"

# Is told each stage as it begins.
Tell: TypeAlias = Callable[[Stage], None]


def nobody(_: Stage) -> None:
    """Nobody wants to know."""
