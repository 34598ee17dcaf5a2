"""The computer does not fall asleep while a batch runs."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys

log = logging.getLogger(__name__)

REASON = "Whitecove prepares photos"
# Windows: SetThreadExecutionState with ES_CONTINUOUS, and ES_SYSTEM_REQUIRED.
CONTINUOUS, SYSTEM_REQUIRED = 0x80000000, 0x00000001


class Awake:
    """Asks the system to stay awake, as far as it can be asked: on Windows by itself, on macOS and Linux by a small
    program that does so as long as it runs."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_on = False

    def set(self, on: bool) -> None:
        """Stay awake, or do not."""
        if on == self._is_on:
            return
        self._is_on = on
        if sys.platform == "win32":
            _tell_windows(on)
        elif on:
            self._begin()
        else:
            self._end()

    def _begin(self) -> None:
        command = _command()
        if command is None:
            return
        quiet = subprocess.DEVNULL
        try:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet)
        except OSError as error:
            log.info("the system cannot be asked to stay awake: %s", error)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin:
            process.stdin.close()
        process.terminate()
        process.wait()


def _command() -> list[str] | None:
    """A program that keeps this system awake until its input ends or it is ended; none where none is known."""
    if sys.platform == "darwin":
        return ["caffeinate", "-i", "cat"]
    if shutil.which("systemd-inhibit"):
        return ["systemd-inhibit", "--what=sleep:idle", "--who=Whitecove", f"--why={REASON}", "cat"]
    return None


def _tell_windows(on: bool) -> None:
    import ctypes

    state = CONTINUOUS | SYSTEM_REQUIRED if on else CONTINUOUS
    ctypes.windll.kernel32.SetThreadExecutionState(state)  # type: ignore[attr-defined,unused-ignore]
