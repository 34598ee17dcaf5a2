"""The page of where things lie: projects, settings, models, logs."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from whitecove import paths
from whitecove.gui.pages.asking import ask_file, ask_folder, show_outside
from whitecove.gui.pages.figures import folder_words
from whitecove.gui.pages.furniture import Card, Page, Row
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.theme.widgets import push_button, quiet_button


class FilesPage(Page):
    """Shows the folders, and opens them."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_name(self.tr("Projects and files"), self.tr("Your photos are only read. Nothing is sent anywhere."))
        self.preferences = preferences
        self.choose = push_button(self.tr("Choose…"), "folder-open")
        self.choose.clicked.connect(self._ask)
        self.forget = quiet_button(self.tr("Forget"))
        self.forget.clicked.connect(self._forget)
        self.deliver_to = Row(self.tr("Deliver to"), "", [self.forget, self.choose])
        work = Card(self.tr("Your work"))
        work.add(self.deliver_to)
        work.add(
            self._place(self.tr("Projects"), self.tr("Saved by itself while you work: {folder}"), paths.projects_dir())
        )
        work.add(self._editor())
        self.add(work)
        ours = Card(self.tr("Whitecove's own"))
        ours.add(
            self._place(self.tr("Settings"), self.tr("A text file, yours to edit: {folder}"), preferences.file.parent)
        )
        ours.add(
            self._place(self.tr("Models"), self.tr("Large files; they may be removed: {folder}"), paths.models_dir())
        )
        ours.add(self._place(self.tr("Log"), self.tr("What to send with a report: {folder}"), paths.log_dir()))
        self.add(ours)
        preferences.changed.connect(self._show)
        self._show()

    def _editor(self) -> Row:
        self.usual = quiet_button(self.tr("Use the system's"))
        self.usual.setToolTip(self.tr("Open it with what your system opens TIFF files with"))
        self.usual.clicked.connect(self._forget_editor)
        self.choose_program = push_button(self.tr("Choose program…"), "folder-open")
        self.choose_program.clicked.connect(self._ask_program)
        self.editor = Row(self.tr("Edit in another program"), "", [self.usual, self.choose_program])
        return self.editor

    def _place(self, name: str, about: str, folder: Path) -> Row:
        button = quiet_button(self.tr("Open"), "external-link")
        button.setAccessibleName(self.tr("Open: {name}").format(name=name))
        button.clicked.connect(partial(self._open, folder))
        row = Row(name, about.format(folder=folder_words(folder)), [button])
        row.about.setToolTip(str(folder))
        return row

    def _open(self, folder: Path, _checked: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        show_outside(folder)

    def _show(self, _key: str = "") -> None:
        kept = self.preferences.now.deliver_to
        self.deliver_to.say(folder_words(Path(kept)) if kept else self.tr("You are asked at the first delivery."))
        self.forget.setVisible(bool(kept))
        editor = self.preferences.now.editor
        self.editor.say(editor or self.tr("What your system opens TIFF files with."))
        self.usual.setVisible(bool(editor))

    def _ask(self) -> None:
        ask_folder(self, self.tr("Deliver to"), self.deliver, self.preferences.now.deliver_to)

    def deliver(self, folder: Path) -> None:
        """Deliveries go there from now on."""
        self.preferences.set(deliver_to=str(folder))

    def _forget(self) -> None:
        self.preferences.set(deliver_to="")

    def _ask_program(self) -> None:
        kinds = self.tr("Programs") + " (*.exe)" if sys.platform == "win32" else ""
        ask_file(self, self.tr("Choose the program to edit photos in"), kinds, self.edit_in, programs_folder())

    def edit_in(self, program: Path) -> None:
        """Photos are edited in that program from now on."""
        self.preferences.set(editor=str(program))

    def _forget_editor(self) -> None:
        self.preferences.set(editor="")


def programs_folder() -> str:
    """Where programs are, for most people."""
    places = {"win32": os.environ.get("PROGRAMFILES", ""), "darwin": "/Applications"}
    return places.get(sys.platform, "/usr/bin")
