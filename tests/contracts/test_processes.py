"""What each process loads: the command line no Qt, the window nothing that computes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from whitecove import paths

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = paths.resources() / "samples" / "mug.jpg"
HEAVY = {
    "onnxruntime", "numba", "rembg", "scipy", "PIL", "skimage", "pi_heif", "requests", "distributed", "typer",
    "pydantic", "whitecove.core.prepare", "whitecove.batch.run",
}  # fmt: skip
TELL = """
import sys
def tell(*_):
    print(*sys.modules, file=sys.stderr)
"""
COMMAND = f"""{TELL}
import atexit
from whitecove.entry import main
atexit.register(tell)
main()
"""
# All of the window's rooms, opened or not.
EVERY_ROOM = f"""{TELL}
import importlib, pkgutil
import whitecove.gui
for room in pkgutil.walk_packages(whitecove.gui.__path__, "whitecove.gui."):
    importlib.import_module(room.name)
tell()
"""
# The real program, up to the first painting.
STARTED = f"""{TELL}
from window_driver import drive
sys.exit(drive(tell))
"""
# The same with photos dropped, grouped, seen and kept.
AT_WORK = f"""{TELL}
from pathlib import Path
from window_driver import drive, drop, until
def work(window):
    saved = []
    window.projects.saved.connect(saved.append)
    window.document.arrived.connect(lambda _: saved.clear())
    drop(window, [Path({str(SAMPLE.parent)!r})])
    until(lambda: window.document.session.shots and not window.document.progress.is_gathering, "photos")
    until(lambda: saved, "the project on disk")
    tell()
sys.exit(drive(work))
"""


def loaded(code: str, *arguments: str, home: Path) -> set[str]:
    """The modules in a process that ran ``code``."""
    path = os.pathsep.join(str(ROOT / folder) for folder in ("app", "packaging"))
    env = {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen", "WHITECOVE_HOME": str(home)}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "arguments", [["--help"], ["gui", "--help"], ["check", str(SAMPLE)]], ids=lambda words: words[0]
)
def test_the_command_line_loads_no_qt(arguments: list[str], home: Path) -> None:
    modules = loaded(COMMAND, *arguments, home=home)
    assert "whitecove.cli.main" in modules
    assert not [name for name in modules if name.startswith(("PySide6", "shiboken6", "whitecove.gui"))]


@pytest.mark.parametrize("code", [EVERY_ROOM, STARTED, AT_WORK], ids=["every room", "started", "at work"])
def test_the_window_loads_nothing_that_computes(code: str, home: Path) -> None:
    pytest.importorskip("PySide6.QtWidgets", reason="the system lacks libraries for Qt", exc_type=ImportError)
    modules = loaded(code, home=home)
    assert "PySide6.QtWidgets" in modules
    assert modules & HEAVY == set()
