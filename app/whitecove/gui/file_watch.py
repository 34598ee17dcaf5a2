"""Files that another program may write to: said when one was, and is whole by all appearances."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from whitecove.studio.files import stamp_of

# A file that looks the same after so long is taken as saved; one that was no whole photo then gets longer.
QUIET_MS, PATIENT_MS = 500, 2500


class FileWatch(QObject):
    """``written`` says the name of a file that was written to, or put in the place of the one before. A program may
    write it bit by bit, or take it away for a while."""

    written = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, object] = {}  # what each looked like when it was last said
        self._seen: dict[str, object] = {}  # and at the last look, while it is being written
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._look)

    def watch(self, file: Path) -> None:
        """Watches ``file``, as it is now, and its folder, for the file itself may be gone for a moment."""
        self._known[str(file)] = stamp_of(file)
        self._seen.pop(str(file), None)
        self._follow(str(file))

    def leave(self, file: Path) -> None:
        """Watches it no more."""
        self._known.pop(str(file), None)
        self._seen.pop(str(file), None)
        for path in (str(file), str(file.parent)):
            if path in (*self._watcher.files(), *self._watcher.directories()):
                self._watcher.removePath(path)

    def is_written(self, file: Path) -> bool:
        """Whether it was written to since that was last said."""
        return str(file) in self._known and stamp_of(file) != self._known[str(file)]

    def look_again(self, file: Path) -> None:
        """Says it once more in a while, though nothing may happen to it."""
        self._known[str(file)] = None
        self._quiet.start(PATIENT_MS)

    def close(self) -> None:
        """Watches nothing any more."""
        self._quiet.stop()
        for name in list(self._known):
            self.leave(Path(name))

    @Slot(str)
    def _stir(self, _path: str) -> None:
        self._quiet.start(QUIET_MS)

    @Slot()
    def _look(self) -> None:
        moving = False
        for name, known in list(self._known.items()):
            now = stamp_of(Path(name))
            self._follow(name)
            if now == known:
                self._seen.pop(name, None)
            elif now is None or self._seen.get(name) != now:
                self._seen[name], moving = now, True
            else:
                del self._seen[name]
                self._known[name] = now
                self.written.emit(name)
        if moving:
            self._quiet.start(QUIET_MS)

    def _follow(self, name: str) -> None:
        """A file that was replaced has dropped out of the watcher."""
        for path in (name, str(Path(name).parent)):
            if path not in (*self._watcher.files(), *self._watcher.directories()) and Path(path).exists():
                self._watcher.addPath(path)
