"""Appearance, language, and whether anything connects."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton

from tests.gui.pages.conftest import Opened
from whitecove import settings
from whitecove.gui.pages.files import FilesPage
from whitecove.gui.pages.general import GeneralPage
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.pages.settings import SettingsSheet
from whitecove.gui.theme.apply import apply
from whitecove.gui.theme.scheme import colours


@pytest.fixture
def page(sheet: SettingsSheet) -> GeneralPage:
    made = sheet.page("general")
    assert isinstance(made, GeneralPage)
    return made


def test_dark_is_dark_at_once(page: GeneralPage, qapp: QApplication) -> None:
    page.theme.set_current("dark")
    assert colours().dark
    assert settings.load().theme == "dark"
    page.theme.set_current("light")
    assert not colours().dark
    apply(qapp, "system")


def test_a_language_is_told(page: GeneralPage, sheet: SettingsSheet) -> None:
    said: list[str] = []
    sheet.language_chosen.connect(said.append)
    page.language.setCurrentIndex(page.language.findData("en"))
    assert said == ["en"]
    assert settings.load().language == "en"


def test_ticks_are_settings(page: GeneralPage) -> None:
    page.never.click()
    page.review.click()
    found = settings.load()
    assert (found.never_connect, found.review_first) == (True, False)


def test_first_steps_are_shown_again(page: GeneralPage, preferences: Preferences) -> None:
    assert not page.first.isEnabled()
    preferences.set(first_look=False)
    page.first.click()
    assert preferences.now.first_look


def test_what_the_environment_forbids_cannot_be_switched(monkeypatch: pytest.MonkeyPatch, sheet: SettingsSheet) -> None:
    monkeypatch.setenv("WHITECOVE_OFFLINE", "1")
    page = GeneralPage(Preferences(parent=sheet), sheet)
    assert page.never.isChecked()
    assert not page.never.isEnabled()


def test_mistakes_in_the_file_are_told(preferences: Preferences, sheet: SettingsSheet) -> None:
    preferences.file.write_text("theme = 'pink'\n", "utf-8")
    page = GeneralPage(Preferences(parent=sheet), sheet)
    assert "theme" in page.note.text()


def test_another_language_makes_the_pages_anew(page: GeneralPage, sheet: SettingsSheet) -> None:
    sheet.show_page("files")
    QCoreApplication.sendEvent(sheet, QEvent(QEvent.Type.LanguageChange))
    assert sheet.page("files") is sheet.stack.currentWidget()
    assert sheet.page("general") is not page


def test_there_is_no_page_of_another_name(sheet: SettingsSheet) -> None:
    with pytest.raises(KeyError, match="colours"):
        sheet.show_page("colours")


def test_folders_are_opened(sheet: SettingsSheet, opened: Opened, preferences: Preferences) -> None:
    page = sheet.page("files")
    assert isinstance(page, FilesPage)
    for button in page.findChildren(QPushButton):
        if button.text() == "Open":
            button.click()
    assert [path.rpartition("/")[2] for path in opened.paths][-3:] == [preferences.file.parent.name, "models", "logs"]
