"""How photos get into the window: dropped, pasted, chosen, or handed over by the system."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent, QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from whitecove import paths
from whitecove.studio.project_file import SUFFIX

# What may be pasted as text: paths, one a line; longer texts are something else.
LONGEST_TEXT = 100_000


class Intake(QObject):
    """``given`` says the photos and folders that came, ``project`` a project file; ``over`` whether something that may
    be dropped is held over the window; ``left_out`` in a sentence what was not taken."""

    given = Signal(object)
    project = Signal(object)
    over = Signal(bool)
    left_out = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last = Path.home()
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        application = QGuiApplication.instance()
        if application and sys.platform == "darwin":  # elsewhere files come as words of the command line
            application.installEventFilter(self)

    def take(self, files: Sequence[Path]) -> None:
        """Takes in photos and folders; a project that comes alone is opened. Projects among photos are left out, and
        that is said."""
        projects = [file for file in files if file.suffix.lower() == SUFFIX]
        others = [file for file in files if file not in projects]
        if others:
            self.given.emit(others)
        elif projects:
            self.project.emit(projects[0])
        else:
            self.left_out.emit(self.tr("There are no photos in what was given."))
        if others and projects:
            self.left_out.emit(self.tr("A project is opened alone: it was left out beside the photos."))
        elif len(projects) > 1:
            self.left_out.emit(self.tr("One project is opened at a time: the others were left out."))

    def choose_folder(self) -> None:
        """Asks for a folder."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Choose a folder of photos"), str(self._last))
        self._chosen([chosen] if chosen else [])

    def choose_photos(self) -> None:
        """Asks for photos."""
        chosen, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Choose photos"), str(self._last))
        self._chosen(chosen)

    def choose_project(self) -> None:
        """Asks for a project."""
        kind = self.tr("Projects") + f" (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a project"), str(self._last), kind)
        self._chosen([chosen] if chosen else [])

    def take_samples(self) -> None:
        """The photos that come with the program."""
        self.take([paths.resources() / "samples"])

    def paste(self) -> None:
        """Takes what is in the clipboard: files, paths as text, or a picture."""
        data = QGuiApplication.clipboard().mimeData()
        self.take(files_in(data) or pasted_picture(data))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.take([Path(event.file())])
            return True
        if watched is not self._window:
            return False
        if isinstance(event, QDragEnterEvent):
            return self._drag_enter(event)
        if event.type() == QEvent.Type.DragLeave:
            self.over.emit(False)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.over.emit(False)
            self.take(files_in(event.mimeData()) or pasted_picture(event.mimeData()))
            event.acceptProposedAction()
            return True
        return False

    def _drag_enter(self, event: QDragEnterEvent) -> bool:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()
            self.over.emit(True)
            return True
        return False

    def _chosen(self, files: Sequence[str]) -> None:
        if files:
            self._last = Path(files[0]).parent
            self.take([Path(file) for file in files])


def files_in(data: QMimeData) -> list[Path]:
    """The files and folders that are meant: by address, or as text with a path a line."""
    if data.hasUrls():
        return [_local(url) for url in data.urls() if url.isLocalFile()]
    text = data.text() if data.hasText() else ""
    if not text or len(text) > LONGEST_TEXT:
        return []
    return [path for line in text.splitlines() if (path := _path_in(line.strip().strip('"'))) is not None]


def _path_in(line: str) -> Path | None:
    """The file or folder that a line of text names; none where it is no whole path, or a whole disk."""
    path = _local(QUrl(line)) if line.startswith("file:") else Path(line)
    try:
        return path if path.is_absolute() and path.parent != path and path.exists() else None
    except OSError:  # a long line that only begins like a path
        return None


def _local(url: QUrl) -> Path:
    """The file at an address. Qt's texts have no room for names that are no UTF-8, but its addresses do."""
    path = url.toLocalFile()
    if "\N{REPLACEMENT CHARACTER}" in path and not url.host() and os.name == "posix":
        encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
        return Path(os.fsdecode(unquote_to_bytes(encoded)))
    return Path(path)


def pasted_picture(data: QMimeData) -> list[Path]:
    """A picture in the clipboard as a PNG file among the person's pictures; called after its content, so that the same
    one is the same file."""
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return []
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    content = buffer.data().data()
    folder = paths.pasted_dir()
    file = folder / f"pasted-{hashlib.sha256(content).hexdigest()[:12]}.png"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".part")
        partial.write_bytes(content)
        partial.replace(file)
    return [file]
