"""Projects are written in a thread of their own: neither a slow disk nor whatever else goes on keeps one waiting."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from queue import SimpleQueue

from whitecove.batch import store
from whitecove.core.errors import OutputError, WhitecoveError
from whitecove.core.messages import sentence
from whitecove.studio.asks import Refused, Save, Saved
from whitecove.studio.serving import Answer

log = logging.getLogger(__name__)

# How long the last project may take to be written when the room is closed.
PATIENCE = 5.0


class Saving:
    """Writes one project after the other, in the order in which they were heard of."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._waiting: SimpleQueue[Save | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._write_all, name="saving", daemon=True)
        self._thread.start()

    def heard(self, ask: object) -> bool:
        """Takes it up at once."""
        if isinstance(ask, Save):
            self._waiting.put(ask)
        return isinstance(ask, Save)

    def close(self) -> None:
        """Writes what is left."""
        self._waiting.put(None)
        self._thread.join(PATIENCE)

    def _write_all(self) -> None:
        while (ask := self._waiting.get()) is not None:
            try:
                self._answer(saved(ask))
            except WhitecoveError as error:
                self._refuse(ask, error.code, str(error))
            except Exception as error:
                log.exception("a project could not be saved")
                self._refuse(ask, "studio.unexpected", sentence("studio.unexpected", kind=type(error).__name__))

    def _refuse(self, ask: Save, code: str, reason: str) -> None:
        self._answer(Refused(ask=replace(ask, data=b""), code=code, sentence=reason))


def saved(ask: Save) -> Saved:
    """Writes it, whole or not at all.

    Raises:
        OutputError: the disk does not take it.
    """
    try:
        ask.path.parent.mkdir(parents=True, exist_ok=True)
        store.write_atomic(ask.path, ask.data)
    except OSError as error:
        raise OutputError("studio.not_saved", file=ask.path, problem=error.strerror or type(error).__name__) from error
    return Saved(path=ask.path, serial=ask.serial)
