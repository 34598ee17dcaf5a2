"""What must hold of every profile file that comes with Whitecove."""

from __future__ import annotations

from pathlib import Path

import pytest

from whitecove import paths
from whitecove.core import profiles
from whitecove.core.checks.registry import params_of
from whitecove.core.model import Slot

FILES = sorted((paths.resources() / "profiles").glob("*.toml"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


def test_there_are_profiles() -> None:
    assert [profile.id for profile in profiles.list_profiles()] == [file.stem for file in FILES]
    assert FILES


def test_the_file_is_valid(path: Path) -> None:
    assert profiles.validate(path) == []


def test_every_rule_says_why_it_matters_and_where_it_comes_from(path: Path) -> None:
    profile = profiles.read_profile(path)
    for rule in profile.rules:
        assert rule.note, rule.id
        assert all(source.title for source in profile.sources_of(rule)), rule.id
        assert rule.verified_on <= profile.verified_on, rule.id


def test_every_source_is_used(path: Path) -> None:
    profile = profiles.read_profile(path)
    used = {source.id for rule in profile.rules for source in profile.sources_of(rule)}
    assert set(profile.sources) <= used


def test_rules_stand_in_the_order_of_the_registry(path: Path) -> None:
    order = list(params_of())
    positions = [order.index(rule.id) for rule in profiles.read_profile(path).rules]
    assert positions == sorted(positions)


@pytest.mark.parametrize("slot", list(Slot))
def test_the_canvas_fits_every_slot(path: Path, slot: Slot) -> None:
    profile = profiles.read_profile(path)
    assert profile.canvas <= profile.long_edge(slot)
    for aspect in profile.slot(slot).aspects or ("1:1",):
        assert profile.short_side(slot, aspect) <= profile.canvas
