"""Out and back: the current photo in the person's own editor, and what they saved there taken back."""

from __future__ import annotations

import shlex
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QProcess, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QUndoCommand, QUndoStack

from whitecove.core.corrections.values import Corrections
from whitecove.gui.bridge import EASEL, Bridge
from whitecove.gui.document import Document
from whitecove.studio.easel_asks import Exported, Open
from whitecove.studio.items import Shot
from whitecove.studio.out_and_back import place_for

# A file that was not written to for so long is taken as saved.
QUIET_MS = 800


class Outside(QObject):
    """``opened`` says the name of a photo that is in the editor now, ``came_back`` that of one that was saved there.
    ``editor`` is the person's command for it; empty: whatever the system opens TIFF files with."""

    opened = Signal(object)
    came_back = Signal(object, object)

    def __init__(self, document: Document, bridge: Bridge, undo: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._bridge, self._undo = document, bridge, undo
        self.editor = ""
        self._out: dict[str, str] = {}
        self._changed: set[str] = set()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._touched)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._take_back)
        bridge.listen(Exported, self._exported)

    def edit(self, ask: Open, shot: Shot) -> None:
        """Writes the photo with its matte, as ``ask`` would open it, and opens it in the editor."""
        file = place_for(shot)
        self._out[str(file)] = shot.key
        self._bridge.send(EASEL, ask.to(file))

    def _exported(self, said: Exported) -> None:
        self._watcher.addPath(str(said.file))
        words = [*shlex.split(self.editor), str(said.file)] if self.editor else []
        if not words or not QProcess.startDetached(words[0], words[1:]):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(said.file)))
        shot = self._document.session.shots.get(said.key)
        if shot:
            self.opened.emit(shot.photo.name)

    @Slot(str)
    def _touched(self, file: str) -> None:
        self._changed.add(file)
        self._quiet.start()

    @Slot()
    def _take_back(self) -> None:
        changed, self._changed = self._changed, set()
        for name in changed:
            file = Path(name)
            if not file.exists():  # an editor puts the new one in its place
                self._changed.add(name)
                continue
            if name not in self._watcher.files():
                self._watcher.addPath(name)
            key = self._out.get(name)
            shot = self._document.session.shots.get(key or "") or self._document.session.shots.get(name)
            if shot:
                self._undo.push(_Replace(self._document, shot, file))
                self._out[name] = str(file)
                self.came_back.emit(shot.key, shot.photo.name)


class _Replace(QUndoCommand):
    """Another file takes a photo's place."""

    def __init__(self, document: Document, shot: Shot, file: Path) -> None:
        super().__init__(QCoreApplication.translate("Outside", "Edit in another program"))
        self._document = document
        self._file, self._before = file, shot.photo.path
        self._corrections: Corrections | None = shot.corrections

    def redo(self) -> None:
        self._document.replace_photo(str(self._before), self._file, None)

    def undo(self) -> None:
        self._document.replace_photo(str(self._file), self._before, self._corrections)
