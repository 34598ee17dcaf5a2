from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.stand_ins import Studio


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """A person's photos and delivery folder, both empty."""
    (tmp_path / "photos").mkdir()
    return Studio(tmp_path)
