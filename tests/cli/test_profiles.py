"""`whitecove profiles`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from whitecove import paths
from whitecove.cli.exit_codes import Exit
from whitecove.core.profiles import list_profiles, load_profile


def test_list_names_every_profile(cli: Cli) -> None:
    out = cli("profiles", "list").out
    assert all(profile.id in out and profile.name in out for profile in list_profiles())


@pytest.mark.parametrize("profile", list_profiles(), ids=lambda profile: profile.id)
def test_show_has_every_rule_and_its_sources(cli: Cli, profile: object) -> None:
    known = load_profile(getattr(profile, "id", ""))
    out = cli("profiles", "show", known.id).out
    for rule in known.rules:
        assert rule.id in out
        assert all(source.title in out for source in known.sources_of(rule))


def test_validate_accepts_what_comes_with_whitecove(cli: Cli) -> None:
    for file in (paths.resources() / "profiles").glob("*.toml"):
        assert cli("profiles", "validate", file).code == Exit.READY


def test_validate_names_every_problem(cli: Cli, tmp_path: Path) -> None:
    sound = (paths.resources() / "profiles" / "aliexpress.toml").read_text("utf-8")
    wrong = tmp_path / "mine.toml"
    wrong.write_text(sound.replace("canvas = 2000", 'canvas = "big"').replace("schema = 1", "schema = 99"), "utf-8")
    ended = cli("profiles", "validate", wrong)
    assert ended.code == Exit.NOT_READY
    assert "canvas" in ended.out
    assert "schema" in ended.out
