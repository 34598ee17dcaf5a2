"""A bridge whose rooms are the test: it takes down what is asked, and says what it is told to say."""

from __future__ import annotations

from typing import TypeVar

from tests.gui.batch_words import as_a_floor
from whitecove.gui.bridge import Bridge

Asked = TypeVar("Asked")


class StandIn(Bridge):
    """No process is started."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[object] = []

    def send(self, room: str, ask: object) -> None:
        self.asked.append(ask)

    def say(self, said: object) -> None:
        """A room says this."""
        said = as_a_floor(said, self.asked)
        for slot in self._listeners.get(type(said), ()):
            slot(said)
        self.portion_given.emit()

    def last(self, kind: type[Asked]) -> Asked:
        """What was asked last of that kind."""
        return [ask for ask in self.asked if isinstance(ask, kind)][-1]

    def count(self, kind: type) -> int:
        """How often such was asked."""
        return sum(isinstance(ask, kind) for ask in self.asked)
