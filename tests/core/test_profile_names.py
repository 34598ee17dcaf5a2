"""The parts of a profile file that say what pictures are called and what a product page is made for."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from whitecove import paths
from whitecove.core import profile_file, profiles
from whitecove.core.errors import ProfileError
from whitecove.core.profiles import Names, Profile

ALIEXPRESS = paths.resources() / "profiles" / "aliexpress.toml"


def checked(changes: str) -> tuple[Profile | None, list[str]]:
    content = tomllib.loads(ALIEXPRESS.read_text("utf-8"))
    return profile_file.check(content | tomllib.loads(changes), "aliexpress")


def test_without_names_whitecoves_own_hold() -> None:
    profile, _ = checked("")
    assert profile is not None
    assert profile.names == Names()
    assert profile.card == "listing"


def test_names_and_card() -> None:
    profile, problems = checked(
        'card = "variant"\n[names]\ntemplate = "{sku}.PT{pt}"\nmain = "{sku}.MAIN"\nlimit = 50\nascii = true'
    )
    assert problems == []
    assert profile is not None
    assert profile.names == Names(template="{sku}.PT{pt}", main="{sku}.MAIN", limit=50, ascii=True)
    assert profile.card == "variant"


@pytest.mark.parametrize("profile", profiles.list_profiles(), ids=lambda profile: profile.id)
def test_names_are_the_same_without_checking_the_file(profile: Profile) -> None:
    quick = profiles.names_profile(profile.id)
    assert (quick.id, quick.name, quick.names, quick.card) == (profile.id, profile.name, profile.names, profile.card)


def test_names_of_a_profile_that_is_not_there() -> None:
    with pytest.raises(ProfileError) as caught:
        profiles.names_profile("alixpress")
    assert caught.value.code == "profile.unknown"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ('card = "lsting"', "card: must be 'listing' or 'variant' (did you mean listing?)"),
        ("names = 3", "names: must be a valid dictionary or instance of NamesTable"),
        ('[names]\ntemplat = ""', "names.templat: is not known (did you mean template?)"),
        ("[names]\ntemplate = 3", "names.template: must be a valid string"),
        ('[names]\nascii = "yes"', "names.ascii: must be a valid boolean"),
        ("[names]\nlimit = -1", "names.limit: must be greater than or equal to 0"),
        ("[names]\nlimit = 39", "names.limit: must be 0 (any number) or at least 40"),
        ('[names]\ntemplate = "{sku}"', "names.template: {nn} is missing: pictures of one product"),
        ('[names]\ntemplate = "{sku}_{mm}_{nn}"', "names.template: there is no token {mm}"),
        ('[names]\nmain = "main"', "names.main: {sku} is missing"),
        ('[names]\ntemplate = "{role}_{sku}_{nn}"', "names: the main picture's name must sort before the others'"),
        ('[names]\nmain = "{sku}_main"', "names: the main picture's name must sort before the others'"),
        ('[names]\nmain = "{sku}"', "names: the main picture's name must sort before the others'"),
        ('[names]\nmain = "{sku}_9"\ntemplate = "{sku}_{nn}"', "names: the main picture's name must sort"),
    ],
)
def test_what_is_wrong_is_told(changes: str, problem: str) -> None:
    profile, problems = checked(changes)
    assert profile is None
    assert any(found.startswith(problem) for found in problems), problems


def test_problems_of_names_are_told_with_all_others(tmp_path: Path) -> None:
    path = tmp_path / "aliexpress.toml"
    text = ALIEXPRESS.read_text("utf-8").replace("canvas = 2000", "canvas = 0", 1)
    path.write_text(text + '\n[names]\ntemplate = "{sku}/{nn}"\nmain = "{nn}"\n', "utf-8")
    problems = profiles.validate(path)
    assert [problem.partition(":")[0] for problem in problems] == ["canvas", "names.template", "names.main"]
