"""The whole window, live, in a language that nobody speaks: nothing stays English, nothing is cut."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.pseudo import clipped, plain_texts, pseudo_catalogue
from whitecove import paths
from whitecove.gui import language
from whitecove.gui.pages.preferences import Preferences
from whitecove.gui.pages.settings import ICONS
from whitecove.gui.progress import Phase
from whitecove.gui.theme.apply import apply
from whitecove.gui.window import USUAL, Window

# What has the same name in every language: marketplaces, models, what languages call themselves.
NAMES = re.compile(
    r"^\w+ \w*: (Aliexpress|AliExpress|Amazon|Ozon|Taobao / Tmall|English|u2netp?|silueta|isnet-general-use"
    r"|birefnet-general(-lite)?|bria-rmbg)$"
)
# Files, folders and products; a camera's own name; fingerprints.
DATA = re.compile(r"[/\\]|\.jpe?g\b|basket|lamp|mug|Virtual camera|[0-9a-f]{8}…")
LIMIT_MS = 120_000


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setenv("WHITECOVE_HOME", str(tmp_path / "home"))
    apply(qapp, "light")
    made = Window(Preferences())
    made.resize(USUAL)
    made.show()
    qtbot.waitExposed(made)
    yield made
    language.speak(qapp, "en")
    made.close()
    made.deleteLater()


def prepared(window: Window, qtbot: QtBot, folder: Path) -> None:
    folder.mkdir()
    for name in ("basket.jpg", "mug.jpg"):
        found = next((paths.resources() / "samples").rglob(name))
        shutil.copy(found, folder / name)
    document = window.document
    window.begin([folder])
    qtbot.waitUntil(lambda: bool(document.session.products) and document.progress.phase is Phase.IDLE, timeout=LIMIT_MS)
    document.prepare()
    qtbot.waitUntil(lambda: document.progress.last is not None, timeout=LIMIT_MS)
    qtbot.waitUntil(lambda: document.progress.phase is Phase.IDLE, timeout=LIMIT_MS)


def left_in_english(top: QWidget) -> list[str]:
    return [text for text in plain_texts(top) if not NAMES.search(text) and not DATA.search(text)]


def follows(qtbot: QtBot, top: QWidget) -> None:
    """Says everything in that language, and fits once it is laid out."""
    assert left_in_english(top) == []

    def fits() -> None:
        assert list(clipped(top)) == []

    qtbot.waitUntil(fits)


def test_everything_follows(window: Window, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    prepared(window, qtbot, tmp_path / "goods")
    for tab in range(window.side.tabs.count()):
        window.side.tabs.setCurrentIndex(tab)
        language.speak(qapp, "en")
        language.use(qapp, pseudo_catalogue(), QLocale("ru"))
        follows(qtbot, window)
    for key in ICONS:
        window.pages.show_settings(key)
        sheet = window.pages.settings
        qtbot.waitExposed(sheet)
        follows(qtbot, sheet)
    sheet.close()


def test_the_empty_page_follows(window: Window, qtbot: QtBot, qapp: QApplication) -> None:
    language.use(qapp, pseudo_catalogue(), QLocale("ru"))
    follows(qtbot, window)
