"""The one place where what the rooms say comes into the window: coalesced, in its thread, in small portions."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from whitecove.core.messages import sentence
from whitecove.studio.asks import Lost, Refused
from whitecove.studio.link import Link

FLOOR = "whitecove.studio.floor.floor:Floor"
GALLERY = "whitecove.studio.gallery.gallery:Gallery"
EASEL = "whitecove.studio.easel.room:Easel"
# What a batch says is shown so often at most; pictures and strokes are shown as soon as they come.
SETTLE_MS = {FLOOR: 60, GALLERY: 0, EASEL: 0}
# So long at most the window is busy with what was said, before it looks after the person again.
PORTION_MS = 8
# A room that dies more often within so many seconds is not started again.
RESTARTS_AT_MOST, MEMORABLE_S = 3, 600.0
GIVEN_UP = "studio.given_up"


class Bridge(QObject):
    """Sends asks to the rooms, each a process that is started when it is first needed, and gives out what they say.

    Whoever wants to hear of answers of one type says so with `listen`. ``portion_given`` follows each portion. ``lost``
    says that a room died; ``given_up`` once, in a sentence, that one died so often that it is not started again: what
    is asked of it from then on is refused.
    """

    portion_given = Signal()
    lost = Signal(str)
    given_up = Signal(str, str)
    _came = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._links: dict[str, Link] = {}
        self._inbox: deque[object] = deque()
        self._listeners: dict[type, list[Callable[[Any], None]]] = {}
        self._deaths: dict[str, list[float]] = {}
        self._given_up: set[str] = set()
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._give)
        self._came.connect(self._schedule, Qt.ConnectionType.QueuedConnection)
        self.listen(Lost, self._restart)

    def listen(self, kind: type, slot: Callable[[Any], None]) -> None:
        """``slot`` gets each answer of that type, in the window's thread."""
        self._listeners.setdefault(kind, []).append(slot)

    def send(self, room: str, ask: object) -> None:
        """Asks a room for something; returns at once."""
        if self._closed:
            return
        if room in self._given_up:
            self._hear(room, Refused(ask=ask, code=GIVEN_UP, sentence=sentence(GIVEN_UP)))
        else:
            self._link(room).send(ask)

    def start(self, room: str) -> None:
        """Starts a room before it is needed."""
        if not self._closed and room not in self._given_up:
            self._link(room)

    def processes(self) -> dict[str, int]:
        """The process of each room that was started."""
        return {room: link.process_id for room, link in self._links.items()}

    def close(self) -> None:
        """Ends all rooms; nothing is heard any more."""
        self._closed = True
        self._timer.stop()
        for link in self._links.values():
            link.close()
        self._links.clear()
        self._inbox.clear()

    def _link(self, room: str) -> Link:
        if room not in self._links:
            self._links[room] = Link(room, partial(self._hear, room), cuts_out=room == EASEL)
        return self._links[room]

    def _hear(self, room: str, said: object) -> None:
        """In a thread of the link's."""
        self._inbox.append(said)
        if not self._closed:
            self._came.emit(room)

    @Slot(str)
    def _schedule(self, room: str) -> None:
        wait = SETTLE_MS[room]
        if not self._timer.isActive() or self._timer.remainingTime() > wait:
            self._timer.start(wait)

    @Slot()
    def _give(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._inbox and clock.elapsed() < PORTION_MS:
            said = self._inbox.popleft()
            for slot in self._listeners.get(type(said), ()):
                _call(slot, said)
        self.portion_given.emit()
        if self._inbox:
            self._timer.start(0)

    def _restart(self, lost: Lost) -> None:
        """A room that died is opened again, with nothing in it; who needs more is told."""
        if self._closed:
            return
        link = self._links.pop(lost.room, None)
        if link:
            link.close()
        now = time.monotonic()
        deaths = [at for at in self._deaths.get(lost.room, ()) if now - at < MEMORABLE_S]
        self._deaths[lost.room] = [*deaths, now]
        if len(deaths) < RESTARTS_AT_MOST:
            self._link(lost.room)
            self.lost.emit(lost.room)
        else:
            self._given_up.add(lost.room)
            self.lost.emit(lost.room)
            self.given_up.emit(GIVEN_UP, sentence(GIVEN_UP))


def _call(slot: Callable[[Any], None], said: object) -> None:
    """A listener that goes wrong is written down as a mistake of ours; the others hear it all the same."""
    try:
        slot(said)
    except Exception:  # noqa: BLE001 (handed to where all unexpected exceptions go)
        sys.excepthook(*sys.exc_info())
