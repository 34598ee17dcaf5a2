"""The guard of all other tests here: each thing that it must not let pass, in a run of pytest of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[2]
LEAVING = """
import subprocess
import sys
import threading

from PySide6.QtCore import QObject, QThread, QTimer, qWarning
from PySide6.QtWidgets import QLabel, QWidget

kept = []
gate = threading.Event()


def test_nothing(qtbot):
    window = QLabel("seen")
    qtbot.addWidget(window)
    window.show()
    window.resize(300, 200)


def test_a_cycle(qtbot):
    window = QWidget()
    window.itself = window
    window.show()


def test_deleted_later(qtbot):
    window = QWidget()
    kept.append(window)
    window.deleteLater()


def test_ended(qtbot):
    thread, timer = QThread(), QTimer()
    thread.start()
    timer.start(1000)
    thread.quit()
    thread.wait()
    timer.stop()
    subprocess.run([sys.executable, "-c", ""], check=True)
    kept.extend((thread, timer))


def test_bad_warning():
    qWarning("something is wrong")


def test_bad_window():
    kept.append(QWidget())
    kept[-1].setObjectName("stray")


def test_bad_qthread():
    kept.append(QThread())
    kept[-1].start()


def test_bad_timer():
    kept.append(QTimer())
    kept[-1].start(60_000)


def test_bad_timer_of_a_parent():
    parent = QObject()
    timer = QTimer(parent)
    timer.start(60_000)
    kept.append(parent)


def test_bad_thread():
    threading.Thread(target=gate.wait, name="waiting", daemon=True).start()


def test_bad_process():
    kept.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))


def test_all_was_ended():
    assert kept[-1].wait() is not None
    kept[-1].stdin.close()
    assert not any(thing.isActive() for thing in kept if isinstance(thing, QTimer))
    assert not any(thing.isRunning() for thing in kept if isinstance(thing, QThread))
"""


ENDING_SOON = """
import tests.gui.left_behind

tests.gui.left_behind.ENDING = 0.1
"""
CAUGHT = {
    "test_bad_warning": "Qt: something is wrong",
    "test_bad_window": "left: a window: QWidget stray",
    "test_bad_qthread": "left: a running QThread: QThread",
    "test_bad_timer": "left: an active QTimer: QTimer of NoneType",
    "test_bad_timer_of_a_parent": "left: an active QTimer: QTimer of QObject",
    "test_bad_thread": "left: a running thread: waiting",
    "test_bad_process": "left: a process: ",
}


def test_what_is_left_behind_fails_its_test_and_no_other(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT), str(ROOT / "app"))))
    pytester.makeconftest((ROOT / "tests" / "gui" / "conftest.py").read_text("utf-8") + ENDING_SOON)
    pytester.makepyfile(LEAVING)
    ran = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:_qt_logging", "-W", "error")
    assert ran.parseoutcomes() == {"passed": 12, "errors": len(CAUGHT)}
    for test, line in CAUGHT.items():
        ran.stdout.re_match_lines([rf"_+ ERROR at teardown of {test} _+", rf"E +Failed: {line}"])
