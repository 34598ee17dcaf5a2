"""What the window is called: after the project, else after what was dropped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

PROGRAM = "Whitecove"


def window_title(named: Path | None, inputs: Sequence[Path]) -> str:
    """The title: ``named`` is where the project was saved, ``inputs`` the photos and folders that it is made of."""
    name = named.stem if named else _told(inputs)
    if not name:
        return PROGRAM
    return QCoreApplication.translate("Title", "{project} – {program}").format(project=name, program=PROGRAM)


def _told(inputs: Sequence[Path]) -> str:
    """The folder, or that of the photos; of several the first, and that there are more."""
    folders = list(dict.fromkeys(each.parent.name if each.suffix else each.name for each in inputs))
    if len(folders) < 2:
        return "".join(folders)
    words = QCoreApplication.translate("Title", "{folder} and %Ln more", "", len(folders) - 1)
    return words.format(folder=folders[0])
