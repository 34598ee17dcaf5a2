"""The window's way to a process that works for it: asks go in, answers come out, and nobody ever waits."""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Callable
from contextlib import nullcontext
from queue import SimpleQueue

from whitecove.batch.executors.workplace import cores, environment
from whitecove.core.messages import sentence
from whitecove.studio.asks import Lost, Refused
from whitecove.studio.serving import serve

log = logging.getLogger(__name__)

# How long a room is waited for when the program ends.
PATIENCE = 3.0


class Link:
    """A child process that runs the ``room`` (``module:maker``, see `serving`).

    ``told`` gets each answer, in a thread of the link's own; `Lost` is the last one if the process dies by itself. With
    ``cuts_out`` the process computes with as many threads as a single worker of a batch: so its sums come out the same.
    """

    def __init__(self, room: str, told: Callable[[object], None], *, cuts_out: bool = False) -> None:
        self.room = room
        self._told = told
        self._asks: SimpleQueue[object] = SimpleQueue()
        self._closing = threading.Event()
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        # No daemon: the room where batches run has workers of its own. It ends when the pipe does.
        self._process = context.Process(target=serve, args=(theirs, room), name=room, daemon=False)
        with environment(cores()) if cuts_out else nullcontext():
            self._process.start()
        theirs.close()
        self._threads = [
            threading.Thread(target=each, name=f"{each.__name__} {room}", daemon=True)
            for each in (self._write, self._read)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def process_id(self) -> int:
        """The child's."""
        return self._process.pid or 0

    def send(self, ask: object) -> None:
        """Asks for something. Returns at once: what travels is pickled and written in a thread."""
        self._asks.put(ask)

    def close(self) -> None:
        """Ends the room; it may finish what it is at, but not take its time over it."""
        if self._closing.is_set():
            return
        self._closing.set()
        self._asks.put(None)
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        for thread in self._threads:
            thread.join(PATIENCE)
        self._connection.close()
        self._process.close()

    def _write(self) -> None:
        while (ask := self._asks.get()) is not None:
            if not self._sent(ask):
                return
        # The other end reads this as the end of it all.
        self._sent(None)

    def _sent(self, ask: object) -> bool:
        """Whether the room is still there. What cannot travel is refused; nothing of it was written yet."""
        try:
            self._connection.send(ask)
        except OSError:
            return False
        except Exception as error:
            log.exception("%s cannot travel", type(ask).__name__)
            reason = sentence("studio.unexpected", kind=type(error).__name__)
            self._told(Refused(ask=ask, code="studio.unexpected", sentence=reason))
        return True

    def _read(self) -> None:
        while True:
            try:
                said = self._connection.recv()
            except (EOFError, OSError):
                break
            except Exception:
                log.exception("an answer of %s cannot be read", self.room)
                continue
            self._told(said)
        if not self._closing.is_set():
            self._told(Lost(room=self.room))
