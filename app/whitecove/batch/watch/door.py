"""The door to a watch, for the command line and the window: one watch at a time for a delivery, from its start until it
is told to stop."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from whitecove import locks
from whitecove.batch import store
from whitecove.batch.events import Event
from whitecove.batch.executors.control import Control
from whitecove.batch.intake.walk import place
from whitecove.batch.results import BatchResult
from whitecove.batch.watch.events import FolderAway, FolderBack, NoEvents, WatchEvent, WatchStarted
from whitecove.batch.watch.news import News
from whitecove.batch.watch.rounds import Order
from whitecove.batch.watch.wake import Alarm
from whitecove.batch.watch.watching import Pace, Watch
from whitecove.core.errors import OutputError, PlanError
from whitecove.core.messages import sentence

LOCK = f"{store.MEMORY}/watch.lock"


def watch(
    order: Order,
    pace: Pace,
    *,
    tell: Callable[[WatchEvent], None],
    emit: Callable[[Event], None],
    control: Control,
    by_polling: bool,
) -> BatchResult | None:
    """Watches until ``control`` cancels it; the last round's result, if there was one. With ``by_polling`` the system
    is not asked to tell of changes, which it does not do for network shares.

    Raises:
        PlanError: the delivery has corrected pictures, and none are given. OutputError: the delivery cannot be
            written, or another watch is at it. EngineError: the engine cannot work at all.
    """
    with _held(order):
        alarm = Alarm(order.folder, order.out)
        watching = Watch(order, pace, _setting_up(alarm, tell, by_polling=by_polling), News(emit), control)
        tell(WatchStarted(folder=order.folder))
        try:
            _listen(alarm, tell, by_polling=by_polling)
            while not control.cancelled:
                alarm.wait(watching.step(time.monotonic()), control)
        finally:
            alarm.take_down()
        return watching.last


def watch_once(
    order: Order,
    pace: Pace,
    *,
    tell: Callable[[WatchEvent], None],
    emit: Callable[[Event], None],
    control: Control,
) -> tuple[BatchResult | None, list[str]]:
    """One round of what is settled after ``pace.settle`` seconds: its result, if there was anything to do, and the
    paths of the files that were not settled.

    Raises:
        PlanError, OutputError, EngineError: as `watch`, and where the round cannot be made or the folder not be read.
    """
    with _held(order):
        watching = Watch(order, pace, _but_away(tell), News(emit), control)
        tell(WatchStarted(folder=order.folder))
        watching.look(time.monotonic())
        Alarm(order.folder, order.out).wait(pace.settle, control)
        arriving = [] if control.cancelled else watching.finish(time.monotonic())
        return watching.last, arriving


def checked(folder: Path, out: Path) -> tuple[Path, Path]:
    """``folder`` and ``out`` as absolute paths, if the one can be watched for the other.

    Raises:
        PlanError: ``folder`` is none, or lies in ``out``.
    """
    if not folder.is_dir():
        raise PlanError("watch.not_a_folder", folder=folder)
    if Path(place(folder)).is_relative_to(place(out)):
        raise PlanError("watch.inside_output", folder=folder)
    return Path(os.path.abspath(folder)), Path(os.path.abspath(out))  # noqa: PTH100 (`resolve` would follow links)


@contextmanager
def _held(order: Order) -> Iterator[None]:
    """Opens the delivery for one watch.

    Raises:
        OutputError: it cannot be written, or another watch is at it.
    """
    store.open_delivery(order.out)
    try:
        with locks.held(order.out / LOCK):
            yield
    except locks.Taken as taken:
        raise OutputError("watch.busy", folder=order.out) from taken


def _setting_up(alarm: Alarm, tell: Callable[[WatchEvent], None], *, by_polling: bool) -> Callable[[WatchEvent], None]:
    """``tell``, and the alarm set up anew where the folder is back: the system forgot what it was asked."""

    def told(event: WatchEvent) -> None:
        tell(event)
        if isinstance(event, FolderBack):
            _listen(alarm, tell, by_polling=by_polling)

    return told


def _but_away(tell: Callable[[WatchEvent], None]) -> Callable[[WatchEvent], None]:
    """``tell``, but for what is raised where there is no other look."""
    return lambda event: None if isinstance(event, FolderAway | FolderBack) else tell(event)


def _listen(alarm: Alarm, tell: Callable[[WatchEvent], None], *, by_polling: bool) -> None:
    problem = "" if by_polling else alarm.set_up()
    if problem:
        tell(NoEvents(reason=sentence("watch.no_events", folder=alarm.folder, problem=problem)))
