"""A project that a person saved somewhere is worked on by one window at a time."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from whitecove import locks


class NamedLock:
    """Holds the lock beside one named project at a time."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._lock: Path | None = None

    def take(self, file: Path) -> bool:
        """Holds the lock of ``file`` instead of the one before; False where another window has it, and then nothing
        changes. Where no lock can lie, such as on a disk that is only read, it is worked on without."""
        lock = file.with_name(f".{file.name}.lock")
        if lock == self._lock:
            return True
        stack = ExitStack()
        try:
            stack.enter_context(locks.held(lock))
        except locks.Taken:
            return False
        except OSError:
            self.release()
            return True
        self.release()
        self._stack, self._lock = stack, lock
        return True

    def release(self) -> None:
        """No project is held any more."""
        self._stack.close()
        if self._lock:
            self._lock.unlink(missing_ok=True)
        self._lock = None
