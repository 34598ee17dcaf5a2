"""A few kills at random moments; ``python tests/bench/kills.py`` does many."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.faults.kills import Whole, kill_program, kill_workers, new_seed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups to kill")
KILLS = int(os.environ.get("WHITECOVE_FAULT_KILLS", "2"))


@pytest.fixture
def seed() -> int:
    """What the moments come from; told if the test fails."""
    return new_seed()


def test_a_killed_program_is_taken_up_byte_for_byte(tmp_path: Path, whole: Whole, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (moments, not secrets)
    moments = [chance.uniform(0, whole.seconds) for _ in range(KILLS)]
    kills = [kill_program(tmp_path / str(at), whole, moment) for at, moment in enumerate(moments)]
    assert [kill.wrong for kill in kills if kill.wrong] == [], f"WHITECOVE_FAULT_SEED={seed}"


def test_killed_workers_cost_their_photos_at_most(tmp_path: Path, whole: Whole, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (moments, not secrets)
    moments = sorted(chance.uniform(0, whole.seconds) for _ in range(KILLS))
    assert kill_workers(tmp_path / "shop", whole, moments).wrong == (), f"WHITECOVE_FAULT_SEED={seed}"
