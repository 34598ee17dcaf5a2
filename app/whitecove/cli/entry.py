"""Where the program starts: an interruption while Python still loads it is one like any other, not a traceback."""

from __future__ import annotations

import sys

# What a shell expects of a program that Ctrl+C ended; `exit_codes` is not loaded yet.
INTERRUPTED = 130


def main() -> None:
    """Runs the command line of this process and ends the program."""
    try:
        from multiprocessing import freeze_support

        from whitecove.cli.main import run

        freeze_support()
        code = run()
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)
