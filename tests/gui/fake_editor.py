"""A program that edits photos, as such programs are: paints a green square into the TIFF that it is given, and saves it
in the way that its first argument names."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import numpy as np
import tifffile

# The square that is painted; where ``twice``, the one that is painted next.
GREEN = (0, 65535, 0, 65535)
SIDE = 40
# Longer than the window waits for a file to come to rest, and so long that it does not.
LONG, SHORT = 1.2, 0.15


def wait(seconds: float) -> None:
    """A slow disk."""
    threading.Event().wait(seconds)


def painted(file: Path) -> bytes:
    """The picture with one more square, each below the one before, as the bytes of a file."""
    pixels = tifffile.imread(file)
    top = next(y for y in range(0, len(pixels), SIDE) if tuple(pixels[y, 0]) != GREEN)
    pixels[top : top + SIDE, :SIDE] = GREEN
    made = file.with_name("made.part")
    tifffile.imwrite(made, pixels, photometric="rgb", extrasamples=["unassalpha"], metadata=None)
    data = made.read_bytes()
    made.unlink()
    return data


def replace(file: Path) -> None:
    """Beside it, and then in its place."""
    beside = file.with_name(f"{file.name}~")
    beside.write_bytes(painted(file))
    beside.replace(file)


def slowly(file: Path) -> None:
    """Over the old content, bit by bit."""
    data = painted(file)
    with file.open("wb") as written:
        for part in np.array_split(np.frombuffer(data, np.uint8), 8):
            written.write(part.tobytes())
            written.flush()
            os.fsync(written.fileno())
            wait(SHORT)


def halting(file: Path) -> None:
    """Over the old content, with a long rest in the middle."""
    data = painted(file)
    with file.open("wb") as written:
        written.write(data[: len(data) // 2])
        written.flush()
        wait(LONG)
        written.write(data[len(data) // 2 :])


def away(file: Path) -> None:
    """It is gone for a while."""
    data = painted(file)
    file.unlink()
    wait(LONG)
    file.write_bytes(data)


def half(file: Path) -> None:
    """Half of it, and no more."""
    data = painted(file)
    file.write_bytes(data[: len(data) // 2])


def look(file: Path) -> None:
    """It is only looked at."""


WAYS = {each.__name__: each for each in (replace, slowly, halting, away, half, look)}

if __name__ == "__main__":
    WAYS[sys.argv[1]](Path(sys.argv[2]))
