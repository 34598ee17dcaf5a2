"""The program on a screen with a display server, as a person has it, and through the entry a person uses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAINTED = """
import sys
from PySide6.QtWidgets import QApplication
from window_driver import drive
def act(window):
    print(QApplication.platformName(), window.isVisible(), window.grab().isNull())
sys.exit(drive(act))
"""


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that nobody sees, by its name."""
    if not sys.platform.startswith("linux"):
        pytest.skip("elsewhere screens are no X servers")
    server = shutil.which("Xvfb")
    if server is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Xvfb is missing, where this must run")
        pytest.skip("there is no Xvfb here (.ci/window installs it)")
    read, write = os.pipe()
    command = [server, "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as process:
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        yield f":{number}"
        process.terminate()


def test_the_window_opens_on_it(display: str, home: Path) -> None:
    path = os.pathsep.join(str(ROOT / folder) for folder in ("app", "packaging"))
    kept = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    env = {**kept, "PYTHONPATH": path, "WHITECOVE_HOME": str(home), "DISPLAY": display}
    done = subprocess.run([sys.executable, "-c", PAINTED], env=env, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["xcb", "True", "False"], done.stderr
    assert done.returncode == 0
    assert done.stderr == ""
