"""How long the window's event loop was kept from going round: what a person feels as sticking."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer

EVERY = 5
"""Milliseconds between two ticks of a loop that is free."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Milliseconds between two ticks beyond what was asked for, over a stretch of time."""

    median: float
    p99: float
    longest: float
    over: int  # how many were longer than 50 ms


class Ticks(QObject):
    """Ticks in the loop of the thread that made it. Costs 200 wake-ups a second."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begins a stretch."""
        self._times = [time.perf_counter()]
        self._timer.start()

    def stop(self) -> Gaps:
        """Ends it, and says what was measured."""
        self._timer.stop()
        self._tick()
        gaps = np.maximum(np.diff(self._times) * 1000 - EVERY, 0)
        median, p99 = np.percentile(gaps, [50, 99])
        return Gaps(float(median), float(p99), float(gaps.max()), int((gaps > 50).sum()))

    def _tick(self) -> None:
        self._times.append(time.perf_counter())
