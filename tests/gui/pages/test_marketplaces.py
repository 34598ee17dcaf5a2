"""Marketplaces: whose rules hold, in plain words, and which pictures are made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.pages.stand_in import StandIn
from whitecove.core.options import Options
from whitecove.core.profiles import Profile, list_profiles, load_profile
from whitecove.gui.document import Document
from whitecove.gui.pages.demands import about_words, demands
from whitecove.gui.pages.marketplaces import DemandRow, MarketplacesPage
from whitecove.gui.pages.settings import SettingsSheet
from whitecove.studio.floor.markets import checked
from whitecove.studio.model_asks import CheckMarketplace


@pytest.fixture
def page(sheet: SettingsSheet) -> MarketplacesPage:
    sheet.show_page("marketplaces")
    made = sheet.page("marketplaces")
    assert isinstance(made, MarketplacesPage)
    return made


@pytest.mark.parametrize("profile", list_profiles(), ids=lambda profile: profile.id)
def test_every_rule_is_said_once_in_words(profile: Profile) -> None:
    found = list(demands(profile))
    assert sorted(demand.rule for demand in found) == sorted(rule.id for rule in profile.rules)
    for demand in found:
        assert demand.text.endswith(".")
        assert demand.sources
        assert demand.read
        assert about_words(demand.about)
        assert demand.about != "other", f"{demand.rule} has no words"


def test_figures_are_those_of_the_rules() -> None:
    said = {demand.rule: demand.text for demand in demands(load_profile("aliexpress"))}
    assert said["file.bytes"] == "A file has 512 kB to 2 MB."
    assert said["set.details"] == "One main picture and up to 5 details."
    assert said["pixels.min_side"] == "Each side has at least 800 pixels. 3:4: at least 750 × 1,000."
    assert said["file.format"] == "Files are JPEG or PNG."
    assert said["subject.fill"] == "The product takes at least 75 % of the picture."


def test_choosing_another_holds_at_once(page: MarketplacesPage, document: Document) -> None:
    page.choice.setCurrentIndex(page.choice.findData("ozon"))
    assert document.session.options.profile == "ozon"
    assert len(page.rules.findChildren(DemandRow)) >= len(load_profile("ozon").rules)
    document.set_options(Options())
    assert page.choice.currentText() == "AliExpress"


def test_why_is_unfolded(page: MarketplacesPage) -> None:
    row = page.rules.findChildren(DemandRow)[0]
    assert row.why.isHidden()
    row.fold.click()
    assert not row.why.isHidden()
    assert "2026" in row.why.text()


def test_pictures_are_chosen_and_one_stays(page: MarketplacesPage, document: Document) -> None:
    page.boxes["detail"].click()
    page.boxes["variant"].click()
    assert document.session.options.slots == ("main",)
    assert not page.boxes["main"].isEnabled()


def test_a_file_of_rules_is_checked(page: MarketplacesPage, bridge: StandIn, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("schema = 1\nid = 'mine'\ncanvas = 'large'\n", "utf-8")
    page.check_file(file)
    bridge.say(checked(bridge.last(CheckMarketplace)))
    assert "canvas" in page.found.text()
    good = Path(__file__).parents[3] / "resources" / "profiles" / "ozon.toml"
    bridge.say(checked(CheckMarketplace(file=good)))
    assert page.found.text().startswith("ozon.toml is sound: Ozon")
