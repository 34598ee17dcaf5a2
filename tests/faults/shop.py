"""A shop with few and small, but real photos, and the real program on them, in processes of its own that may be ended
in any manner."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from PIL import Image

from tests.batch.stand_ins import tree
from tests.cli.conftest import APP, command, environment

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
SIDE = 320
# Plain padding, because so small a picture does not reach the byte window's floor by itself.
FLAGS = ("--engine", "backdrop", "--canvas", 800, "--pad-bytes", "--jobs", 2, "--json")
# One listing of three photos, one of two variants (which take two passes), single ones.
PHOTOS = {
    "basket.jpg": "basket.jpg",
    "box.jpg": "box.jpg",
    "cup/SKU/blue.jpg": "bottle.jpg",
    "cup/SKU/grey.jpg": "mug.jpg",
    "lamp/lamp_1.jpg": "lamp/lamp_1.jpg",
    "lamp/lamp_2.jpg": "lamp/lamp_2.jpg",
    "lamp/lamp_main.jpg": "lamp/lamp_main.jpg",
    "mug.jpg": "mug.jpg",
    "vase.jpg": "vase.jpg",
}
# What a batch must live with anyhow.
JUNK = {"damaged.jpg": b"\xff\xd8\xff\xe0 no more", "notes.txt": b"not a picture"}


@dataclass(frozen=True, slots=True)
class Ended:
    """A program that ended by itself."""

    code: int
    lines: tuple[Mapping[str, Any], ...]
    said: str


@dataclass(frozen=True, slots=True)
class Shop:
    """Photos and a delivery folder below ``root``."""

    root: Path

    @property
    def photos(self) -> Path:
        return self.root / "photos"

    @property
    def out(self) -> Path:
        return self.root / "out"

    @property
    def home(self) -> Path:
        return self.root / "home"

    def stock(self) -> Shop:
        """Fills the folder of photos."""
        for name, sample in PHOTOS.items():
            save_small(SAMPLES / sample, self.photos / name)
        for name, data in JUNK.items():
            (self.photos / name).write_bytes(data)
        return self

    def arguments(self) -> tuple[object, ...]:
        return ("prepare", self.photos, "--out", self.out, *FLAGS)

    def start(self, prefix: Sequence[str] = ()) -> subprocess.Popen[str]:
        """The program at its work, in a process group of its own; ``prefix`` starts it in a manner of its own."""
        return subprocess.Popen(
            [*prefix, *command(*self.arguments())],
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )

    def environment(self) -> dict[str, str]:
        return environment(self.home, PYTHONPATH=os.pathsep.join((str(APP), str(ROOT))))

    def prepare(self) -> Ended:
        """Runs the program to its end."""
        return ended(self.start())

    def originals(self) -> dict[str, bytes]:
        return tree(self.photos)

    def delivered(self) -> dict[str, bytes]:
        """All that a person gets: pictures, manifest, report, changes; and what gave way, without the run's time."""
        files = tree(self.out, without=(".whitecove",))
        return {re.sub(r"^_previous/[^/]+/", "_previous/", name): data for name, data in files.items()}


def save_small(sample: Path, path: Path) -> None:
    """A small copy of a photo."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(sample) as image:
        small = image.convert("RGB")
        exif = image.info.get("exif", b"")
    small.thumbnail((SIDE, SIDE))
    small.save(path, quality=92, exif=exif)


def ended(program: subprocess.Popen[str]) -> Ended:
    """Waits for the end of a program."""
    out, said = program.communicate()
    return Ended(program.returncode, tuple(events(out.splitlines())), said)


def events(lines: Sequence[str]) -> list[Mapping[str, Any]]:
    """Lines of JSON; the last may have been torn by a kill."""
    found = []
    for line in lines:
        try:
            found.append(json.loads(line))
        except ValueError:
            break
    return found


def wait_for(stream: IO[str] | None, kind: str, **values: object) -> Mapping[str, Any]:
    """Reads on until an event of that kind, with these values, is told."""
    assert stream is not None
    for line in stream:
        event: Mapping[str, Any] = json.loads(line)
        if event["event"] == kind and values.items() <= event.items():
            return event
    raise AssertionError(f"it ended without an event {kind} {values}")
