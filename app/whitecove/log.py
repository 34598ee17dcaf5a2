"""The log file: tracebacks go there, a sentence goes to the screen."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
