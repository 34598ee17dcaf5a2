"""Where the program starts: the one place that knows both front doors, the command line and the window.

An interruption while Python still loads the program is one like any other, not a traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial

# What a shell expects of a program that Ctrl+C ended; `exit_codes` is not loaded yet.
INTERRUPTED = 130


def main() -> None:
    """``whitecove`` and ``python -m whitecove``: runs the command line of this process and ends the program."""
    _end()


def window() -> None:
    """``whitecove-window``: opens the window with the paths of the command line, and ends the program."""
    _end(["gui", *sys.argv[1:]])


def open_window(arguments: Sequence[str]) -> int:
    """Opens the window and comes back when it was closed, with the exit code.

    Args:
        arguments: photos and folders to start with, after ``--offline`` where nothing may connect.

    Raises:
        WhitecoveError: no window can be opened on this computer.
    """
    from whitecove import screen

    screen.require()
    with screen.loading():
        from whitecove.gui import app
    return app.main(arguments)


def _end(arguments: Sequence[str] | None = None) -> None:
    try:
        from multiprocessing import freeze_support

        freeze_support()
        code = _run(arguments)
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def _run(arguments: Sequence[str] | None) -> int:
    words = sys.argv[1:] if arguments is None else arguments
    if _only_opens(words):
        from whitecove.cli.ending import ended

        return ended(partial(open_window, words[1:]))
    from whitecove.cli.main import run

    return run(arguments, open_window)


def _only_opens(words: Sequence[str]) -> bool:
    """Whether the window is all that is asked for, with nothing (flags, wildcards) that the command line must first
    understand: loading that takes longer than loading Qt."""
    return words[:1] == ["gui"] and not any(word.startswith("-") or set(word) & set("*?[~$%") for word in words)
