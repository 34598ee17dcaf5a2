"""How a person has a say in a running batch."""

from __future__ import annotations

import threading


class Control:
    """Asks a running batch to stop, or to stand still for a while; may be used from any thread or signal handler."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._going = threading.Event()
        self._going.set()

    def cancel(self) -> None:
        """The batch ends soon, with what is finished; a paused one, too."""
        self._cancelled.set()
        self._going.set()

    def pause(self) -> None:
        """Nothing is worked on until `go_on`."""
        if not self.cancelled:
            self._going.clear()

    def go_on(self) -> None:
        """Ends a pause."""
        self._going.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    @property
    def paused(self) -> bool:
        return not self._going.is_set()

    def wait_to_go_on(self, seconds: float | None = None) -> None:
        """Returns when there is no pause, or after so many seconds."""
        self._going.wait(seconds)
