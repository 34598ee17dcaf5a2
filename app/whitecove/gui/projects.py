"""The project on disk: saved while it is worked on, opened, saved elsewhere, and offered back after an accident."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from whitecove import paths
from whitecove.core.errors import WhitecoveError
from whitecove.gui.bridge import FLOOR
from whitecove.gui.document import Document
from whitecove.studio import project_file, sessions_kept
from whitecove.studio.asks import Save, Saved
from whitecove.studio.sessions_kept import Keeping

# After the last change it is saved once nothing was changed for so long, at the latest after so long.
QUIET_MS, LATEST_MS = 400, 2000


class Projects(QObject):
    """Keeps `Document`'s project in a file of its own. ``named`` says where a person saved it, if they did."""

    saved = Signal(object)
    refused = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._keeping = Keeping(paths.projects_dir())
        self._is_kept = self._keeping.open()
        self.named: Path | None = None
        self._serial = 0
        self._quiet = self._timer(QUIET_MS)
        self._latest = self._timer(LATEST_MS)
        document.edited.connect(self._edited)
        document.reset.connect(self._edited)
        document.bridge.listen(Saved, self._saved)

    def left_over(self) -> list[Path]:
        """What programs that ended in the middle of their work left, the latest first."""
        return sessions_kept.left_over(paths.projects_dir())

    def last(self) -> Path | None:
        """The project that was open when the program was closed last."""
        file = paths.projects_dir() / sessions_kept.LAST
        return file if file.exists() else None

    def open(self, file: Path, *, take_over: bool = False) -> bool:
        """Opens a project; with ``take_over`` a left-over one, which is then kept as this program's own."""
        try:
            session = project_file.read(file)
        except WhitecoveError as error:
            self.refused.emit(str(error))
            return False
        self.named = None if take_over or file.parent == paths.projects_dir() else file
        self._document.open(session)
        if take_over:
            self.save_now()
            sessions_kept.forget(file)
        return True

    def give_up(self, files: list[Path]) -> None:
        """Left-over projects are not wanted back."""
        for file in files:
            sessions_kept.forget(file)

    def save_as(self, file: Path) -> None:
        """From now on it lies there."""
        self.named = file if file.suffix == project_file.SUFFIX else file.with_name(f"{file.name}{project_file.SUFFIX}")
        self.save_now()

    @Slot()
    def save_now(self) -> None:
        """Sends it to be written, without waiting for it."""
        self._quiet.stop()
        self._latest.stop()
        session = self._document.session
        if not session.inputs and not session.products:
            return
        for file in (self._keeping.file if self._is_kept else None, self.named):
            if file:
                self._serial += 1
                data = project_file.written(session, file.parent)
                self._document.bridge.send(FLOOR, Save(path=file, data=data, serial=self._serial))

    def close(self) -> None:
        """The program ends; called when the rooms are closed, so that nothing is written afterwards."""
        session = self._document.session
        if self._is_kept:
            self._keeping.close(finished=not session.products)

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
        self.saved.emit(said.path)
