"""The child's side of a `Link`: a loop that hands each ask to a room, in order, until the window is gone."""

from __future__ import annotations

import importlib
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, Protocol, TypeAlias

from whitecove.core.errors import WhitecoveError
from whitecove.core.messages import sentence
from whitecove.log import hook_exceptions, kept
from whitecove.studio.asks import Refused

log = logging.getLogger(__name__)

# How long a room may take to end what it is at, once the window is gone.
LAST_SECONDS = 10.0
# The window comes before its rooms, and these before the workers of a batch.
NICENESS = 3
# Tells the window something; may be called from any thread.
Answer: TypeAlias = Callable[[object], None]


class Room(Protocol):
    """What does the work in a child process."""

    def heard(self, ask: Any) -> bool:  # noqa: ANN401 (each room has asks of its own)
        """Is shown each ask the moment it comes, in the thread that listens, while others may be in work; None when
        the window is gone. True: that was all there was to do."""
        ...

    def handle(self, ask: Any) -> None:  # noqa: ANN401
        """Does what was asked; one ask after the other, in the main thread of the process."""
        ...

    def close(self) -> None:
        """The window is gone, or wants no more."""
        ...


def serve(connection: Connection, room: str) -> None:
    """Runs a room, named as ``module:maker``, until the other end of ``connection`` is closed.

    The maker gets the function that answers. An ask that goes wrong is answered with `Refused`; the room stays open.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the window's to obey
    _give_way()
    with kept():
        hook_exceptions()
        _serve(connection, room)


def _serve(connection: Connection, room: str) -> None:
    lock = threading.Lock()

    def answer(said: object) -> None:
        with lock:
            try:
                connection.send(said)
            except OSError:  # nobody is there to hear it; the listening thread ends the room
                log.info("an answer came too late: %s", type(said).__name__)

    module, _, maker = room.partition(":")
    opened: Room = getattr(importlib.import_module(module), maker)(answer)
    waiting: SimpleQueue[object] = SimpleQueue()
    threading.Thread(target=_listen, args=(connection, opened, waiting), daemon=True, name="listening").start()
    while (ask := waiting.get()) is not None:
        _attempt(opened, ask, answer)
    opened.close()


def _give_way() -> None:
    """Lets the window go first where processors are few; on Windows, the system favours what is in front by itself."""
    if sys.platform != "win32":
        os.nice(NICENESS)


def _listen(connection: Connection, room: Room, waiting: SimpleQueue[object]) -> None:
    while True:
        try:
            ask = connection.recv()
        except (EOFError, OSError):
            break
        if ask is None:
            break
        if not room.heard(ask):
            waiting.put(ask)
    waiting.put(None)
    # Whatever the main thread is busy with must not outlive the window for long.
    leave = threading.Timer(LAST_SECONDS, os._exit, args=(1,))
    leave.daemon = True
    leave.start()
    room.heard(None)


def _attempt(room: Room, ask: object, answer: Answer) -> None:
    """The one place where trouble of any kind with an ask ends as its answer."""
    try:
        room.handle(ask)
    except WhitecoveError as error:
        answer(Refused(ask=ask, code=error.code, sentence=str(error)))
    except Exception as error:
        log.exception("%s went wrong", type(ask).__name__)
        reason = sentence("studio.unexpected", kind=type(error).__name__)
        answer(Refused(ask=ask, code="studio.unexpected", sentence=reason))
