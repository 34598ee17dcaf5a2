"""The command line as a function, and one small delivery that several tests look at."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.pictures import disc_matte, noise
from whitecove.cli.main import run
from whitecove.core.model import U8

# Small, and without models; one worker, because starting them is what takes time.
QUICK = ("--engine", "backdrop", "--canvas", 1000, "--jobs", 1)
APP = Path(__file__).resolve().parents[2] / "app"
WATCHED = Path(__file__).resolve().parent / "watched"


@dataclass(frozen=True)
class Ended:
    """A command line that has ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Cli = Callable[..., Ended]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs a command line in this process."""

    def call(*arguments: object) -> Ended:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return Ended(int(code), written.out, written.err)

    return call


def command(*arguments: object) -> list[str]:
    """A command line for a process of its own."""
    return [sys.executable, "-m", "whitecove", *map(str, arguments)]


def environment(home: Path, **more: str) -> dict[str, str]:
    """What such a process needs around it."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP") if name in os.environ}
    return {**kept, "PYTHONPATH": str(APP), "WHITECOVE_HOME": str(home), **more}


def start(home: Path, *arguments: object, **more: str) -> Ended:
    """Runs a command line in a process of its own."""
    done = subprocess.run(command(*arguments), env=environment(home, **more), capture_output=True, check=False)
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def product(seed: int = 0, side: int = 400) -> U8:
    """A grainy product on a plain grey backdrop (side, side, 3); grain makes files that reach the byte floor."""
    matte = disc_matte(side, side, (side / 2, side / 2), side * 0.3)[..., None].astype(np.float32) / 255
    grain = noise(side, side, 0, 160, seed=seed)
    return np.asarray(np.rint(grain * matte + np.array([208, 210, 214]) * (1 - matte)), np.uint8)


def save(rgb: U8, path: Path) -> Path:
    """Writes a photo and hands back its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(rgb).save(path, quality=95)
    return path


@dataclass(frozen=True)
class Delivery:
    """What `prepare` made of a folder with two good photos, a damaged one and a text file."""

    ended: Ended
    photos: Path
    out: Path

    @property
    def ready(self) -> Path:
        """A file that is ready."""
        return self.out / "杯子" / "杯子_01_main.jpg"


@pytest.fixture(scope="session")
def delivery(tmp_path_factory: pytest.TempPathFactory) -> Delivery:
    """One real batch, through the program's own entry."""
    folder = tmp_path_factory.mktemp("delivery")
    photos, out = folder / "photos", folder / "out"
    save(product(1), photos / "杯子.jpg")
    save(product(2), photos / "lamp.jpg")
    (photos / "damaged.jpg").write_bytes(b"\xff\xd8\xff\xe0 no more")
    (photos / "notes.txt").write_text("not a picture", "utf-8")
    ended = start(folder / "home", "prepare", photos, "--out", out, *QUICK, "--json")
    return Delivery(ended, photos, out)


class Watched:
    """A computer without a network: commands are run on it, and what they, and processes of theirs, tried to reach is
    known."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.record = folder / "reached.txt"

    def __call__(self, *arguments: object) -> Ended:
        path = os.pathsep.join((str(WATCHED), str(APP)))
        return start(self.home, *arguments, PYTHONPATH=path, WATCHED_RECORD=str(self.record))

    @property
    def reached(self) -> str:
        """What they tried to reach, a line each."""
        return "".join(line for line in self._lines() if not line.startswith("watching "))

    @property
    def processes(self) -> int:
        """How many processes were watched."""
        return sum(line.startswith("watching ") for line in self._lines())

    def _lines(self) -> list[str]:
        return self.record.read_text("utf-8").splitlines(keepends=True)


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    """A computer without a network."""
    return Watched(tmp_path)
