"""Waiting: until a time is up, the system tells of a change in the folder, or somebody stops the watch.

What the system tells only wakes; what is true is what a look finds. So nothing depends on whether it tells all, or, as
of network shares, nothing.
"""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from whitecove.batch.executors.control import Control
from whitecove.batch.intake.walk import place
from whitecove.batch.watch.names import is_apart

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver

log = logging.getLogger(__name__)

# How soon a stop is noticed, and how many changes at once are one.
SLICE = 0.2
# Events of who only reads.
READING = frozenset({"opened", "closed_no_write"})


class Alarm:
    """Rings when something changes below ``folder``, but for what happens in ``out``."""

    def __init__(self, folder: Path, out: Path) -> None:
        self.folder = folder
        self._out = place(out)
        self._rung = threading.Event()
        self._observer: BaseObserver | None = None

    def set_up(self) -> str:
        """Listens, or listens anew after the folder was away; why that cannot be, empty where it can."""
        from watchdog.events import FileSystemEventHandler
        from watchdog.observers import Observer

        self.take_down()
        alarm = self

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: FileSystemEvent) -> None:
                alarm.hear(event)

        observer = Observer()
        try:
            observer.schedule(Handler(), str(self.folder), recursive=True)
            observer.start()
        except OSError as error:  # too many folders for the system, or a kind of file system that tells nothing
            log.warning("%s: no events: %s", self.folder, error)
            return error.strerror or type(error).__name__
        self._observer = observer
        return ""

    def hear(self, event: FileSystemEvent) -> None:
        """Rings, if ``event`` may be an arrival."""
        if event.event_type in READING:
            return
        if any(self._matters(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path):
            self._rung.set()

    def take_down(self) -> None:
        """Stops listening."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None

    def wait(self, seconds: float, control: Control) -> None:
        """Waits ``seconds``, never less but where the alarm rings or ``control`` cancels."""
        end = monotonic() + seconds
        while (left := end - monotonic()) > 0 and not control.cancelled:
            if self._rung.wait(min(left, SLICE)):
                threading.Event().wait(min(max(end - monotonic(), 0.0), SLICE))  # what comes in a burst is one ring
                self._rung.clear()
                return

    def _matters(self, path: str) -> bool:
        inside = os.path.normcase(path)
        own = inside == self._out or inside.startswith(self._out + os.sep)
        return not own and not is_apart(os.path.basename(path))  # noqa: PTH119
