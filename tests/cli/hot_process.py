"""`whitecove watch` as a process of its own, and what it says, waited for line by line: no test sleeps."""

from __future__ import annotations

import json
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cli.conftest import command, environment

# A watch that says nothing for so long is ended, and its test fails.
PATIENCE = 300.0


@dataclass
class HotProcess:
    """A running watch over ``folder`` for ``out``."""

    process: subprocess.Popen[str]
    folder: Path
    out: Path
    events: list[dict[str, Any]] = field(default_factory=list)

    def until(self, kind: str) -> dict[str, Any]:
        """Reads on to the next event of that kind."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.events.append(json.loads(line))
            if self.events[-1]["event"] == kind:
                return self.events[-1]
        raise AssertionError(f"it ended without {kind}: {self.process.wait()}")

    def until_accounted(self, files: int) -> None:
        """Reads on until a round has that many files."""
        while sum(self.until("round")["counts"].values()) != files:
            pass

    def stop(self) -> int:
        """Ctrl+C, once; the exit code."""
        self.process.send_signal(signal.SIGINT)
        self.until("summary")
        return self.process.wait()

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The manifest."""
        rows: list[dict[str, Any]] = json.loads((self.out / "manifest.json").read_bytes())["files"]
        return rows


@contextmanager
def watching(root: Path, *arguments: object) -> Iterator[HotProcess]:
    """A watch over ``root/hot``, small and quick, that has begun."""
    folder, out = root / "hot", root / "out"
    folder.mkdir(exist_ok=True)
    asked = ("watch", folder, "--out", out, "--json", "--settle", 0.3, "--calm", 0.6, *arguments)
    with (root / "stderr.txt").open("w") as stderr:
        process = subprocess.Popen(
            command(*asked), env=environment(root / "home"), stdout=subprocess.PIPE, stderr=stderr, text=True
        )
    overdue = threading.Timer(PATIENCE, process.kill)
    overdue.start()
    try:
        hot = HotProcess(process, folder, out)
        hot.until("watching")
        yield hot
    finally:
        overdue.cancel()
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()
