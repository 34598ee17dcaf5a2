"""Asking for files and folders without standing still, and showing them in the system's own way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_file(parent: QWidget, text: str, kinds: str, then: Callable[[Path], None], start: str = "") -> QFileDialog:
    """Asks for a file that is there."""
    dialog = _dialog(parent, text, then, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    dialog.open()
    return dialog


def ask_folder(parent: QWidget, text: str, then: Callable[[Path], None], start: str = "") -> QFileDialog:
    """Asks for a folder."""
    dialog = _dialog(parent, text, then, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def ask_new_file(parent: QWidget, text: str, kinds: str, ending: str, then: Callable[[Path], None]) -> QFileDialog:
    """Asks where to write a file; ``ending`` is added where a person leaves it away."""
    dialog = _dialog(parent, text, then, "")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(ending)
    dialog.open()
    return dialog


def show_outside(path: Path) -> bool:
    """Opens a folder or file in the program that the system has for it; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class _Then:
    def __init__(self, then: Callable[[Path], None]) -> None:
        self.then = then

    def __call__(self, file: str) -> None:
        self.then(Path(file))


def _dialog(parent: QWidget, text: str, then: Callable[[Path], None], start: str) -> QFileDialog:
    dialog = QFileDialog(parent, text, start)
    dialog.setModal(True)
    dialog.fileSelected.connect(_Then(then))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
