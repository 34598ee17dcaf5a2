"""A disk that becomes full is said in place; once there is room, Prepare goes on."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.faults.test_folder import may_mount
from tests.gui.end_to_end.script import command, environment

DONE = {"ready", "review"}


def test_a_disk_that_becomes_full_is_said_in_place(goods: Path) -> None:
    if not may_mount():
        pytest.skip("this system lets nobody mount a small disk")
    alone = ["unshare", "-rm", *command("full_disk.py", goods)]
    done = subprocess.run(alone, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [each for each in told["said"] if "is full" in each], told["said"]
    assert not told["modal"]
    assert not set(told["before"].values()) <= DONE
    assert set(told["after"].values()) <= DONE, told
    assert not [each for each in told["then"] if "is full" in each], told["then"]
