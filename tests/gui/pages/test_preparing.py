"""Options hold at once; presets are those of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from whitecove import settings
from whitecove.cli.flags import chosen
from whitecove.core.options import Options
from whitecove.gui.document import Document
from whitecove.gui.pages.preparing import PreparingPage
from whitecove.gui.pages.settings import SettingsSheet


@pytest.fixture
def page(sheet: SettingsSheet) -> PreparingPage:
    made = sheet.page("preparing")
    assert isinstance(made, PreparingPage)
    return made


def test_what_is_changed_holds_for_the_project_and_the_next(page: PreparingPage, document: Document) -> None:
    page.form.set("fill", 0.9)
    assert document.session.options == Options(fill=0.9)
    assert settings.load().options == {"fill": 0.9}
    assert "1" in page.note.text()
    page.reset.click()
    assert document.session.options == Options()
    assert not page.reset.isEnabled()


def test_what_is_changed_elsewhere_is_shown(page: PreparingPage, document: Document) -> None:
    document.set_options(Options(details="white"))
    assert page.form.options.details == "white"
    assert page.reset.isEnabled()


def test_a_preset_is_written_as_the_command_line_reads_it(page: PreparingPage, tmp_path: Path) -> None:
    wanted = Options(fill=0.9, slots=("main",), name="{sku}_{nn}", artist='"Ann"', ascii_names=True, canvas=1800)
    page.form.show_options(wanted)
    page.save_preset(tmp_path / "mine.toml")
    assert chosen(tmp_path / "mine.toml", {}) == wanted


def test_a_preset_is_read(page: PreparingPage, document: Document, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("schema = 1\ndetails = 'pad'\n", "utf-8")
    page.form.set("fill", 0.9)
    page.load_preset(tmp_path / "mine.toml")
    assert document.session.options == Options(details="pad")
    assert settings.load().last_preset == str(tmp_path / "mine.toml")


def test_a_wrong_preset_says_all_that_is_wrong(page: PreparingPage, document: Document, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("fill = 7\ncolour = 'red'\n", "utf-8")
    page.load_preset(tmp_path / "bad.toml")
    assert document.session.options == Options()
    assert all(word in page.note.text() for word in ("fill", "colour"))


def test_a_place_that_cannot_be_written_is_told(page: PreparingPage, tmp_path: Path) -> None:
    page.save_preset(tmp_path / "no" / "mine.toml")
    assert "could not be written" in page.note.text()


def test_marketplaces_are_offered(page: PreparingPage) -> None:
    page.form.set("profile", "ozon")
    assert page.form.rows["profile"].field.words("ozon") == "Ozon"
