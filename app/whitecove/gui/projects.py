"""The project on disk: saved while it is worked on, opened, saved elsewhere, and offered back after an accident."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from whitecove import paths
from whitecove.core.errors import WhitecoveError
from whitecove.core.messages import sentence
from whitecove.gui.bridge import FLOOR
from whitecove.gui.document import Document
from whitecove.studio import project_file, sessions_kept
from whitecove.studio.asks import Save, Saved
from whitecove.studio.named_lock import NamedLock
from whitecove.studio.places import host_of
from whitecove.studio.sessions_kept import Keeping

# After the last change it is saved once nothing was changed for so long, at the latest after so long.
QUIET_MS, LATEST_MS = 400, 2000


class Projects(QObject):
    """Keeps `Document`'s project in a file of its own, and the one before as the last one. ``named`` says where a
    person saved it, if they did; ``turned`` that this is another place, or the last project another one. Photos on
    other computers are looked for where ``folders`` (those that photos came from before) name the same."""

    saved = Signal(object)
    refused = Signal(str)
    turned = Signal()

    def __init__(
        self, document: Document, parent: QObject | None = None, *, folders: Callable[[], Sequence[str]] = tuple
    ) -> None:
        super().__init__(parent)
        self._document, self._folders = document, folders
        self._keeping, self._is_kept = self._begun()
        self._lock = NamedLock()
        self.named: Path | None = None
        self._serial = 0
        self._leaving: dict[int, Keeping] = {}  # by the serial of what is still to be written
        self._quiet = self._timer(QUIET_MS)
        self._latest = self._timer(LATEST_MS)
        document.edited.connect(self._edited)
        document.reset.connect(self._edited)
        document.left.connect(self._leave)
        document.bridge.listen(Saved, self._saved)

    def left_over(self) -> list[Path]:
        """What programs that ended in the middle of their work left, the latest first."""
        return sessions_kept.left_over(paths.projects_dir())

    def last(self) -> Path | None:
        """The project that was worked on before this one, here or when the program was closed last."""
        return sessions_kept.last(paths.projects_dir())

    def open(self, file: Path) -> bool:
        """Opens a project. One that the program kept by itself is kept as this one from now on; of one that is open in
        another window, or of which something is left out, a copy is opened."""
        if file == self.named:
            return True
        is_ours = file.parent == paths.projects_dir()
        try:
            read = project_file.read(file, None if is_ours else self._hosts())
        except WhitecoveError as error:
            self.refused.emit(str(error))
            return False
        self._document.open(read.session)
        notes = list(read.notes)
        if is_ours:
            self._take_up(file)
        elif not self._lock.take(file):
            notes.append(sentence("studio.project_in_use", file=file.name))
        elif notes:
            self._lock.release()
        else:
            self.named = file
        if notes:
            self.refused.emit(" ".join(notes))
        self.turned.emit()
        return True

    def open_last(self) -> None:
        """Opens the last project."""
        file = self.last()
        if file:
            self.open(file)

    def give_up(self, file: Path) -> None:
        """A left-over project is not wanted back."""
        sessions_kept.forget(file)

    def save_as(self, file: Path) -> None:
        """From now on it lies there, unless another window works on what lies there."""
        file = file if file.suffix == project_file.SUFFIX else file.with_name(f"{file.name}{project_file.SUFFIX}")
        if self._lock.take(file):
            self.named = file
            self.save_now()
        else:
            self.refused.emit(sentence("studio.project_in_use", file=file.name))

    @Slot()
    def save_now(self) -> None:
        """Sends it to be written, without waiting for it."""
        self._quiet.stop()
        self._latest.stop()
        if self._is_empty():
            return
        for file in (self.named, self._keeping.file if self._is_kept else None):
            if file:
                self._serial += 1
                data = project_file.written(self._document.session, file.parent)
                self._document.bridge.send(FLOOR, Save(path=file, data=data, serial=self._serial))

    def close(self) -> None:
        """The program ends; called when the rooms are closed, so that nothing is written afterwards."""
        for keeping in self._leaving.values():
            keeping.close(finished=False)
        if self._is_kept:
            self._keeping.close(finished=self._is_empty())
        self._lock.release()

    def _begun(self) -> tuple[Keeping, bool]:
        keeping = Keeping(paths.projects_dir())
        return keeping, keeping.open()

    def _is_empty(self) -> bool:
        session = self._document.session
        return not session.inputs and not session.products

    def _hosts(self) -> Collection[str]:
        return {host_of(folder) for folder in self._folders()}

    def _take_up(self, file: Path) -> None:
        """What lies in ``file`` is this project's own from now on; at no moment is it nowhere."""
        if self._is_kept and sessions_kept.is_free(file):
            with suppress(OSError):  # it stays where it is, and is offered again
                sessions_kept.take_up(file, self._keeping)
        self.save_now()

    @Slot()
    def _leave(self) -> None:
        """Another project takes the place of this one, which is put aside once it is written."""
        self.save_now()
        if self._is_kept and self._is_empty():
            self._keeping.close(finished=True)
        elif self._is_kept:
            self._leaving[self._serial] = self._keeping
        self._keeping, self._is_kept = self._begun()
        self._lock.release()
        self.named = None

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.save_now)
        return timer

    @Slot()
    def _edited(self) -> None:
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start()

    def _saved(self, said: Saved) -> None:
        left = self._leaving.pop(said.serial, None)
        if left:
            left.close(finished=False)
            self.turned.emit()
        self.saved.emit(said.path)
