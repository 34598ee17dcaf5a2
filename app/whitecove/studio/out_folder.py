"""Where a project delivers to, unless a person says otherwise: beside the photos."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from whitecove import paths

ENDING = "-ready"


def out_for(inputs: Sequence[Path]) -> Path:
    """``<folder>-ready`` beside the folder that was given first, or that of the first photo. Where nothing can be
    written there, and for the samples that come with the program, a folder of that name among the person's pictures."""
    first = Path(os.path.abspath(inputs[0]))  # noqa: PTH100 (`resolve` would follow links)
    folder = first if first.is_dir() else first.parent
    name = f"{folder.name or 'photos'}{ENDING}"
    is_ours = folder.is_relative_to(paths.resources())
    if folder.parent == folder or is_ours or not os.access(folder.parent, os.W_OK):
        return pictures_dir() / name
    return folder.parent / name


def make_parent(out: Path) -> None:
    """Makes the folder that `out_for` chose among a person's pictures, where it is not there yet. Any other one above
    an output folder must be there: if it is missing, mostly a drive is away."""
    if out.parent == pictures_dir():
        out.parent.mkdir(parents=True, exist_ok=True)


def pictures_dir() -> Path:
    """Where deliveries go whose photos lie where nothing can be written."""
    return platformdirs.user_pictures_path() / "Whitecove"
