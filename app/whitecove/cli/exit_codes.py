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


# Names and addresses that no command can do anything with.
WRONG_USAGE = {"model.bad_mirror", "model.bad_name", "model.no_precision", "model.unknown"}


def exit_for(error: WhitecoveError) -> Exit:
    """The code for an error that ended the whole command: a wrong profile, preset or name is wrong usage."""
    wrong = isinstance(error, ProfileError) or error.code in WRONG_USAGE
    return Exit.USAGE if wrong else Exit.CANNOT_RUN
