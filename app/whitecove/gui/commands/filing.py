"""Photos in, projects, the output folder: what the File menu does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from whitecove import log
from whitecove.gui.actions import Actions
from whitecove.gui.document import Document
from whitecove.gui.frame.intake import Intake
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.projects import Projects
from whitecove.studio.project_file import SUFFIX

REPORT, RESHOOT_LIST = "report.html", "reshoot.html"


class Filing(QObject):
    """Ties the actions of the File menu to intake, projects and folders."""

    def __init__(
        self,
        actions: Actions,
        document: Document,
        intake: Intake,
        projects: Projects,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._projects, self._preferences, self._window = document, projects, preferences, window
        actions.on("add-photos", intake.choose_photos)
        actions.on("add-folder", intake.choose_folder)
        actions.on("samples", intake.take_samples)
        actions.on("paste", intake.paste)
        actions.on("new", self.begin_anew)
        actions.on("open", intake.choose_project)
        actions.on("open-last", projects.open_last)
        actions.on("save-as", self.save_as)
        actions.on("open-out", partial(self.open_in_out, ""))
        actions.on("open-report", partial(self.open_in_out, REPORT))
        actions.on("reshoot-list", partial(self.open_in_out, RESHOOT_LIST))
        actions.on("log", partial(_open, log.log_file().parent))
        intake.given.connect(self.take)
        intake.project.connect(projects.open)
        self._open_last = actions["open-last"]
        projects.turned.connect(self._follow_last)
        self._follow_last()

    def take(self, files: Sequence[Path]) -> None:
        """Takes in photos and folders."""
        self._preferences.came_from(files[0] if files[0].is_dir() else files[0].parent)
        self._document.add(files)

    def begin_anew(self) -> None:
        """A new project; the old one is the last one from now on, and what was made of it lies in its folder."""
        self._document.clear()

    def _follow_last(self) -> None:
        self._open_last.setEnabled(self._projects.last() is not None)

    def save_as(self) -> None:
        """Asks where the project is to be kept."""
        out = self._document.session.out
        start = self._projects.named or (out.with_suffix(SUFFIX) if out else Path.home() / f"photos{SUFFIX}")
        kind = f"{self.tr('Projects')} (*{SUFFIX})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the project"), str(start), kind)
        if chosen:
            self._projects.save_as(Path(chosen))

    def open_in_out(self, name: str) -> None:
        """Opens the output folder, or a file in it; what is not there yet is not opened."""
        out = self._document.session.out
        if out:
            there = next((each for each in (out / name, out, out.parent) if each.exists()), None)
            if there:
                _open(there)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
