"""How a command ends: the one place that turns what happened into an exit code."""

from __future__ import annotations

import logging
from collections.abc import Callable

from whitecove import log
from whitecove.cli import console
from whitecove.cli.exit_codes import Exit, exit_for
from whitecove.core.errors import WhitecoveError
from whitecove.core.messages import sentence

logger = logging.getLogger(__name__)


def ended(work: Callable[[], int]) -> int:
    """Does the work, with streams and a log to write to, and hands back its exit code, or that of its failure."""
    console.open_streams()
    with log.kept():
        return _ended(work)


def _ended(work: Callable[[], int]) -> int:
    try:
        return work()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else Exit.READY
    except WhitecoveError as error:
        console.note(str(error))
        return exit_for(error)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:
        logger.exception("the command failed")
        console.note(sentence("cli.unexpected", kind=type(error).__name__, file=log.log_file()))
        return Exit.CANNOT_RUN
