"""The log file: tracebacks go there, a sentence goes to the screen."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from whitecove import paths

FILE = "whitecove.log"
BYTES = 1_000_000


@contextmanager
def kept() -> Iterator[None]:
    """Meanwhile, sends what Whitecove logs to a file, which is made with the first line; nowhere where none can be."""
    logger = logging.getLogger("whitecove")
    handler = _handler(log_file())
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagated
        handler.close()


def hook_exceptions() -> None:
    """From now on, what nobody catches goes to the log, too: a program without a console has nowhere else to say it."""
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("whitecove").error("nobody caught this", exc_info=(kind, error, trace))
    if sys.__stderr__ is not None:
        sys.__excepthook__(kind, error, trace)


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        _uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def log_file() -> Path:
    """Where the log lies, whether or not there is one yet."""
    return paths.log_dir() / FILE


def _handler(file: Path) -> logging.Handler:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > BYTES:
            file.replace(file.with_suffix(".old.log"))
    except OSError:
        return logging.NullHandler()
    if not os.access(file if file.exists() else file.parent, os.W_OK):
        return logging.NullHandler()
    handler = logging.FileHandler(file, encoding="utf-8", errors="backslashreplace", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
