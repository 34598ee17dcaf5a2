"""What the program says to the shell when it ends: a stable contract."""

from __future__ import annotations

from enum import IntEnum

from whitecove.core.errors import ProfileError, WhitecoveError


class Exit(IntEnum):
    """The exit codes, all of them."""

    READY = 0
    NOT_READY = 1  # finished, but some are not ready, or a check failed
    USAGE = 2
    CANNOT_RUN = 3  # unwritable output, no such folder, nothing to do
    INTERRUPTED = 130  # and the next run goes on from there


def exit_for(error: WhitecoveError) -> Exit:
    """The code for an error that ended the whole command: a wrong profile or preset is wrong usage."""
    return Exit.USAGE if isinstance(error, ProfileError) else Exit.CANNOT_RUN
