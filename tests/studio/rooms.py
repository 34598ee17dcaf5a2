"""Rooms for tests of the way to a room."""

from __future__ import annotations

import os

from whitecove.batch.executors.workplace import ONE_THREAD
from whitecove.core.errors import PlanError
from whitecove.studio.serving import Answer


class Echo:
    """Says everything back; obeys ``die`` and ``fail``; counts what it heard while it was busy."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def heard(self, ask: object) -> bool:
        if ask == "at once":
            self.answer("heard at once")
            return True
        return False

    def handle(self, ask: object) -> None:
        match ask:
            case "die":
                os._exit(3)
            case "refuse":
                raise PlanError("plan.no_photos")
            case "fail":
                raise RuntimeError("on purpose")
            case "threads":
                self.answer({name: os.environ.get(name) for name in (*ONE_THREAD, "OMP_NUM_THREADS")})
            case _:
                self.answer((os.getpid(), ask))

    def close(self) -> None:
        self.answer("closed")
