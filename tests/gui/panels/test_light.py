"""Panels are of the window's process: they load nothing that prepares photos."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("PIL", "scipy", "rembg", "onnxruntime", "pydantic", "whitecove.core.prepare", "whitecove.batch.run")
PROGRAM = """
import sys
from whitecove.gui.panels import arrival, refusals, rule_book, side, status, tools
assert rule_book.rule_book("aliexpress")
print([name for name in {heavy!r} if name in sys.modules])
"""


def test_panels_load_nothing_heavy() -> None:
    made = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(heavy=HEAVY)], capture_output=True, text=True, check=True
    )
    assert made.stdout.strip() == "[]"
