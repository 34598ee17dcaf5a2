"""What a test of the window may not leave behind: warnings of Qt, windows, threads, timers, processes."""

from __future__ import annotations

import gc
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import resource_tracker

import psutil
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QThread,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

# Each with its reason. What is matched here is no fault of the window.
ALLOWED_WARNINGS = (
    # The platform without a screen cannot tell a window manager, which it does not have, about a window's least size.
    r"This plugin does not support propagateSizeHints\(\)",
    # Nor has it other windows to come before, or keys that they could take from a menu.
    r"This plugin does not support (raise\(\)|grabbing the keyboard)",
    # Fonts that only tell of themselves what they do not have; on machines with few fonts.
    r"^OpenType support missing for ",
)
SERIOUS = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}
ENDING = 5.0
"""Seconds that a process which was told to end may take to be gone."""


@dataclass
class Warnings:
    """What Qt complained of."""

    said: list[str] = field(default_factory=list)

    def hear(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        """Takes a message in, as Qt's message handler."""
        if kind in SERIOUS and not any(re.search(allowed, text) for allowed in ALLOWED_WARNINGS):
            self.said.append(text)


@contextmanager
def listening() -> Iterator[Warnings]:
    """Hears what Qt complains of meanwhile."""
    warnings = Warnings()
    before = qInstallMessageHandler(warnings.hear)
    try:
        yield warnings
    finally:
        qInstallMessageHandler(before)


class Standing:
    """What there is at this moment, to tell later what came since."""

    def __init__(self) -> None:
        self.objects = {id(found) for found in _alive()}
        self.threads = set(threading.enumerate())
        self.processes = set(_children())

    def left(self) -> list[str]:
        """A line on each thing that is there still and was not then. It is put an end to, for the tests to come."""
        _destroy_what_waits()
        if any(id(found) not in self.objects for found in _alive()):
            gc.collect()  # only what nothing holds, but itself
            _destroy_what_waits()
        lines = [_ended_object(found) for found in _alive() if id(found) not in self.objects]
        _destroy_what_waits()
        lines += [f"a running thread: {t.name}" for t in threading.enumerate() if t not in self.threads]
        return lines + [_ended_process(child) for child in _still(set(_children()) - self.processes)]


def _alive() -> Iterator[QObject]:
    """Windows, running threads and active timers. Timers and threads are only found if Python knows them."""
    if QCoreApplication.instance() is None:
        return
    yield from (widget for widget in QApplication.topLevelWidgets() if widget.parent() is None)
    known = (found for found in gc.get_objects() if issubclass(type(found), QThread | QTimer))
    yield from (found for found in known if Shiboken.isValid(found) and _works(found))


def _works(found: QThread | QTimer) -> bool:
    return found.isRunning() if isinstance(found, QThread) else found.isActive()


def _destroy_what_waits() -> None:
    """Lets `deleteLater` have its way, which happens by itself only in a running event loop."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _ended_object(found: QObject) -> str:
    name = f"{type(found).__name__} {found.objectName()}".rstrip()
    if isinstance(found, QThread):
        found.quit()
        found.wait()
        return f"a running QThread: {name}"
    if isinstance(found, QTimer):
        found.stop()
        return f"an active QTimer: {name} of {type(found.parent()).__name__}"
    if isinstance(found, QWidget):
        found.hide()
        found.deleteLater()
    return f"a window: {name}"


def _children() -> list[psutil.Process]:
    tracker = getattr(resource_tracker._resource_tracker, "_pid", None)  # lives as long as Python does
    return [child for child in psutil.Process().children(recursive=True) if child.pid != tracker]


def _still(children: set[psutil.Process]) -> list[psutil.Process]:
    return psutil.wait_procs(list(children), timeout=ENDING)[1]


def _ended_process(child: psutil.Process) -> str:
    try:
        command = " ".join(child.cmdline())[:120]
        child.kill()
    except psutil.NoSuchProcess:
        command = "gone meanwhile"
    return f"a process: {child.pid} {command}"
