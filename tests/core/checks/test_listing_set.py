from __future__ import annotations

import pytest

from tests.core.checks import pictures
from whitecove.core.checks.registry import judge_set
from whitecove.core.model import Finding, Severity


def ask(rule: str, mains: int = 1, details: int = 5, unused: int = 0) -> Finding:
    found = judge_set(mains=mains, details=details, unused=unused, profile=pictures.profile())
    return next(f for f in found if f.rule == rule)


@pytest.mark.parametrize(("mains", "broken"), [(0, True), (1, False), (2, True)])
def test_main(mains: int, broken: bool) -> None:
    found = ask("set.main", mains=mains)
    assert found.broken is broken
    assert found.severity is Severity.ERROR


def test_details_say_what_was_kept_aside() -> None:
    found = ask("set.details", details=5, unused=3)
    assert not found.broken
    assert found.measured == "9 photos: 6 used, 3 kept aside"


def test_too_many_details_are_said() -> None:
    assert ask("set.details", details=6).broken


def test_no_details_are_a_warning() -> None:
    found = ask("set.details", details=0)
    assert found.broken
    assert (found.severity, found.measured) == (Severity.WARNING, "1 photo: 1 used, 0 kept aside")
