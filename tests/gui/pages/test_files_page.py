"""The page of folders and the program that photos are edited in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from whitecove import settings
from whitecove.gui.pages.files import FilesPage
from whitecove.gui.pages.settings import SettingsSheet


def page_of(sheet: SettingsSheet) -> FilesPage:
    page = sheet.page("files")
    assert isinstance(page, FilesPage)
    sheet.show_page("files")
    return page


def test_the_editor_is_the_systems_until_one_is_chosen(sheet: SettingsSheet) -> None:
    page = page_of(sheet)
    assert page.editor.about.text() == "What your system opens TIFF files with."
    assert not page.usual.isVisible()
    page.edit_in(Path("/opt/Paint It/paint"))
    assert page.editor.about.text() == str(Path("/opt/Paint It/paint"))
    assert settings.load(page.preferences.file).editor == str(Path("/opt/Paint It/paint"))
    page.usual.click()
    assert settings.load(page.preferences.file).editor == ""
    assert not page.usual.isVisible()


def test_it_is_chosen_as_a_file(sheet: SettingsSheet, tmp_path: Path) -> None:
    page, program = page_of(sheet), tmp_path / "paint"
    program.write_bytes(b"")
    page.choose_program.click()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(program))
    dialog.reject()
    assert page.preferences.now.editor == str(program)
