"""A few kills at random moments; ``python tests/bench/kills.py`` does many."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.faults.kills import Whole, kill_program, kill_workers, new_seed, report

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups to kill")
KILLS = int(os.environ.get("WHITECOVE_FAULT_KILLS", "3"))


@pytest.fixture
def seed() -> int:
    """Told by pytest if the test fails."""
    seed = new_seed()
    print(f"WHITECOVE_FAULT_SEED={seed}")  # noqa: T201
    return seed


def test_a_killed_program_is_taken_up_byte_for_byte(tmp_path: Path, whole: Whole, seed: int) -> None:
    chance = random.Random(seed)
    moments = [chance.uniform(0, whole.seconds) for _ in range(KILLS)]
    kills = [kill_program(tmp_path / str(at), whole, moment) for at, moment in enumerate(moments)]
    assert report(kills) == [], f"WHITECOVE_FAULT_SEED={seed}"


def test_killed_workers_cost_their_photos_at_most(tmp_path: Path, whole: Whole, seed: int) -> None:
    chance = random.Random(seed)
    moments = sorted(chance.uniform(0, whole.seconds) for _ in range(KILLS))
    assert report(kill_workers(tmp_path / "shop", whole, moments)) == [], f"WHITECOVE_FAULT_SEED={seed}"
