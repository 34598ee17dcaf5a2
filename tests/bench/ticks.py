"""How long the window's event loop was kept from going round: what a person feels as sticking."""

from __future__ import annotations

import statistics
import sys
import threading
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, QTimer

EVERY = 5
"""Milliseconds between two ticks of a loop that is free."""
LONG = 50.0
"""Milliseconds that a person may notice."""
LOOK = 0.005
FRAMES = 8


@dataclass(frozen=True, slots=True)
class Gaps:
    """Milliseconds between two ticks beyond what was asked for, over a stretch of time. ``busiest`` is how long the
    thread itself was at work between two ticks, at most: what a gap has beyond that, others on the machine (or other
    threads of the program) took. ``stuck`` is where the loop was when it was looked at in longer ones, and how often.
    """

    ticks: int
    median: float
    p99: float
    longest: float
    over: int  # how many were longer than `LONG`
    busiest: float
    stuck: tuple[tuple[str, int], ...] = ()


class Ticks(QObject):
    """Ticks in the loop of the thread that made it. Costs 200 wake-ups a second; with ``stacks``, from which gap on (in
    milliseconds) it is looked at what the loop is at, as many again."""

    def __init__(self, stacks: float = 0.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times: list[float] = []
        self._worked: list[float] = []  # processor time of this thread
        self._thread, self._stacks = threading.get_ident(), stacks / 1000
        self._seen: Counter[str] = Counter()
        self._ended = threading.Event()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begins a stretch."""
        self._times, self._worked = [time.perf_counter()], [time.thread_time()]
        self._timer.start()
        if self._stacks:
            self._seen, self._ended = Counter(), threading.Event()
            threading.Thread(target=self._look, args=(self._ended,), daemon=True).start()

    def stop(self) -> Gaps:
        """Ends it, and says what was measured."""
        self._timer.stop()
        self._tick()
        self._ended.set()
        times = self._times
        gaps = [max(0.0, (after - before) * 1000 - EVERY) for before, after in pairwise(times)]
        ordered = sorted(gaps)
        return Gaps(
            ticks=len(gaps),
            median=statistics.median(gaps),
            p99=ordered[int(0.99 * (len(ordered) - 1))],
            longest=ordered[-1],
            over=sum(gap > LONG for gap in gaps),
            busiest=max((after - before) * 1000 for before, after in pairwise(self._worked)),
            stuck=tuple(self._seen.most_common(16)),
        )

    def _tick(self) -> None:
        self._times.append(time.perf_counter())
        self._worked.append(time.thread_time())

    def _look(self, ended: threading.Event) -> None:
        while not ended.wait(LOOK):
            if time.perf_counter() - self._times[-1] > self._stacks:
                frame = sys._current_frames().get(self._thread)
                self._seen[_place(traceback.extract_stack(frame))] += 1


def _place(stack: traceback.StackSummary) -> str:
    """Where the program is: its own functions, and the one that it is in."""
    own = [each for each in stack if "/whitecove/" in each.filename][-FRAMES:]
    last = [each for each in stack[-1:] if each not in own]
    return " > ".join(f"{each.filename.rpartition('/whitecove/')[2]}:{each.lineno} {each.name}" for each in own + last)
