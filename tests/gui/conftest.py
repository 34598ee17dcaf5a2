"""The window in tests: drawn off screen, unless a test is run under a real display on purpose, and leaving nothing."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.gui.left_behind import Standing, listening
from whitecove.gui import language


@pytest.fixture(scope="session", autouse=True)
def _only_what_is_new() -> Iterator[None]:
    """What other tests made is not looked through again and again."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(scope="session", autouse=True)
def _speaks_english(qapp: QApplication) -> None:
    """As the program does from its start."""
    language.speak(qapp, "en")


@pytest.fixture(autouse=True)
def _leaves_nothing(qapp: object) -> Iterator[None]:
    """Fails a test that Qt complains of, or that leaves windows, threads, timers or processes."""
    before = Standing()
    with listening() as warnings:
        yield
        left = before.left()
    if left or warnings.said:
        pytest.fail("\n".join([*(f"Qt: {text}" for text in warnings.said), *(f"left: {line}" for line in left)]))
