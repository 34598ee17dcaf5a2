"""The program that a person edits photos in, as they wrote it down: one line, a program and perhaps its options."""

from __future__ import annotations

import os
import shlex
from pathlib import Path


def command(editor: str, file: Path) -> list[str]:
    """The words that open ``file`` in ``editor``. A program's path may have spaces, whether or not it is in quotes: the
    longest beginning that is a file is the program, a bundle of macOS one that is opened.

    Raises:
        ValueError: a quote is not closed, or there is no program.
    """
    text = editor.strip()
    pieces = text.split(" ")
    for count in range(len(pieces), 0, -1):
        program = " ".join(pieces[:count]).strip("\"' ")
        if not program or not _is_path(program):
            continue
        options = [*_words(" ".join(pieces[count:])), str(file)]
        if Path(program).is_file():
            return [program, *options]
        if Path(program).is_dir() and program.rstrip("/").endswith(".app"):
            return ["open", "-a", program, *options]
    words = _words(text)
    if not words:
        raise ValueError("no program")
    return [*words, str(file)]


def _is_path(text: str) -> bool:
    """Names alone are looked for where the system looks for programs."""
    return "/" in text or os.sep in text


def _words(text: str) -> list[str]:
    """Split as a command line; a backslash of Windows parts folders."""
    if os.name != "nt":
        return shlex.split(text)
    return [word.strip("\"'") for word in shlex.split(text, posix=False)]
