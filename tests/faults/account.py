"""An account of a delivery: what is wrong with it, seen from outside, by the files alone."""

from __future__ import annotations

import hashlib
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from PIL import Image

from tests.batch.stand_ins import tree
from whitecove.batch.places import LISTS
from whitecove.core.model import State

FINAL = {state.value for state in State} - {State.WAITING.value, State.WORKING.value}
QUIET = {State.READY.value, State.UNUSED.value}  # need no sentence
NOT_OURS = (".whitecove", "_previous")


def wrongs(photos: Path, out: Path) -> list[str]:
    """All that is wrong with a finished delivery: a photo without a state, or with two; no sentence; a file that is
    not there, is not what its manifest says, cannot be decoded, or that no row tells of; what is half-written."""
    rows = json.loads((out / "manifest.json").read_bytes())["files"]
    return [*_of_photos(rows, photos), *_of_files(rows, out), *half_written(out)]


def half_written(out: Path) -> Iterator[str]:
    """Files that were not finished, wherever they lie, and pictures that cannot be decoded in what is delivered."""
    for path in out.rglob("*"):
        if path.suffix == ".part":
            yield f"{path.relative_to(out)} is half-written"
    yield from torn_pictures(out)


def torn_pictures(out: Path) -> Iterator[str]:
    """Pictures in the delivery that cannot be decoded to their end."""
    for name, data in pictures(out).items():
        try:
            with Image.open(io.BytesIO(data)) as image:
                image.load()
        except OSError as error:
            yield f"{name}: {error}"


def pictures(out: Path) -> dict[str, bytes]:
    """What lies in the delivery but its lists, whole or not."""
    files = tree(out, without=NOT_OURS) if out.is_dir() else {}
    return {name: data for name, data in files.items() if name not in LISTS and not name.endswith(".part")}


def _of_photos(rows: list[Mapping[str, str]], photos: Path) -> Iterator[str]:
    found = defaultdict(set)
    for row in rows:
        found[row["source"]].add(row["state"])
        if row["state"] not in QUIET and not row["reason"].endswith("."):
            yield f"{row['source']} is {row['state']}, and no sentence says why: {row['reason']!r}"
    given = {path.relative_to(photos).as_posix() for path in photos.rglob("*") if path.is_file()}
    for name in sorted(given ^ set(found)):
        yield f"{name} is not accounted for, or was never given"
    for name, states in found.items():
        if len(states) != 1 or not states <= FINAL:
            yield f"{name} is {', '.join(sorted(states))}"


def _of_files(rows: list[Mapping[str, str]], out: Path) -> Iterator[str]:
    listed = {row["file"]: row["sha256"] for row in rows if row["file"]}
    there = {name: hashlib.sha256(data).hexdigest() for name, data in pictures(out).items()}
    for name in sorted(listed.keys() | there.keys()):
        if listed.get(name) != there.get(name):
            yield f"{name} is {there.get(name)}, and its row says {listed.get(name)}"
