from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINS = [
    line for line in (ROOT / "constraints.txt").read_text("ascii").splitlines() if line and not line.startswith("#")
]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def direct() -> list[str]:
    extras = PROJECT["project"]["optional-dependencies"].values()
    return [*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"], *(r for e in extras for r in e)]


@pytest.mark.parametrize("text", direct())
def test_each_requirement_is_pinned_to_a_version_it_allows(text: str) -> None:
    wanted = Requirement(text)
    pins = [Requirement(pin) for pin in PINS if plain(Requirement(pin).name) == plain(wanted.name)]
    assert len(pins) == 1
    (pinned,) = pins[0].specifier
    assert wanted.specifier.contains(pinned.version)


@pytest.mark.parametrize("pin", PINS)
def test_pins_are_a_name_and_a_version_and_nothing_else(pin: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*==[0-9][0-9a-z.]*", pin)
