"""One watched folder, in a thread of its own, until it is told to end."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from typing import Any

from whitecove import paths
from whitecove.batch.events import BatchStarted, Event, PhotoFinished
from whitecove.batch.executors.control import Control
from whitecove.batch.watch.door import checked, watch
from whitecove.batch.watch.events import (
    FolderAway,
    FolderBack,
    NoEvents,
    RoundFinished,
    Trouble,
    WatchEvent,
    WatchStarted,
)
from whitecove.batch.watch.rounds import Order
from whitecove.batch.watch.watching import Pace
from whitecove.core.errors import PlanError, WhitecoveError
from whitecove.core.messages import sentence
from whitecove.core.options import Options, load_preset, with_values
from whitecove.core.profiles import load_profile
from whitecove.models.usable import usable_models
from whitecove.studio.serving import Answer
from whitecove.studio.watch_asks import BeginWatch, EndWatch, Happening, WatchEnded, WatchNews

log = logging.getLogger(__name__)

# How long a round may take to end when the room is closed.
PATIENCE = 5.0


class Watching:
    """Begins and ends it. ``pace`` is how patient it is."""

    def __init__(self, answer: Answer, pace: Pace | None = None) -> None:
        self._answer = answer
        self._pace = pace or Pace()
        self._control = self._next = Control()
        self._thread: threading.Thread | None = None
        self.doors: Mapping[type, Callable[[Any], None]] = {BeginWatch: self.begin}

    def heard(self, ask: object) -> bool:
        """Ending must not wait: it holds for a watch that is about to begin, too."""
        if isinstance(ask, BeginWatch):
            self._next = Control()
        if ask is None or isinstance(ask, EndWatch):
            self._control.cancel()
            self._next.cancel()
        return isinstance(ask, EndWatch)

    def begin(self, ask: BeginWatch) -> None:
        """Begins to watch. A watch that is told to end already is waited for.

        Raises:
            PlanError: a folder is watched already.
        """
        if self._thread and self._thread.is_alive():
            if not self._control.cancelled:
                raise PlanError("studio.watching")
            self._thread.join()
        self._control = self._next
        self._thread = threading.Thread(target=self._attempt, args=(ask, self._control), name="watch")
        self._thread.start()

    def close(self) -> None:
        """Ends it; what is finished stays."""
        self._control.cancel()
        if self._thread:
            self._thread.join(PATIENCE)

    def _attempt(self, ask: BeginWatch, control: Control) -> None:
        """The boundary of a watch: whatever ends it is told, and the room stays open."""
        ended = WatchEnded()
        try:
            watch(self._order(ask), self._pace, tell=self._tell, emit=self._emit, control=control, by_polling=False)
        except WhitecoveError as error:
            ended = WatchEnded(code=error.code, reason=str(error))
        except Exception as error:
            log.exception("the watch went wrong")
            reason = sentence("studio.unexpected", kind=type(error).__name__)
            ended = WatchEnded(code="studio.unexpected", reason=reason)
        self._answer(ended)

    def _order(self, ask: BeginWatch) -> Order:
        options = with_values(Options(), load_preset(ask.preset)) if ask.preset else ask.options
        folder, out = checked(ask.folder, ask.out)
        models = usable_models(options.engine, paths.models_dir(), self._warn)
        return Order(folder=folder, out=out, options=options, profile=load_profile(options.profile), models=models)

    def _warn(self, reason: str) -> None:
        self._answer(WatchNews(happening=Happening.TROUBLE, reason=reason))

    def _emit(self, event: Event) -> None:
        match event:
            case BatchStarted():
                done, total = event.resumed, event.photos
                self._answer(WatchNews(happening=Happening.WORKING, done=done, total=total))
            case PhotoFinished():
                result = event.result
                self._answer(
                    WatchNews(
                        happening=Happening.PHOTO,
                        name=event.name,
                        state=result.state,
                        reason=result.reason,
                        done=event.done,
                        total=event.total,
                    )
                )

    def _tell(self, event: WatchEvent) -> None:
        match event:
            case WatchStarted():
                news = WatchNews(happening=Happening.BEGUN)
            case FolderAway():
                news = WatchNews(happening=Happening.AWAY, reason=event.reason)
            case FolderBack():
                news = WatchNews(happening=Happening.BACK, reason=sentence("watch.back", folder=event.folder))
            case NoEvents():
                news = WatchNews(happening=Happening.SLOW, reason=event.reason)
            case Trouble():
                news = WatchNews(happening=Happening.TROUBLE, reason=event.reason)
            case RoundFinished():
                news = WatchNews(happening=Happening.ROUND, arrived=event.arrived, counts=event.result.counts())
        self._answer(news)
