"""What a room says, for a test to wait for."""

from __future__ import annotations

from queue import SimpleQueue
from typing import TypeVar

Said = TypeVar("Said")
# Nobody waits so long unless it is broken.
PATIENCE = 60.0


class Ear:
    """Takes what is said, in any thread; `next` waits for the next of a kind, and passes over all others."""

    def __init__(self) -> None:
        self._said: SimpleQueue[object] = SimpleQueue()
        self.passed: list[object] = []

    def __call__(self, said: object) -> None:
        self._said.put(said)

    def next(self, kind: type[Said]) -> Said:
        """The next of that kind.

        Raises:
            queue.Empty: nobody says it.
        """
        while True:
            said = self._said.get(timeout=PATIENCE)
            if isinstance(said, kind):
                return said
            self.passed.append(said)
