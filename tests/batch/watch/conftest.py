from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.watch.hot_folder import HotFolder


@pytest.fixture
def hot(tmp_path: Path, quick: None) -> HotFolder:
    """An empty hot folder that is watched."""
    return HotFolder(tmp_path)
