from __future__ import annotations

import functools
import os
from pathlib import Path

import pytest

from tests.batch.rounds import DELIVERED, THREE, Rounds
from tests.batch.stand_ins import Studio
from whitecove.core.profiles import load_profile


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """A person's photos and delivery folder, both empty."""
    (tmp_path / "photos").mkdir()
    return Studio(tmp_path)


@pytest.fixture
def rounds(tmp_path: Path, quick: None) -> Rounds:
    """A delivery of three photos."""
    (tmp_path / "photos").mkdir()
    rounds = Rounds(tmp_path)
    rounds.shoot(THREE)
    rounds.deliver()
    assert rounds.uploaded() == DELIVERED
    return rounds


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that neither cut the power nor read the report: nothing is forced to disk, no page is rendered, and a
    profile is read once."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    profile = functools.lru_cache(load_profile)
    for module in ("whitecove.batch.run", "tests.batch.stand_ins"):
        monkeypatch.setattr(f"{module}.load_profile", profile)
    monkeypatch.setattr("whitecove.batch.report.page.pieces", lambda *_: iter([b"a report"]))
