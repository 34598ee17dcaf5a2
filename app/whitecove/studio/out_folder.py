"""Where a project delivers to, unless a person says otherwise: beside the photos."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from itertools import chain, count
from pathlib import Path

import platformdirs

from whitecove import paths
from whitecove.batch.naming.names import printable
from whitecove.batch.store import MEMORY

ENDING = "-ready"


def out_for(inputs: Sequence[Path]) -> Path:
    """``<folder>-ready`` beside the folder that was given first, or that of the first photo. Where nothing can be
    written there, and for the samples that come with the program, a folder of that name among the person's pictures."""
    folder = _folder(inputs)
    name = f"{folder.name or 'photos'}{ENDING}"
    is_ours = folder.is_relative_to(paths.resources())
    if folder.parent == folder or is_ours or not os.access(folder.parent, os.W_OK):
        return pictures_dir() / name
    return folder.parent / name


def new_out_for(inputs: Sequence[Path]) -> Path:
    """`out_for` a new project. Where the delivery that lies there is another project's, a free name: ``-ready-2``
    and so on. A project of the same photos finds its earlier delivery again.

    What lies there is this project's where its manifest lists one of its photos; and, where single photos were given,
    no other that still lies beside them: preparing would put that aside.
    """
    plain = out_for(inputs)
    others = (plain.with_name(f"{plain.name}-{number}") for number in count(2))
    return next(out for out in chain((plain,), others) if _is_usable(out, plain, inputs))


def _is_usable(out: Path, plain: Path, inputs: Sequence[Path]) -> bool:
    if (out / MEMORY).is_dir():
        return _lists(out, inputs)
    return out == plain or not out.exists()


def _lists(out: Path, inputs: Sequence[Path]) -> bool:
    """Whether the delivery ``out`` is of these photos. One without a list, as it was broken off before there was one,
    is its whole folder's."""
    folder, listed = _folder(inputs), set(_sources(out))
    if inputs[0].is_dir():
        return not listed or any(_lies(folder, source) for source in listed)
    given = {printable(each.name) for each in inputs}
    return bool(listed & given) and not any(_lies(folder, source) for source in listed - given)


def _lies(folder: Path, source: str) -> bool:
    """Whether a photo lies in ``folder``; the names of those from several folders begin with their folder's."""
    first, _, rest = source.partition("/")
    return (folder / source).exists() or (bool(rest) and first == printable(folder.name) and (folder / rest).exists())


def _sources(out: Path) -> Iterator[str]:
    """The photos that a delivery lists. A row is a line."""
    try:
        lines = (out / "manifest.json").read_bytes().splitlines()
    except OSError:
        return
    yield from (row["source"] for line in lines if (row := _row(line)))


def _row(line: bytes) -> dict[str, str]:
    """A row of a manifest with a photo; nothing where a line is something else."""
    try:
        row = json.loads(line.rstrip(b", "))
    except (ValueError, RecursionError):
        return {}
    is_row = isinstance(row, dict) and isinstance(row.get("source"), str) and row.get("state") != "skipped"
    return row if is_row and "\0" not in row["source"] else {}


def _folder(inputs: Sequence[Path]) -> Path:
    first = Path(os.path.abspath(inputs[0]))  # noqa: PTH100 (`resolve` would follow links)
    return first if first.is_dir() else first.parent


def make_parent(out: Path) -> None:
    """Makes the folder that `out_for` chose among a person's pictures, where it is not there yet. Any other one above
    an output folder must be there: if it is missing, mostly a drive is away."""
    if out.parent == pictures_dir():
        out.parent.mkdir(parents=True, exist_ok=True)


def pictures_dir() -> Path:
    """Where deliveries go whose photos lie where nothing can be written."""
    return platformdirs.user_pictures_path() / "Whitecove"
