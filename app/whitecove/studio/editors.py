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
    pieces = editor.strip().split(" ")
    for count in range(len(pieces), 0, -1):
        program = " ".join(pieces[:count]).strip("\"' ")
        beginning = _beginning(program)
        if beginning:
            return [*beginning, *_words(" ".join(pieces[count:])), str(file)]
    words = _words(editor)
    if not words:
        raise ValueError("no program")
    return [*words, str(file)]


def _beginning(program: str) -> list[str]:
    """The words that start the program that lies there; none where none does. Names alone are looked for where the
    system looks for programs."""
    if "/" not in program and os.sep not in program:
        return []
    if Path(program).is_file():
        return [program]
    is_bundle = program.rstrip("/").endswith(".app") and Path(program).is_dir()
    return ["open", "-a", program] if is_bundle else []


def _words(text: str) -> list[str]:
    """Split as a command line; a backslash of Windows parts folders."""
    if os.name != "nt":
        return shlex.split(text)
    return [word.strip("\"'") for word in shlex.split(text, posix=False)]
