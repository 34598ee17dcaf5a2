"""A disk that becomes full is said in place; once there is room, Prepare goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.test_folder import may_mount

ROOT = Path(__file__).resolve().parents[3]
DONE = {"ready", "review"}


def test_a_disk_that_becomes_full_is_said_in_place(goods: Path) -> None:
    if not may_mount():
        pytest.skip("this system lets nobody mount a small disk")
    path = os.pathsep.join(str(ROOT / folder) for folder in (".", "app", "packaging"))
    script = ROOT / "tests" / "gui" / "end_to_end" / "full_disk.py"
    command = ["unshare", "-rm", sys.executable, str(script), str(goods)]
    env = {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [each for each in told["said"] if "is full" in each], told["said"]
    assert not told["modal"]
    assert not set(told["before"].values()) <= DONE
    assert set(told["after"].values()) <= DONE, told
    assert not [each for each in told["then"] if "is full" in each], told["then"]
