"""A shop, and what an undisturbed run of the same photos delivers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.kills import Whole, undisturbed
from tests.faults.shop import Shop


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """What an undisturbed run delivers."""
    return undisturbed(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """A shop that has delivered nothing yet."""
    return Shop(tmp_path).stock()
